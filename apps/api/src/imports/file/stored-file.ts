/** Files in the data folder: by organization and id, never by a name that somebody chose. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { v7 as newId } from 'uuid'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where the bytes of a file lie. Throws on anything but two UUIDs, so that no path leads elsewhere. */
export const storedPath = (dataDir: string, orgId: string, id: string): string => {
  if (!UUID.test(orgId) || !UUID.test(id)) throw new TypeError('a stored file is named by two UUIDs')
  return join(dataDir, 'files', orgId, id)
}

/** More bytes came than a file may have; nothing of them is kept. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge'
}

export interface StoredFile {
  readonly id: string
  readonly sizeBytes: number
  /** SHA-256, hex. */
  readonly hash: string
}

/**
 * Streams to disk, counting and hashing on the way: memory does not grow with the file. Complete or not at all. `through` may
 * encrypt what is written; size and hash are of what came.
 * @throws FileTooLarge as soon as there is one byte too many
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
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      sizeBytes += chunk.length
      if (sizeBytes > maximumBytes) return done(new FileTooLarge())
      hash.update(chunk)
      done(null, chunk)
    },
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
