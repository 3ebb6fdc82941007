import type { TagAction } from '../clients/filing/tag.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

const SALES = { SALES: ['accounts'] } as const
/** What clients are filed by is set up by whoever answers for the archive, and by the administrator. */
const FILERS = everywhere('ADMIN', 'CR_SUPERVISOR', 'CS_MANAGER')
/** Those who may see a client at all, and those who set the words up. */
const READERS = {
  ...HEADQUARTERS,
  ...AUDIT,
  ...everywhere(
    'ADMIN',
    'SERVICE_AGENT',
    'SITE_MANAGER',
    'KEY_ACCOUNT_MANAGER',
    'INFORMATION_CLERK',
    'SALES',
  ),
}
/** Those to whom a client tells what has changed. */
const HEARERS = {
  ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER', 'SERVICE_AGENT'),
  ...SITE,
  ...ACCOUNTS,
  ...SALES,
}

/** What clients are filed by: words and fields of the organization's own. */
export const FILING = {
  'tag:read': READERS,
  'tag:define': FILERS,
  'tag:amend': FILERS,
  'tag:retire': FILERS,
  'tag:restore': FILERS,
  'client:tag': HEARERS,
  'client:untag': HEARERS,
} as const satisfies Record<`tag:${TagAction}`, Grants> & Record<string, Grants>
