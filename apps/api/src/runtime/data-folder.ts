import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { closedTo, unprivilegedUser } from './unprivileged.ts'

/** The checkout (or installation) that this file belongs to, from src/ and dist/ alike. */
export const repositoryRoot = resolve(import.meta.dirname, '../../../..')

/**
 * `.steward` beside the code, unless Steward runs as root from a folder that the database's unprivileged user cannot
 * enter (a checkout below /root): then a folder of its own below /var/lib/steward, the same at every start.
 */
export function defaultDataFolder(root = repositoryRoot): string {
  const user = unprivilegedUser()
  if (!user || !closedTo(user, root)) return join(root, '.steward')
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 8)
  return join('/var/lib/steward', `${basename(root)}-${mark}`)
}

/** The kernel takes no longer path for a socket than about a hundred bytes. */
const LONGEST_SOCKET_PATH = 100

/** Where the signer of that data folder listens, unless a setting says otherwise. */
export function socketPath(dataDir: string): string {
  const path = join(dataDir, 'run/signer.sock')
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return path
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return join(tmpdir(), `steward-${name}`, 'signer.sock')
}
