/** Delegation 授权: somebody signs for somebody else, within bounds, visible on every signature. */
import {
  DELEGATION_INPUTS,
  delegationRefusal,
  notEligible,
  parseInput,
  text,
  type ContentShape,
  type SigningKind,
} from '@steward/domain'
import { readActor } from '../access/session.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { accessError } from '../graphql/access-error.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { Staff } from '../organization/organization.entity.ts'
import { DelegationEntity } from './signing.entity.ts'
import { signOff } from './sign-off.service.ts'

const CONTENT = {
  id: 'internal',
  giverId: 'internal',
  receiverId: 'internal',
  kinds: ['internal'],
  mostMinor: 'internal',
  startsAt: 'internal',
  endsAt: 'internal',
  reason: 'personal',
  revokedAt: 'internal',
} as const satisfies Readonly<Record<string, ContentShape>>

const TO_ONESELF = text('不能授权给自己。', 'Nobody delegates to themselves.')
const NOBODY = text('没有这位在职员工。', 'There is no such member of staff.')
const IN_THE_PAST = text('到期时间已过。', 'The end lies in the past.')
const ENDED = notEligible('delegationStands', text('该授权已撤销。', 'This delegation was revoked already.'))
const GIVER_GONE = notEligible(
  'giverIsThere',
  text('授权人已停用，该授权不再有效。', 'Whoever gave this delegation is no longer active.'),
)

const wrong = (path: string, message: typeof NOBODY): Refused =>
  new Refused({ code: 'INVALID_INPUT', fields: [{ path, message }] })

/** Gives a delegation, signed by who gives it. What it allows is asked when it is used: the giver's own rights of that day, never more. */
export const giveDelegation = (context: VerbContext, input: object): Promise<DelegationEntity | UserError> =>
  transaction(context, 'delegation:give', async (tx) => {
    const stated = orRefuse(parseInput(DELEGATION_INPUTS.delegate, withUuids(input)))
    const { organizationId: orgId, staffId: giverId, personId: giverPersonId } = tx.actor
    const receiver = await tx.manager.findOneBy(Staff, { orgId, id: stated.receiverId })
    if (!receiver || receiver.disabledAt) throw wrong('receiverId', NOBODY)
    if (receiver.personId === giverPersonId) throw wrong('receiverId', TO_ONESELF)
    if (stated.until <= tx.now) throw wrong('until', IN_THE_PAST)
    const { kinds, mostMinor, from, until, reason } = stated
    const row = await tx.insert(DelegationEntity, {
      giverId,
      giverPersonId,
      receiverId: receiver.id,
      receiverPersonId: receiver.personId,
      kinds: [...kinds],
      mostMinor,
      // Nothing that was signed before is made good afterwards.
      startsAt: from < tx.now ? tx.now : from,
      endsAt: until,
      reason,
      givenAt: tx.now,
      revokedAt: null,
      version: 1,
    })
    sign(tx, row, 'CONFIRMED', 'delegation:give')
    return row
  })

/** Ends a delegation at once: who gave it, who has it, or the general manager. */
export const revokeDelegation = (
  context: VerbContext,
  input: object,
): Promise<DelegationEntity | UserError> =>
  transaction(context, 'delegation:revoke', async (tx) => {
    const { delegationId, expectedVersion } = orRefuse(parseInput(DELEGATION_INPUTS.revoke, withUuids(input)))
    const row = await tx.lock(DelegationEntity, delegationId, expectedVersion)
    tx.admit('delegation:read', factsOf(row))
    if (row.revokedAt) throw new Refused(ENDED)
    const revoked = await tx.patch(DelegationEntity, row, { revokedAt: tx.now })
    sign(tx, revoked, 'RECORDED', 'delegation:revoke')
    return revoked
  })

const factsOf = ({ giverId, receiverId }: DelegationEntity) => ({
  registeredById: giverId,
  recipientId: receiverId,
})

const sign = (
  tx: Transaction,
  row: DelegationEntity,
  meaning: 'CONFIRMED' | 'RECORDED',
  verb: 'delegation:give' | 'delegation:revoke',
) =>
  signOff(tx, {
    subjectType: 'Delegation',
    subjectId: row.id,
    revision: row.version,
    meaning,
    verb,
    facts: factsOf(row),
    content: row,
    shape: CONTENT,
    comment: null,
  })

/**
 * From here on the verb is done for who gave the delegation, with their own rights of this moment: those that somebody else delegated to
 * them are none of it, so there is no chain. NOT_FOUND where the actor has no such delegation; refused where it does not reach.
 */
export const actBy = async (
  tx: Transaction,
  delegationId: string,
  matter: { readonly kind: SigningKind; readonly amountMinor: number },
): Promise<void> => {
  const { organizationId: orgId, staffId } = tx.actor
  // Held until the end: a revocation that comes at the same time waits, or is seen.
  const found = await tx.manager.findOne(DelegationEntity, {
    where: { orgId, id: delegationId, receiverId: staffId },
    lock: { mode: 'pessimistic_read' },
  })
  if (!found) throw accessError('NOT_FOUND', tx.context.locale)
  const refusal = delegationRefusal(found, matter, tx.now)
  if (refusal) throw new Refused(refusal)
  const giver = await readActor(tx.manager, orgId, found.giverId)
  if (!giver) throw new Refused(GIVER_GONE)
  const { delegatedRoles: _, ...rights } = giver
  tx.acting.actFor({ delegationId, staffId: giver.staffId, personId: giver.personId, rights })
}
