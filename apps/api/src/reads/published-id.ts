import type { Projection } from './projection.ts'
import { literal } from './sql-writer.ts'

const HEX = /^[0-9a-f]{32}$/

/** The id that clients see: prefix and hex digits, made in SQL. */
export const publishedIdSql = (prefix: string, uuid: string): string =>
  `${literal(`${prefix}_`)} || replace(${uuid}::text, '-', '')`

/** The UUID in a published id of that projection, else null, which equals no row: foreign, absent and malformed look alike. */
export function uuidOf({ prefix }: Pick<Projection, 'prefix'>, id: unknown): string | null {
  if (typeof id !== 'string' || prefix === null || !id.startsWith(`${prefix}_`)) return null
  const hex = id.slice(prefix.length + 1)
  return HEX.test(hex) ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null
}
