import type { ClientAction } from '../clients/vocabulary.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

/** The archive. Names are apart from the record, so that an audit can count clients without meeting them. */
const CLIENT_READERS = {
  ...HEADQUARTERS,
  ...everywhere('SERVICE_AGENT'),
  ...SITE,
  ...ACCOUNTS,
  INFORMATION_CLERK: ['territory'],
  SALES: ['accounts'],
  // Whose money it is; nothing of how they live.
  ...everywhere('FINANCE'),
} as const

/** Those who keep the archive (客户关系). */
const KEEPERS = everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER')
/** Those to whom a client tells what has changed: on the phone, at the door, at a visit. */
const HEARERS = { ...KEEPERS, ...everywhere('SERVICE_AGENT'), ...SITE, ...ACCOUNTS } as const
/** A prospect belongs to whoever won them. */
const SALES = { SALES: ['accounts'] } as const

/** Each verb is named in CLIENT_ACTIONS. An archive that is opened by who sees only their own is theirs. */
const CLIENT_VERBS = {
  'client:open': { ...HEARERS, ...SALES },
  'client:amend': { ...HEARERS, ...SALES },
  'client:archive': KEEPERS,
  'client:restore': KEEPERS,
  'client:addContact': { ...HEARERS, ...SALES },
  'client:amendContact': { ...HEARERS, ...SALES },
  'client:removeContact': { ...KEEPERS, ...ACCOUNTS, ...SALES },
  'client:addMember': HEARERS,
  'client:amendMember': HEARERS,
  'client:removeMember': HEARERS,
  'client:recordOccupancy': { ...KEEPERS, ...everywhere('SERVICE_AGENT'), ...SITE },
  'client:endOccupancy': { ...KEEPERS, ...SITE },
  'client:recordConsent': { ...HEARERS, ...SALES },
  'client:withdrawConsent': { ...HEARERS, ...SALES },
} as const satisfies Record<`client:${ClientAction}`, Grants>

export const CLIENTS = {
  'client:read': { ...CLIENT_READERS, ...AUDIT },
  'client:readName': CLIENT_READERS,
  /** That something happened; each entry then asks for what its own record asks. */
  'client:readTimeline': { ...CLIENT_READERS, ...AUDIT },
  /** How many cases a client has open, and when the last one came: to those who may read each of them. */
  'client:readCases': { ...HEADQUARTERS, ...ACCOUNTS, ...AUDIT },
  'client:lookup': CLIENT_READERS,
  'client:lookupByPhone': { ...everywhere('SERVICE_AGENT', 'CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER') },
  /** What one looked up by the end of a number, to nobody else. */
  'client:readLookups': {
    SERVICE_AGENT: ['mine'],
    CR_SPECIALIST: ['mine'],
    CR_SUPERVISOR: ['mine'],
    CS_MANAGER: ['mine'],
  },
  'client:revealPhone': {
    ...everywhere('SERVICE_AGENT', 'CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER'),
    ...SITE,
    ...ACCOUNTS,
  },
  /** How people live and what they like: for those who care for them. */
  'client:readParticulars': {
    ...everywhere(
      'SERVICE_AGENT',
      'CR_SPECIALIST',
      'CR_SUPERVISOR',
      'CS_MANAGER',
      'CS_DIRECTOR',
      'GENERAL_MANAGER',
    ),
    ...SITE,
    ...ACCOUNTS,
    ...SALES,
  },
  /** Name, kind and relation: more than a number that has changed. Asked beside `client:amend`. */
  'client:amendIdentity': { ...KEEPERS, ...ACCOUNTS, ...SALES },
  /** One page with what the printer reads on the screen, masked as there. A clerk only looks, an auditor meets no names. */
  'client:printCard': { ...HEADQUARTERS, ...everywhere('SERVICE_AGENT'), ...SITE, ...ACCOUNTS },
  /** Who answers for a client, or for many at once: the one way to say so. Whoever opens an archive that they would not see answers for it. */
  'client:assignManager': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'),
  ...CLIENT_VERBS,
} as const satisfies Record<string, Grants>
