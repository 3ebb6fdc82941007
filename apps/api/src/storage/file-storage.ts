/** Where the contents of files are kept: outside the database, by organization and id, never by a name that somebody chose. */
import type { Readable } from 'node:stream'

/** Which file. Two UUIDs, so that no path and no key leads elsewhere. */
export interface StoredPlace {
  readonly orgId: string
  readonly id: string
}

export interface FileStorage {
  /** Keeps a content, whole or not at all. What is there already is written over: a place belongs to one file for ever. */
  put(place: StoredPlace, source: Readable, sizeBytes: number): Promise<void>
  /** The content; undefined where none is kept. */
  read(place: StoredPlace): Promise<Readable | undefined>
  /** Takes the content away for good; nothing happens where none is kept. */
  remove(place: StoredPlace): Promise<void>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `ORGANIZATION/FILE`. @throws TypeError on anything but two UUIDs */
export const named = ({ orgId, id }: StoredPlace): string => {
  if (!UUID.test(orgId) || !UUID.test(id)) throw new TypeError('a stored file is named by two UUIDs')
  return `${orgId}/${id}`
}

/** `attachments/ORGANIZATION/FILE`: path below a folder, and key in a bucket. */
export const keyOf = (place: StoredPlace): string => `attachments/${named(place)}`
