import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits; only the browser's cookie ever holds them. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the session table is keyed by. A plain hash is enough: the token has full entropy. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** `__Host-` only over https: browsers refuse the prefix on http, which is allowed for loopback and demonstration (decision 26). */
export const cookieName = (publicUrl: URL): string =>
  publicUrl.protocol === 'https:' ? '__Host-steward' : 'steward'
