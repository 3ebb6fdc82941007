/** The verbs of an inventory: enter, amend, retire, confirm, check. */
import {
  dayAfter,
  DEFAULT_INVENTORY_POLICY,
  INFORMATION_ITEM_INPUTS,
  invalidInput,
  inventoryFacts,
  INVENTORY_INPUTS,
  INVENTORY_POLICY_INPUT,
  monthsLater,
  notEligible,
  parseInput,
  rolesHolding,
  sha256Hex,
  startOfDay,
  text,
  type InformationInventoryPolicy,
  type InformationStatement,
} from '@steward/domain'
import { In, IsNull, type EntityManager } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { dayOf } from '../money/day-of-organization.service.ts'
import { Department, OrganizationProfile, Staff, StaffRole } from '../organization/organization.entity.ts'
import { setPolicyRow } from '../organization/policy-row.service.ts'
import { heldBy } from './held-information.service.ts'
import {
  InformationCheck,
  InformationConfirmation,
  InformationInventory,
  InformationInventoryPolicyEntity,
  InformationItemEntity,
  InformationItemStatement,
} from './inventory.entity.ts'

export const inventoryPolicyOf = async (
  manager: EntityManager,
  orgId: string,
): Promise<InformationInventoryPolicy> =>
  (await manager.findOneBy(InformationInventoryPolicyEntity, { orgId })) ?? DEFAULT_INVENTORY_POLICY

/** By when it is confirmed the next time, and the instant after which it is told that it is not. */
const nextDue = async (manager: EntityManager, orgId: string, now: Date) => {
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const { confirmEveryMonths } = await inventoryPolicyOf(manager, orgId)
  const dueOn = monthsLater(await dayOf(manager, orgId, now), confirmEveryMonths)
  return { dueOn, dueAt: startOfDay(dayAfter(dueOn), timeZone) }
}

const setClock = (manager: EntityManager, orgId: string, id: string, dueAt: Date): Promise<unknown> =>
  manager.query(
    `insert into information_inventory_due (org_id, id, due_at, attempts) values ($1, $2, $3, 0)
     on conflict (org_id, id) do update set due_at = excluded.due_at, attempts = 0`,
    [orgId, id, dueAt],
  )

/** Every department has one from its first day on. @returns the row, locked */
export const ensureInventory = async (
  tx: Transaction,
  departmentId: string,
): Promise<InformationInventory> => {
  const { organizationId: orgId } = tx.actor
  const { dueOn, dueAt } = await nextDue(tx.manager, orgId, tx.now)
  const added = await tx.manager.query<unknown[]>(
    `insert into information_inventory (org_id, id, due_on) values ($1, $2, $3) on conflict do nothing returning id`,
    [orgId, departmentId, dueOn],
  )
  if (added.length > 0) await setClock(tx.manager, orgId, departmentId, dueAt)
  return tx.lock(InformationInventory, departmentId)
}

/** The department, that the actor may read its inventory and this verb is theirs. */
const admitted = async (tx: Transaction, departmentId: string): Promise<Department> => {
  const { organizationId: orgId } = tx.actor
  const department = await tx.manager.findOneBy(Department, { orgId, id: departmentId })
  if (!department) throw invalidReference('departmentId')
  tx.admit('informationInventory:read', inventoryFacts(department.id, department.headId))
  return department
}

/** Whoever keeps it works there: what nobody of the department has in hand is not the department's. */
const checkKeeper = async (tx: Transaction, departmentId: string, id: string): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const keeper = await tx.manager.findOneBy(Staff, { orgId, id })
  if (!keeper || keeper.disabledAt !== null) throw invalidReference('keeperId')
  if (keeper.departmentId !== departmentId) {
    const message = text('保管人须是本部门的人。', 'The keeper works in the department.')
    throw new Refused(invalidInput({ path: 'keeperId', message }))
  }
}

const keepStatement = (
  tx: Transaction,
  { id: itemId, departmentId }: InformationItemEntity,
  stated: InformationStatement,
) =>
  tx.append(InformationItemStatement, {
    ...stated,
    itemId,
    departmentId,
    statedById: tx.actor.staffId,
    statedAt: tx.now,
  })

export const enter = (context: VerbContext, input: object): Promise<InformationItemEntity | UserError> =>
  transaction(context, 'informationItem:enter', async (tx) => {
    const { departmentId, ...stated } = orRefuse(parseInput(INFORMATION_ITEM_INPUTS.enter, withUuids(input)))
    await admitted(tx, departmentId)
    await checkKeeper(tx, departmentId, stated.keeperId)
    await ensureInventory(tx, departmentId)
    const item = await tx.insert(InformationItemEntity, {
      ...stated,
      departmentId,
      enteredById: tx.actor.staffId,
      enteredAt: tx.now,
      retiredAt: null,
      retiredById: null,
      retireReason: null,
      version: 1,
    })
    await keepStatement(tx, item, stated)
    return item
  })

const itemInUse = async (
  tx: Transaction,
  id: string,
  expectedVersion: number,
  action: 'amend' | 'retire',
): Promise<InformationItemEntity> => {
  const item = await tx.lock(InformationItemEntity, id, expectedVersion)
  await admitted(tx, item.departmentId)
  if (item.retiredAt !== null)
    throw new Refused({ code: 'WRONG_STATUS', status: 'RETIRED', action, allowed: ['IN_USE'] })
  return item
}

