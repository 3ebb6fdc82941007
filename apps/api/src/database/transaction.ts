/**
 * The one way to change business data. Everything a verb does — rows, sign-offs, audit, outbox, the idempotency key — is one
 * transaction under the organization's row security: no audit, no change.
 */
import type { Actor, FactBag, Permission } from '@steward/domain'
import { can, notEligible, text } from '@steward/domain'
import type { EntityManager, FindOptionsWhere, ObjectLiteral } from 'typeorm'
import type { Salt } from '../audit/audit.ts'
import type { VerbContext } from '../context.ts'
import { accessError } from '../graphql/access-error.ts'
import { userError, type UserError } from '../graphql/user-error.ts'
import { appendLedger, signBody, type Signed, type Unsigned } from '../ledger/append-ledger.ts'
import { Ceremony, ProofIsVoid, SignatureNeeded } from '../sign-off/ceremony.service.ts'
import type { SignatureReason } from '../sign-off/signature-reasons.ts'
import { provenEntries } from '../sign-off/proven-entries.service.ts'
import { requireSignature } from '../sign-off/signature-request.service.ts'
import { Acting } from '../sign-off/acting.ts'
import type { OutboxKind } from '../worker/outbox-kinds.ts'
import type { Emitted } from '../worker/outbox-rows.ts'
import { IdempotencyRecord } from '../access/session.entity.ts'
import { foundRow } from './found-row.ts'
import { claimKey, keyDone, replay, type KeyDone } from './idempotency.ts'
import { keyRefusal } from './invalid-reference.ts'
import { NotedChanges } from './noted-changes.ts'
import { owedRows } from './owed-rows.ts'
import { PendingWrites, withDefaults, writeBeforeReading } from './pending-writes.ts'
import { Refused } from './refused.ts'
import { staleRecord } from './stale-record.ts'
import { unlessDeadlocked } from './unless-deadlocked.ts'
import { withTenant } from './with-tenant.ts'

export interface TenantRow extends ObjectLiteral {
  orgId: string
  id: string
}
type EntityClass<T> = new () => T
type NewRow<T> = Omit<T, 'orgId' | 'id'> & { id?: string }

/** Work of one verb, inside its transaction. */
export class Transaction {
  readonly context: VerbContext
  readonly actor: Actor
  readonly now: Date
  readonly manager: EntityManager
  readonly #verb: Permission | 'system'
  readonly #emitted: Emitted[] = []
  readonly #changes: NotedChanges
  readonly #signed: Signed[] = []
  readonly #entries: Unsigned[] = []
  readonly #salts: Salt[] = []
  readonly #pending: PendingWrites
  /** Whether the actor acts for themselves, and with whose rights. */
  readonly acting: Acting
  readonly #write: ReturnType<typeof writeBeforeReading>
  readonly #ceremony: Ceremony

  constructor(
    context: VerbContext,
    actor: Actor,
    verb: Permission | 'system',
    manager: EntityManager,
    ceremony: Ceremony = Ceremony.silent(actor, context),
  ) {
    this.context = { ...context, now: ceremony.now }
    this.actor = actor
    this.acting = new Acting(actor)
    this.#ceremony = ceremony
    this.now = ceremony.now
    this.manager = manager
    this.#changes = new NotedChanges(manager.connection)
    this.#verb = verb
    this.#pending = new PendingWrites(manager.connection)
    this.#write = writeBeforeReading(manager, () => this.flush())
  }

  /** Who stands in rows and audit as having done it; null for the system itself. */
  get actorId(): string | null {
    return this.#verb === 'system' ? null : this.actor.staffId
  }

  /** A new id: the same again when the verb is run once more because its signature was proven. */
  newId(): string {
    return this.#ceremony.newId()
  }

  /** A new salt, likewise. */
  newSalt(): Buffer {
    return this.#ceremony.newSalt()
  }

  /** Keeps salts of a content that is signed more than once. */
  keepSalts(salts: readonly Salt[]): void {
    this.#salts.push(...salts)
  }

