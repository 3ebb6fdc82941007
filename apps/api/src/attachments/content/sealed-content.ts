/**
 * A sensitive content under a key of its own, which in turn is sealed under the client's key: whoever destroys that one has
 * destroyed the content, wherever copies of it lie.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { StoredPlace } from '../../storage/file-storage.ts'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Bound into it, so that a content that was moved to another place opens there for nobody. */
const placeOf = ({ orgId, id }: StoredPlace): Buffer => Buffer.from(`${orgId}|attachment|content|${id}`)

/** @returns what is to be stored, and the key as text */
export const sealContent = (place: StoredPlace, content: Buffer): { sealed: Buffer; key: string } => {
  const key = randomBytes(32)
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(placeOf(place))
  const body = Buffer.concat([cipher.update(content), cipher.final()])
  return { sealed: Buffer.concat([iv, cipher.getAuthTag(), body]), key: key.toString('base64url') }
}

/** The whole is checked before a byte of it is answered. @throws Error where it was altered, or is not of this place */
export const openContent = (place: StoredPlace, sealed: Buffer, key: string): Buffer => {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    Buffer.from(key, 'base64url'),
    sealed.subarray(0, IV_BYTES),
    { authTagLength: TAG_BYTES },
  )
    .setAAD(placeOf(place))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}
