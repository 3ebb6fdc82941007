/** Codes of an authenticator app (RFC 6238): six digits, a new one every 30 seconds, SHA-1 because that is what every app can. */
import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** A clock may be off by one step either way. */
const WINDOW = 1
const SECRET_BYTES = 20

const totp = (secret: string, label = '') =>
  new TOTP({ issuer: 'Steward', label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_SECONDS })

/** A new shared secret, in base32 as apps want it typed. */
export const newCodeSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What the QR code says; `account` is what the app shows under the issuer's name. */
export const codeUri = (secret: string, account: string): string => totp(secret, account).toString()

/** The time step that this code belongs to, near `now`; undefined where it fits none. */
export const stepOfCode = (secret: string, code: string, now: Date): number | undefined => {
  const timestamp = now.getTime()
  const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}
