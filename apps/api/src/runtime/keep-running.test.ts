import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { keepRunning, type KeptChild } from './keep-running.ts'
import { waitForPort } from './port.ts'
import { isAlive, waitUntilGone } from './postmaster.ts'

const said: string[] = []
const tell = { say: (what: string) => void said.push(what), warn: (what: string) => void said.push(what) }

let kept: KeptChild | undefined
afterEach(async () => {
  await kept?.stop()
  said.length = 0
})

const keep = (script: string, graceMilliseconds = 5_000) =>
  (kept = keepRunning(
    {
      name: 'The child',
      arguments: ['--eval', script],
      environment: process.env,
      graceMilliseconds,
      backOffMilliseconds: [10],
    },
    tell,
  ))

const READY = `process.send('ready'); setInterval(() => {}, 1000);`

describe('a kept child', () => {
  test('is started again when it is killed, as often as that happens', async () => {
    const child = keep(READY)
    await child.ready
    const pids = new Set<number>()
    for (let round = 0; round < 7; round += 1) {
      await vi.waitFor(() => expect(child.pid && !pids.has(child.pid)).toBe(true), { timeout: 5_000 })
      pids.add(child.pid!)
      process.kill(child.pid!, 'SIGKILL')
    }
    await vi.waitFor(() => expect(child.pid && !pids.has(child.pid)).toBe(true), { timeout: 5_000 })
    expect(said[0]).toBe('The child ended (SIGKILL); it is started again')
  })

  test('that never becomes ready is given up, with the reason', async () => {
    await expect(keep('process.exit(3)').ready).rejects.toThrow('The child does not start (exit code 3).')
  })

  test('that stops when told is waited for; a deaf one is killed', async () => {
    const polite = keep(`${READY} process.on('SIGTERM', () => setTimeout(() => process.exit(0), 200))`)
    await polite.ready
    const [pid] = [polite.pid!]
    await polite.stop()
    expect(isAlive(pid)).toBe(false)

    const deaf = keep(`process.on('SIGTERM', () => {}); ${READY}`, 200)
    await deaf.ready
    const deafPid = deaf.pid!
    await deaf.stop()
    expect(isAlive(deafPid)).toBe(false)
  })

  test('that falls silent is taken for one that hangs, and started again', async () => {
    const speaks = `process.send('ready'); const beat = setInterval(() => process.send('alive'), 20);`
    const child = (kept = keepRunning(
      {
        name: 'The child',
        arguments: ['--eval', `process.on('SIGUSR2', () => { for (;;); }); ${speaks}`],
        environment: process.env,
        silenceMilliseconds: 1_000,
        backOffMilliseconds: [10],
      },
      tell,
    ))
    await child.ready
    const hanging = child.pid!
    process.kill(hanging, 'SIGUSR2')
    await vi.waitFor(() => expect([undefined, hanging]).not.toContain(child.pid), { timeout: 10_000 })
    expect(said).toContain('The child ended (SIGKILL); it is started again')
  })

  test('is not started again once stopped, even while it waits to be', async () => {
    const child = keep(READY)
    await child.ready
    process.kill(child.pid!, 'SIGKILL')
    await child.stop()
    expect(child.pid).toBeUndefined()
  })

  test('ends by itself when its supervisor is killed', async () => {
    const file = join(import.meta.dirname, '../../test/supervise.ts')
    const supervisor = spawn(
      process.execPath,
      ['-C', 'development', '--import', '@oxc-node/core/register', file],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const [line] = (await once(supervisor.stdout, 'data')) as [Buffer]
    const child = Number(line.toString())
    expect(isAlive(child)).toBe(true)
    supervisor.kill('SIGKILL')
    expect(await waitUntilGone(child, 5_000)).toBe(true)
  })
})

describe('the port', () => {
  test('is waited for while the API of a killed supervisor leaves, and then taken', async () => {
    const leaving = createServer().listen(0, 'localhost')
    await once(leaving, 'listening')
    const { port } = leaving.address() as { port: number }
    await expect(waitForPort(port, 'localhost', tell, 100)).rejects.toThrow(`Port ${port} is in use`)
    setTimeout(() => leaving.close(), 200)
    await waitForPort(port, 'localhost', tell, 5_000)
  })
})
