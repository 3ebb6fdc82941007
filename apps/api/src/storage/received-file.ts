/** What is on its way in waits on this machine's disk: memory does not grow with slow senders. */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { atMost, TooLarge } from './at-most.ts'

/** It broke off on the way. */
export class Incomplete extends Error {
  override readonly name = 'Incomplete'
}

const FOLDER = 'incoming'
/** No request lasts as long: what is older was left by a process that ended. */
const FORGOTTEN_MILLISECONDS = 3_600_000

/** Hands the whole content over as soon as it is there; the file is gone when the answer is. @throws TooLarge, Incomplete */
export const received = async <T>(
  { dataDir, source, maximumBytes }: { dataDir: string; source: Readable; maximumBytes: number },
  work: (content: Buffer) => Promise<T>,
): Promise<T> => {
  const folder = join(dataDir, FOLDER)
  const path = join(folder, randomUUID())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await pipeline(source, atMost(maximumBytes), createWriteStream(path, { mode: 0o600 })).catch(
      (error: unknown) => {
        throw error instanceof TooLarge || source.readableEnded ? error : new Incomplete()
      },
    )
    return await work(await readFile(path))
  } finally {
    await rm(path, { force: true })
  }
}

/** Takes away what a killed process has left. */
export const clearForgotten = async (dataDir: string): Promise<void> => {
  const folder = join(dataDir, FOLDER)
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const known = await stat(join(folder, name)).catch(() => undefined)
    if (known && Date.now() - known.mtimeMs > FORGOTTEN_MILLISECONDS)
      await rm(join(folder, name), { force: true })
  }
}

/** SHA-256 in hex. */
export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
