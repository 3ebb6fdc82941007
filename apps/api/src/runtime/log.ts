import { pino, stdTimeFunctions, type Logger } from 'pino'
import type { Config } from '../config.ts'

export type Log = Logger

/** JSON lines on standard output. No field may hold personal data: ids, verbs, durations and codes only. */
export const processLog = (config: Pick<Config, 'logLevel'>, name: string): Log =>
  pino({
    level: config.logLevel,
    base: { process: name, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
  })

/** What the supervisor tells the person at the terminal, or, in production, whoever collects the logs. */
export interface Teller {
  say(what: string): void
  warn(what: string): void
}

export function teller(config: Pick<Config, 'logLevel' | 'mode'>): Teller {
  if (config.mode === 'production') {
    const log = processLog(config, 'supervisor')
    return { say: (what) => log.info(what), warn: (what) => log.warn(what) }
  }
  const line = (mark: string) => (what: string) => void process.stdout.write(`${mark} ${what}\n`)
  return { say: line('·'), warn: line('!') }
}
