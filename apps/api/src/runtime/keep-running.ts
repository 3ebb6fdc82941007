import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Teller } from './log.ts'

export interface ChildProgram {
  /** For the messages. */
  readonly name: string
  /** Node's arguments: its own flags, the file and what the file is told. */
  readonly arguments: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  /** How long it may take to stop before it is killed. */
  readonly graceMilliseconds?: number
  /** A program that sends messages all along: silent for this long, once ready, it hangs and is killed. Default: never. */
  readonly silenceMilliseconds?: number
  /** Waits between restarts, the last one repeated. */
  readonly backOffMilliseconds?: readonly number[]
}

export interface KeptChild {
  /** The first time it says `ready`; rejects when it never got that far. */
  readonly ready: Promise<void>
  /** The running process, if it runs. */
  readonly pid: number | undefined
  stop(): Promise<void>
}

const BACK_OFF = [100, 500, 1_000, 2_000, 5_000]
/** One that lived this long has recovered: its next end starts the back-off anew. */
const RECOVERED_AFTER_MILLISECONDS = 30_000
/** A program that has not once become ready will not by trying again. */
const ATTEMPTS_BEFORE_READY = 5

/** Starts a Node program and starts it again whenever it dies, until told to stop. */
export function keepRunning(program: ChildProgram, tell: Teller): KeptChild {
  const { graceMilliseconds = 15_000, backOffMilliseconds = BACK_OFF } = program
  const stopping = new AbortController()
  let child: ChildProcess | undefined
  let everReady = false
  let announce: () => void = () => undefined
  let giveUp: (error: Error) => void = () => undefined
  const ready = new Promise<void>((resolve, reject) => ([announce, giveUp] = [resolve, reject]))
  ready.catch(() => undefined)

  const runOnce = () =>
    new Promise<string>((resolve) => {
      child = spawn(process.execPath, program.arguments, {
        env: program.environment,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      const listening = silenceOf(child, program.silenceMilliseconds)
      child.on('message', (message) => {
        listening.heard()
        if (message !== 'ready') return
        everReady = true
        announce()
      })
      child.once('error', (error) => resolve(error.message))
      child.once('exit', (code, signal) => {
        listening.end()
        resolve(signal ?? `exit code ${code}`)
      })
    })

  const run = async () => {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      const startedAt = performance.now()
      const reason = await runOnce()
      child = undefined
      if (stopping.signal.aborted) return
      if (performance.now() - startedAt > RECOVERED_AFTER_MILLISECONDS) failures = 0
      if (!everReady && failures + 1 >= ATTEMPTS_BEFORE_READY) {
        giveUp(new Error(`${program.name} does not start (${reason}).`))
        return
      }
      const wait = backOffMilliseconds[Math.min(failures, backOffMilliseconds.length - 1)] ?? 0
      tell.warn(`${program.name} ended (${reason}); it is started again`)
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const done = run()

  return {
    ready,
    get pid() {
      return child?.pid
    },
    async stop() {
      stopping.abort()
      giveUp(new Error(`${program.name} was stopped.`))
      child?.kill('SIGTERM')
      const late = setTimeout(() => child?.kill('SIGKILL'), graceMilliseconds)
      await done
      clearTimeout(late)
    },
  }
}

/** Kills a child that has spoken once and then is silent for too long. */
function silenceOf(child: ChildProcess, milliseconds: number | undefined) {
  let timer: NodeJS.Timeout | undefined
  return {
    heard() {
      clearTimeout(timer)
      if (milliseconds) timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    },
    end: () => clearTimeout(timer),
  }
}
