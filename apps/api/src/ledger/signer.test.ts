/** The signer as a process of its own: what it signs, what it does not, and that its end is nobody's loss. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entrySigningMessage, sha256 } from '@steward/verify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KeyChanged } from './signer.ts'
import { socketSigner } from './signer-client.ts'

const MAIN = join(import.meta.dirname, '../main.ts')
const ORIGIN = 'steward/018f3c4e-0000-7000-8000-000000000001'

let folder: string
let signer: ChildProcess
const socket = () => join(folder, 'run/signer.sock')

const startSigner = async (): Promise<void> => {
  signer = spawn(
    process.execPath,
    ['-C', 'development', '--import', '@oxc-node/core/register', MAIN, 'signer'],
    {
      env: { PATH: process.env['PATH'], STEWARD_DATA_DIR: folder, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  await once(signer, 'message')
}
const killSigner = async (): Promise<void> => {
  const gone = once(signer, 'exit')
  signer.kill('SIGKILL')
  await gone
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steward-signer-'))
  await startSigner()
})
afterEach(async () => {
  await killSigner()
  rmSync(folder, { recursive: true, force: true })
})

const checkpoint = (size: number, root: string) =>
  Buffer.from(`${ORIGIN}\n${size}\n${Buffer.from(sha256(root)).toString('base64')}\n`)

describe('the signer', () => {
  it('keeps its key to its own user, and the key out of what it publishes', async () => {
    const client = socketSigner(socket(), 30_000)
    const kid = await client.kid()
    const keys = join(folder, 'keys/ledger')
    expect(statSync(join(keys, `${kid}.key`)).mode & 0o077).toBe(0)
    expect(statSync(socket()).mode & 0o077).toBe(0)
    expect(readFileSync(join(keys, 'ring.json'), 'utf8')).not.toContain('PRIVATE')
    client.close()
  })

  it('signs entries and checkpoints, and nothing else', async () => {
    const client = socketSigner(socket(), 30_000)
    const kid = await client.kid()
    expect(await client.sign(kid, entrySigningMessage('a body'))).toHaveLength(64)
    expect(await client.sign(kid, checkpoint(3, 'r'))).toHaveLength(64)
    for (const other of ['a body', 'steward/key/v1\n{}', 'steward/entry/v1\nshort'])
      await expect(client.sign(kid, Buffer.from(other))).rejects.toThrow('does not sign')
    await expect(client.sign('0000000000000000', entrySigningMessage('b'))).rejects.toThrow(KeyChanged)
    client.close()
  })

  it('takes back no checkpoint that it has signed, also after it was killed', async () => {
    const client = socketSigner(socket(), 30_000)
    const kid = await client.kid()
    await client.sign(kid, checkpoint(5, 'five'))
    await killSigner()
    await startSigner()
    await client.sign(kid, checkpoint(5, 'five'))
    await expect(client.sign(kid, checkpoint(5, 'another five'))).rejects.toThrow('does not sign')
    await expect(client.sign(kid, checkpoint(4, 'four'))).rejects.toThrow('does not sign')
    await client.sign(kid, checkpoint(6, 'six'))
    client.close()
  })

  it('is waited for while it is away, and gives the same signature as before', async () => {
    const client = socketSigner(socket(), 30_000)
    const kid = await client.kid()
    const message = entrySigningMessage('c')
    const before = await client.sign(kid, message)
    await killSigner()
    const asked = client.sign(kid, message)
    await startSigner()
    expect((await asked).equals(before)).toBe(true)
    client.close()
  })
})
