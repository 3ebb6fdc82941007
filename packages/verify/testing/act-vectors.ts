/** Ledgers whose signers proved more than a session: PIN, password and code, passkeys alone and over several. */
import { createPrivateKey, sign } from 'node:crypto'
import { exampleLedger, KEYS, uuid, type Example } from '../src/example-ledger.ts'
import {
  challengeOf,
  sha256,
  sha256Hex,
  statementHash,
  toHex,
  type FindingCode,
  type SignOffBody,
} from '../src/index.ts'

const SPKI = '302a300506032b6570032100'
const ORIGIN = 'https://steward.example'
/** The private key of the device: RFC 8032 section 7.1, test SHA(abc). */
const DEVICE = createPrivateKey({
  key: Buffer.from(
    '302e020100300506032b657004220420833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    'hex',
  ),
  format: 'der',
  type: 'pkcs8',
})
const CREDENTIAL = sha256Hex('device').slice(0, 32)
const PUBLIC_KEY = `${SPKI}${toHex(KEYS.other.publicKey)}`
const nonce = (seq: number): string => sha256Hex(`nonce/${seq}`).slice(0, 32)

type Changed = Record<string, unknown>
interface Wish {
  /** Changes the body after the device has signed. */
  readonly after?: (body: Changed & { proof: Changed }) => void
  /** What the device is asked instead of the act. */
  readonly challenge?: string
  readonly origin?: string
  readonly flags?: number
  /** Whose passkey it is. */
  readonly holder?: string
  /** No entry says whose passkey it is. */
  readonly unknown?: true
  readonly removed?: true
  /** Somebody else countersigns it; or its holder does, or they do it twice. */
  readonly countersigned?: 'BY_ANOTHER' | 'BY_HOLDER' | 'TWICE' | 'ANOTHER_KEY'
}

const added = (body: SignOffBody, { holder }: Wish, person: string) => ({
  v: 1,
  org: body.org,
  kind: 'PASSKEY_ADDED',
  id: body.id,
  kid: body.kid,
  holder: { staff: body.signer.staff, person: holder ?? person },
  credential: CREDENTIAL,
  publicKey: PUBLIC_KEY,
  addedAt: body.signedAt,
  proof: { method: 'PASSWORD', at: body.signedAt },
})

const countersigned = (body: SignOffBody, { countersigned: how }: Wish, person: string) => ({
  v: 1,
  org: body.org,
  kind: 'PASSKEY_COUNTERSIGNED',
  id: body.id,
  kid: body.kid,
  holder: { staff: body.signer.staff, person },
  credential: CREDENTIAL,
  publicKey: how === 'ANOTHER_KEY' ? `${SPKI}${toHex(KEYS.attacker.publicKey)}` : PUBLIC_KEY,
  countersignedAt: body.signedAt,
  by: {
    staff: uuid('administrator'),
    person: how === 'BY_HOLDER' ? person : uuid('who administers'),
  },
  proof: { method: 'PASSWORD', at: body.signedAt },
})

const removed = (body: SignOffBody, person: string) => ({
  v: 1,
  org: body.org,
  kind: 'PASSKEY_REMOVED',
  id: body.id,
  kid: body.kid,
  holder: { staff: body.signer.staff, person },
  credential: CREDENTIAL,
  removedAt: body.signedAt,
  by: body.signer.staff,
})

const byPasskey = (body: SignOffBody, seq: number, others: readonly string[], wish: Wish): SignOffBody => {
  const own = statementHash(body, nonce(seq))
  const act = [own, ...others]
  const challenge = wish.challenge ?? challengeOf(act)
  const { origin = ORIGIN, flags = 0x05 } = wish
  const said = {
    type: 'webauthn.get',
    challenge: Buffer.from(challenge, 'hex').toString('base64url'),
    origin,
    crossOrigin: false,
  }
  const clientDataJSON = Buffer.from(JSON.stringify(said))
  const data = Buffer.concat([sha256('steward.example'), Buffer.from([flags]), Buffer.from([0, 0, 0, seq])])
  const signature = sign(null, Buffer.concat([data, sha256(clientDataJSON)]), DEVICE)
  const proof = {
    method: 'PASSKEY',
    at: body.signedAt,
    nonce: nonce(seq),
    batch: others.length > 0 ? act : null,
    credential: CREDENTIAL,
    publicKey: PUBLIC_KEY,
    clientDataJSON: toHex(clientDataJSON),
    authenticatorData: toHex(data),
    signature: toHex(signature),
  }
  return { ...body, proof }
}

