/** Who answers for the project learns that an inspection is due; that it is overdue, case control and quality too. */
import { text, type Role } from '@steward/domain'
import { tellStaff } from '../notices/tell-staff.ts'
import { StaffRole } from '../organization/organization.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { EquipmentEntity, EquipmentInspectionEntity } from './equipment.entity.ts'

const ON_SITE: readonly Role[] = ['SITE_MANAGER']
const ABOVE: readonly Role[] = [...ON_SITE, 'GM_OFFICE', 'QUALITY']

export const inspectionNoticeConsumer: RowsConsumer = {
  name: 'equipment-inspection-notices',
  effect: 'rows',
  kinds: ['inspectionDue', 'inspectionOverdue'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId: id, kind } = row
    const inspection = await manager.findOneBy(EquipmentInspectionEntity, { orgId, id })
    const machine =
      inspection && (await manager.findOneBy(EquipmentEntity, { orgId, id: inspection.equipmentId }))
    if (!machine) return
    const isOverdue = kind === 'inspectionOverdue'
    // Of site managers only those whose territory it is may read the machine, and are told.
    const roles = isOverdue ? ABOVE : ON_SITE
    const holding = await manager.findBy(
      StaffRole,
      roles.map((role) => ({ orgId, role })),
    )
    await tellStaff(
      manager,
      config,
      { ...row, subjectType: 'Equipment', subjectId: machine.id },
      {
        kind: isOverdue ? 'INSPECTION_OVERDUE' : 'INSPECTION_DUE',
        named: [...new Set(holding.map(({ staffId }) => staffId))],
        values: {
          number: text(machine.number, machine.number),
          dueAt: text(inspection.nextOn, inspection.nextOn),
        },
      },
    )
  },
}
