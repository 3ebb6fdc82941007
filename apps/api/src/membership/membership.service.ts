/** Joining, points by hand, renewing, leaving. The client is locked first, then their membership. */
import {
  isConsented,
  invalidInput,
  membershipLevelOf,
  MEMBERSHIP_INPUTS,
  MEMBERSHIP_POLICY_INPUT,
  MEMBERSHIP_TRANSITIONS,
  membershipFacts,
  membershipNumber,
  monthsLater,
  notEligible,
  parseInput,
  refusal,
  renewalIsDue,
  text,
  type MembershipAction,
  type MembershipInput,
  type MembershipPolicy,
} from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { addConsents, consentsOf } from '../clients/consents/consent.service.ts'
import { clientFacts, keptClient } from '../clients/kept-client.ts'
import type { VerbContext } from '../context.ts'
import { nextSerial } from '../database/counter.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { todayOf } from '../money/day-of-organization.service.ts'
import { setPolicyRow } from '../organization/policy-row.service.ts'
import { MembershipEntity, MembershipPolicyEntity, PointEntryEntity } from './membership.entity.ts'
import { enterPoints, expirePoints, membershipPolicyOf, takeBack } from './points.service.ts'

type Answer = Promise<MembershipEntity | UserError>

const refused = (path: string, message: ReturnType<typeof text>) =>
  new Refused(invalidInput({ path, message }))

const NOT_KEPT = notEligible('archiveIsInUse', text('这份档案已停用。', 'This archive is out of use.'))

/** With the word of the client: it is recorded along, unless it stands. */
export const join = (context: VerbContext, input: object): Answer =>
  transaction(context, 'membership:join', async (tx) => {
    const { clientId, consentWay } = orRefuse(parseInput(MEMBERSHIP_INPUTS.join, withUuids(input)))
    const client = await keptClient(tx, clientId)
    tx.admit('membership:read', clientFacts(client))
    if (client.archivedAt !== null) throw new Refused(NOT_KEPT)
    const { orgId } = client
    const before = await tx.manager.findOneBy(MembershipEntity, { orgId, clientId })
    if (before && before.status !== 'LEFT') throw new Refused({ code: 'DUPLICATE', existingId: before.id })
    if (!isConsented(await consentsOf(tx, clientId), 'MEMBERSHIP'))
      await addConsents(tx, clientId, [{ purpose: 'MEMBERSHIP', way: consentWay, note: null }])
    const today = await todayOf(tx)
    const { termMonths } = await membershipPolicyOf(tx.manager, orgId)
    const fresh = {
      status: 'ACTIVE',
      joinedOn: today,
      termPoints: 0,
      keptLevel: 1,
      level: 1,
      termFrom: today,
      renewsOn: monthsLater(today, termMonths),
      leftOn: null,
      leaveReason: null,
    } as const
    if (before) return tx.patch(MembershipEntity, await tx.lock(MembershipEntity, before.id), fresh)
    const serial = await nextSerial(tx.manager, orgId, 'membership', '')
    return tx.insert(MembershipEntity, {
      ...fresh,
      number: membershipNumber(serial),
      clientId,
      balance: 0,
      version: 1,
    })
  })

type Step = Exclude<MembershipAction, 'join'>
interface Begun<A extends Step> {
  readonly membership: MembershipEntity
  readonly client: Client
  readonly input: MembershipInput<A>
  readonly policy: MembershipPolicy
  readonly today: string
}

const verb =
  <A extends Step>(action: A, work: (tx: Transaction, begun: Begun<A>) => Promise<MembershipEntity>) =>
  (context: VerbContext, given: { readonly membershipId: string }): Answer =>
    transaction(context, `membership:${action}`, async (tx) => {
      const { membershipId, ...stated } = withUuids(given) as { membershipId: string }
      const input = orRefuse(parseInput(MEMBERSHIP_INPUTS[action], stated)) as MembershipInput<A>
      const { clientId } = await tx.get(MembershipEntity, membershipId)
      const client = await keptClient(tx, clientId)
      const { expectedVersion } = input as { readonly expectedVersion: number }
      const membership = await tx.lock(MembershipEntity, membershipId, expectedVersion)
      const facts = membershipFacts(membership, clientFacts(client))
      tx.admit('membership:read', facts)
      const wrong = refusal(MEMBERSHIP_TRANSITIONS, action, tx.actor, facts)
      if (wrong) throw new Refused(wrong)
      const policy = await membershipPolicyOf(tx.manager, client.orgId)
      return work(tx, { membership, client, input, policy, today: await todayOf(tx) })
    })

