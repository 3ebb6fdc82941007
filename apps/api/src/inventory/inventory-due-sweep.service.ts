/** Inventories that are not confirmed in time: told once, to the head of the department and to whose rule confidentiality is. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { Department } from '../organization/organization.entity.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { InformationInventory, InformationInventoryDue } from './inventory.entity.ts'

const tell = async (manager: EntityManager, { orgId, id }: DueRow, now: Date): Promise<void> => {
  await asSystem(manager, { orgId, now, requestId: `inventory-${id}` }, async (tx) => {
    await tx.lock(InformationInventory, id)
    const department = await manager.findOneBy(Department, { orgId, id })
    if (department?.archivedAt === null) tx.emit('inventoryOverdue', { type: 'InformationInventory', id })
  })
  // The next confirmation sets it anew.
  await manager.delete(InformationInventoryDue, { orgId, id })
}

export const inventoryDueSweep = dueSweep<DueRow>({
  name: 'information-inventories',
  table: 'information_inventory_due',
  work: tell,
  failed: 'inventory not told of',
})
