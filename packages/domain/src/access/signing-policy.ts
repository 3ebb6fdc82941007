import { COLLEAGUES, everywhere, type Grants } from './grants.ts'

/** Those who sign for more than their own work, and so can be away. */
const SIGNERS = everywhere(
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'QUALITY',
  'SITE_MANAGER',
)
const PARTIES = Object.fromEntries(
  Object.keys(COLLEAGUES).map((role) => [role, ['own', 'mine']]),
) as unknown as Record<keyof typeof COLLEAGUES, readonly ['own', 'mine']>

/** Of a delegation, `own` is what I gave, `mine` what was given to me. */
export const SIGNINGS = {
  'signaturePolicy:read': COLLEAGUES,
  'delegation:read': { ...PARTIES, ...everywhere('AUDITOR', 'GENERAL_MANAGER', 'GM_OFFICE', 'QUALITY') },
  'delegation:give': SIGNERS,
  'delegation:revoke': { ...PARTIES, ...everywhere('GENERAL_MANAGER') },
} as const satisfies Record<string, Grants>
