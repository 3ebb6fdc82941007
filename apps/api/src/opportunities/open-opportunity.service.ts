/** An opportunity is opened: of a client, from whatever it arose, and somebody answers for it from the first minute. */
import {
  can,
  invalidInput,
  OPPORTUNITY_INPUTS,
  opportunityFacts,
  opportunityNumber,
  parseInput,
  text,
  type OpportunityInput,
  type OpportunityOrigin,
} from '@steward/domain'
import { answersForClients } from '../clients/answers-for-clients.service.ts'
import { Client } from '../clients/client.entity.ts'
import { clientFacts, refuseMerged } from '../clients/kept-client.ts'
import { Reception } from '../clients/receptions/reception.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import type { VerbContext } from '../context.ts'
import { nextSerial } from '../database/counter.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { Lead } from '../leads/lead.entity.ts'
import { Project } from '../organization/organization.entity.ts'
import { setClock, stallOf, tellOpportunity } from './kept-opportunity.service.ts'
import { Opportunity } from './opportunity.entity.ts'

export const open = (context: VerbContext, input: object): Promise<Opportunity | UserError> =>
  transaction(context, 'opportunity:open', async (tx) => {
    const stated = orRefuse(parseInput(OPPORTUNITY_INPUTS.open, withUuids(input)))
    const { orgId } = await tx.get(Client, stated.clientId)
    const client = await tx.hold(Client, stated.clientId)
    if (!can(tx.actor, 'client:read', clientFacts(client))) throw invalidReference('clientId')
    await refuseMerged(tx, client)
    const origin = await originOf(tx, stated)
    await mustBeProject(tx, stated.projectId)
    const assigneeId = await assigneeOf(tx, stated.assigneeId, client)
    const { openedById } = { openedById: tx.actor.staffId }
    tx.admit(
      'opportunity:read',
      opportunityFacts({ status: 'NEED', openedById, assigneeId }, client.keyAccountManagerId),
    )
    const stalls = await stallOf(tx, 'NEED', tx.now)
    const { clientId, title, need, projectId, leadId, receptionId, complaintId } = stated
    const opportunity = await tx.insert(Opportunity, {
      number: opportunityNumber(await nextSerial(tx.manager, orgId, 'opportunity', '')),
      clientId,
      projectId: projectId ?? client.projectId,
      title,
      need,
      origin,
      leadId,
      receptionId,
      complaintId,
      status: 'NEED',
      assigneeId,
      expectedMinor: stated.expectedMinor,
      expectedCloseOn: stated.expectedCloseOn,
      nextStep: stated.nextStep,
      nextStepOn: stated.nextStepOn,
      touchedAt: tx.now,
      stallsAt: stalls,
      stalledAt: null,
      openedById,
      openedAt: tx.now,
      proposedAt: null,
      quotedAt: null,
      agreedAt: null,
      wonAt: null,
      lostAt: null,
      lossReason: null,
      wonMinor: null,
      contractOn: null,
      contractNumber: null,
      version: 1,
    })
    await setClock(tx, opportunity, stalls)
    await tellOpportunity(tx, opportunity, null, { action: 'open', assigneeId })
    if (assigneeId !== openedById) tx.emit('opportunityAssigned', { type: 'Opportunity', id: opportunity.id })
    return opportunity
  })

const NOT_CONVERTED = text(
  '线索转为这位客户之后，才能登记商机。',
  'The lead must have been converted into this client first.',
)

/** What it arose from is of the same client. */
const originOf = async (
  tx: Transaction,
  { clientId, leadId, receptionId, complaintId }: OpportunityInput<'open'>,
): Promise<OpportunityOrigin> => {
  const { organizationId: orgId } = tx.actor
  if (leadId !== null) {
    const lead = await tx.manager.findOneBy(Lead, { orgId, id: leadId })
    if (lead?.clientId !== clientId)
      throw new Refused(invalidInput({ path: 'leadId', message: NOT_CONVERTED }))
    return 'LEAD'
  }
  if (receptionId !== null) {
    if (!(await tx.manager.existsBy(Reception, { orgId, id: receptionId, clientId })))
      throw invalidReference('receptionId')
    return 'RECEPTION'
  }
  if (complaintId !== null) {
    if (!(await tx.manager.existsBy(ComplaintEntity, { orgId, id: complaintId, clientId })))
      throw invalidReference('complaintId')
    return 'CASE'
  }
  return 'DIRECT'
}

export const mustBeProject = async (tx: Transaction, id: string | null | undefined): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  if (id && !(await tx.manager.existsBy(Project, { orgId, id }))) throw invalidReference('projectId')
}

const NOBODY = text('请指定负责人。', 'Say who answers for it.')

/** Who is named; else whoever opens it and sells; else the client's own manager. */
const assigneeOf = async (
  tx: Transaction,
  wanted: string | null,
  { keyAccountManagerId }: Client,
): Promise<string> => {
  const { staffId, roles } = tx.actor
  const sells = roles.includes('SALES') || roles.includes('KEY_ACCOUNT_MANAGER')
  const assigneeId = wanted ?? (sells ? staffId : keyAccountManagerId)
  if (assigneeId === null) throw new Refused(invalidInput({ path: 'assigneeId', message: NOBODY }))
  await answersForClients(tx, assigneeId, 'assigneeId')
  return assigneeId
}
