import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Passwords of the embedded server's three roles: made once, kept beside it, shown nowhere. */
export interface DatabaseSecrets {
  readonly superuser: string
  readonly owner: string
  readonly runtime: string
}

const newPassword = () => randomBytes(24).toString('base64url')

/** Reads the file, or makes it (0600, in a folder 0700, complete or not at all). */
export function databaseSecrets(file: string): DatabaseSecrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DatabaseSecrets
  const secrets = { superuser: newPassword(), owner: newPassword(), runtime: newPassword() }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}
