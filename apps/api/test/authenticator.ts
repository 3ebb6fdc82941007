/** A device with passkeys, made of nothing but keys: answers as a browser's authenticator does, and otherwise where a test says so. */
import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

export type KeyKind = 'ES256' | 'EdDSA' | 'RS256'

interface Wish {
  readonly origin?: string
  /** Another challenge than the one that was asked, base64url. */
  readonly challenge?: string
  /** False: nobody touched a finger reader. */
  readonly verified?: boolean
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const make = (kind: KeyKind): KeyObject => {
  if (kind === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  if (kind === 'EdDSA') return generateKeyPairSync('ed25519').privateKey
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
}

type CoseValue = number | Uint8Array
const bytes = (part: string | undefined): Uint8Array => new Uint8Array(Buffer.from(part ?? '', 'base64url'))

const coseOf = (kind: KeyKind, key: KeyObject): Uint8Array => {
  const jwk = createPublicKey(key).export({ format: 'jwk' })
  const members: [number, CoseValue][] =
    kind === 'ES256'
      ? [[1, 2], [3, -7], [-1, 1], [-2, bytes(jwk.x)], [-3, bytes(jwk.y)]] // prettier-ignore
      : kind === 'EdDSA'
        ? [[1, 1], [3, -8], [-1, 6], [-2, bytes(jwk.x)]] // prettier-ignore
        : [[1, 3], [3, -257], [-1, bytes(jwk.n)], [-2, bytes(jwk.e)]] // prettier-ignore
  return isoCBOR.encode(new Map(members))
}

export class Authenticator {
  readonly kind: KeyKind
  readonly #key: KeyObject
  readonly #id = randomBytes(16)
  #handle = ''
  #count = 0
  readonly #origin: string

  constructor(kind: KeyKind = 'ES256', origin = 'http://localhost:4000') {
    this.kind = kind
    this.#key = make(kind)
    this.#origin = origin
  }

  /** Answers to the options of `beginPasskey`. */
  register(optionsJson: string): string {
    const options = JSON.parse(optionsJson) as { challenge: string; rp: { id: string }; user: { id: string } }
    this.#handle = options.user.id
    const cose = coseOf(this.kind, this.#key)
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.#id.length)
    const credential = Buffer.concat([Buffer.alloc(16), length, this.#id, cose])
    const authData = Buffer.concat([this.#data(options.rp.id, 0x45), credential])
    const attestation = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as never,
    )
    return this.#answer({
      clientDataJSON: base64url(this.#clientData('webauthn.create', options.challenge, {})),
      attestationObject: base64url(attestation),
      transports: ['internal'],
    })
  }

  /** Answers to the options of `beginSignature`, or of any other challenge. */
  answer(optionsJson: string, wish: Wish = {}): string {
    const options = JSON.parse(optionsJson) as { challenge: string; rpId: string }
    const clientData = this.#clientData('webauthn.get', wish.challenge ?? options.challenge, wish)
    const data = this.#data(options.rpId, wish.verified === false ? 0x01 : 0x05)
    const message = Buffer.concat([data, sha256(clientData)])
    const signature = sign(this.kind === 'EdDSA' ? null : 'sha256', message, this.#key)
    return this.#answer({
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(data),
      signature: base64url(signature),
      userHandle: this.#handle,
    })
  }

  #answer(response: object): string {
    const id = base64url(this.#id)
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
  }

  #clientData(type: string, challenge: string, { origin = this.#origin }: Wish): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #data(rpId: string, flags: number): Buffer {
    this.#count += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.#count)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
  }
}
