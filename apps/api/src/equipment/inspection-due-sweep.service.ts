/** Statutory inspections that come near, are due, and are overdue: each step told once for each due day. */
import { INSPECTION_STEPS, inspectionStepBy, type InspectionStep } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { dayOf } from '../money/day-of-organization.service.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { EquipmentInspectionDue, EquipmentInspectionEntity } from './equipment.entity.ts'
import { setInspectionClock } from './inspection.service.ts'

interface Due extends DueRow {
  readonly step: InspectionStep
}

const tell = async (manager: EntityManager, { orgId, id }: Due, now: Date): Promise<void> => {
  const today = await dayOf(manager, orgId, now)
  const inspection = await manager.findOneByOrFail(EquipmentInspectionEntity, { orgId, id })
  const isOwed = inspection.endedAt === null && inspection.basis === 'STATUTORY'
  // Of steps that passed together the newest tells enough.
  const step = isOwed ? inspectionStepBy(inspection.nextOn, today) : undefined
  if (step !== undefined)
    await asSystem(manager, { orgId, now, requestId: `inspection-${id}` }, async (tx) => {
      tx.emit(step === 'OVERDUE' ? 'inspectionOverdue' : 'inspectionDue', { type: 'EquipmentInspection', id })
    })
  const next = INSPECTION_STEPS[step === undefined ? 0 : INSPECTION_STEPS.indexOf(step) + 1]
  if (isOwed && next) await setInspectionClock(manager, inspection, next)
  else await manager.delete(EquipmentInspectionDue, { orgId, id })
}

export const inspectionDueSweep = dueSweep<Due>({
  name: 'equipment-inspections',
  table: 'equipment_inspection_due',
  step: 'step',
  work: tell,
  failed: 'due inspection of a machine not told of',
})
