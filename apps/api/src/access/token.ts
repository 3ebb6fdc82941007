import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits; only the browser's cookie ever holds them. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What `newToken()` may have answered. */
export const isToken = (token: string): boolean => /^[\w-]{43}$/.test(token)

/** A credential's token: its id, so that a leak can be told and taken back, and 256 random bits. */
export const newCredentialToken = (id: string): string => `stw_${id.replaceAll('-', '')}_${newToken()}`

/** A token of a program and never of a browser; no session token has this form. */
export const isCredentialToken = (token: string): boolean => /^stw_[0-9a-f]{32}_[\w-]{43}$/.test(token)

/** What the session table is keyed by. A plain hash is enough: the token has full entropy. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** `__Host-` only over https: browsers refuse the prefix on http, which is allowed for loopback and demonstration (decision 26). */
export const cookieName = (publicUrl: URL): string =>
  publicUrl.protocol === 'https:' ? '__Host-steward' : 'steward'

/** Of somebody on their way in: between the password and the code. */
export const attemptCookieName = (publicUrl: URL): string => `${cookieName(publicUrl)}-attempt`

/** Of a browser in which somebody signed in: it proves nothing, but strangers' failures do not count against it. */
export const deviceCookieName = (publicUrl: URL): string => `${cookieName(publicUrl)}-device`
