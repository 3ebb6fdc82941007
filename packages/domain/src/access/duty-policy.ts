import type { ArchiveRequirementAction } from '../clients/duty/requirement.ts'
import type { SpotCheckAction } from '../clients/duty/spot-check.ts'
import { ACCOUNTS, AUDIT, everywhere, SITE, type Grants } from './grants.ts'

const SALES = { SALES: ['accounts'] } as const
/** Those who keep archives or care for clients: to them an archive tells what it lacks. */
const OWING = {
  ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER', 'SERVICE_AGENT'),
  ...SITE,
  ...ACCOUNTS,
  ...SALES,
} as const
/** Supervisors are accountable. */
const SUPERVISORS = everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR')
const FILERS = everywhere('ADMIN', 'CR_SUPERVISOR', 'CS_MANAGER')

/** Completeness duty 档案完整性: what an archive must have, who owes it, and random checks. */
export const DUTIES = {
  /** What one archive lacks; it tells that there is no birthday, so it shows to those who might read one. */
  'client:readDuty': { ...OWING, ...everywhere('CS_DIRECTOR', 'GENERAL_MANAGER') },
  'client:confirmArchive': OWING,
  /** How many archives are complete, of whole projects, departments and managers. */
  'client:readCompleteness': {
    ...SUPERVISORS,
    ...everywhere('GENERAL_MANAGER', 'GM_OFFICE', 'QUALITY'),
    ...AUDIT,
  },
  'archiveRequirement:read': {
    ...OWING,
    ...everywhere(
      'ADMIN',
      'CS_DIRECTOR',
      'GENERAL_MANAGER',
      'GM_OFFICE',
      'QUALITY',
      'AUDITOR',
      'SITE_MANAGER',
      'KEY_ACCOUNT_MANAGER',
      'SALES',
    ),
  },
  'archiveRequirement:set': FILERS,
  'archiveRequirement:retire': FILERS,
  'spotCheck:read': { ...SUPERVISORS, ...everywhere('GENERAL_MANAGER', 'QUALITY') },
  'spotCheck:draw': SUPERVISORS,
  'spotCheck:record': SUPERVISORS,
} as const satisfies Record<
  `archiveRequirement:${ArchiveRequirementAction}` | `spotCheck:${SpotCheckAction}`,
  Grants
> &
  Record<string, Grants>
