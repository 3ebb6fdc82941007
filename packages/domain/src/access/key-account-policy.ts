import type { KeyAccountNominationAction } from '../key-accounts/vocabulary.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, type Grants } from './grants.ts'

/** The offices for all of them, the named manager for their own; never the site, a technician, a clerk or a partner. */
const READERS = { ...HEADQUARTERS, ...ACCOUNTS } as const
const KEEPERS = everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER')
/** Who sits on a committee at all: which of them signs for which level, the signature policy says. */
const COMMITTEE = everywhere('CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER')
/** Each single answer, but for whoever it is about. */
const ABOUT_OTHERS = {
  CR_SUPERVISOR: ['aboutAnother'],
  CS_MANAGER: ['aboutAnother'],
  CS_DIRECTOR: ['aboutAnother'],
  GENERAL_MANAGER: ['aboutAnother'],
  QUALITY: ['aboutAnother'],
} as const satisfies Grants

/** Key accounts: the list and its signatures an auditor reads too, dossiers and evidence not. */
export const KEY_ACCOUNTS = {
  'keyAccount:read': { ...READERS, ...AUDIT },
  'keyAccount:readFigures': { ...HEADQUARTERS, ...AUDIT },
  'keyAccount:readDossier': READERS,
  'keyAccount:recordDossier': { ...KEEPERS, ...ACCOUNTS },
  /** As the money and credit of a status record. */
  'keyAccount:revealDossier': {
    ...everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'),
    ...ACCOUNTS,
  },
  'keyAccount:readOpinion': ABOUT_OTHERS,
  'keyAccount:recordOpinion': everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER', 'QUALITY'),
  'keyAccountNomination:read': { ...READERS, ...AUDIT },
  'keyAccountNomination:readWords': READERS,
  'keyAccountNomination:propose': { ...KEEPERS, ...ACCOUNTS },
  'keyAccountNomination:review': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'),
  'keyAccountNomination:approve': COMMITTEE,
  'keyAccountNomination:reject': { ...COMMITTEE, ...everywhere('CR_SUPERVISOR') },
  'keyAccountNomination:withdraw': {
    CR_SPECIALIST: ['own'],
    CR_SUPERVISOR: ['own'],
    CS_MANAGER: ['own'],
    KEY_ACCOUNT_MANAGER: ['own'],
  },
  'keyAccountPolicy:read': { ...HEADQUARTERS, ...AUDIT, ...everywhere('KEY_ACCOUNT_MANAGER') },
  'keyAccountPolicy:set': everywhere('CS_DIRECTOR', 'GENERAL_MANAGER'),
} as const satisfies Record<`keyAccountNomination:${KeyAccountNominationAction}`, Grants> &
  Record<string, Grants>
