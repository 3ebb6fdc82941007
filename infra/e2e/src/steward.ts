/** The system under test: built, started by the same command as everywhere, in a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another one where several checkouts are tested side by side. */
const PORT = Number(process.env.STEWARD_E2E_PORT ?? 4790)
export const ADDRESS = `http://localhost:${PORT}`
const MAIN = join(import.meta.dirname, '../../../apps/api/dist/main.js')
const SECONDS_TO_START = 120

/** Starts it and waits until it says where it is; the returned function stops it and removes its data. */
export const startSteward = async (): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-e2e-'))
  // As root the database runs as somebody else, who must get through to its folder.
  chmodSync(folder, 0o711)
  const steward = spawn(process.execPath, [MAIN, 'start'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(PORT),
      STEWARD_DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    if (steward.exitCode === null) {
      const gone = once(steward, 'exit')
      steward.kill('SIGTERM')
      await gone
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await saysWhereItIs(steward)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

const saysWhereItIs = (steward: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    const give = (reason: string) => reject(new Error(`Steward did not start (${reason}):\n${said}`))
    const late = setTimeout(() => give(`${SECONDS_TO_START} s`), SECONDS_TO_START * 1000)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes(ADDRESS)) return
      clearTimeout(late)
      resolve()
    }
    steward.stdout?.on('data', listen)
    steward.stderr?.on('data', listen)
    steward.once('exit', (code) => give(`exit code ${code}`))
  })
