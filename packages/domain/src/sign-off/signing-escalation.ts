import type { Role } from '../access/roles.ts'

/** Who is told of a signature that is overdue, one level a step: whoever prepared, then up the line. A level that nobody fills passes to the next. */
export const SIGNING_ESCALATIONS = [
  { level: 1, preparer: true, role: 'GM_OFFICE' },
  { level: 2, preparer: false, role: 'CS_DIRECTOR' },
  { level: 3, preparer: false, role: 'GENERAL_MANAGER' },
] as const satisfies readonly { readonly level: number; readonly preparer: boolean; readonly role: Role }[]

export const MOST_SIGNING_ESCALATIONS = SIGNING_ESCALATIONS.length
