import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A running PostgreSQL server process of one data folder. */
export interface Postmaster {
  readonly pid: number
  /** TCP port on 127.0.0.1; `undefined` while it has not written it yet. */
  readonly port: number | undefined
}

/** PostgreSQL's own record of who runs on a data folder: line 1 the process, line 4 the port. */
export const pidFile = (dataFolder: string): string => join(dataFolder, 'postmaster.pid')

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What the pid file names, whether or not that process still lives or is PostgreSQL at all. */
export function recordedPostmaster(dataFolder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(dataFolder), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]) || undefined } : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether process `pid` is the server of this data folder. After a reboot, and all the more in a container, the number
 * in a left-over pid file may by then belong to somebody else.
 */
export function isPostmasterOf(dataFolder: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === dataFolder
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      dataFolder,
    )
  } catch {
    return false
  }
}

/** Waits until process `pid` is gone; false when it is still there after `milliseconds`. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline; await sleep(20)) {
    if (!isAlive(pid)) return true
  }
  return !isAlive(pid)
}

/** Fast shutdown: open transactions roll back, a checkpoint is written. One that hangs is stopped without the checkpoint. */
export async function stopPostmaster(pid: number, graceMilliseconds = 30_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    if (await waitUntilGone(pid, graceMilliseconds)) return
  }
}
