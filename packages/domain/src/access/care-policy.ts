import type { CareAction } from '../care/vocabulary.ts'
import { ACCOUNTS, everywhere, type Grants } from './grants.ts'

/** Those who greet clients. */
const CARERS = { ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER'), ...ACCOUNTS } as const

/** Care 客户关怀: an occasion tells on which day somebody was born, so none reads it who does not read particulars. */
export const CARE = {
  'careOccasion:read': { ...CARERS, ...everywhere('CS_DIRECTOR', 'GENERAL_MANAGER') },
  'careOccasion:complete': CARERS,
  'careOccasion:postpone': CARERS,
  'careOccasion:skip': CARERS,
  'carePolicy:read': everywhere(
    'CR_SPECIALIST',
    'CR_SUPERVISOR',
    'CS_MANAGER',
    'CS_DIRECTOR',
    'GENERAL_MANAGER',
    'KEY_ACCOUNT_MANAGER',
    'AUDITOR',
  ),
  'carePolicy:set': everywhere('CR_SUPERVISOR', 'CS_MANAGER'),
} as const satisfies Record<`careOccasion:${CareAction}`, Grants> & Record<string, Grants>
