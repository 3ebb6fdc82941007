import { Refusal } from './refusal.ts'

/** A value as the wire protocol wants it: text, bytes or null. Refuses BAD_REQUEST a text that PostgreSQL cannot hold. */
export function parameterText(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value)) return value
  if (Array.isArray(value)) return `{${value.map(arrayElement).join(',')}}`
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') return JSON.stringify(value, (_, part: unknown) => storable(part))
  return withoutNul(String(value))
}

function arrayElement(value: unknown): string {
  const text = parameterText(value)
  if (text === null) return 'NULL'
  return `"${String(text).replaceAll(/["\\]/g, '\\$&')}"`
}

/** Within JSON neither NUL nor half a surrogate pair can be held; as a text of its own the latter is sent as U+FFFD. */
function storable(part: unknown): unknown {
  if (typeof part === 'string' && /\p{Surrogate}/u.test(part)) throw new Refusal('BAD_REQUEST', 'value')
  return typeof part === 'string' ? withoutNul(part) : part
}

function withoutNul(text: string): string {
  if (text.includes('\u0000')) throw new Refusal('BAD_REQUEST', 'value')
  return text
}
