import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Passwords of the embedded server's four roles: made once, kept beside it, shown nowhere. */
export interface DatabaseSecrets {
  readonly superuser: string
  readonly owner: string
  readonly runtime: string
  readonly worker: string
}

const newPassword = () => randomBytes(24).toString('base64url')

/** Reads the file, or makes it (0600, in a folder 0700, complete or not at all); one of an older version gets what it lacks. */
export function databaseSecrets(file: string): DatabaseSecrets {
  const known = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<DatabaseSecrets>)
    : undefined
  if (known?.superuser && known.owner && known.runtime && known.worker) return known as DatabaseSecrets
  const secrets = {
    superuser: newPassword(),
    owner: newPassword(),
    runtime: newPassword(),
    worker: newPassword(),
    ...known,
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}
