/** The one-time link to a new password: made here, whoever hands it over. */
import { randomBytes } from 'node:crypto'
import { IsNull, type EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { PasswordReset } from '../access/second-factor.entity.ts'
import { hashToken } from '../access/token.ts'
import type { Config } from '../config.ts'
import type { Staff } from '../organization/organization.entity.ts'

const SECRET_BYTES = 32

/** How long the link in a mail is good. */
export const MAILED_LINK_HOURS = 2
export const mailedLinkExpiresAt = (now: Date): Date =>
  new Date(now.getTime() + MAILED_LINK_HOURS * 3_600_000)

interface Opening {
  readonly now: Date
  readonly expiresAt: Date
  /** The administrator who hands it over; null where the system does. */
  readonly issuedById: string | null
}

/**
 * Opens a way to a new password for somebody whose row is locked; an earlier one is void. Answers the secret, for the only time:
 * it carries the organization, so that no directory knows of it.
 */
export const openReset = async (
  manager: EntityManager,
  { orgId, id: staffId }: Pick<Staff, 'orgId' | 'id'>,
  { now, expiresAt, issuedById }: Opening,
): Promise<string> => {
  const organization = Buffer.from(orgId.replaceAll('-', ''), 'hex')
  const token = Buffer.concat([organization, randomBytes(SECRET_BYTES)]).toString('base64url')
  await manager.update(PasswordReset, { orgId, staffId, endedAt: IsNull() }, { endedAt: now })
  await manager.insert(PasswordReset, {
    orgId,
    id: newId(),
    staffId,
    secretHash: hashToken(token),
    requestedAt: now,
    issuedById,
    expiresAt,
  })
  return token
}

/** The organization that a secret was made for; undefined where it is none of ours. */
export const organizationOf = (token: string): string | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 16 + SECRET_BYTES) return undefined
  return bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Behind the #: no server, no proxy and no log ever sees it. */
export const resetUrl = ({ publicUrl }: Pick<Config, 'publicUrl'>, token: string): string =>
  `${publicUrl.origin}/admin#reset=${token}`
