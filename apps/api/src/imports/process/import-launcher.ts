import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Log } from '../../runtime/log.ts'
import { importRefusal } from '@steward/domain'
import type { RunKey } from '../run/run-import.ts'
import type { FileLook, NoLook } from '../file/look.ts'

/** Has runs done somewhere else than in the process that answers requests. */
export interface ImportLauncher {
  /** Returns at once; the run's row tells how it goes. */
  launch(run: RunKey): void
  /** Looks at a workbook, which is unpacked for that. */
  look(file: RunKey): Promise<FileLook | NoLook>
  /** Ends those that are under way. */
  stop(): Promise<void>
}

/** A file that eats memory ends its own process, not the API (threat T19). */
const HEAP_MEGABYTES = 256
const GRACE_MILLISECONDS = 5_000
const LOOK_MILLISECONDS = 60_000

/** main.js of this installation, or main.ts when run from the sources. */
const MAIN = join(import.meta.dirname, `../../main${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`)

export interface ImportProcesses {
  readonly log: Log
  /** Told of a run whose process ended by itself in any other way than well. */
  readonly onLost: (run: RunKey) => Promise<void>
  /** By which Node loads the same files as here. */
  readonly nodeArguments?: readonly string[]
  /** That of this process, unless given. */
  readonly environment?: NodeJS.ProcessEnv
}

/** A process for each run. Should this one die too, the run says by itself that nobody has heard of it for a while. */
export const importProcesses = ({
  log,
  onLost,
  nodeArguments = process.execArgv,
  environment,
}: ImportProcesses): ImportLauncher => {
  const running = new Set<ChildProcess>()
  const begin = (word: 'run' | 'look', { orgId, id }: RunKey): ChildProcess => {
    const child = spawn(
      process.execPath,
      [...nodeArguments, `--max-old-space-size=${HEAP_MEGABYTES}`, MAIN, 'import', word, orgId, id],
      { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    )
    running.add(child)
    return child
  }
  return {
    async look(file) {
      const child = begin('look', file)
      const late = setTimeout(() => child.kill('SIGKILL'), LOOK_MILLISECONDS)
      let seen: FileLook | NoLook = { refused: importRefusal('WORKBOOK_TOO_LARGE') }
      child.on('message', (message) => (seen = message as FileLook | NoLook))
      await once(child, 'exit').catch(() => undefined)
      clearTimeout(late)
      running.delete(child)
      return seen
    },
    launch({ orgId, id }) {
      const child = begin('run', { orgId, id })
      const gone = (reason: string | number | null): void => {
        running.delete(child)
        if (reason === 0) return
        log.error({ importRun: id, reason }, 'the process of an import ended')
        onLost({ orgId, id }).catch((error: unknown) =>
          log.warn({ type: (error as Error).name }, 'run not put away'),
        )
      }
      child.once('error', (error) => gone(error.message))
      child.once('exit', (code, signal) => gone(signal ?? code))
    },
    async stop() {
      const ends = [...running].map(async (child) => {
        child.kill('SIGTERM')
        const late = setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS)
        await once(child, 'exit')
        clearTimeout(late)
      })
      await Promise.all(ends)
    },
  }
}