  /**
   * Locks one row until the end of the transaction. Throws NOT_FOUND where there is none; refuses STALE_RECORD where it is no
   * longer the version that the person saw. Lock order: case, plan, budget, counter, ledger head (decision 15). Keys never change,
   * so rows that refer to this one are still let in: two people who change each other's rows do not wait for ever.
   */
  async lock<T extends TenantRow>(entity: EntityClass<T>, id: string, expectedVersion?: number): Promise<T> {
    const row = await foundRow(this, entity, id, 'for_no_key_update')
    if (expectedVersion !== undefined && row.version !== expectedVersion)
      throw await staleRecord(this.manager, row, this.now)
    return row
  }

  /**
   * The desk: NOT_FOUND where the actor may not even read the record, a refusal where the verb is not theirs on it.
   * The life cycle asks again, together with everything else that the verb requires. `verb`: one that this verb does along the way.
   */
  admit(read: Permission, record: FactBag, verb: Permission | 'system' = this.#verb): void {
    if (!can(this.actor, read, record) && !can(this.acting.rights, read, record))
      throw accessError('NOT_FOUND', this.context.locale)
    if (verb === 'system' || !can(this.acting.rights, verb, record)) {
      throw new Refused(
        notEligible('permission', text('该操作不在您的职责范围内。', 'This is outside your responsibility.')),
      )
    }
  }

  /** Inserts a row of the actor's organization and notes it for the audit. */
  async insert<T extends TenantRow>(entity: EntityClass<T>, values: NewRow<T>): Promise<T> {
    const row = await this.#add(entity, { id: this.newId(), ...values })
    this.#changes.note(entity, row, undefined)
    return row
  }

  /** Adds a row that is history itself (an event), or that another row tells of: it needs no audit of its own. */
  async append<T extends TenantRow>(entity: EntityClass<T>, values: NewRow<T>): Promise<T> {
    return this.#add(entity, { id: this.newId(), ...values })
  }

  /** Sends the new rows that wait. Whatever reads, changes or removes through the manager does so first by itself. */
  async flush(): Promise<void> {
    const write = this.#pending.take()
    if (write) await this.#write(write)
  }

  async #add<T extends TenantRow>(entity: EntityClass<T>, values: object): Promise<T> {
    const metadata = this.manager.connection.getMetadata(entity)
    const given = { ...values, orgId: this.actor.organizationId }
    const row = withDefaults(metadata, this.manager.create(entity, given as never) as T)
    this.#pending.insert(metadata, row)
    if (this.#pending.areMany) await this.flush()
    return row
  }

  /** Reads one row that stays as it is until the end: for what begins about a record that may just be going. Others may read it so, too. */
  hold<T extends TenantRow>(entity: EntityClass<T>, id: string): Promise<T> {
    return foundRow(this, entity, id, 'pessimistic_read')
  }

  /** Reads one row without locking it. Throws NOT_FOUND where there is none. */
  get<T extends TenantRow>(entity: EntityClass<T>, id: string): Promise<T> {
    return foundRow(this, entity, id)
  }

  /** Changes a locked row, raises its version and notes before and after for the audit. */
  async patch<T extends TenantRow>(entity: EntityClass<T>, row: T, values: Partial<T>): Promise<T> {
    const version = 'version' in row ? { version: (row.version as number) + 1 } : {}
    const changed = { ...values, ...version }
    await this.manager.update(
      entity,
      { orgId: row.orgId, id: row.id } as FindOptionsWhere<T>,
      changed as never,
    )
    const after = Object.assign(this.manager.create(entity), row, changed) as T
    this.#changes.note(entity, after, row)
    return after
  }

  /** Removes a row that only states what is so now (a role somebody holds); its end stays in the audit. */
  async remove<T extends TenantRow>(entity: EntityClass<T>, row: T): Promise<void> {
    await this.manager.delete(entity, { orgId: row.orgId, id: row.id } as FindOptionsWhere<T>)
    this.#changes.gone(entity, row)
  }

  /** Notes what changed about a row beside its own columns, as one entry with them: the roles that a person holds. */
  tell<T extends TenantRow>(
    entity: EntityClass<T>,
    row: T,
    what: string,
    before: unknown,
    after: unknown,
  ): void {
    this.#changes.tell(entity, row, what, [before, after])
  }