/** Entry 0 says whose the passkey is; 3 is signed by it alone, 4 and 5 in one act; 1 by a PIN, 2 by password and code. */
const withActs = (wish: Wish = {}): Promise<Example> => {
  const person = uuid('who has the passkey')
  const changed = (body: SignOffBody, seq: number): SignOffBody => {
    if (seq === 0 && !wish.unknown) return added(body, wish, person) as never
    const own = {
      ...body,
      signer: { ...body.signer, person },
      // One person signs for several matters.
      signing: { id: uuid('signing of', seq), part: 0, step: 0 },
      meaning: 'RECORDED',
      amount: '60000.00',
    } as const
    if (seq === 1 && wish.countersigned) return countersigned(body, wish, person) as never
    if (seq === 1)
      return { ...own, proof: { method: 'PIN', at: body.signedAt, nonce: nonce(1), batch: null } }
    if (seq === 2 && wish.countersigned === 'TWICE') return countersigned(body, wish, person) as never
    if (seq === 2 && wish.removed) return removed(body, person) as never
    if (seq === 2)
      return {
        ...own,
        proof: { method: 'PASSWORD_AND_CODE', at: body.signedAt, nonce: nonce(2), batch: null },
      }
    if (seq === 3) {
      const signed = byPasskey(own, seq, [], wish)
      wish.after?.(signed as never)
      return signed
    }
    return byPasskey(own, seq, [sha256Hex('another statement')], {})
  }
  return exampleLedger({
    size: 6,
    every: 6,
    withDocuments: false,
    alter: (body, seq) => structuredClone(changed(body, seq)),
  })
}

export interface ActVectors {
  readonly good: readonly (readonly [string, Example])[]
  readonly bad: readonly (readonly [string, Example, readonly FindingCode[]])[]
}

export const actLedgers = async (): Promise<ActVectors> => {
  const bad = async (name: string, wish: Wish, ...codes: FindingCode[]) =>
    [name, await withActs(wish), codes] as const
  const challenge = sha256Hex('something else')
  return {
    good: [
      ['signatures proven by PIN, code and passkey', await withActs()],
      ['a passkey that an administrator countersigned', await withActs({ countersigned: 'BY_ANOTHER' })],
    ],
    bad: [
      await bad('an amount changed after the device signed', { after: (it) => void (it['amount'] = '600000.00') }, 'CHALLENGE_DIFFERS'), // prettier-ignore
      await bad('another document than the device signed', { after: (it) => void (it['content'] = sha256Hex('x')) }, 'CHALLENGE_DIFFERS'), // prettier-ignore
      await bad('another meaning than the device signed', { after: (it) => void (it['meaning'] = 'CLOSED') }, 'CHALLENGE_DIFFERS'), // prettier-ignore
      await bad('an answer to another challenge', { challenge }, 'CHALLENGE_DIFFERS'),
      await bad('an act that does not hold the signature', { after: (it) => void (it.proof['batch'] = [challenge, sha256Hex('y')]) }, 'ACT_DIFFERS'), // prettier-ignore
      await bad('an answer for another address', { origin: 'https://other.example' }, 'ASSERTION_WRONG'),
      await bad('an answer without the person verified', { flags: 0x01 }, 'ASSERTION_WRONG'),
      await bad('the passkey of another person', { holder: uuid('somebody else') }, 'PASSKEY_OF_ANOTHER'),
      await bad('a passkey of which no entry tells', { unknown: true }, 'PASSKEY_UNKNOWN'),
      await bad('a passkey that was removed', { removed: true }, 'PASSKEY_UNKNOWN'),
      await bad('a passkey countersigned by its holder', { countersigned: 'BY_HOLDER' }, 'PASSKEY_COUNTERSIGNED_BY_HOLDER'), // prettier-ignore
      await bad('a passkey countersigned twice', { countersigned: 'TWICE' }, 'PASSKEY_COUNTERSIGNED_TWICE'),
      await bad(
        'a passkey countersigned with another key',
        { countersigned: 'ANOTHER_KEY' },
        'PASSKEY_OF_ANOTHER',
      ),
      await bad('a passkey countersigned that nobody has', { unknown: true, countersigned: 'BY_ANOTHER' }, 'PASSKEY_UNKNOWN'), // prettier-ignore
      await bad('a signature of the device changed', { after: (it) => void (it.proof['signature'] = '00'.repeat(64)) }, 'PASSKEY_SIGNATURE_WRONG'), // prettier-ignore
      await bad('an amount that is none', { after: (it) => void (it['amount'] = '60,000.00') }, 'BODY_MALFORMED'), // prettier-ignore
      await bad('a proof with a member too many', { after: (it) => void (it.proof['more'] = 1) }, 'BODY_MALFORMED'), // prettier-ignore
    ],
  }
}

/** The challenge of one act and of one over several, from the bodies. */
export const acts = async () => {
  const { entries } = await withActs()
  return entries.slice(1).map(({ seq, body }) => {
    const said = JSON.parse(body) as SignOffBody
    const statement = statementHash(said, nonce(seq))
    const { batch } = said.proof
    return { body, nonce: nonce(seq), statement, challenge: challengeOf(batch ?? [statement]) }
  })
}