export const credit = verb('credit', async (tx, { membership, input, policy, today }) => {
  const { kind, reason, referredClientId } = input
  const earned = {
    kind,
    points: kind === 'EVENT' ? policy.eventPoints : policy.referralPoints,
    occurredOn: today,
    expiresOn: monthsLater(today, policy.pointsMonths),
    reason,
    byId: tx.actor.staffId,
  }
  if (earned.points === 0)
    throw refused('kind', text('规则没有为此项给积分。', 'The rules give no points for this.'))
  if (kind === 'EVENT') return enterPoints(tx, membership, policy, earned)
  await mustHaveReferred(tx, membership, referredClientId!)
  return enterPoints(tx, membership, policy, { ...earned, referredClientId })
})

/** Whoever came says so in their own archive, and counts once. */
const mustHaveReferred = async (
  tx: Transaction,
  { orgId, id: membershipId, clientId }: MembershipEntity,
  referredId: string,
): Promise<void> => {
  const referred = await tx.manager.findOneBy(Client, { orgId, id: referredId })
  if (!referred) throw invalidReference('referredClientId')
  if (referred.referrerClientId !== clientId)
    throw refused(
      'referredClientId',
      text(
        '该客户的档案没有记载由这位会员推荐。',
        'The archive of that client does not name this member as referrer.',
      ),
    )
  const counted = { orgId, membershipId, referredClientId: referredId, kind: 'REFERRAL' } as const
  if (await tx.manager.existsBy(PointEntryEntity, counted))
    throw refused('referredClientId', text('这次推荐已经记过积分。', 'This referral is credited already.'))
}

export const redeem = verb('redeem', async (tx, { membership, input, policy, today }) => {
  const held = await expirePoints(tx, membership, policy, today)
  if (input.points > held.balance)
    throw refused(
      'points',
      text(`可用积分只有 ${held.balance}。`, `There are ${held.balance} points to redeem.`),
    )
  return enterPoints(tx, held, policy, {
    kind: 'REDEEMED',
    points: -input.points,
    occurredOn: today,
    reason: input.reason,
    byId: tx.actor.staffId,
  })
})

/** A wrong line is never edited: another one takes it back, once. */
export const correct = verb('correct', async (tx, { membership, input, policy, today }) => {
  const { orgId, id: membershipId } = membership
  const wrong = await tx.manager.findOneBy(PointEntryEntity, { orgId, membershipId, id: input.entryId })
  if (!wrong || wrong.kind === 'EXPIRED' || wrong.kind === 'CORRECTED') throw invalidReference('entryId')
  if (await tx.manager.existsBy(PointEntryEntity, { orgId, correctsId: wrong.id }))
    throw refused('entryId', text('这一笔已经冲正。', 'This line is corrected already.'))
  return takeBack(tx, membership, policy, wrong, {
    occurredOn: today,
    reason: input.reason,
    byId: tx.actor.staffId,
  })
})

const NOT_DUE = notEligible('renewalIsDue', text('还没到续期的时候。', 'Renewal is not due yet.'))

/** The level that the term has earned is kept for the next. */
export const renew = verb('renew', (tx, { membership, policy, today }) => {
  if (!renewalIsDue(membership, policy, today)) throw new Refused(NOT_DUE)
  const from = membership.status === 'LAPSED' ? today : membership.renewsOn
  const keptLevel = membershipLevelOf(policy, membership.termPoints)
  return tx.patch(MembershipEntity, membership, {
    status: 'ACTIVE',
    termFrom: today,
    renewsOn: monthsLater(from, policy.termMonths),
    termPoints: 0,
    keptLevel,
    level: keptLevel,
  })
})

/** Points are forfeited, and the consent is withdrawn along. */
export const leave = verb('leave', async (tx, { membership, client, input, policy, today }) => {
  if (isConsented(await consentsOf(tx, client.id), 'MEMBERSHIP'))
    await addConsents(tx, client.id, [{ purpose: 'MEMBERSHIP', way: 'SPOKEN', note: null }], 'WITHDRAWN')
  return endMembership(tx, membership, policy, { today, reason: input.reason })
})

export const endMembership = async (
  tx: Transaction,
  membership: MembershipEntity,
  policy: MembershipPolicy,
  { today, reason }: { readonly today: string; readonly reason: string | null },
): Promise<MembershipEntity> => {
  const { balance } = membership
  const emptied =
    balance > 0
      ? await enterPoints(tx, membership, policy, { kind: 'EXPIRED', points: -balance, occurredOn: today })
      : membership
  return tx.patch(MembershipEntity, emptied, { status: 'LEFT', leftOn: today, leaveReason: reason })
}

/** Counts for what happens from now on: points that were given stay. */
export const setPolicy = (context: VerbContext, input: object): Promise<MembershipPolicyEntity | UserError> =>
  transaction(context, 'membershipPolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(MEMBERSHIP_POLICY_INPUT, input))
    return setPolicyRow(tx, MembershipPolicyEntity, policy, expectedVersion)
  })
