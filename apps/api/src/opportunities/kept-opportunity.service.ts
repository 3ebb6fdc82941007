/** What every verb on an opportunity begins with and ends by: locked, the desk, the line of its history, its clock. */
import {
  DEFAULT_OPPORTUNITY_POLICY,
  OPPORTUNITY_INPUTS,
  opportunityFacts,
  opportunityStep,
  parseInput,
  stallsAt,
  type OpportunityAction,
  type OpportunityEvent as OpportunityEventFacts,
  type OpportunityInput,
  type OpportunityPolicy,
  type OpportunityStatus,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { refuseMerged } from '../clients/kept-client.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { calendarFor } from '../working-time/calendar-store.service.ts'
import {
  Opportunity,
  OpportunityDue,
  OpportunityEvent,
  OpportunityPolicyEntity,
} from './opportunity.entity.ts'

/** What holds now. */
export const opportunityPolicyOf = async (
  manager: EntityManager,
  orgId: string,
): Promise<OpportunityPolicy> =>
  (await manager.findOneBy(OpportunityPolicyEntity, { orgId })) ?? DEFAULT_OPPORTUNITY_POLICY

export interface Step<A extends OpportunityAction> {
  readonly opportunity: Opportunity
  readonly client: Client
  readonly input: OpportunityInput<A>
  /** Where the verb leads to. */
  readonly to: OpportunityStatus
}

/** The client first, then what is sold to them: nothing is done about who is merged or erased. */
export const lockOpportunity = async (
  tx: Transaction,
  id: string,
  expectedVersion?: number,
): Promise<Pick<Step<never>, 'opportunity' | 'client'>> => {
  const { clientId } = await tx.get(Opportunity, id)
  const client = await tx.hold(Client, clientId)
  const opportunity = await tx.lock(Opportunity, id, expectedVersion)
  return { opportunity, client }
}

/** One verb on one opportunity: locked, readable, and where the table lets it start from. */
export const opportunityVerb =
  <A extends Exclude<OpportunityAction, 'open'>>(
    action: A,
    work: (tx: Transaction, step: Step<A>) => Promise<Opportunity>,
  ) =>
  (context: VerbContext, input: { readonly opportunityId: string }): Promise<Opportunity | UserError> =>
    transaction(context, `opportunity:${action}`, async (tx) => {
      const { opportunityId, ...stated } = withUuids(input) as { opportunityId: string }
      const parsed = orRefuse(parseInput(OPPORTUNITY_INPUTS[action], stated)) as OpportunityInput<A>
      const { expectedVersion } = parsed as { expectedVersion: number }
      const { opportunity, client } = await lockOpportunity(tx, opportunityId, expectedVersion)
      tx.admit('opportunity:read', opportunityFacts(opportunity, client.keyAccountManagerId))
      await refuseMerged(tx, client)
      const to = orRefuse(opportunityStep(action, tx.actor, opportunity, client.keyAccountManagerId))
      return work(tx, { opportunity, client, input: parsed, to })
    })

type Told = Pick<OpportunityEventFacts, 'action'> &
  Partial<Pick<OpportunityEventFacts, 'assigneeId' | 'channel' | 'note'>>

/** Adds a line to the history of one that came from `before` to what it is now. */
export const tellOpportunity = (
  tx: Transaction,
  it: Opportunity,
  before: OpportunityStatus | null,
  told: Told,
): Promise<OpportunityEvent> =>
  tx.append(OpportunityEvent, {
    opportunityId: it.id,
    fromStatus: before,
    toStatus: it.status,
    at: tx.now,
    byId: tx.actorId,
    assigneeId: null,
    channel: null,
    note: null,
    ...told,
  })

/** When one at that stage, touched then, counts as untouched. */
export const stallOf = async (tx: Transaction, status: OpportunityStatus, touchedAt: Date) => {
  const { organizationId: orgId } = tx.actor
  const { calendar } = await calendarFor(tx.manager, orgId)
  return stallsAt(await opportunityPolicyOf(tx.manager, orgId), calendar, status, touchedAt)
}

/** History has no clock: nobody is told today of what lay untouched long ago. One that has ended is looked at in vain, and goes. */
export const setClock = async (
  tx: Transaction,
  { orgId, id }: Pick<Opportunity, 'orgId' | 'id'>,
  dueAt: Date | null,
): Promise<void> => {
  if (tx.context.history || dueAt === null) return
  await tx.manager.upsert(OpportunityDue, { orgId, id, dueAt, attempts: 0 }, ['orgId', 'id'])
}

/** Changes it, and sets its clock anew where it was touched. */
export const patchOpportunity = async (
  tx: Transaction,
  it: Opportunity,
  change: Partial<Opportunity>,
): Promise<Opportunity> => {
  if (change.touchedAt === undefined) return tx.patch(Opportunity, it, change)
  const stalls = await stallOf(tx, change.status ?? it.status, change.touchedAt)
  await setClock(tx, it, stalls)
  return tx.patch(Opportunity, it, { ...change, stallsAt: stalls })
}
