import { ACCOUNTS_OF_STAFF } from './account-policy.ts'
import { CASE_READERS } from './complaint-policy.ts'
import { ADMINISTRATION, AUDIT, COLLEAGUES, everywhere, SITE, type Grants } from './grants.ts'
import { WEBHOOKS } from './webhook-policy.ts'

const FIELD_TERRITORY = {
  SITE_MANAGER: ['territory'],
  TECHNICIAN: ['territory'],
  INFORMATION_CLERK: ['territory'],
} as const

/** Working time moves every open promise: it is kept by who configures and by who watches over the clock. */
const CALENDAR_KEEPERS = everywhere('ADMIN', 'GM_OFFICE')

const PROVERS = everywhere('AUDITOR', 'GENERAL_MANAGER', 'GM_OFFICE', 'QUALITY')

export const ORGANIZATION = {
  ...ACCOUNTS_OF_STAFF,
  'staff:read': COLLEAGUES,
  'staff:hire': ADMINISTRATION,
  'staff:change': ADMINISTRATION,
  'staff:assignRoles': ADMINISTRATION,
  'staff:assignTerritory': ADMINISTRATION,
  'staff:disable': ADMINISTRATION,
  'staff:enable': ADMINISTRATION,
  'staff:resetPassword': ADMINISTRATION,
  /** Their own, and with the old one. */
  'staff:changePassword': COLLEAGUES,
  'department:read': COLLEAGUES,
  'department:add': ADMINISTRATION,
  'department:change': ADMINISTRATION,
  'department:archive': ADMINISTRATION,
  'department:restore': ADMINISTRATION,
  'project:read': { ...COLLEAGUES, ...FIELD_TERRITORY },
  'project:add': ADMINISTRATION,
  'project:change': ADMINISTRATION,
  /** A site manager answers for a project's units, and so keeps their list. */
  'project:addBuilding': { ...ADMINISTRATION, ...SITE },
  'project:addUnits': { ...ADMINISTRATION, ...SITE },
  'project:changeUnit': { ...ADMINISTRATION, ...SITE },
  'agreementPolicy:read': COLLEAGUES,
  'agreementPolicy:set': everywhere('GENERAL_MANAGER', 'CS_DIRECTOR', 'CS_MANAGER'),
  /** The matrix as it is in force. It is changed by a revision of its document. */
  'limit:read': everywhere(
    'ADMIN',
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'CS_DIRECTOR',
    'CS_MANAGER',
    'CR_SUPERVISOR',
    'FINANCE',
    'AUDITOR',
  ),
  'calendar:read': COLLEAGUES,
  'calendar:changeWorkingWeek': CALENDAR_KEEPERS,
  'calendar:addSpecialDay': CALENDAR_KEEPERS,
  'calendar:removeSpecialDay': CALENDAR_KEEPERS,
  'calendar:publishHolidayYear': CALENDAR_KEEPERS,
  'partner:read': everywhere('ADMIN', 'AUDITOR'),
  'partner:add': ADMINISTRATION,
  'partner:issueCredential': ADMINISTRATION,
  'partner:revokeCredential': ADMINISTRATION,
  ...WEBHOOKS,
  /** The administrator sees what became of people, places and limits: the trail of a case would tell of the case. */
  'audit:read': { ...everywhere('AUDITOR', 'GENERAL_MANAGER'), ADMIN: ['configuration'] },
  /** Whether the trail is whole, and as a file: without the values that it keeps to itself. */
  'audit:verify': everywhere('AUDITOR', 'GENERAL_MANAGER'),
  'audit:export': everywhere('AUDITOR', 'GENERAL_MANAGER'),
  'signOff:read': { ...CASE_READERS, ...AUDIT },
  /** One file that proves the signatures of a case to a stranger. */
  'signOff:prove': { ...PROVERS, ...everywhere('CS_MANAGER', 'CS_DIRECTOR') },
  /** The chain of all signatures: whether it is whole, and as a file. It holds commitments, no personal value. */
  'ledger:read': PROVERS,
  'ledger:verify': PROVERS,
  'ledger:export': everywhere('AUDITOR', 'GENERAL_MANAGER'),
  /** Who keeps checkpoints outside: appointed by the administrator, watched by those who verify. */
  'witness:read': { ...PROVERS, ...ADMINISTRATION },
  'witness:appointCosigner': ADMINISTRATION,
  'witness:appointMailbox': ADMINISTRATION,
  'witness:tell': ADMINISTRATION,
  'witness:dismiss': ADMINISTRATION,
} as const satisfies Record<string, Grants>
