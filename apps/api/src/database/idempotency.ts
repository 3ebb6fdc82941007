import { v7 as newId } from 'uuid'
import type { EntityManager, ObjectLiteral } from 'typeorm'
import { IdempotencyRecord } from '../access/session.entity.ts'
import type { VerbContext } from '../context.ts'
import type { Actor } from '@steward/domain'
import { Refused } from './refused.ts'

/** What a key has done before: the type and id of its result. */
export interface StoredResult {
  readonly type: string
  readonly id: string
}

/**
 * Claims the request's `Idempotency-Key` for this transaction. A second request with the same key waits here until the
 * first has committed, and is then given its result; if the first rolled back, the second does the work.
 * Refuses IDEMPOTENCY_CONFLICT when the key was used for different content.
 */
export const claimKey = async (
  manager: EntityManager,
  actor: Actor,
  context: VerbContext,
): Promise<StoredResult | undefined> => {
  const { idempotencyKey: key, requestHash, now } = context
  if (key === undefined) return undefined
  const owner = { orgId: actor.organizationId, staffId: actor.staffId, key }
  const claimed = await manager
    .createQueryBuilder()
    .insert()
    .into(IdempotencyRecord)
    .values({ ...owner, id: newId(), requestHash, createdAt: now })
    .orIgnore()
    .returning('id')
    .execute()
  if ((claimed.raw as unknown[]).length > 0) return undefined
  const earlier = await manager.findOneByOrFail(IdempotencyRecord, owner)
  if (earlier.requestHash !== requestHash) throw new Refused({ code: 'IDEMPOTENCY_CONFLICT' })
  return { type: earlier.resultType!, id: earlier.resultId! }
}

/** The row of a claimed key, and what it has done: written by the transaction that did it. */
export interface KeyDone {
  readonly key: Pick<IdempotencyRecord, 'orgId' | 'staffId' | 'key'>
  readonly result: Pick<IdempotencyRecord, 'resultType' | 'resultId'>
}

/** Undefined where the request had no key. */
export const keyDone = (
  { organizationId: orgId, staffId }: Actor,
  { idempotencyKey: key }: VerbContext,
  row: { readonly id: string },
): KeyDone | undefined =>
  key === undefined
    ? undefined
    : { key: { orgId, staffId, key }, result: { resultType: row.constructor.name, resultId: row.id } }

/** The row that the key has made or changed the first time, as it is now. */
export const replay = <T extends ObjectLiteral>(
  manager: EntityManager,
  actor: Actor,
  { type, id }: StoredResult,
): Promise<T> =>
  manager.findOneByOrFail(type, { orgId: actor.organizationId, id }) as Promise<ObjectLiteral> as Promise<T>