  /** Notes that a protected value of the row was shown, and why; `shown` names the values where the row does not tell. */
  noteRead<T extends TenantRow>(
    entity: EntityClass<T>,
    row: T,
    reason: string,
    shown?: readonly string[],
  ): void {
    this.#changes.read(entity, row, reason, shown)
  }

  /**
   * Adds a sign-off; `sign-off.service.ts` makes it. How it is proven is asked at the end, when nothing else can refuse the verb;
   * its entry of the ledger is signed then, and gets its place in the chain by the last statement before COMMIT.
   */
  sign(signed: Signed, salts: readonly Salt[]): void {
    this.#signed.push(signed)
    this.#salts.push(...salts)
  }

  /** Adds an entry to the ledger that is no sign-off: whose passkey it is. */
  enter(entry: Unsigned): void {
    this.#entries.push(entry)
  }

  /**
   * Adds a row to the outbox beside those that `settle()` writes for every changed record: something that a consumer of
   * `OUTBOX_CONSUMERS` waits for. Ids only.
   */
  emit(kind: OutboxKind, subject: Omit<Emitted, 'kind'>): void {
    this.#emitted.push({ kind, ...subject })
  }

  /** Writes what every verb owes, last: sign-offs, audit, salts, outbox, and what its key has done. */
  async settle(done?: KeyDone): Promise<void> {
    const { organizationId: orgId } = this.actor
    const by = {
      orgId,
      actorId: this.actorId,
      verb: this.#verb,
      requestId: this.context.requestId,
      at: this.now,
    }
    const bodies = await this.#prove()
    const owed = owedRows({
      by,
      changes: this.#changes.all,
      emitted: this.context.history ? null : this.#emitted,
      signOffs: this.#signed.map(({ signOff }) => signOff),
      salts: this.#salts,
      newId: () => this.newId(),
    })
    for (const [entity, rows] of owed) {
      const metadata = this.manager.connection.getMetadata(entity)
      for (const row of rows) this.#pending.insert(metadata, row)
    }
    if (done)
      this.#pending.update(this.manager.connection.getMetadata(IdempotencyRecord), done.key, done.result)
    await this.flush()
    if (bodies.length > 0) await appendLedger(this.#write, orgId, await Promise.all(bodies))
  }

  /** The entries, being signed while the rest is written. Ends the verb where its signatures are not proven. */
  async #prove(): Promise<ReturnType<typeof signBody>[]> {
    const entries = await provenEntries(this.#signed, this.#ceremony, this.manager, this.#write)
    return [...this.#entries, ...entries].map((entry) => {
      const body = signBody(this.context.signer, entry)
      // Waited for at the end; what fails meanwhile waits for nothing.
      body.catch(() => undefined)
      return body
    })
  }
}

/**
 * Runs one verb. Answers the row that `work` returns, or a user error after rolling everything back. A repeated
 * `Idempotency-Key` answers the row of the first time, as it is now.
 */
export const transaction = async <T extends TenantRow>(
  context: VerbContext,
  verb: Permission,
  work: (tx: Transaction) => Promise<T>,
): Promise<T | UserError> => {
  const actor = context.signedIn?.actor
  if (!actor) throw accessError('UNAUTHENTICATED', context.locale)
  const run = (reason: SignatureReason | null) =>
    unlessDeadlocked(() =>
      withTenant(context.dataSource, actor.organizationId, async (manager) => {
        const earlier = await claimKey(manager, actor, context)
        if (earlier) return await replay<T>(manager, actor, earlier)
        const ceremony = await Ceremony.begin(manager, actor, context, reason)
        const tx = new Transaction(context, actor, verb, manager, ceremony)
        const row = await work(tx)
        await tx.settle(keyDone(actor, context, row))
        return row
      }),
    )
  try {
    return await run(null).catch((error: unknown) => {
      // What was proven is not what would be signed now: it is shown anew, as it is now.
      if (error instanceof ProofIsVoid) return run(error.reason)
      throw error
    })
  } catch (error) {
    if (error instanceof SignatureNeeded) return await requireSignature(context, actor, verb, error)
    const refused = error instanceof Refused ? error : keyRefusal(error)
    if (refused) return userError(refused.refusal, context.locale)
    throw error
  }
}
