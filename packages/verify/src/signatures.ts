import { createPublicKey, verify, type KeyObject } from 'node:crypto'

/** Signs a message with a private key that the caller keeps: 64 bytes of Ed25519 (RFC 8032, pure). */
export type Sign = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>

/** What precedes the 32 raw bytes of an Ed25519 public key in its DER form. */
const DER_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** @param publicKey 32 raw bytes */
export const ed25519Key = (publicKey: Uint8Array): KeyObject => {
  if (publicKey.length !== 32) throw new TypeError('an Ed25519 public key has 32 bytes')
  return createPublicKey({ key: Buffer.concat([DER_PREFIX, publicKey]), format: 'der', type: 'spki' })
}

export const verifySignature = (message: Uint8Array, signature: Uint8Array, key: KeyObject): boolean =>
  signature.length === 64 && verify(null, message, key, signature)

/** Verifies with any kind of key that a passkey has, on the pool: ES256 and RS256 over SHA-256, EdDSA pure. */
export const verifyPasskey: Verify = (message, signature, key, done) => {
  const algorithm = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  verify(algorithm, message, key, signature, (error, right) => {
    done(error === null && right)
  })
}

/** Checks one signature, now or later. */
export type Verify = (
  message: Uint8Array,
  signature: Uint8Array,
  key: KeyObject,
  done: (right: boolean) => void,
) => void

/** On a thread of the engine's pool, so that all cores verify while the caller reads on. */
const verifyOnPool: Verify = (message, signature, key, done) => {
  verify(null, message, key, signature, (error, right) => {
    done(error === null && right)
  })
}

/** Signatures being verified, so many at a time that memory stays flat. */
export class SignatureQueue {
  readonly #verify: Verify
  #open = 0
  #resume: (() => void) | undefined
  #waitFor = 0
  checked = 0
  static readonly #MOST = 2048

  constructor(verify: Verify = verifyOnPool) {
    this.#verify = verify
  }

  add(
    message: Uint8Array,
    signature: Uint8Array,
    key: KeyObject,
    wrong: () => void,
    verifyWith: Verify = this.#verify,
  ): void {
    this.#open += 1
    verifyWith(message, signature, key, (right) => {
      this.checked += 1
      this.#open -= 1
      if (!right) wrong()
      if (this.#open <= this.#waitFor) this.#resume?.()
    })
  }

  get isFull(): boolean {
    return this.#open >= SignatureQueue.#MOST
  }

  /** Waits until at most so many are open. */
  async drain(until = SignatureQueue.#MOST / 2): Promise<void> {
    if (this.#open <= until) return
    this.#waitFor = until
    await new Promise<void>((resolve) => {
      this.#resume = resolve
    })
    this.#resume = undefined
  }
}
