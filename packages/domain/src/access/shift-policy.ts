import { COLLEAGUES, everywhere, type Grants } from './grants.ts'

/** Whoever leads people plans their shifts; a site manager those of the own department. */
const PLANNERS = {
  ...everywhere('GM_OFFICE', 'CS_DIRECTOR', 'CS_MANAGER', 'CR_SUPERVISOR'),
  SITE_MANAGER: ['department'],
} as const

export const SHIFTS_OF_STAFF = {
  'shiftPlan:read': COLLEAGUES,
  'shiftPlan:set': everywhere('ADMIN', 'CS_MANAGER'),
  /** Who is on duty is no secret among colleagues: it says whom to call. */
  'duty:read': COLLEAGUES,
  'duty:assign': PLANNERS,
  'duty:copyWeek': PLANNERS,
} as const satisfies Record<string, Grants>
