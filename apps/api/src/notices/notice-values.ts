/** What the placeholders of a notice stand for, in both languages. */
import {
  IMPORT_STATUS_LABELS,
  localMoment,
  PROMISE_KIND_LABELS,
  SEVERITY_LABELS,
  SIGNING_KIND_LABELS,
  STATUS_LABELS,
  STEP_VERB_LABELS,
  text,
  type Placeholder,
  type Text,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { Department, OrganizationProfile, Staff } from '../organization/organization.entity.ts'
import type { Happening, Subject } from './notice-subject.ts'

export type Values = Readonly<Partial<Record<Placeholder, Text>>>

const same = (value: string | number): Text => text(String(value), String(value))
const NO_DATE = text('未定', 'not set')
const SYSTEM = text('系统', 'the system')

/** All but who is told and where they look. */
export const valuesOf = async (
  manager: EntityManager,
  { orgId, actorId }: Happening,
  { complaint, task, promise, run, lead, opportunity, handover, handoverItems, signing }: Subject,
): Promise<{ readonly values: Values; readonly timeZone: string }> => {
  const profile = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const actor = actorId && (await manager.findOneBy(Staff, { orgId, id: actorId }))
  const departmentId = task?.departmentId ?? complaint?.handlingDepartmentId
  const department = departmentId && (await manager.findOneBy(Department, { orgId, id: departmentId }))
  const values: Values = {
    organization: same(profile.name),
    actor: actor ? same(actor.name) : SYSTEM,
    ...(complaint && {
      number: same(complaint.number),
      severity: SEVERITY_LABELS[complaint.severity],
      status: STATUS_LABELS[complaint.status],
    }),
    ...(department && { department: same(department.name) }),
    ...(task && { dueAt: task.dueAt ? same(localMoment(task.dueAt, profile.timeZone)) : NO_DATE }),
    ...(promise && {
      promise: PROMISE_KIND_LABELS[promise.kind],
      dueAt: same(localMoment(promise.dueAt, profile.timeZone)),
    }),
    ...(handover && {
      giver: same((await manager.findOneByOrFail(Staff, { orgId, id: handover.giverId })).name),
      cases: same(handoverItems.filter(({ promiseId }) => promiseId === null).length),
    }),
    ...(signing && {
      number: same(signing.number),
      matter: SIGNING_KIND_LABELS[signing.signing.kind],
      ...(signing.step && {
        step: STEP_VERB_LABELS[signing.step.meaning],
        dueAt: signing.step.dueAt ? same(localMoment(signing.step.dueAt, profile.timeZone)) : NO_DATE,
      }),
    }),
    ...(opportunity && { number: same(opportunity.number) }),
    ...(lead && {
      number: same(lead.number),
      ...(lead.returnsAt && { dueAt: same(localMoment(lead.returnsAt, profile.timeZone)) }),
    }),
    ...(run && {
      rows: same(run.rowsNew + run.rowsChanged),
      refused: same(run.rowsRefused),
      outcome: IMPORT_STATUS_LABELS[run.status],
    }),
  }
  return { values, timeZone: profile.timeZone }
}
