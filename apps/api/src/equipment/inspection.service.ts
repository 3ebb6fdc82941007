/** The verbs of an inspection: schedule, amend, record what came of it, end. */
import {
  equipmentFacts,
  INSPECTION_INPUTS,
  INSPECTION_STEPS,
  inspectionStepOn,
  invalidInput,
  nextInspectionOn,
  parseInput,
  startOfDay,
  text,
  type InspectionStep,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { todayOf } from '../money/day-of-organization.service.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import {
  EquipmentEntity,
  EquipmentInspectionEntity,
  EquipmentInspectionRecordEntity,
} from './equipment.entity.ts'
import { settleNextInspection } from './kept-equipment.service.ts'

type Answer = Promise<EquipmentInspectionEntity | UserError>
interface OfInspection {
  readonly inspectionId: string
}

/** Sets when the next step is told, or takes the clock away: only what the law asks for is told of. */
export const setInspectionClock = async (
  manager: EntityManager,
  { orgId, id, basis, nextOn, endedAt }: EquipmentInspectionEntity,
  step: InspectionStep = INSPECTION_STEPS[0],
): Promise<void> => {
  if (basis !== 'STATUTORY' || endedAt !== null) return
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  await manager.query(
    `insert into equipment_inspection_due (org_id, id, step, due_at, attempts) values ($1, $2, $3, $4, 0)
     on conflict (org_id, id) do update set step = excluded.step, due_at = excluded.due_at, attempts = 0`,
    [orgId, id, step, startOfDay(inspectionStepOn(nextOn, step), timeZone)],
  )
}

const RETIRED = (action: string) =>
  new Refused({
    code: 'WRONG_STATUS',
    status: 'RETIRED',
    action,
    allowed: ['IN_SERVICE', 'OUT_OF_SERVICE'],
  })

/** The machine is locked before its inspections: in this order everybody does it. */
const machineOf = async (tx: Transaction, id: string, action: string): Promise<EquipmentEntity> => {
  const machine = await tx.lock(EquipmentEntity, id)
  tx.admit('equipment:read', equipmentFacts(machine))
  if (machine.state === 'RETIRED') throw RETIRED(action)
  return machine
}

const AHEAD = text('不能晚于今天。', 'Not after today.')
const notAhead = async (tx: Transaction, path: string, on: string | null): Promise<void> => {
  if (on !== null && on > (await todayOf(tx))) throw new Refused(invalidInput({ path, message: AHEAD }))
}

export const schedule = (context: VerbContext, input: object): Answer =>
  transaction(context, 'equipmentInspection:schedule', async (tx) => {
    const stated = orRefuse(parseInput(INSPECTION_INPUTS.schedule, withUuids(input)))
    const machine = await machineOf(tx, stated.equipmentId, 'schedule')
    await notAhead(tx, 'lastOn', stated.lastOn)
    const inspection = await tx.insert(EquipmentInspectionEntity, {
      ...stated,
      scheduledById: tx.actor.staffId,
      endedAt: null,
      endedById: null,
      version: 1,
    })
    await setInspectionClock(tx.manager, inspection)
    await settleNextInspection(tx, machine)
    return inspection
  })

const kept = async (tx: Transaction, id: string, action: string, expectedVersion: number) => {
  const { equipmentId } = await tx.get(EquipmentInspectionEntity, id)
  const machine = await machineOf(tx, equipmentId, action)
  const inspection = await tx.lock(EquipmentInspectionEntity, id, expectedVersion)
  if (inspection.endedAt !== null)
    throw new Refused({ code: 'WRONG_STATUS', status: 'ENDED', action, allowed: ['RUNNING'] })
  return { machine, inspection }
}

export const amend = (context: VerbContext, input: OfInspection): Answer =>
  transaction(context, 'equipmentInspection:amend', async (tx) => {
    const { inspectionId, ...rest } = withUuids(input)
    const { expectedVersion, ...stated } = orRefuse(parseInput(INSPECTION_INPUTS.amend, rest))
    const { machine, inspection } = await kept(tx, inspectionId as string, 'amend', expectedVersion)
    await notAhead(tx, 'lastOn', stated.lastOn)
    const amended = await tx.patch(EquipmentInspectionEntity, inspection, stated)
    // What was told of the day that stands is not told again.
    if (amended.nextOn !== inspection.nextOn || amended.basis !== inspection.basis)
      await setInspectionClock(tx.manager, amended)
    await settleNextInspection(tx, machine)
    return amended
  })

/** It was carried out; the next one follows from the day on which it was, unless the certificate says otherwise. */
export const record = (context: VerbContext, input: OfInspection): Answer =>
  transaction(context, 'equipmentInspection:record', async (tx) => {
    const { inspectionId, ...rest } = withUuids(input)
    const { expectedVersion, nextOn: given, ...done } = orRefuse(parseInput(INSPECTION_INPUTS.record, rest))
    const { machine, inspection } = await kept(tx, inspectionId as string, 'record', expectedVersion)
    await notAhead(tx, 'doneOn', done.doneOn)
    const nextOn = given ?? nextInspectionOn(done.doneOn, inspection.everyMonths)
    await tx.insert(EquipmentInspectionRecordEntity, {
      ...done,
      inspectionId: inspection.id,
      equipmentId: machine.id,
      nextOn,
      recordedById: tx.actor.staffId,
      recordedAt: tx.now,
    })
    const isNewest = inspection.lastOn === null || done.doneOn >= inspection.lastOn
    // One of earlier years that is put on record late moves nothing.
    if (!isNewest) return inspection
    const recorded = await tx.patch(EquipmentInspectionEntity, inspection, { lastOn: done.doneOn, nextOn })
    await setInspectionClock(tx.manager, recorded)
    await settleNextInspection(tx, machine)
    return recorded
  })

export const end = (context: VerbContext, input: OfInspection): Answer =>
  transaction(context, 'equipmentInspection:end', async (tx) => {
    const { inspectionId, ...rest } = withUuids(input)
    const { expectedVersion } = orRefuse(parseInput(INSPECTION_INPUTS.end, rest))
    const { machine, inspection } = await kept(tx, inspectionId as string, 'end', expectedVersion)
    const ended = await tx.patch(EquipmentInspectionEntity, inspection, {
      endedAt: tx.now,
      endedById: tx.actor.staffId,
    })
    await settleNextInspection(tx, machine)
    return ended
  })
