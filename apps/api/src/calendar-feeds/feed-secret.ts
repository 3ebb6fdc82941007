/** What stands in the address of a calendar: the organization, so that no directory knows of it, and 256 random bits. */
import { randomBytes } from 'node:crypto'

const SECRET_BYTES = 32
const ORGANIZATION_BYTES = 16

export const newFeedSecret = (orgId: string): string =>
  Buffer.concat([Buffer.from(orgId.replaceAll('-', ''), 'hex'), randomBytes(SECRET_BYTES)]).toString(
    'base64url',
  )

/** The organization that a secret was made for; undefined where it is none of ours. */
export const organizationOfFeed = (secret: string): string | undefined => {
  if (!/^[\w-]{64}$/.test(secret)) return undefined
  return Buffer.from(secret, 'base64url')
    .subarray(0, ORGANIZATION_BYTES)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const feedAddress = (publicUrl: URL, secret: string): string =>
  new URL(`/calendar/${secret}.ics`, publicUrl).href
