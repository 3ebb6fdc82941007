import type { Permission } from '../access/policy.ts'
import type { NoticeSubject } from './notice-triggers.ts'

/** The record that a notice is about; published ids. */
export interface NoticeTarget {
  readonly subjectType: NoticeSubject
  readonly subjectId: string
  /** The case, where it is about a part of one. */
  readonly complaintId: string | null
}

/** The path below the one address at which this person finds the record; null where no page of theirs shows it. */
export const noticePath = (
  { subjectType, subjectId, complaintId }: NoticeTarget,
  may: (permission: Permission) => boolean,
): string | null => {
  if (subjectType === 'ImportRun') return may('import:read') ? `/imports/${subjectId}` : null
  if (subjectType === 'Staff') return null
  // Orders have a page of their own where they are carried out; elsewhere they stand on the case.
  if (subjectType === 'ComplaintTask' && may('portal:propertyManagement') && !may('portal:customerService'))
    return `/property-management/tasks/${subjectId}`
  if (complaintId === null) return null
  if (may('portal:customerService')) return `/customer-service/complaints/${complaintId}`
  return may('portal:propertyManagement') ? `/property-management/complaints/${complaintId}` : null
}
