/**
 * Files that stay on this machine's disk, below `files/` of the data folder: those of imports, and of controlled copies until they are
 * signed for. Attached files go where `file-storage.ts` says.
 */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, type Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { v7 as newId } from 'uuid'
import { atMost } from './at-most.ts'
import { named } from './file-storage.ts'

/** Where the bytes of a file lie. Throws on anything but two UUIDs, so that no path leads elsewhere. */
export const storedPath = (dataDir: string, orgId: string, id: string): string =>
  join(dataDir, 'files', named({ orgId, id }))

export interface StoredFile {
  readonly id: string
  readonly sizeBytes: number
  /** SHA-256, hex. */
  readonly hash: string
}

/**
 * Streams to disk, counting and hashing on the way: memory does not grow with the file. Complete or not at all. `through` may
 * encrypt what is written; size and hash are of what came.
 * @throws TooLarge as soon as there is one byte too many
 */
export const storeFile = async (
  dataDir: string,
  orgId: string,
  source: Readable,
  maximumBytes: number,
  through: (id: string) => Transform = () => new PassThrough(),
): Promise<StoredFile> => {
  const id = newId()
  const path = storedPath(dataDir, orgId, id)
  const unfinished = `${path}.part`
  const hash = createHash('sha256')
  let sizeBytes = 0
  const measure = atMost(maximumBytes, (piece) => {
    sizeBytes += piece.length
    hash.update(piece)
  })
  await mkdir(join(dataDir, 'files', orgId), { recursive: true, mode: 0o700 })
  try {
    await pipeline(source, measure, through(id), createWriteStream(unfinished, { mode: 0o600, flush: true }))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return { id, sizeBytes, hash: hash.digest('hex') }
}

/** Takes the bytes away; nothing happens where they have gone already. */
export const removeStored = (dataDir: string, orgId: string, id: string): Promise<void> =>
  rm(storedPath(dataDir, orgId, id), { force: true })
