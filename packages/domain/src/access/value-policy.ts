import type { CostEventAction } from '../money/cost-event.ts'
import type { ValueAssumptionAction } from '../money/value-assumption.ts'
import { ACCOUNTS, everywhere, SITE, type Grants } from './grants.ts'

/** Those who weigh what a client brings against what they cost; on site and for accounts as far as they answer. */
const EVERYWHERE = everywhere(
  'FINANCE',
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'AUDITOR',
)
const WEIGHING = {
  ...EVERYWHERE,
  ...SITE,
  ...ACCOUNTS,
} as const

/** Whose work costs something writes it down, and sees what they wrote. */
const RECORDERS = { CR_SPECIALIST: ['own'], SERVICE_AGENT: ['own'], SALES: ['own'] } as const

const RECORDING = {
  ...everywhere('FINANCE', 'CS_MANAGER', 'CR_SUPERVISOR', 'CR_SPECIALIST', 'SERVICE_AGENT'),
  ...SITE,
  ...ACCOUNTS,
  SALES: ['accounts'],
} as const

/** What clients cost, and what they are worth. */
export const VALUE = {
  'costEvent:read': { ...WEIGHING, ...RECORDERS },
  'costEvent:record': RECORDING,
  'costEvent:recordMany': everywhere('FINANCE', 'CS_MANAGER', 'CR_SUPERVISOR', 'CR_SPECIALIST'),
  /** Finance and managers any; the others what they recorded themselves. */
  'costEvent:void': {
    ...everywhere('FINANCE', 'CS_MANAGER'),
    ...RECORDERS,
    CR_SUPERVISOR: ['own'],
    SITE_MANAGER: ['own'],
    KEY_ACCOUNT_MANAGER: ['own'],
  },
  'value:read': WEIGHING,
  'valueAssumption:read': { ...EVERYWHERE, ...everywhere('SITE_MANAGER', 'KEY_ACCOUNT_MANAGER') },
  'valueAssumption:set': everywhere('FINANCE', 'GENERAL_MANAGER'),
} as const satisfies Record<`costEvent:${CostEventAction}`, Grants> &
  Record<`valueAssumption:${ValueAssumptionAction}`, Grants> &
  Record<string, Grants>
