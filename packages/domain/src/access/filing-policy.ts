import type { CustomFieldAction } from '../clients/filing/custom-field.ts'
import type { TagAction } from '../clients/filing/tag.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'
import { CLIENT_MERGES } from './merge-policy.ts'

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

/** What clients are filed by: words and fields of the organization's own; and that two who are filed apart are one. */
export const FILING = {
  ...CLIENT_MERGES,
  'tag:read': READERS,
  'tag:define': FILERS,
  'tag:amend': FILERS,
  'tag:retire': FILERS,
  'tag:restore': FILERS,
  'client:tag': HEARERS,
  'client:untag': HEARERS,
  'customField:read': READERS,
  'customField:define': FILERS,
  'customField:amend': FILERS,
  'customField:retire': FILERS,
  'customField:restore': FILERS,
  'client:setField': HEARERS,
  /** What is sensitive opens to the same as a sealed profile. */
  'client:revealField': {
    ...everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'),
    ...ACCOUNTS,
  },
} as const satisfies Record<`tag:${TagAction}` | `customField:${CustomFieldAction}`, Grants> &
  Record<string, Grants>
