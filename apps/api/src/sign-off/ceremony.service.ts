/**
 * Dry run, show, prove, run. A verb that signs is run as ever; where its signature needs more than the session it is rolled back
 * and shown to the signer, who proves it; then the same call runs again, at the same instant and with the same ids and salts, and
 * must come out byte for byte as it was shown.
 */
import { createHmac, randomBytes } from 'node:crypto'
import {
  notEligible,
  proofLevelFor,
  reaches,
  SALT_BYTES,
  SIGNATURE_MINUTES,
  strictest,
  text,
  type Actor,
  type Meaning,
  type ProofLevel,
  type ProofRule,
  type Role,
  type SignatureProof,
} from '@steward/domain'
import { statementHash } from '@steward/verify'
import { v7 } from 'uuid'
import type { EntityManager } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { Refused } from '../database/refused.ts'
import { SecondFactor } from '../access/second-factor.entity.ts'
import type { SignOff } from './sign-off.entity.ts'
import { SignatureRequest } from './signature-proof.entity.ts'
import type { SignatureReason } from './signature-reasons.ts'

/** One value of the content, as it is shown. */
export interface ShownLine {
  /** JSON pointer below the content. */
  readonly path: string
  readonly value: string | number | boolean | null
  /** Signed as a commitment; the signer may not read it. */
  readonly isHidden?: true
}

/** One signature as its signer sees it before. */
export interface Shown {
  readonly signOffId: string
  readonly subjectType: string
  readonly subjectId: string
  readonly revision: number
  readonly meaning: Meaning
  readonly verb: string
  readonly role: Role
  readonly comment: string | null
  readonly amountMinor: number | null
  readonly contentHash: string
  readonly lines: readonly ShownLine[]
  /** SHA-256 over all of it, with the nonce: what is proven. Hex. */
  readonly statement: string
}

/** The answer of a passkey; all in hex. */
export interface PasskeyEvidence {
  readonly authenticatorData: string
  readonly clientDataJSON: string
  readonly credential: string
  readonly publicKey: string
  readonly signature: string
}

/** What was given for a signature: stands on it and in its entry of the ledger. */
export interface GivenProof {
  readonly method: SignatureProof
  /** ISO; null where nothing was given beside the session. */
  readonly at: string | null
  readonly nonce?: string
  /** Of several signatures proven at once: the statements of all. */
  readonly batch?: readonly string[] | null
  readonly passkey?: PasskeyEvidence
  /** The passkey's id, which is also that of its entry in the ledger. */
  readonly factor?: string
  /** The entry in which an administrator says whose it is; absent: none has. */
  readonly countersignature?: string
}

/** A signature of the verb that runs, before it is known how it is proven. */
export interface Unproven {
  readonly signOff: SignOff
  /** What the ledger will bind, without key and proof. */
  readonly body: object
  readonly lines: readonly ShownLine[]
  readonly verb: string
  /** What the step of a round asks by itself. */
  readonly level?: ProofLevel | undefined
}

/** Ends a run whose signature is not proven: all is rolled back and shown. */
export class SignatureNeeded extends Error {
  override readonly name = 'SignatureNeeded'
  readonly request: Pick<SignatureRequest, 'level' | 'nonce' | 'seed' | 'shown' | 'createdAt'>
  readonly reason: SignatureReason | null

  constructor(request: SignatureNeeded['request'], reason: SignatureReason | null) {
    super('a proof is needed')
    this.request = request
    this.reason = reason
  }
}

/** Ends a run that is not what was proven: it is run anew, as if nothing had been. */
export class ProofIsVoid extends Error {
  override readonly name = 'ProofIsVoid'
  readonly reason: SignatureReason

  constructor(reason: SignatureReason) {
    super(reason)
    this.reason = reason
  }
}

const PERSON_SIGNS = notEligible(
  'personSigns',
  text('这项签署须由本人在界面上完成。', 'A person must sign this at a screen.'),
)

const NONCE_BYTES = 16
const SEED_BYTES = 32

/** The request's row, locked, that is proven for this very call; of two calls at once the second waits and finds it used. */
const PROVEN = `
select id, level, nonce, seed, shown, created_at as "createdAt", expires_at as "expiresAt", proof,
  extract(epoch from clock_timestamp() - requested_at)::float8 as "age"
  from signature_request
 where org_id = $1 and staff_id = $2 and request_hash = $3 and proven_at is not null and ended_at is null
 order by created_at desc limit 1 for update`

const RULES = 'select subject, level, from_minor as "fromMinor" from signature_proof_rule where org_id = $1'

type Proven = Pick<
  SignatureRequest,
  'id' | 'level' | 'nonce' | 'seed' | 'shown' | 'createdAt' | 'expiresAt' | 'proof'
> & { readonly age: number }

/** The part of a verb's run that is about proof. */
export class Ceremony {
  readonly #actor: Actor
  readonly #context: VerbContext
  readonly #proven: Proven | undefined
  readonly #reason: SignatureReason | null
  readonly #seed: Buffer
  #made = 0

