import type { SilenceAlertAction } from '../silence/silence-alert.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

/** Those who can go and see a client. */
const CALLERS = {
  ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER'),
  ...SITE,
  ...ACCOUNTS,
} as const

/** Alerts of silence 沉默预警, and the figures that they stand on. */
export const SILENCE = {
  'silenceAlert:read': { ...HEADQUARTERS, ...SITE, ...ACCOUNTS, ...AUDIT },
  /** What was found out about somebody; auditors see that there was an alert, and how it ended. */
  'silenceAlert:readNote': { ...HEADQUARTERS, ...SITE, ...ACCOUNTS },
  'silenceAlert:acknowledge': CALLERS,
  'silenceAlert:proposeVisit': CALLERS,
  'silenceAlert:recordVisit': CALLERS,
  'silenceAlert:close': CALLERS,
  /** Funnel, backtest and RFM: of all clients together. */
  'silence:readFigures': { ...HEADQUARTERS, ...AUDIT },
  'silenceBacktest:run': HEADQUARTERS,
  'silencePolicy:read': {
    ...HEADQUARTERS,
    ...AUDIT,
    ...everywhere('ADMIN', 'SITE_MANAGER', 'KEY_ACCOUNT_MANAGER'),
  },
  'silencePolicy:set': everywhere('CS_MANAGER', 'CS_DIRECTOR'),
} as const satisfies Record<`silenceAlert:${SilenceAlertAction}`, Grants> & Record<string, Grants>
