/** What clients owe: registered one by one or a project at once, voided with a reason; never edited, never deleted. */
import {
  can,
  chargeKey,
  invalidInput,
  parseInput,
  RECEIVABLE_INPUTS,
  text,
  type FeeBatch,
  type ReceivableInput,
} from '@steward/domain'
import { IsNull } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { clientFacts, refuseMerged } from '../../clients/kept-client.ts'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Project, Unit } from '../../organization/organization.entity.ts'
import { nextNumbers, todayOf } from '../day-of-organization.service.ts'
import { withdrawAllocations } from '../payments/allocations.service.ts'
import { PaymentAllocation } from '../payments/payment.entity.ts'
import { projectBatch } from './fee-batch.service.ts'
import { Receivable } from './receivable.entity.ts'

/** The client, locked: all that moves their account waits here for each other (decision 15). */
export const lockAccount = async (tx: Transaction, clientId: string): Promise<Client> => {
  const client = await tx.lock(Client, clientId)
  tx.admit('client:read', clientFacts(client))
  await refuseMerged(tx, client)
  return client
}

/**
 * A charge with the account that it stands in now, the account locked first. A merge that was being carried out may have moved it between the
 * two reads: then the account is another one, and is locked too.
 */
export const lockCharge = async (
  tx: Transaction,
  id: string,
  expectedVersion?: number,
): Promise<{ readonly receivable: Receivable; readonly client: Client }> => {
  const { clientId } = await tx.get(Receivable, id)
  const client = await tx.lock(Client, clientId)
  const receivable = await tx.lock(Receivable, id, expectedVersion)
  if (receivable.clientId === clientId) return { receivable, client }
  return { receivable, client: await tx.lock(Client, receivable.clientId) }
}

export const receivableFacts = (
  { projectId, buildingId }: Pick<Receivable, 'projectId' | 'buildingId'>,
  { keyAccountManagerId }: Pick<Client, 'keyAccountManagerId'>,
) => ({ projectId, buildingId, keyAccountManagerId })

export const register = (context: VerbContext, input: object): Promise<Receivable | UserError> =>
  transaction(context, 'receivable:register', async (tx) =>
    addReceivable(tx, orRefuse(parseInput(RECEIVABLE_INPUTS.register, withUuids(input)))),
  )

const addReceivable = async (
  tx: Transaction,
  { clientId, unitId, ...owed }: ReceivableInput<'register'>,
): Promise<Receivable> => {
  const client = await lockAccount(tx, clientId)
  const unit = unitId
    ? await tx.manager.findOneBy(Unit, { orgId: tx.actor.organizationId, id: unitId })
    : undefined
  if (unit === null || (unit && !can(tx.actor, 'project:read', unit))) throw invalidReference('unitId')
  if (unit) await beforeNextBatch(tx, unit.projectId)
  const [number] = await nextNumbers(tx, 'receivable', await todayOf(tx))
  return tx.insert(Receivable, {
    ...owed,
    ...FRESH,
    number: number!,
    clientId: client.id,
    unitId,
    projectId: unit ? unit.projectId : client.projectId,
    buildingId: unit ? unit.buildingId : client.buildingId,
    registeredById: tx.actorId,
    registeredAt: tx.now,
  })
}

/** A batch waits until what is charged by hand is there to be seen, and the other way round. Those who charge by hand do not wait for each other. */
const beforeNextBatch = (tx: Transaction, projectId: string): Promise<Project> =>
  tx.manager.findOneOrFail(Project, {
    where: { orgId: tx.actor.organizationId, id: projectId },
    lock: { mode: 'pessimistic_read' },
  })

const FRESH = {
  settledMinor: 0,
  state: 'OPEN',
  settledOn: null,
  chargeKey: null,
  voidedAt: null,
  voidReason: null,
  version: 1,
} as const

/** A month's fees of a project at once, as they were previewed: what has changed since is previewed anew. */
export const registerMany = (context: VerbContext, input: object): Promise<Project | UserError> =>
  transaction(context, 'receivable:registerMany', async (tx) => {
    const asked = orRefuse(parseInput(RECEIVABLE_INPUTS.registerMany, withUuids(input)))
    const project = await tx.lock(Project, asked.projectId)
    tx.admit('project:read', { projectId: project.id, buildingId: null })
    const { batch, units } = await projectBatch(tx.manager, project.orgId, asked)
    if (batch.lines.length !== asked.expectedCount || batch.totalMinor !== asked.expectedTotalMinor)
      throw new Refused(
        invalidInput({
          path: 'expectedTotalMinor',
          message: text(
            '房号、面积或客户已有变动，请重新预览。',
            'Units, areas or clients have changed since; preview again.',
          ),
        }),
      )
    await addMany(tx, asked, batch, units)
    const told = `${asked.kind} ${asked.period}: ${batch.lines.length}, ${batch.totalMinor}`
    tx.tell(Project, project, 'receivables', null, told)
    return project
  })

type Charge = Pick<ReceivableInput<'registerMany'>, 'kind' | 'period' | 'dueOn'>

/** `write`: how each row gets in; a demonstration's history is no act of today. */
export const addMany = async (
  tx: Transaction,
  { kind, period, dueOn }: Charge,
  { lines }: Pick<FeeBatch, 'lines'>,
  units: ReadonlyMap<string, Pick<Unit, 'projectId' | 'buildingId'>>,
  write: (row: Omit<Receivable, 'orgId' | 'id'>) => Promise<unknown> = (row) => tx.insert(Receivable, row),
): Promise<void> => {
  const numbers = await nextNumbers(tx, 'receivable', await todayOf(tx), lines.length)
  for (const [at, { unitId, clientId, amountMinor }] of lines.entries()) {
    const { projectId, buildingId } = units.get(unitId)!
    await write({
      ...FRESH,
      number: numbers[at]!,
      clientId,
      unitId,
      projectId,
      buildingId,
      kind,
      period,
      amountMinor,
      dueOn,
      note: null,
      chargeKey: chargeKey(unitId, kind, period),
      registeredById: tx.actorId,
      registeredAt: tx.now,
    })
  }
}

/** What was paid on it becomes credit of the client again. */
export const voidReceivable = (
  context: VerbContext,
  input: { readonly receivableId: string },
): Promise<Receivable | UserError> =>
  transaction(context, 'receivable:void', async (tx) => {
    const { receivableId, ...stated } = withUuids(input)
    const { expectedVersion, reason } = orRefuse(parseInput(RECEIVABLE_INPUTS.void, stated))
    const { receivable, client } = await lockCharge(tx, receivableId as string, expectedVersion)
    tx.admit('receivable:read', receivableFacts(receivable, client))
    await refuseMerged(tx, client)
    if (receivable.state === 'VOID')
      throw new Refused({
        code: 'WRONG_STATUS',
        status: 'VOID',
        action: 'void',
        allowed: ['OPEN', 'SETTLED'],
      })
    const parts = await tx.manager.findBy(PaymentAllocation, {
      orgId: receivable.orgId,
      receivableId: receivable.id,
      withdrawnAt: IsNull(),
    })
    await withdrawAllocations(tx, parts, 'CREDIT')
    return tx.patch(Receivable, receivable, {
      state: 'VOID',
      settledMinor: 0,
      settledOn: null,
      voidedAt: tx.now,
      voidReason: reason,
    })
  })
