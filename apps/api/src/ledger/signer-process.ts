/**
 * The signer: a process that holds the ledger's key and does nothing but sign, for whoever reaches its socket. It signs hashes of
 * entries, and checkpoints that never take back what it has signed before; it cannot be brought to sign anything else.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { folderSigner } from './key-ring.ts'
import type { KeyRecord } from '@steward/verify'
import { KeyChanged, type Signer } from './signer.ts'

/** One line of JSON each way; answers come in any order and bear the number of their question. */
export interface Question {
  readonly n: number
  /** Which keys are published? */
  readonly ring?: true
  /** Absent: which key signs now? */
  readonly kid?: string
  /** base64 */
  readonly message?: string
}
export interface Answer {
  readonly n: number
  readonly ring?: readonly KeyRecord[]
  readonly kid?: string
  /** base64 */
  readonly sig?: string
  readonly refused?: 'KEY_CHANGED' | 'NOT_SIGNED_HERE'
}

const ENTRY_HEAD = Buffer.from('steward/entry/v1\n')
const ENTRY_BYTES = ENTRY_HEAD.length + 32
const CHECKPOINT = /^(steward\/[0-9a-f-]{36}(?:\/audit)?)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]{43}=)\n/
const LONGEST_LINE = 4_000

interface Signed {
  readonly size: number
  readonly root: string
}

/** The largest checkpoint of each ledger that was signed with the keys of this folder. */
class SignedCheckpoints {
  readonly #file: string
  readonly #signed: Map<string, Signed>

  constructor(folder: string) {
    this.#file = join(folder, 'checkpoints.json')
    const stored = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : '{}'
    this.#signed = new Map(Object.entries(JSON.parse(stored) as Record<string, Signed>))
  }

  /** Whether this one goes on from what was signed; then it is remembered, before it is signed. */
  admit(origin: string, { size, root }: Signed): boolean {
    const last = this.#signed.get(origin)
    if (last && (size < last.size || (size === last.size && root !== last.root))) return false
    this.#signed.set(origin, { size, root })
    const draft = `${this.#file}.new`
    writeFileSync(draft, JSON.stringify(Object.fromEntries(this.#signed)), { mode: 0o600, flush: true })
    renameSync(draft, this.#file)
    return true
  }
}

/** Whether the message is one of the two kinds that are signed here. */
const admits = (checkpoints: SignedCheckpoints, message: Buffer): boolean => {
  if (message.length === ENTRY_BYTES && message.subarray(0, ENTRY_HEAD.length).equals(ENTRY_HEAD)) return true
  const [whole, origin, size, root] = CHECKPOINT.exec(message.toString('utf8')) ?? []
  return whole !== undefined && checkpoints.admit(origin!, { size: Number(size), root: root! })
}

const answerTo = async (
  signer: Signer,
  checkpoints: SignedCheckpoints,
  { n, ring, kid, message }: Question,
): Promise<Answer> => {
  if (ring) return { n, ring: await signer.ring() }
  if (kid === undefined || message === undefined) return { n, kid: await signer.kid() }
  const bytes = Buffer.from(message, 'base64')
  if ((await signer.kid()) !== kid) return { n, refused: 'KEY_CHANGED' }
  if (!admits(checkpoints, bytes)) return { n, refused: 'NOT_SIGNED_HERE' }
  try {
    return { n, sig: (await signer.sign(kid, bytes)).toString('base64') }
  } catch (error) {
    if (error instanceof KeyChanged) return { n, refused: 'KEY_CHANGED' }
    throw error
  }
}

const serve = (signer: Signer, checkpoints: SignedCheckpoints, socket: Socket): void => {
  socket.on('error', () => socket.destroy())
  const lines = createInterface({ input: socket }).on('error', () => undefined)
  lines.on('line', (line) => {
    if (line.length > LONGEST_LINE) return void socket.destroy()
    try {
      void answerTo(signer, checkpoints, JSON.parse(line) as Question).then(
        (answer) => socket.write(`${JSON.stringify(answer)}\n`),
        () => socket.destroy(),
      )
    } catch {
      socket.destroy()
    }
  })
}

/** Listens; only this process's own user gets to the socket. */
export const listenForSigning = async (folder: string, path: string): Promise<Server> => {
  const signer = folderSigner(folder)
  await signer.kid()
  const checkpoints = new SignedCheckpoints(folder)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // What a killed predecessor left.
  rmSync(path, { force: true })
  const server = createServer((socket) => serve(signer, checkpoints, socket))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  chmodSync(path, 0o600)
  return server
}
