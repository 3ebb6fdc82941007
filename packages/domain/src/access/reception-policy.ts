import type { ReceptionAction } from '../clients/receptions/reception.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

/** Whoever has clients before them: what one heard is written down by oneself. */
const RECEIVERS = {
  ...HEADQUARTERS,
  ...everywhere('SERVICE_AGENT'),
  ...SITE,
  ...ACCOUNTS,
  SALES: ['accounts'],
} as const

const OWN = Object.fromEntries(Object.keys(RECEIVERS).map((role) => [role, ['own']])) as unknown as Record<
  keyof typeof RECEIVERS,
  readonly ['own']
>

/** What was said without a case. Auditors see that there was something, not what. */
export const RECEPTIONS = {
  'reception:read': { ...RECEIVERS, ...AUDIT },
  'reception:readWords': RECEIVERS,
  'reception:record': RECEIVERS,
  'reception:amend': OWN,
  /** A next step is taken by whoever has the client before them, not only by who wrote it down. */
  'reception:finish': RECEIVERS,
} as const satisfies Record<`reception:${ReceptionAction | 'read' | 'readWords'}`, Grants>
