/** The ledger of reading: each thing shown is a row of it. How many clients a day somebody may be shown is bounded. */
import {
  CONFIDENTIAL_INPUTS,
  DEFAULT_REVEAL_POLICY,
  localDate,
  notEligible,
  parseInput,
  revealVerdict,
  startOfDay,
  text,
  type RevealKind,
  type RevealPolicy,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { OrganizationProfile, Staff } from '../../organization/organization.entity.ts'
import { setPolicyRow } from '../../organization/policy-row.service.ts'
import { ClientReveal, RevealPolicyEntity } from './reveal.entity.ts'

export interface Shown {
  readonly kind: RevealKind
  readonly clientId: string | null
  readonly complaintId?: string
  readonly leadId?: string
  /** Names of what was shown. */
  readonly fields: readonly string[]
  readonly reason: string
}

/** Adds it to the ledger. Refuses what is sealed to whoever has seen that of too many clients today. */
export const recordReveal = async (tx: Transaction, shown: Shown): Promise<void> => {
  const { kind, clientId, complaintId = null, leadId = null, fields, reason } = shown
  const isBeyond = kind !== 'PHONE' && clientId !== null && (await passesBeyond(tx, clientId))
  const { id } = await tx.append(ClientReveal, {
    at: tx.now,
    staffId: tx.actor.staffId,
    kind,
    clientId,
    complaintId,
    leadId,
    fields: [...fields],
    reason,
    isBeyond,
  })
  if (isBeyond) tx.emit('revealBeyond', { type: 'ClientReveal', id })
}

/** What holds now. */
const policyInForce = async (manager: EntityManager, orgId: string): Promise<RevealPolicy> =>
  (await manager.findOneBy(RevealPolicyEntity, { orgId })) ?? DEFAULT_REVEAL_POLICY

const OF_TODAY = `
select count(distinct client_id)::integer as clients, coalesce(bool_or(client_id = $4), false) as "isKnown"
  from client_reveal
 where org_id = $1 and staff_id = $2 and at >= $3 and kind <> 'PHONE'`

/** Of two reveals at once, the second counts the first: who looks is locked. */
const passesBeyond = async (tx: Transaction, clientId: string): Promise<boolean> => {
  const { orgId, id: staffId } = await tx.lock(Staff, tx.actor.staffId)
  const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const since = startOfDay(localDate(tx.now, timeZone), timeZone)
  const [row] = await tx.manager.query<[{ clients: number; isKnown: boolean }]>(OF_TODAY, [
    orgId,
    staffId,
    since,
    clientId,
  ])
  const isNew = !row.isKnown
  const policy = await policyInForce(tx.manager, orgId)
  const verdict = revealVerdict(policy, { clientsToday: row.clients + (isNew ? 1 : 0), isNew })
  if (verdict === 'REFUSED')
    throw new Refused(
      notEligible(
        'revealLimit',
        text(
          `今天已查阅 ${policy.refuseAbove} 位客户的保密资料，已达上限。确有需要请联系品质管理。`,
          `You have been shown confidential particulars of ${policy.refuseAbove} clients today, which is the limit. Ask quality management where you need more.`,
        ),
      ),
    )
  return verdict === 'SHOWN_AND_TOLD'
}

export const setRevealPolicy = (
  context: VerbContext,
  input: object,
): Promise<RevealPolicyEntity | UserError> =>
  transaction(context, 'revealPolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(CONFIDENTIAL_INPUTS.setRevealPolicy, input))
    return setPolicyRow(tx, RevealPolicyEntity, policy, expectedVersion)
  })
