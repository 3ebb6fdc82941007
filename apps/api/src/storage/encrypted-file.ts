/**
 * Files that tell of clients (imports, copies), each encrypted under a key of its own that lies sealed in the database. Without that row the bytes are noise, in every
 * copy and backup of the folder.
 */
import { createCipheriv, createDecipheriv, randomBytes, type CipherGCM } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Transform, type Readable } from 'node:stream'
import { storedPath, storeFile, type StoredFile } from './stored-file.ts'

const IV_BYTES = 12
const TAG_BYTES = 16
const READ_BYTES = 256_000

/** One place in the folder, and the key of what lies there. */
export interface FilePlace {
  readonly dataDir: string
  readonly orgId: string
  readonly key: Buffer
}

export const newFileKey = (): Buffer => randomBytes(32)

const boundTo = (orgId: string, id: string): Buffer => Buffer.from(`${orgId}|import_file|${id}`)

/** What goes through comes out encrypted: the initialization vector first, the tag last. */
export const encryption = ({ orgId, key }: FilePlace, id: string): Transform => {
  const iv = randomBytes(IV_BYTES)
  const cipher: CipherGCM = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(orgId, id))
  let begun = false
  const beginning = (): Buffer => {
    if (begun) return Buffer.alloc(0)
    begun = true
    return iv
  }
  return new Transform({
    transform(chunk: Buffer, _, done) {
      done(null, Buffer.concat([beginning(), cipher.update(chunk)]))
    },
    flush(done) {
      done(null, Buffer.concat([beginning(), cipher.final(), cipher.getAuthTag()]))
    },
  })
}

/** Stores what comes, encrypted. @throws TooLarge as soon as there is one byte too many */
export const storeEncrypted = (
  place: FilePlace,
  source: Readable,
  maximumBytes: number,
): Promise<StoredFile> =>
  storeFile(place.dataDir, place.orgId, source, maximumBytes, (id) => encryption(place, id))

/** What was handed over, decrypted as it is read. */
export interface StoredBytes {
  readonly sizeBytes: number
  /** From its beginning; fails at the end where a byte was altered. `onRead` hears how many bytes have passed. */
  stream(): Readable
  /** The first bytes, not yet vouched for. */
  head(bytes: number): Promise<Buffer>
}

/** Opens a stored file. @throws where it is not there */
export const openStored = async (place: FilePlace, id: string): Promise<StoredBytes> => {
  const { dataDir, orgId, key } = place
  const path = storedPath(dataDir, orgId, id)
  const { size } = await stat(path)
  const end = size - TAG_BYTES
  const file = await open(path)
  const iv = Buffer.alloc(IV_BYTES)
  const tag = Buffer.alloc(TAG_BYTES)
  try {
    await file.read(iv, 0, IV_BYTES, 0)
    await file.read(tag, 0, TAG_BYTES, Math.max(0, end))
  } finally {
    await file.close()
  }
  const stream = (): Readable => {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
      .setAAD(boundTo(orgId, id))
      .setAuthTag(tag)
    // An empty file has nothing between its ends.
    if (end <= IV_BYTES) {
      decipher.end()
      return decipher
    }
    const source = createReadStream(path, { start: IV_BYTES, end: end - 1, highWaterMark: READ_BYTES })
    source.once('error', (error) => decipher.destroy(error))
    decipher.once('close', () => source.destroy())
    return source.pipe(decipher)
  }
  return {
    sizeBytes: Math.max(0, end - IV_BYTES),
    stream,
    async head(bytes) {
      const pieces: Buffer[] = []
      let length = 0
      const source = stream()
      for await (const piece of source as AsyncIterable<Buffer>) {
        pieces.push(piece)
        length += piece.length
        if (length >= bytes) break
      }
      source.destroy()
      return Buffer.concat(pieces).subarray(0, bytes)
    },
  }
}
