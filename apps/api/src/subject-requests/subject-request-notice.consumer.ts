/** Who deals with a request learns that it is due; who answers for confidentiality that it is overdue; the top that it still is. */
import { localDate, text, type Role } from '@steward/domain'
import { tellStaff } from '../notices/tell-staff.ts'
import { OrganizationProfile, StaffRole } from '../organization/organization.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { SubjectRequestEntity } from './subject-request.entity.ts'

const KEEPERS: readonly Role[] = ['CR_SUPERVISOR', 'CS_MANAGER']
const ROLES: Readonly<Record<string, readonly Role[]>> = {
  subjectRequestDue: KEEPERS,
  subjectRequestOverdue: [...KEEPERS, 'QUALITY'],
  subjectRequestEscalated: ['CS_DIRECTOR', 'GENERAL_MANAGER'],
}

export const subjectRequestNoticeConsumer: RowsConsumer = {
  name: 'subject-request-notices',
  effect: 'rows',
  kinds: ['subjectRequestDue', 'subjectRequestOverdue', 'subjectRequestEscalated'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId: id, kind } = row
    const request = await manager.findOneBy(SubjectRequestEntity, { orgId, id })
    if (!request) return
    const roles = (ROLES[kind] ?? []).map((role) => ({ orgId, role }))
    const people = (await manager.findBy(StaffRole, roles)).map(({ staffId }) => staffId)
    const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const dueOn = localDate(request.dueAt, timeZone)
    const near = [request.registeredById, ...(request.verifiedById ? [request.verifiedById] : [])]
    await tellStaff(
      manager,
      config,
      { ...row, subjectType: 'SubjectRequest' },
      {
        kind: kind === 'subjectRequestDue' ? 'SUBJECT_REQUEST_DUE' : 'SUBJECT_REQUEST_ESCALATED',
        named: [...new Set([...people, ...(kind === 'subjectRequestEscalated' ? [] : near)])],
        values: { number: text(request.number, request.number), dueAt: text(dueOn, dueOn) },
      },
    )
  },
}
