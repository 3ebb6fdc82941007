/** Costs: of a client, of several at once, of a project that shares them. Voided with a reason, never edited. */
import {
  can,
  COST_EVENT_INPUTS,
  invalidInput,
  parseInput,
  sharesOf,
  text,
  type ChargeableUnit,
  type CostEventInput,
  type Share,
} from '@steward/domain'
import { Client } from '../../clients/client.entity.ts'
import { clientFacts, refuseMerged } from '../../clients/kept-client.ts'
import { ComplaintEntity } from '../../complaints/complaint.entity.ts'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Project } from '../../organization/organization.entity.ts'
import { nextNumbers, todayOf } from '../day-of-organization.service.ts'
import { lockAccount } from '../receivables/receivable.service.ts'
import { CostEvent, CostShare } from './cost-event.entity.ts'

type Cost = Pick<
  CostEventInput<'recordMany'>,
  'costClass' | 'occurredOn' | 'labourMinutes' | 'labourRole' | 'materialMinor' | 'outsideMinor' | 'purpose'
>

export const record = (context: VerbContext, input: object): Promise<CostEvent | UserError> =>
  transaction(context, 'costEvent:record', async (tx) => {
    const { clientId, projectId, shareRule, complaintId, ...cost } = orRefuse(
      parseInput(COST_EVENT_INPUTS.record, withUuids(input)),
    )
    await mustHaveBeen(tx, cost)
    if (projectId !== null) return recordOfProject(tx, cost, projectId, shareRule!)
    const client = await lockAccount(tx, clientId!)
    if (complaintId !== null) {
      const { orgId } = client
      const isTheirs = await tx.manager.existsBy(ComplaintEntity, { orgId, id: complaintId, clientId: client.id })
      if (!isTheirs) throw invalidReference('complaintId')
    } // prettier-ignore
    return addCost(tx, cost, client, complaintId)
  })

/** What is to come is no cost yet. */
const mustHaveBeen = async (tx: Transaction, { occurredOn }: Pick<Cost, 'occurredOn'>): Promise<void> => {
  if (occurredOn > (await todayOf(tx)))
    throw new Refused(
      invalidInput({ path: 'occurredOn', message: text('不能在今天之后。', 'Must not lie in the future.') }),
    )
}

const FRESH = { voidedAt: null, voidReason: null, version: 1 } as const

export const addCost = async (
  tx: Transaction,
  cost: Cost,
  { id: clientId, projectId, buildingId }: Pick<Client, 'id' | 'projectId' | 'buildingId'>,
  complaintId: string | null,
  number?: string,
): Promise<CostEvent> =>
  tx.insert(CostEvent, {
    ...cost,
    ...FRESH,
    number: number ?? (await nextNumbers(tx, 'cost', await todayOf(tx)))[0]!,
    clientId,
    projectId,
    buildingId,
    shareRule: null,
    shareWeight: null,
    complaintId,
    recordedById: tx.actor.staffId,
    recordedAt: tx.now,
  })

const UNITS = `
select u.area_hundredths as "areaHundredths",
       jsonb_agg(jsonb_build_object('clientId', o.client_id, 'unitId', o.unit_id, 'relation', o.relation,
         'fromOn', o.from_on, 'toOn', o.to_on, 'shareBasisPoints', o.share_basis_points)) as stays
  from unit u
  join client_occupancy o on o.org_id = u.org_id and o.unit_id = u.id and o.withdrawn_at is null
 where u.org_id = $1 and u.project_id = $2 and u.withdrawn_at is null
 group by u.id, u.area_hundredths order by u.id`

const recordOfProject = async (
  tx: Transaction,
  cost: Cost,
  projectId: string,
  shareRule: NonNullable<CostEventInput<'record'>['shareRule']>,
): Promise<CostEvent> => {
  const project = await tx.get(Project, projectId)
  tx.admit('project:read', { projectId, buildingId: null })
  const { orgId } = project
  const units = await tx.manager.query<Pick<ChargeableUnit, 'areaHundredths' | 'stays'>[]>(UNITS, [
    orgId,
    projectId,
  ])
  const shares: readonly Share[] = sharesOf(units, shareRule, cost.occurredOn)
  if (shares.length === 0)
    throw new Refused(
      invalidInput({
        path: 'shareRule',
        message: text('这一天该项目没有可分摊的客户。', 'Nobody there bears a share on that day.'),
      }),
    )
  const event = await tx.insert(CostEvent, {
    ...cost,
    ...FRESH,
    number: (await nextNumbers(tx, 'cost', await todayOf(tx)))[0]!,
    clientId: null,
    projectId,
    buildingId: null,
    shareRule,
    shareWeight: shares.reduce((sum, { weight }) => sum + weight, 0),
    complaintId: null,
    recordedById: tx.actor.staffId,
    recordedAt: tx.now,
  })
  for (const share of shares) await tx.append(CostShare, { ...share, costEventId: event.id })
  return event
}

/** Each of them bears the whole: all are recorded, or none. Answers the first. */
export const recordMany = (context: VerbContext, input: object): Promise<CostEvent | UserError> =>
  transaction(context, 'costEvent:recordMany', async (tx) => {
    const { clientIds, ...cost } = orRefuse(parseInput(COST_EVENT_INPUTS.recordMany, withUuids(input)))
    await mustHaveBeen(tx, cost)
    const numbers = await nextNumbers(tx, 'cost', await todayOf(tx), clientIds.length)
    const events: CostEvent[] = []
    // In one order for everybody: two lists that overlap do not wait for each other for ever.
    for (const [at, id] of clientIds.toSorted().entries()) {
      const client = await tx.manager.findOne(Client, {
        where: { orgId: tx.actor.organizationId, id },
        lock: { mode: 'for_no_key_update' },
      })
      if (!client || !can(tx.actor, 'client:read', clientFacts(client)))
        throw invalidReference(`clientIds.${clientIds.indexOf(id)}`)
      await refuseMerged(tx, client)
      events.push(await addCost(tx, cost, client, null, numbers[at]!))
    }
    return events[0]!
  })

export const voidCost = (
  context: VerbContext,
  input: { readonly costEventId: string },
): Promise<CostEvent | UserError> =>
  transaction(context, 'costEvent:void', async (tx) => {
    const { costEventId, ...stated } = withUuids(input)
    const { expectedVersion, reason } = orRefuse(parseInput(COST_EVENT_INPUTS.void, stated))
    const event = await tx.lock(CostEvent, costEventId as string, expectedVersion)
    const client = event.clientId === null ? null : await tx.get(Client, event.clientId)
    tx.admit('costEvent:read', {
      projectId: event.projectId,
      buildingId: event.buildingId,
      keyAccountManagerId: client?.keyAccountManagerId ?? null,
      registeredById: event.recordedById,
    })
    if (event.voidedAt)
      throw new Refused({ code: 'WRONG_STATUS', status: 'VOID', action: 'void', allowed: ['OPEN'] })
    return tx.patch(CostEvent, event, { voidedAt: tx.now, voidReason: reason })
  })
