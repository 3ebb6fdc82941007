/** The verbs of a machine: register, amend, report an outage, restore, retire. */
import {
  EQUIPMENT_INPUTS,
  equipmentNumber,
  invalidInput,
  numberPeriod,
  parseInput,
  text,
} from '@steward/domain'
import { IsNull } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { nextSerial } from '../database/counter.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { endTasksOfMachine } from '../maintenance-plans/tasks/end-tasks.service.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { EquipmentEntity, EquipmentInspectionEntity, EquipmentOutageEntity } from './equipment.entity.ts'
import { checkPlace, keptEquipment } from './kept-equipment.service.ts'

type Answer = Promise<EquipmentEntity | UserError>
interface OfMachine {
  readonly equipmentId: string
}

export const register = (context: VerbContext, input: object): Answer =>
  transaction(context, 'equipment:register', async (tx) => {
    const stated = orRefuse(parseInput(EQUIPMENT_INPUTS.register, withUuids(input)))
    await checkPlace(tx, 'equipment:register', stated)
    const { organizationId: orgId } = tx.actor
    const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
    const month = numberPeriod(tx.now, timeZone)
    return tx.insert(EquipmentEntity, {
      ...stated,
      number: equipmentNumber(month, await nextSerial(tx.manager, orgId, 'equipment', month)),
      state: 'IN_SERVICE',
      nextInspectionOn: null,
      registeredById: tx.actor.staffId,
      registeredAt: tx.now,
      retiredAt: null,
      retiredById: null,
      retireReason: null,
      version: 1,
    })
  })

export const amend = (context: VerbContext, input: OfMachine): Answer =>
  transaction(context, 'equipment:amend', async (tx) => {
    const { equipmentId, ...rest } = withUuids(input)
    const { expectedVersion, ...stated } = orRefuse(parseInput(EQUIPMENT_INPUTS.amend, rest))
    const machine = await keptEquipment(tx, equipmentId as string, 'amend', expectedVersion)
    await checkPlace(tx, 'equipment:amend', stated)
    return tx.patch(EquipmentEntity, machine, stated)
  })

const AHEAD = text('不能晚于现在。', 'Not later than now.')
const ENDS_EARLY = text('不能早于停机开始时间。', 'Not before the outage began.')
const TWICE = text('这段时间已有停机记录。', 'An outage of that time is on record already.')
const wrong = (path: string, message: typeof AHEAD) => new Refused(invalidInput({ path, message }))

const OVERLAPPING = `select id from equipment_outage
  where org_id = $1 and equipment_id = $2 and started_at < coalesce($4::timestamptz, 'infinity') and coalesce(ended_at, 'infinity') > $3 limit 1`

/** From now on, or from when it was noticed; with an end it is over and the machine runs as before. */
export const reportOutage = (context: VerbContext, input: OfMachine): Answer =>
  transaction(context, 'equipment:reportOutage', async (tx) => {
    const { equipmentId, ...rest } = withUuids(input)
    const stated = orRefuse(parseInput(EQUIPMENT_INPUTS.reportOutage, rest))
    const machine = await keptEquipment(tx, equipmentId as string, 'reportOutage')
    const startedAt = stated.startedAt ?? tx.now
    const { endedAt } = stated
    if (startedAt > tx.now) throw wrong('startedAt', AHEAD)
    if (endedAt !== null && endedAt > tx.now) throw wrong('endedAt', AHEAD)
    if (endedAt !== null && endedAt <= startedAt) throw wrong('endedAt', ENDS_EARLY)
    const of = [machine.orgId, machine.id, startedAt, endedAt]
    if ((await tx.manager.query<unknown[]>(OVERLAPPING, of)).length > 0) throw wrong('startedAt', TWICE)
    await tx.insert(EquipmentOutageEntity, {
      equipmentId: machine.id,
      startedAt,
      endedAt,
      cause: stated.cause,
      note: stated.note,
      reportedById: tx.actor.staffId,
      reportedAt: tx.now,
      endedById: endedAt === null ? null : tx.actor.staffId,
      version: 1,
    })
    return tx.patch(EquipmentEntity, machine, endedAt === null ? { state: 'OUT_OF_SERVICE' } : {})
  })

/** Ends the outage that stands; whoever calls holds the machine locked. */
const endOutage = async (tx: Transaction, machine: EquipmentEntity, endedAt: Date): Promise<void> => {
  const open = { orgId: machine.orgId, equipmentId: machine.id, endedAt: IsNull() }
  const outage = await tx.manager.findOneBy(EquipmentOutageEntity, open)
  if (!outage) return
  if (endedAt > tx.now) throw wrong('endedAt', AHEAD)
  if (endedAt <= outage.startedAt) throw wrong('endedAt', ENDS_EARLY)
  await tx.patch(EquipmentOutageEntity, outage, { endedAt, endedById: tx.actor.staffId })
}

export const restore = (context: VerbContext, input: OfMachine): Answer =>
  transaction(context, 'equipment:restore', async (tx) => {
    const { equipmentId, ...rest } = withUuids(input)
    const { expectedVersion, endedAt } = orRefuse(parseInput(EQUIPMENT_INPUTS.restore, rest))
    const machine = await keptEquipment(tx, equipmentId as string, 'restore', expectedVersion)
    await endOutage(tx, machine, endedAt ?? tx.now)
    return tx.patch(EquipmentEntity, machine, { state: 'IN_SERVICE' })
  })

/** It does not come back; what it was stays on record, and nothing of it is due any more. */
export const retire = (context: VerbContext, input: OfMachine): Answer =>
  transaction(context, 'equipment:retire', async (tx) => {
    const { equipmentId, ...rest } = withUuids(input)
    const { expectedVersion, reason } = orRefuse(parseInput(EQUIPMENT_INPUTS.retire, rest))
    const machine = await keptEquipment(tx, equipmentId as string, 'retire', expectedVersion)
    await endOutage(tx, machine, tx.now)
    const live = { orgId: machine.orgId, equipmentId: machine.id, endedAt: IsNull() }
    for (const inspection of await tx.manager.findBy(EquipmentInspectionEntity, live))
      await tx.patch(EquipmentInspectionEntity, inspection, {
        endedAt: tx.now,
        endedById: tx.actor.staffId,
      })
    await endTasksOfMachine(tx.manager, machine.orgId, machine.id)
    return tx.patch(EquipmentEntity, machine, {
      state: 'RETIRED',
      nextInspectionOn: null,
      retiredAt: tx.now,
      retiredById: tx.actor.staffId,
      retireReason: reason,
    })
  })