export const amend = (
  context: VerbContext,
  input: { readonly informationItemId: string },
): Promise<InformationItemEntity | UserError> =>
  transaction(context, 'informationItem:amend', async (tx) => {
    const { informationItemId, ...rest } = withUuids(input)
    const { expectedVersion, ...stated } = orRefuse(parseInput(INFORMATION_ITEM_INPUTS.amend, rest))
    const item = await itemInUse(tx, informationItemId as string, expectedVersion, 'amend')
    await checkKeeper(tx, item.departmentId, stated.keeperId)
    await keepStatement(tx, item, stated)
    return tx.patch(InformationItemEntity, item, stated)
  })

/** It is not kept any more; what it was stays on record. */
export const retire = (
  context: VerbContext,
  input: { readonly informationItemId: string },
): Promise<InformationItemEntity | UserError> =>
  transaction(context, 'informationItem:retire', async (tx) => {
    const { informationItemId, ...rest } = withUuids(input)
    const { expectedVersion, reason } = orRefuse(parseInput(INFORMATION_ITEM_INPUTS.retire, rest))
    const item = await itemInUse(tx, informationItemId as string, expectedVersion, 'retire')
    return tx.patch(InformationItemEntity, item, {
      retiredAt: tx.now,
      retiredById: tx.actor.staffId,
      retireReason: reason,
    })
  })

const itemsOf = (tx: Transaction, departmentId: string): Promise<InformationItemEntity[]> =>
  tx.manager.find(InformationItemEntity, {
    where: { orgId: tx.actor.organizationId, departmentId, retiredAt: IsNull() },
    order: { id: 'ASC' },
  })

/** What was confirmed, so that nobody can say later that it read otherwise. */
const contentHash = (items: readonly InformationItemEntity[]): string =>
  sha256Hex(items.map(({ id, version }) => `${id} ${version}`).join('\n'))

export const confirm = (
  context: VerbContext,
  input: { readonly informationInventoryId: string },
): Promise<InformationInventory | UserError> =>
  transaction(context, 'informationInventory:confirm', async (tx) => {
    const { informationInventoryId, ...rest } = withUuids(input)
    const { expectedVersion, note } = orRefuse(parseInput(INVENTORY_INPUTS.confirm, rest))
    const inventory = await tx.lock(InformationInventory, informationInventoryId as string, expectedVersion)
    await admitted(tx, inventory.id)
    const items = await itemsOf(tx, inventory.id)
    const held = await heldBy(tx.manager, inventory.orgId, inventory.id)
    await tx.insert(InformationConfirmation, {
      departmentId: inventory.id,
      items: items.length,
      held: held.length,
      contentHash: contentHash(items),
      note,
      confirmedById: tx.actor.staffId,
      confirmedAt: tx.now,
    })
    const { dueOn, dueAt } = await nextDue(tx.manager, inventory.orgId, tx.now)
    await setClock(tx.manager, inventory.orgId, inventory.id, dueAt)
    return tx.patch(InformationInventory, inventory, {
      dueOn,
      confirmedAt: tx.now,
      confirmedById: tx.actor.staffId,
    })
  })

const OWN = notEligible(
  'actorIsNotOfDepartment',
  text('本部门的清单由其他部门的人抽查。', 'An inventory is checked by somebody of another department.'),
)

/** Somebody of another department looks whether what is listed is so. */
export const check = (
  context: VerbContext,
  input: { readonly informationInventoryId: string },
): Promise<InformationCheck | UserError> =>
  transaction(context, 'informationInventory:check', async (tx) => {
    const { informationInventoryId, ...rest } = withUuids(input)
    const { itemId, ...found } = orRefuse(parseInput(INVENTORY_INPUTS.check, rest))
    const inventory = await tx.get(InformationInventory, informationInventoryId as string)
    await admitted(tx, inventory.id)
    if (tx.actor.departmentId === inventory.id) throw new Refused(OWN)
    const of = { orgId: inventory.orgId, departmentId: inventory.id }
    if (itemId !== null && !(await tx.manager.existsBy(InformationItemEntity, { ...of, id: itemId })))
      throw invalidReference('itemId')
    return tx.insert(InformationCheck, {
      ...found,
      departmentId: inventory.id,
      itemId,
      checkedById: tx.actor.staffId,
      checkedAt: tx.now,
    })
  })

/** From the next confirmation on: what is due keeps its day. */
export const setPolicy = (
  context: VerbContext,
  input: object,
): Promise<InformationInventoryPolicyEntity | UserError> =>
  transaction(context, 'informationInventoryPolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(INVENTORY_POLICY_INPUT, input))
    return setPolicyRow(tx, InformationInventoryPolicyEntity, policy, expectedVersion)
  })

/** Who is told that an inventory is overdue: its head, and whose rule confidentiality is. */
export const toldOfInventory = async (manager: EntityManager, { orgId, headId }: Department) => {
  const role = In([...rolesHolding('informationInventory:check')])
  const watching = await manager.findBy(StaffRole, { orgId, role })
  return [...new Set([headId ?? [], watching.map(({ staffId }) => staffId)].flat())]
}
