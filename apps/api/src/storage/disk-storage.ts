import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { keyOf, type FileStorage } from './file-storage.ts'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** In the data folder, which all processes of Steward share. */
export const diskStorage = (dataDir: string): FileStorage => ({
  async put(place, source) {
    const path = join(dataDir, keyOf(place))
    const unfinished = `${path}.part`
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    try {
      await pipeline(source, createWriteStream(unfinished, { mode: 0o600, flush: true }))
      await rename(unfinished, path)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  },
  async read(place) {
    try {
      // Opened before it is answered, so that what is missing is known in time.
      const file = await open(join(dataDir, keyOf(place)))
      return createReadStream('', { fd: file })
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
  async remove(place) {
    await rm(join(dataDir, keyOf(place)), { force: true })
  },
})
