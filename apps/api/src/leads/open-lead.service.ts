/** A lead is opened: told by whom they come, whose it is from the first minute, or that it lies in the pool. */
import {
  can,
  grantsOf,
  handedTo,
  invalidInput,
  LEAD_INPUTS,
  leadFacts,
  leadNumber,
  notEligible,
  parseInput,
  pooled,
  text,
  type LeadInput,
} from '@steward/domain'
import { IsNull } from 'typeorm'
import { answersForClients } from '../clients/answers-for-clients.service.ts'
import { emailColumns, phoneColumns, phoneTail } from '../clients/client-columns.ts'
import { readableReferrer } from '../clients/client.service.ts'
import type { VerbContext } from '../context.ts'
import { nextSerial } from '../database/counter.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { clockOf, setClock, tellLead } from './kept-lead.service.ts'
import { Lead } from './lead.entity.ts'
import { refuseLikelySame } from './likely-same.service.ts'
import { Campaign, LeadSource } from './settings/lead-settings.entity.ts'

/** Opens a lead. DUPLICATE names a client or a lead that is likely the same. */
export const open = (context: VerbContext, input: object): Promise<Lead | UserError> =>
  transaction(context, 'lead:open', (tx) =>
    openLead(tx, orRefuse(parseInput(LEAD_INPUTS.open, withUuids(input)))),
  )

export const openLead = async (tx: Transaction, input: LeadInput<'open'>): Promise<Lead> => {
  const { kind, name, phone, email, need, projectId, sourceId, campaignId, referrerClientId, referrer } =
    input
  const assigneeId = await assigneeOf(tx, input.assigneeId)
  const held = assigneeId === null ? pooled(tx.now) : handedTo(assigneeId, 'ASSIGNED', tx.now)
  const beginning = { openedById: tx.actor.staffId, assigneeId, pooledAt: held.pooledAt ?? null }
  tx.admit('lead:read', leadFacts({ ...beginning, status: held.status! }))
  await whereFrom(tx, input)
  const number = leadNumber(await nextSerial(tx.manager, tx.actor.organizationId, 'lead', ''))
  await refuseLikelySame(tx, input)
  const clock = assigneeId === null ? null : await clockOf(tx, tx.now)
  const lead = await tx.insert(Lead, {
    number,
    kind,
    name,
    ...phoneColumns(phone),
    phoneTail: phoneTail(phone),
    ...emailColumns(email),
    need,
    projectId,
    sourceId,
    campaignId,
    referrerClientId,
    referrer,
    ...beginning,
    status: held.status!,
    assignedAt: held.assignedAt ?? null,
    touchedAt: tx.now,
    returnsAt: clock?.returnsAt ?? null,
    nextStep: assigneeId === null ? null : input.nextStep,
    nextStepOn: assigneeId === null ? null : input.nextStepOn,
    openedAt: tx.now,
    contactedAt: null,
    qualifiedAt: null,
    convertedAt: null,
    lostAt: null,
    lossReason: null,
    clientId: null,
    version: 1,
  })
  if (clock) await setClock(tx, lead, clock)
  await tellLead(tx, lead, null, { action: 'open', assigneeId })
  return lead
}

/** Whoever works on leads of their own keeps what they open; others name somebody, where they may, or nobody. */
const assigneeOf = async (tx: Transaction, wanted: string | null): Promise<string | null> => {
  const { staffId } = tx.actor
  const scopes = grantsOf(tx.actor, 'lead:open')
  if (wanted === null) return !scopes.includes('any') && scopes.includes('assigned') ? staffId : null
  if (wanted !== staffId && !can(tx.actor, 'lead:assign', {})) throw new Refused(NOT_ASSIGNING)
  await answersForClients(tx, wanted, 'assigneeId')
  return wanted
}

const NOT_ASSIGNING = notEligible(
  'lead:assign',
  text(
    '线索由主管分配；不选负责人则进入公海。',
    'Leads are assigned by supervisors; without a name it lies in the pool.',
  ),
)

type From = Partial<Pick<Lead, 'sourceId' | 'campaignId' | 'referrerClientId'>>

/** Refuses sources and campaigns that are not in use, a campaign of another source, and a referring client whom the actor may not read. */
export const whereFrom = async (
  tx: Transaction,
  { sourceId, campaignId, referrerClientId }: From,
): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const inUse = { orgId, retiredAt: IsNull() }
  if (sourceId && !(await tx.manager.existsBy(LeadSource, { ...inUse, id: sourceId })))
    throw invalidReference('sourceId')
  if (campaignId) {
    const campaign = await tx.manager.findOneBy(Campaign, { ...inUse, id: campaignId })
    if (!campaign) throw invalidReference('campaignId')
    if (sourceId && campaign.sourceId !== sourceId)
      throw new Refused(
        invalidInput({
          path: 'campaignId',
          message: text('该活动属于另一个来源。', 'This campaign is of another source.'),
        }),
      )
  }
  await readableReferrer(tx, referrerClientId)
}
