import type { MembershipAction } from '../membership/vocabulary.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

/** Those who see members. */
const DESK = {
  ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER', 'SERVICE_AGENT'),
  ...SITE,
  ...ACCOUNTS,
} as const

/** Membership 会员: the counter enrols and credits; a mistake is corrected by a supervisor, the rules are the managers'. */
export const MEMBERSHIP = {
  'membership:read': { ...HEADQUARTERS, ...everywhere('SERVICE_AGENT'), ...SITE, ...ACCOUNTS, ...AUDIT },
  'membership:join': DESK,
  'membership:credit': DESK,
  'membership:redeem': DESK,
  'membership:correct': everywhere('CR_SUPERVISOR', 'CS_MANAGER'),
  'membership:renew': DESK,
  'membership:leave': DESK,
  'membershipPolicy:read': {
    ...HEADQUARTERS,
    ...AUDIT,
    ...everywhere('SERVICE_AGENT', 'SITE_MANAGER', 'KEY_ACCOUNT_MANAGER'),
  },
  'membershipPolicy:set': everywhere('CS_MANAGER', 'CS_DIRECTOR'),
} as const satisfies Record<`membership:${MembershipAction}`, Grants> & Record<string, Grants>