  private constructor(
    actor: Actor,
    context: VerbContext,
    { proven, reason }: { proven: Proven | undefined; reason: SignatureReason | null },
  ) {
    this.#actor = actor
    this.#context = context
    this.#proven = proven
    this.#reason = reason
    this.#seed = proven?.seed ?? randomBytes(SEED_BYTES)
  }

  /** Where nobody can be asked: a seed, the system itself. */
  static silent(actor: Actor, context: VerbContext): Ceremony {
    return new Ceremony(actor, context, { proven: undefined, reason: null })
  }

  /** @param reason why an earlier run of this call was void; then no proof is looked for */
  static async begin(
    manager: EntityManager,
    actor: Actor,
    context: VerbContext,
    reason: SignatureReason | null,
  ): Promise<Ceremony> {
    if (reason !== null || context.history || context.requestHash === '')
      return new Ceremony(actor, context, { proven: undefined, reason })
    const [proven] = await manager.query<Proven[]>(PROVEN, [
      actor.organizationId,
      actor.staffId,
      context.requestHash,
    ])
    const void_ = proven && outOfTime(proven, context.now)
    return new Ceremony(actor, context, void_ ? { proven: undefined, reason: void_ } : { proven, reason })
  }

  /** The instant of the verb: that of its first run, once it is proven. */
  get now(): Date {
    return this.#proven?.createdAt ?? this.#context.now
  }

  /** A new UUIDv7, the same in both runs. */
  newId(): string {
    const seq = this.#made
    return v7({ msecs: this.now.getTime(), seq, random: this.#chance('id', 16) })
  }

  /** Salts of commitments, the same in both runs. */
  newSalt(): Buffer {
    return this.#chance('salt', SALT_BYTES)
  }

  #chance(use: string, bytes: number): Buffer {
    this.#made += 1
    const digest = createHmac('sha256', this.#seed).update(`${use} ${this.#made}`).digest()
    return digest.subarray(0, bytes)
  }

  /**
   * How the signatures of this run are proven. Ends the run where they are not: SignatureNeeded, or ProofIsVoid where what was
   * proven is something else.
   * @param ask past the writes that wait
   */
  async proofOf(
    signed: readonly Unproven[],
    ask: (text: string, values: readonly unknown[]) => Promise<readonly object[]>,
  ): Promise<GivenProof> {
    if (this.#context.history) return { method: 'SESSION', at: null }
    const { organizationId } = this.#actor
    const rules = (await ask(RULES, [organizationId])) as readonly ProofRule[]
    const level = strictest(
      ...signed.map(({ signOff: { meaning, amountMinor }, level: step }) =>
        proofLevelFor(rules, { meaning, amountMinor, step }),
      ),
    )
    // A program has neither PIN nor device: its credential is its proof, and does not reach far.
    if (this.#actor.scopes) {
      if (!reaches('CREDENTIAL', level)) throw new Refused(PERSON_SIGNS)
      return { method: 'CREDENTIAL', at: null }
    }
    const asked = this.#proven
    if (asked) {
      const { nonce, shown, proof } = asked
      const isSame =
        shown?.length === signed.length &&
        signed.every(({ body }, at) => statementHash(body, nonce) === shown[at]!.statement)
      if (!isSame) throw new ProofIsVoid('STALE')
      if (!reaches(proof!.method, level, proof!.countersignature !== undefined))
        throw new ProofIsVoid('TOO_WEAK')
      return proof!
    }
    if (level === 'SESSION') return { method: 'SESSION', at: null }
    const nonce = randomBytes(NONCE_BYTES).toString('hex')
    const shown = signed.map((one) => shownOf(one, nonce))
    throw new SignatureNeeded({ level, nonce, seed: this.#seed, shown, createdAt: this.now }, this.#reason)
  }

  /** Uses the request up, in the transaction that signs; and the passkey must still be there. */
  async useUp(manager: EntityManager): Promise<void> {
    const { id, proof } = this.#proven ?? {}
    if (id === undefined) return
    const { organizationId: orgId, staffId } = this.#actor
    if (proof?.factor) {
      const factor = await manager.findOne(SecondFactor, {
        where: { orgId, staffId, id: proof.factor },
        lock: { mode: 'pessimistic_read' },
      })
      if (!factor || factor.removedAt) throw new ProofIsVoid('PASSKEY_GONE')
    }
    const used = { endedAt: this.#context.now, seed: null, shown: null }
    await manager.update(SignatureRequest, { orgId, id }, used)
  }
}

const outOfTime = (
  { createdAt, expiresAt, age }: Proven,
  now: Date,
): 'EXPIRED' | 'CLOCK_SET_BACK' | undefined => {
  if (now < createdAt || age < 0) return 'CLOCK_SET_BACK'
  return now > expiresAt || age > SIGNATURE_MINUTES * 60 ? 'EXPIRED' : undefined
}

const shownOf = ({ signOff, body, lines, verb }: Unproven, nonce: string): Shown => ({
  signOffId: signOff.id,
  subjectType: signOff.subjectType,
  subjectId: signOff.subjectId,
  revision: signOff.revision,
  meaning: signOff.meaning,
  verb,
  role: signOff.role as Role,
  comment: signOff.comment,
  amountMinor: signOff.amountMinor,
  contentHash: signOff.contentHash,
  lines,
  statement: statementHash(body, nonce),
})
