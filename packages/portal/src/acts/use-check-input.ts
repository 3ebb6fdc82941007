import { parseInput } from '@steward/domain'
import { useSay } from '../i18n/messages.ts'

type Schema = Parameters<typeof parseInput>[0]

const PUBLISHED_ID = /^[a-z]{3}_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/

/** Rules of the domain know bare UUIDs, screens only published ids. */
function withBareIds(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(PUBLISHED_ID, '$1-$2-$3-$4-$5')
  if (Array.isArray(value)) return value.map(withBareIds)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withBareIds(member)]))
}

/** The same rules that the server checks, before it is asked: sentences by field path, empty where all is well. */
export function useCheckInput(): (schema: Schema, input: object) => Readonly<Record<string, string>> {
  const say = useSay()
  return (schema, input) => {
    const parsed = parseInput(schema, withBareIds(input))
    return parsed.ok
      ? {}
      : Object.fromEntries(parsed.error.fields.map(({ path, message }) => [path, say(message)]))
  }
}
