/** Requests of data subjects that wait: those who deal with them are warned, then it is told above, then to the top. Each exactly once. */
import {
  nextSubjectRequestStep,
  OPEN_SUBJECT_REQUEST_STATUSES,
  type SubjectRequestStep,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { calendarFor } from '../working-time/calendar-store.service.ts'
import { SubjectRequestDue, SubjectRequestEntity } from './subject-request.entity.ts'
import { subjectRequestPolicyOf } from './subject-request.service.ts'

interface Due extends DueRow {
  readonly step: SubjectRequestStep
}

const TELLS = {
  WARN: 'subjectRequestDue',
  OVERDUE: 'subjectRequestOverdue',
  ESCALATE: 'subjectRequestEscalated',
} as const

const tell = async (manager: EntityManager, { orgId, id, step }: Due, now: Date): Promise<void> => {
  const next = await asSystem(manager, { orgId, now, requestId: `subject-request-${id}` }, async (tx) => {
    const { status, dueAt } = await tx.lock(SubjectRequestEntity, id)
    if (!OPEN_SUBJECT_REQUEST_STATUSES.includes(status)) return undefined
    tx.emit(TELLS[step], { type: 'SubjectRequest', id })
    const policy = await subjectRequestPolicyOf(manager, orgId)
    const { calendar } = await calendarFor(manager, orgId)
    return nextSubjectRequestStep(step, policy, calendar, dueAt)
  })
  if (next) await manager.update(SubjectRequestDue, { orgId, id }, { ...next, attempts: 0 })
  else await manager.delete(SubjectRequestDue, { orgId, id })
}

export const subjectRequestDueSweep = dueSweep<Due>({
  name: 'subject-requests',
  table: 'subject_request_due',
  step: 'step',
  work: tell,
  failed: 'request of a data subject not told of',
})
