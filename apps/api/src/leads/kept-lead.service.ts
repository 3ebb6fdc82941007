/** What every verb on a lead begins with and ends by: the lead locked, the desk, the line of its history, its clock. */
import {
  DEFAULT_LEAD_POLICY,
  LEAD_INPUTS,
  leadClock,
  leadFacts,
  leadStep,
  parseInput,
  type LeadAction,
  type LeadEvent as LeadEventFacts,
  type LeadInput,
  type LeadPolicy,
  type LeadStatus,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { calendarFor } from '../working-time/calendar-store.service.ts'
import { Lead, LeadDue, LeadEvent } from './lead.entity.ts'
import { LeadPolicyEntity } from './settings/lead-settings.entity.ts'

/** What holds now. */
export const leadPolicyOf = async (manager: EntityManager, orgId: string): Promise<LeadPolicy> =>
  (await manager.findOneBy(LeadPolicyEntity, { orgId })) ?? DEFAULT_LEAD_POLICY

export interface Step<A extends LeadAction> {
  readonly lead: Lead
  readonly input: LeadInput<A>
  /** Where the verb leads to. */
  readonly to: LeadStatus
}

/** One verb on one lead: locked, readable, and where the table lets it start from. */
export const leadVerb =
  <A extends Exclude<LeadAction, 'open'>>(
    action: A,
    work: (tx: Transaction, step: Step<A>) => Promise<Lead>,
  ) =>
  (context: VerbContext, input: { readonly leadId: string }): Promise<Lead | UserError> =>
    transaction(context, `lead:${action}`, async (tx) => {
      const { leadId, ...stated } = withUuids(input) as { leadId: string }
      const parsed = orRefuse(parseInput(LEAD_INPUTS[action], stated)) as LeadInput<A>
      const lead = await tx.lock(Lead, leadId, (parsed as { expectedVersion: number }).expectedVersion)
      tx.admit('lead:read', leadFacts(lead))
      return work(tx, { lead, input: parsed, to: orRefuse(leadStep(action, tx.actor, lead)) })
    })

type Told = Pick<LeadEventFacts, 'action'> & Partial<Pick<LeadEventFacts, 'assigneeId' | 'channel' | 'note'>>

/** Adds a line to the history of a lead that came from `before` to what it is now. */
export const tellLead = (
  tx: Transaction,
  lead: Lead,
  before: LeadStatus | null,
  told: Told,
): Promise<LeadEvent> =>
  tx.append(LeadEvent, {
    leadId: lead.id,
    fromStatus: before,
    toStatus: lead.status,
    at: tx.now,
    byId: tx.actorId,
    assigneeId: null,
    channel: null,
    note: null,
    ...told,
  })

/** Changes the lead, and sets its clock anew where somebody has it. */
export const patchLead = async (tx: Transaction, lead: Lead, change: Partial<Lead>): Promise<Lead> => {
  const after = { ...lead, ...change }
  const isHeld = after.assigneeId !== null && ['ASSIGNED', 'CONTACTED', 'QUALIFIED'].includes(after.status)
  // The clock will look at it in vain, and go.
  if (!isHeld) return tx.patch(Lead, lead, { ...change, returnsAt: null })
  if (change.touchedAt === undefined) return tx.patch(Lead, lead, change)
  const clock = await clockOf(tx, after.touchedAt)
  await setClock(tx, lead, clock)
  return tx.patch(Lead, lead, { ...change, returnsAt: clock.returnsAt })
}

export const clockOf = async (tx: Transaction, touchedAt: Date) => {
  const { organizationId: orgId } = tx.actor
  const { calendar } = await calendarFor(tx.manager, orgId)
  return leadClock(await leadPolicyOf(tx.manager, orgId), calendar, touchedAt)
}

/** History has no clock: what is told of long ago is not returned the moment it is written. */
export const setClock = async (
  tx: Transaction,
  { orgId, id }: Pick<Lead, 'orgId' | 'id'>,
  { warnsAt, returnsAt }: Awaited<ReturnType<typeof clockOf>>,
): Promise<void> => {
  if (tx.context.history) return
  const next = warnsAt
    ? ({ dueAt: warnsAt, step: 'WARN' } as const)
    : ({ dueAt: returnsAt, step: 'RETURN' } as const)
  await tx.manager.upsert(LeadDue, { orgId, id, ...next, attempts: 0 }, ['orgId', 'id'])
}
