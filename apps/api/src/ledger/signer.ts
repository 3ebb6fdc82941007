/** Who holds the ledger's key. Everybody else asks for signatures and never sees it. */
import type { KeyRecord } from '@steward/verify'

/** What is signed: an entry of a ledger, or a checkpoint. The two can never be taken for each other. */
export interface Signer {
  /** The published keys, the root first. */
  ring(): Promise<readonly KeyRecord[]>
  /** The key that signs now; its id stands in what is signed. */
  kid(): Promise<string>
  /** @throws KeyChanged where another key signs by now: ask again, and write its id */
  sign(kid: string, message: Uint8Array): Promise<Buffer>
}

export class KeyChanged extends Error {
  override readonly name = 'KeyChanged'
}

/** The signer cannot be reached: nothing is signed, so nothing is done. */
export class SignerAway extends Error {
  override readonly name = 'SignerAway'
}

/** What the system does by itself is signed by nobody. */
const nothing = () => Promise.reject(new Error('Nothing is signed here.'))
export const NO_SIGNER: Signer = { ring: nothing, kid: nothing, sign: nothing }
