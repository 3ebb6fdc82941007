/** Every department has an inventory from its first day on; what is overdue, and what is recorded about whom, is told. */
import { text } from '@steward/domain'
import { asSystem } from '../database/as-system.ts'
import { tellStaff } from '../notices/tell-staff.ts'
import { Department } from '../organization/organization.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { InformationBreachEntity } from './breach.entity.ts'
import { InformationInventory } from './inventory.entity.ts'
import { ensureInventory, toldOfInventory } from './inventory.service.ts'

export const inventoryConsumer: RowsConsumer = {
  name: 'information-inventories',
  effect: 'rows',
  kinds: ['changed'],
  wants: ({ subjectType }) => subjectType === 'Department',
  apply: async (manager, { orgId, subjectId, id, at }) => {
    await asSystem(manager, { orgId, now: at, requestId: `inventory-${id}` }, async (tx) => {
      if (await manager.existsBy(Department, { orgId, id: subjectId })) await ensureInventory(tx, subjectId)
    })
  },
}

const same = (value: string) => text(value, value)

export const inventoryNoticeConsumer: RowsConsumer = {
  name: 'information-inventory-notices',
  effect: 'rows',
  kinds: ['inventoryOverdue', 'breachRecorded', 'breachStated'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId: id } = row
    if (row.kind === 'inventoryOverdue') {
      const inventory = await manager.findOneBy(InformationInventory, { orgId, id })
      const department = await manager.findOneBy(Department, { orgId, id })
      if (!inventory || !department) return
      await tellStaff(
        manager,
        config,
        { ...row, subjectType: 'InformationInventory' },
        {
          kind: 'INVENTORY_OVERDUE',
          named: await toldOfInventory(manager, department),
          values: { department: same(department.name), dueAt: same(inventory.dueOn) },
        },
      )
      return
    }
    const breach = await manager.findOneBy(InformationBreachEntity, { orgId, id })
    if (!breach) return
    const isStated = row.kind === 'breachStated'
    await tellStaff(
      manager,
      config,
      { ...row, subjectType: 'InformationBreach' },
      {
        kind: isStated ? 'BREACH_STATED' : 'BREACH_RECORDED',
        named: [isStated ? breach.recordedById : breach.staffId],
        values: { number: same(breach.number) },
      },
    )
  },
}
