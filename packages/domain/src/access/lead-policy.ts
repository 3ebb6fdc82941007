import type { LeadAction } from '../leads/vocabulary.ts'
import { AUDIT, everywhere, type Grants } from './grants.ts'

/** Those who lead the work on leads: they see and assign all of them. */
const LEADERS = everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER')
const SUPERVISORS = everywhere('CR_SUPERVISOR', 'CS_MANAGER')
/** Those who work on leads: their own, and the pool, in which they look for more. */
const WORKERS = { SALES: ['assigned'], KEY_ACCOUNT_MANAGER: ['assigned'] } as const
const SEEKERS = { SALES: ['assigned', 'inPool'], KEY_ACCOUNT_MANAGER: ['assigned', 'inPool'] } as const
const CLAIMERS = { SALES: ['inPool'], KEY_ACCOUNT_MANAGER: ['inPool'] } as const
/** Whoever is asked first writes it down, and sees what became of it. */
const RECEIVERS = { SERVICE_AGENT: ['own'], CR_SPECIALIST: ['own'] } as const

const LEAD_VERBS = {
  'lead:open': { ...SUPERVISORS, ...WORKERS, ...RECEIVERS },
  'lead:amend': { ...SUPERVISORS, ...WORKERS },
  'lead:assign': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'),
  'lead:claim': CLAIMERS,
  'lead:release': { ...SUPERVISORS, ...WORKERS },
  'lead:contact': WORKERS,
  'lead:qualify': WORKERS,
  'lead:convert': { ...SUPERVISORS, ...WORKERS },
  'lead:lose': { ...SUPERVISORS, ...WORKERS },
} as const satisfies Record<`lead:${LeadAction}`, Grants>

const SETTING_READERS = {
  ...LEADERS,
  ...AUDIT,
  ...everywhere('ADMIN', 'SALES', 'KEY_ACCOUNT_MANAGER', 'SERVICE_AGENT', 'CR_SPECIALIST'),
} as const
const CONFIGURERS = everywhere('ADMIN', 'CS_MANAGER')
const CAMPAIGNERS = everywhere('CS_MANAGER', 'CR_SUPERVISOR')

/** Leads 线索, where they come from, and how they go round. */
export const LEADS = {
  /** Quality management sees which number was shown to whom, and no name. */
  'lead:read': { ...LEADERS, ...SEEKERS, ...RECEIVERS, ...AUDIT, ...everywhere('QUALITY') },
  'lead:readName': { ...LEADERS, ...SEEKERS, ...RECEIVERS },
  /** Only once one has it: nobody calls from the pool. */
  'lead:revealPhone': { ...SUPERVISORS, ...WORKERS },
  /** What all leads together came to, by source and campaign. */
  'lead:readYield': { ...LEADERS, ...AUDIT },
  ...LEAD_VERBS,
  'leadSource:read': SETTING_READERS,
  'leadSource:define': CONFIGURERS,
  'leadSource:amend': CONFIGURERS,
  'leadSource:retire': CONFIGURERS,
  'leadSource:restore': CONFIGURERS,
  'campaign:read': { ...SETTING_READERS, ...everywhere('FINANCE') },
  'campaign:readCost': { ...LEADERS, ...AUDIT, ...everywhere('FINANCE') },
  'campaign:define': CAMPAIGNERS,
  'campaign:amend': CAMPAIGNERS,
  'campaign:retire': CAMPAIGNERS,
  'campaign:restore': CAMPAIGNERS,
  'leadPolicy:read': SETTING_READERS,
  'leadPolicy:set': CONFIGURERS,
} as const satisfies Record<string, Grants>
