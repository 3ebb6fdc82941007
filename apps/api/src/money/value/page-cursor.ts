/** Pages of lists that are statements of our own. */
import { GraphQLError } from 'graphql'
import { fromGlobalId, type NodeType } from '../../graphql/global-id.ts'

export const badRequest = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })
const MOST = 500

export const limitOf = (first: number): number => {
  if (first < 1 || first > MOST) throw badRequest(`first: must be from 1 to ${MOST}`)
  return first
}

/** What follows a cursor is told by it: the key and the ids of the last row before. */
export const writeCursor = (...parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KEY = /^(-?\d{1,15}|\d{4}-\d\d-\d\d)$/

export const readCursor = (cursor: string | undefined, length: number): readonly (string | null)[] => {
  if (cursor === undefined) return Array<null>(length).fill(null)
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw badRequest('after: no cursor of this list')
  }
  const read = Array.isArray(parts) ? parts.map(String) : []
  const [key = '', ...ids] = read
  if (read.length !== length || !KEY.test(key) || !ids.every((id) => UUID.test(id)))
    throw badRequest('after: no cursor of this list')
  return read
}

/** The id as it stands in the database; of something that is nowhere, an id that nothing has. */
export const wanted = (type: NodeType, id: string | undefined): string | null =>
  id === undefined ? null : (fromGlobalId(type, id) ?? NOTHING_HAS)
const NOTHING_HAS = '00000000-0000-0000-0000-000000000000'
