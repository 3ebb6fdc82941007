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

/** Those who can be asked for a signature of a round, by their own right or by a delegation on a case that they read. */
const ASKED = everywhere(
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'CR_SPECIALIST',
  'SERVICE_AGENT',
  'QUALITY',
  'KEY_ACCOUNT_MANAGER',
  'SITE_MANAGER',
)

/** Of a delegation, `own` is what I gave, `mine` what was given to me. */
export const SIGNINGS = {
  'signaturePolicy:read': COLLEAGUES,
  /** What waits for one's signature, and where what one sent on is. Which signings those are, `signOff:read` says. */
  'signing:readAwaited': ASKED,
  /** Who owes which signature. */
  'signing:readOwed': everywhere('GENERAL_MANAGER', 'GM_OFFICE', 'CS_DIRECTOR', 'CS_MANAGER', 'AUDITOR'),
  'delegation:read': { ...PARTIES, ...everywhere('AUDITOR', 'GENERAL_MANAGER', 'GM_OFFICE', 'QUALITY') },
  'delegation:give': SIGNERS,
  'delegation:revoke': { ...PARTIES, ...everywhere('GENERAL_MANAGER') },
} as const satisfies Record<string, Grants>
