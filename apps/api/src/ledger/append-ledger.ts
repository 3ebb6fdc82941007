/**
 * Gives signatures their places in the chain: the last statement before COMMIT, so that who signs waits for nobody longer than that.
 * The body is all that is known before, and signed before; sequence, time and hash are made where the head is locked.
 */
import { signedAmount, type ProofLevel } from '@steward/domain'
import {
  sha256,
  signBody as signText,
  type EntryBody,
  type ProofOfIdentity,
  type SignOffBody,
} from '@steward/verify'
import { v7 as newId } from 'uuid'
import type { GivenProof, ShownLine } from '../sign-off/ceremony.service.ts'
import type { SignOff } from '../sign-off/sign-off.entity.ts'
import type { Write } from '../database/pending-writes.ts'
import { KeyChanged, type Signer } from './signer.ts'

/** A signed body that waits for its place. */
export interface SignedBody {
  readonly id: string
  readonly body: string
  readonly sig: Buffer
}

/** What of a sign-off the ledger binds beside its content. */
export interface Signed {
  readonly signOff: SignOff
  readonly verb: string
  /** Commitment to the comment, hex; null where none was written. */
  readonly comment: string | null
  /** What its signer is shown. */
  readonly lines: readonly ShownLine[]
  readonly level: ProofLevel | undefined
}

/** What an entry will say, but for the key that signs it. */
export type Unsigned<Body extends EntryBody = EntryBody> = Body extends EntryBody ? Omit<Body, 'kid'> : never

/** What a sign-off's entry binds; the proof is known last. */
export const bodyOf = ({ signOff, verb, comment }: Signed): Omit<Unsigned<SignOffBody>, 'proof'> => ({
  v: 1,
  org: signOff.orgId,
  kind: 'SIGN_OFF',
  id: signOff.id,
  subject: { type: signOff.subjectType, id: signOff.subjectId, revision: signOff.revision },
  content: signOff.contentHash,
  meaning: signOff.meaning,
  verb,
  signer: { staff: signOff.signerId, person: signOff.personId, role: signOff.role },
  signing:
    signOff.signingId === null ? null : { id: signOff.signingId, part: signOff.part!, step: signOff.step! },
  behalf:
    signOff.delegationId === null
      ? null
      : { delegation: signOff.delegationId, staff: signOff.behalfStaffId!, person: signOff.behalfPersonId! },
  comment: comment === null ? null : { c: comment },
  signedAt: signOff.at.toISOString(),
  amount: signOff.amountMinor === null ? null : signedAmount(signOff.amountMinor),
})

/** The proof as the ledger has it. */
export const ledgerProof = ({ method, at, nonce, batch, passkey }: GivenProof): ProofOfIdentity =>
  nonce === undefined ? { method, at } : { method, at, nonce, batch: batch ?? null, ...passkey }

/** Does what needs the key that signs now; once more where it was changed in between. */
export const withCurrentKey = async <T>(signer: Signer, work: (kid: string) => Promise<T>): Promise<T> => {
  const attempt = async (): Promise<T> => work(await signer.kid())
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof KeyChanged) return attempt()
    throw error
  }
}

/** Writes and signs the body. */
export const signBody = (signer: Signer, unsigned: Unsigned): Promise<SignedBody> =>
  withCurrentKey(signer, async (kid) => {
    const { body, sig } = await signText({ ...unsigned, kid } as EntryBody, (message) =>
      signer.sign(kid, message),
    )
    return { id: unsigned.id, body, sig: Buffer.from(sig, 'hex') }
  })

/** An organization's chain begins with its first signature. */
const GENESIS = `
insert into ledger_head (org_id, id, chain, size, at, prev, hash)
values ($1, $2, 'SIGN_OFFS', 0, 0, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))
on conflict (org_id, chain) do nothing`

/**
 * `hash = SHA-256(02 ‖ prev ‖ seq ‖ at ‖ H(body) ‖ sig)`. The clock is read before the head is waited for; the time of the entry
 * before is the least, so time never runs back along the chain.
 */
const APPEND = `
with moment as materialized (select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now),
head as (
  update ledger_head h
     set size = h.size + 1, at = greatest(h.at, moment.now), prev = h.hash,
         hash = sha256('\\x02'::bytea || h.hash || int8send(h.size) || int8send(greatest(h.at, moment.now)) || $4::bytea || $5::bytea)
    from moment where h.org_id = $1 and h.chain = 'SIGN_OFFS'
  returning h.size - 1 as seq, h.at, h.prev, h.hash)
insert into ledger_entry (org_id, id, seq, at, prev, body, sig, hash)
select $1, $2, seq, at, prev, $3, $5::bytea, hash from head
returning seq`

type Ask = (write: Write) => Promise<{ readonly rowCount: number | null }>

/** Appends in the order given; of many, the head stays locked until COMMIT anyway. */
export const appendLedger = async (ask: Ask, orgId: string, bodies: readonly SignedBody[]): Promise<void> => {
  for (const { id, body, sig } of bodies) {
    const append: Write = {
      name: 'ledger_append',
      text: APPEND,
      values: [orgId, id, body, sha256(body), sig],
    }
    if ((await ask(append)).rowCount === 1) continue
    await ask({ name: 'ledger_genesis', text: GENESIS, values: [orgId, newId()] })
    if ((await ask(append)).rowCount !== 1) throw new Error('the ledger has no head')
  }
}
