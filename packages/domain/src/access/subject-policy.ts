import type { SubjectRequestAction } from '../subject-requests/vocabulary.ts'
import { ACCOUNTS, ADMINISTRATION, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

const KEEPERS = everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER')
/** Whoever hears a client: what they took down themselves, an agent reads again. */
const HEARERS = { ...SITE, ...ACCOUNTS, SERVICE_AGENT: ['own'] } as const
const READERS = { ...HEADQUARTERS, ...HEARERS } as const

/** Requests of data subjects. Who may register hears clients; who answers for confidentiality decides. */
export const SUBJECT_REQUESTS = {
  'subjectRequest:read': { ...READERS, ...AUDIT },
  /** What they said, who asked in their place, what they were told. */
  'subjectRequest:readWords': READERS,
  'subjectRequest:register': { ...KEEPERS, ...everywhere('SERVICE_AGENT', 'QUALITY'), ...SITE, ...ACCOUNTS },
  'subjectRequest:verify': { ...KEEPERS, ...everywhere('QUALITY'), ...HEARERS },
  /** Asks for the copy, as for any use outside the company: the general manager alone approves it. */
  'subjectRequest:prepareCopy': { ...KEEPERS, ...everywhere('QUALITY') },
  'subjectRequest:answer': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'QUALITY'),
  /** Gives the first signature of the destruction record: see the roles that the signature policy asks. */
  'subjectRequest:erase': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'QUALITY'),
  'subjectRequest:refuse': everywhere('CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER', 'QUALITY'),
  'subjectRequest:withdraw': { ...KEEPERS, ...everywhere('QUALITY'), ...HEARERS },
  'subjectRequestPolicy:read': { ...HEADQUARTERS, ...ADMINISTRATION, ...AUDIT },
  'subjectRequestPolicy:set': everywhere('CS_MANAGER', 'QUALITY'),
} as const satisfies Record<`subjectRequest:${SubjectRequestAction}`, Grants> & Record<string, Grants>
