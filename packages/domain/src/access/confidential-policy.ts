import { everywhere, type Grants } from './grants.ts'

const ACCOUNTS = { KEY_ACCOUNT_MANAGER: ['accounts'] } as const

/** Those who see that something is on file, and its masked form. */
const READERS = {
  ...everywhere(
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'CS_DIRECTOR',
    'CS_MANAGER',
    'CR_SUPERVISOR',
    'CR_SPECIALIST',
    'QUALITY',
    'SERVICE_AGENT',
    'AUDITOR',
  ),
  ...ACCOUNTS,
  SITE_MANAGER: ['territory'],
} as const

/** Those who keep the archive. */
const KEEPERS = { ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER'), ...ACCOUNTS } as const

/** Those to whom it is shown in full, for a reason: who decides what is done with it, not who keeps it. */
const CONFIDANTS = {
  ...everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'),
  ...ACCOUNTS,
} as const

/** Quality management owns the rule of confidentiality and watches over it; auditors look on. */
const WATCHERS = everywhere('QUALITY', 'AUDITOR')

/** What is confidential in the archive: profiles of persons, the money of companies, and who has looked at them. */
export const CONFIDENTIAL = {
  'client:readStatus': READERS,
  'client:recordStatus': KEEPERS,
  'client:revealStatus': CONFIDANTS,
  'client:readProfile': READERS,
  'client:setProfile': KEEPERS,
  'client:revealProfile': CONFIDANTS,
  'reveal:read': WATCHERS,
  'revealPolicy:read': WATCHERS,
  'revealPolicy:set': everywhere('QUALITY'),
} as const satisfies Record<string, Grants>
