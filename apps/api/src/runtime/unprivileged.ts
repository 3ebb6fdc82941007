import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whom PostgreSQL runs as when Steward itself runs as root, which PostgreSQL refuses. */
export interface UnprivilegedUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const id = (flag: '-u' | '-g', name: string) =>
  Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))

/**
 * `undefined` unless this process is root. An existing data folder keeps its owner; a new one goes to `postgres` where
 * that user exists, else to `nobody` (initdb wants a user with a name, so a bare number will not do).
 */
export function unprivilegedUser(dataFolder?: string): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (dataFolder && existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder)
    if (uid !== 0) return { name: String(uid), uid, gid }
  }
  for (const name of ['postgres', 'nobody']) {
    try {
      return { name, uid: id('-u', name), gid: id('-g', name) }
    } catch {
      // No such user on this system: try the next.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.')
}

/** The nearest folder on the way to `path` that `user` may not enter; `undefined` when the way is free. */
export function closedTo(user: Pick<UnprivilegedUser, 'uid' | 'gid'>, path: string): string | undefined {
  const parent = dirname(path)
  const closed = parent === path ? undefined : closedTo(user, parent)
  if (closed || !existsSync(path)) return closed
  const { mode, uid, gid } = statSync(path)
  const search = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  return mode & search ? undefined : path
}
