import type { MetricEntryAction } from '../grading/metric-entry.ts'
import { ACCOUNTS, AUDIT, everywhere, type Grants } from './grants.ts'

/** Those who judge clients by what is measured; an account manager their own accounts. */
const JUDGES = { ...everywhere('CS_MANAGER', 'CR_SUPERVISOR', 'CR_SPECIALIST'), ...ACCOUNTS } as const

/** What is entered for grading. Nobody on site or of sales sees how a client is judged. */
export const STANDARDS = {
  /** Sums over all clients, for those who write, review and approve a standard. */
  'gradingStandard:readPreview': everywhere(
    'CR_SUPERVISOR',
    'CS_MANAGER',
    'CS_DIRECTOR',
    'GENERAL_MANAGER',
    'QUALITY',
  ),

  'simulation:read': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER', 'QUALITY'),
  'simulation:run': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'),
  'metricEntry:read': {
    ...JUDGES,
    ...everywhere('GENERAL_MANAGER', 'GM_OFFICE', 'CS_DIRECTOR', 'QUALITY'),
    ...AUDIT,
  },
  'metricEntry:record': JUDGES,
  /** Managers any; the others what they entered themselves. */
  'metricEntry:void': {
    ...everywhere('CS_MANAGER', 'CR_SUPERVISOR'),
    CR_SPECIALIST: ['own'],
    KEY_ACCOUNT_MANAGER: ['own'],
  },
} as const satisfies Record<`metricEntry:${MetricEntryAction | 'read'}`, Grants> & Record<string, Grants>
