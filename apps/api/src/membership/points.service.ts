/** The ledger of points: whoever calls has locked the membership. Its sums stand on the membership and are audited there. */
import {
  countsForTerm,
  DEFAULT_MEMBERSHIP_POLICY,
  expiringPoints,
  membershipLevelOf,
  type MembershipPolicy,
  type PointEntry,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { Transaction } from '../database/transaction.ts'
import { MembershipEntity, MembershipPolicyEntity, PointEntryEntity } from './membership.entity.ts'

export const membershipPolicyOf = async (manager: EntityManager, orgId: string): Promise<MembershipPolicy> =>
  (await manager.findOneBy(MembershipPolicyEntity, { orgId })) ?? DEFAULT_MEMBERSHIP_POLICY

type NewEntry = Pick<PointEntry, 'kind' | 'points' | 'occurredOn'> &
  Partial<Pick<PointEntry, 'expiresOn' | 'reason' | 'paymentId' | 'referredClientId' | 'correctsId' | 'byId'>>

/** @param counts whether it counts for the level of the present term */
const enter = async (
  tx: Transaction,
  membership: MembershipEntity,
  policy: MembershipPolicy,
  entry: NewEntry,
  counts: boolean,
): Promise<MembershipEntity> => {
  await tx.append(PointEntryEntity, {
    expiresOn: null,
    reason: null,
    paymentId: null,
    referredClientId: null,
    correctsId: null,
    byId: null,
    ...entry,
    membershipId: membership.id,
    at: tx.now,
  })
  const termPoints = membership.termPoints + (counts ? entry.points : 0)
  return tx.patch(MembershipEntity, membership, {
    balance: membership.balance + entry.points,
    termPoints,
    level: Math.max(membership.keptLevel, membershipLevelOf(policy, termPoints)),
  })
}

export const enterPoints = (
  tx: Transaction,
  membership: MembershipEntity,
  policy: MembershipPolicy,
  entry: NewEntry,
): Promise<MembershipEntity> =>
  enter(tx, membership, policy, entry, countsForTerm({ expiresOn: null, ...entry }, membership.termFrom))

/** A line is taken back by another one; of what was earned it bears the day on which that expires, so that both go together. */
export const takeBack = (
  tx: Transaction,
  membership: MembershipEntity,
  policy: MembershipPolicy,
  wrong: PointEntry,
  said: { readonly occurredOn: string; readonly reason: string | null; readonly byId: string | null },
): Promise<MembershipEntity> =>
  enter(
    tx,
    membership,
    policy,
    { ...said, kind: 'CORRECTED', points: -wrong.points, expiresOn: wrong.expiresOn, correctsId: wrong.id },
    countsForTerm(wrong, membership.termFrom),
  )

/** What was earned too long ago goes before anything is spent. */
export const expirePoints = async (
  tx: Transaction,
  membership: MembershipEntity,
  policy: MembershipPolicy,
  today: string,
): Promise<MembershipEntity> => {
  const { orgId, id: membershipId } = membership
  const entries = await tx.manager.findBy(PointEntryEntity, { orgId, membershipId })
  const points = expiringPoints(entries, today)
  return points === 0
    ? membership
    : enterPoints(tx, membership, policy, { kind: 'EXPIRED', points: -points, occurredOn: today })
}
