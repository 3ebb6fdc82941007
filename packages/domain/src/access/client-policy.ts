import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

/** The archive. Names are apart from the record, so that an audit can count clients without meeting them. */
const CLIENT_READERS = {
  ...HEADQUARTERS,
  ...everywhere('SERVICE_AGENT'),
  ...SITE,
  ...ACCOUNTS,
  INFORMATION_CLERK: ['territory'],
  SALES: ['accounts'],
} as const

export const CLIENTS = {
  'client:read': { ...CLIENT_READERS, ...AUDIT },
  'client:readName': CLIENT_READERS,
  'client:lookup': CLIENT_READERS,
  'client:lookupByPhone': { ...everywhere('SERVICE_AGENT', 'CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER') },
  'client:revealPhone': {
    ...everywhere('SERVICE_AGENT', 'CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER'),
    ...SITE,
    ...ACCOUNTS,
  },
} as const satisfies Record<string, Grants>
