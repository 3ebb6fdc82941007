import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs'

const ROTATE_AT_BYTES = 10 * 1024 * 1024

/** The embedded server's own log. A file, not a pipe: an orphaned server must survive the death of its supervisor. */
export function openServerLog(file: string) {
  if (existsSync(file) && statSync(file).size > ROTATE_AT_BYTES) renameSync(file, `${file}.1`)
  const descriptor = openSync(file, 'a', 0o600)
  const from = statSync(file).size
  return {
    descriptor,
    close: () => closeSync(descriptor),
    /** What was written since this was opened. */
    text(): string {
      const reader = openSync(file, 'r')
      const buffer = Buffer.alloc(Math.max(0, statSync(file).size - from))
      readSync(reader, buffer, 0, buffer.length, from)
      closeSync(reader)
      return buffer.toString('utf8')
    },
  }
}

/** The line that says why a server did not start. */
export const fatalLine = (log: string): string | undefined =>
  log
    .split('\n')
    .findLast((line) => /FATAL|PANIC/.test(line))
    ?.replace(/^.*(FATAL|PANIC): +/, '')
