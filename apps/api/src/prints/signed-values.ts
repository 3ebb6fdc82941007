/** What was signed, made readable: each commitment is opened by the value as it is now, where it still is that. */
import { verifyOpening, type ContentLeaf } from '@steward/domain'

export type OpenedLeaf =
  | { readonly path: string; readonly value: string | number | boolean | null; readonly state: 'OPEN' }
  /** ERASED: its salt is gone. CHANGED: what stands in its place now was not what was signed. */
  | { readonly path: string; readonly value: null; readonly state: 'ERASED' | 'CHANGED' }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const isCommitment = (value: unknown): value is { readonly c: string } =>
  isRecord(value) && Object.keys(value).length === 1 && typeof value['c'] === 'string'

const at = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((of, key) => (isRecord(of) ? of[key] : undefined), value)

/**
 * The leaves of a signed content in its order.
 * @param text the canonical content
 * @param salts of its commitments that were not erased, by path
 * @param current the record as it is now, in the same shape
 */
export const openSigned = (
  text: string,
  salts: ReadonlyMap<string, string>,
  current: object,
): readonly OpenedLeaf[] => {
  const leaves: OpenedLeaf[] = []
  const walk = (part: unknown, keys: readonly string[]): void => {
    const path = keys.map((key) => `/${key}`).join('')
    if (isCommitment(part)) leaves.push(opened(text, path, salts.get(path), at(current, keys)))
    else if (isRecord(part)) for (const [key, member] of Object.entries(part)) walk(member, [...keys, key])
    else leaves.push({ path, value: part as string | number | boolean | null, state: 'OPEN' })
  }
  walk((JSON.parse(text) as { content: unknown }).content, [])
  return leaves
}

const opened = (text: string, path: string, salt: string | undefined, value: unknown): OpenedLeaf => {
  if (salt === undefined || value === null || value === undefined)
    return { path, value: null, state: 'ERASED' }
  if (!verifyOpening(text, { path, salt }, value as ContentLeaf))
    return { path, value: null, state: 'CHANGED' }
  return {
    path,
    value: value instanceof Date ? value.toISOString() : (value as string | number | boolean),
    state: 'OPEN',
  }
}
