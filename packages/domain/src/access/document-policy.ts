import type { DocumentAction } from '../documents/vocabulary.ts'
import { everywhere, type Grants } from './grants.ts'

/** Headquarters, which writes the rules and reads every case. */
const READERS = everywhere(
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'CR_SPECIALIST',
  'QUALITY',
)
const WRITERS = everywhere(
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'QUALITY',
)
const REVIEWERS = everywhere('QUALITY', 'GM_OFFICE', 'CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR')
const APPROVERS = everywhere('CS_MANAGER', 'CS_DIRECTOR', 'GM_OFFICE', 'GENERAL_MANAGER')
/** Administrators configure what is agreed elsewhere; auditors see that an agreement with a client exists, not what it says. */
const OF_THE_COMPANY = { ADMIN: ['companyDocument'], AUDITOR: ['companyDocument', 'recordDocument'] } as const
/** Who keeps client information on site certifies its destruction. */
const KEEPERS = { SITE_MANAGER: ['recordDocument'], INFORMATION_CLERK: ['recordDocument'] } as const

/** Whoever sells words what they offer by these. */
const SELLERS = { SALES: ['salesDocument'], KEY_ACCOUNT_MANAGER: ['salesDocument'] } as const

/** What is agreed with a client is worded by who speaks with them. */
const AGREEMENT_WRITERS = { ...WRITERS, CR_SPECIALIST: ['caseDocument'] } as const

const RECORD_WRITERS = { ...WRITERS, ...KEEPERS, CR_SPECIALIST: ['caseDocument', 'recordDocument'] } as const

/** Controlled documents. Who prepares, reviews and approves which kind, the signature policy says. */
export const DOCUMENTS = {
  'document:read': {
    ...READERS,
    ADMIN: ['companyDocument'],
    ...KEEPERS,
    ...SELLERS,
    ...everywhere('AUDITOR'),
  },
  'document:readContent': { ...READERS, ...OF_THE_COMPANY, ...KEEPERS, ...SELLERS },
  'document:draft': AGREEMENT_WRITERS,
  'document:amend': AGREEMENT_WRITERS,
  'document:change': AGREEMENT_WRITERS,
  'document:submit': RECORD_WRITERS,
  'document:withdraw': RECORD_WRITERS,
  'document:review': REVIEWERS,
  'document:approve': { ...APPROVERS, SITE_MANAGER: ['recordDocument'] },
  'document:reject': { ...REVIEWERS, ...APPROVERS, SITE_MANAGER: ['recordDocument'] },
  'document:retire': everywhere('GENERAL_MANAGER', 'GM_OFFICE', 'CS_DIRECTOR', 'CS_MANAGER'),
} as const satisfies Record<`document:${DocumentAction}` | 'document:read' | 'document:readContent', Grants>
