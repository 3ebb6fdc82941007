/** A passkey's public key: from the form in which its device gives it (COSE) to the one that every program reads (SPKI, DER). */
import { createPublicKey, type JsonWebKey } from 'node:crypto'
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers'

const { COSECRV, COSEKEYS } = cose
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('base64url')

/** @throws for a kind of key that the offline verifier does not know */
const jwkOf = (key: Uint8Array): JsonWebKey => {
  const decoded = decodeCredentialPublicKey(new Uint8Array(key))
  if (cose.isCOSEPublicKeyEC2(decoded) && decoded.get(COSEKEYS.crv) === COSECRV.P256)
    return { kty: 'EC', crv: 'P-256', x: text(decoded.get(COSEKEYS.x)), y: text(decoded.get(COSEKEYS.y)) }
  if (cose.isCOSEPublicKeyOKP(decoded) && decoded.get(COSEKEYS.crv) === COSECRV.ED25519)
    return { kty: 'OKP', crv: 'Ed25519', x: text(decoded.get(COSEKEYS.x)) }
  if (cose.isCOSEPublicKeyRSA(decoded))
    return { kty: 'RSA', n: text(decoded.get(COSEKEYS.n)), e: text(decoded.get(COSEKEYS.e)) }
  throw new TypeError('a passkey with an unknown kind of key')
}

/** SubjectPublicKeyInfo in DER, hex. */
export const spkiOf = (publicKey: Uint8Array): string =>
  createPublicKey({ key: jwkOf(publicKey), format: 'jwk' })
    .export({ format: 'der', type: 'spki' })
    .toString('hex')
