import type { ImportSourceAction } from '../imports/custody/import-source.ts'
import { ADMINISTRATION, AUDIT, everywhere, type Grants } from './grants.ts'

/** Who enters by hand also brings in files; what they may bring in is asked beside it (`mayImport`). */
const BRINGERS = {
  ...ADMINISTRATION,
  ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER', 'FINANCE'),
} as const
const LEADING = { ...ADMINISTRATION, ...everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'FINANCE') } as const

export const IMPORTS = {
  'import:read': { ...BRINGERS, ...everywhere('AUDITOR') },
  /** Hands a file over, has it looked at, and does what was started. */
  'import:run': BRINGERS,
  'import:choose': BRINGERS,
  /** Writes what a dry run has shown; above so many rows a second person does. */
  'import:apply': BRINGERS,
  'import:cancel': BRINGERS,
  'import:undo': LEADING,
  'import:saveMapping': BRINGERS,
  'import:retireMapping': BRINGERS,
  'import:setPolicy': { ...ADMINISTRATION, ...everywhere('CS_MANAGER') },
} as const satisfies Record<string, Grants>

/** On site: what one keeps oneself, and what is kept in one's projects. */
const ON_SITE = { SITE_MANAGER: ['mine', 'territory'] } as const
const KEEPING = everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER')

/** What one has handed over oneself. */
const HANDED = { FINANCE: ['mine'] } as const

/** Custody of what client information was read from. `mine`: I am its custodian. */
export const IMPORT_SOURCES = {
  'importSource:read': {
    ...KEEPING,
    ...ADMINISTRATION,
    ...everywhere('QUALITY'),
    ...AUDIT,
    ...ON_SITE,
    ...HANDED,
  },
  'importSource:receive': { ...KEEPING, ...ON_SITE },
  'importSource:verify': { ...KEEPING, ...ON_SITE, ...HANDED, ADMIN: ['mine'] },
  'importSource:destroy': {
    ...everywhere('CR_SUPERVISOR', 'CS_MANAGER'),
    ...ON_SITE,
    ...HANDED,
    ADMIN: ['mine'],
    CR_SPECIALIST: ['mine'],
  },
} as const satisfies Record<`importSource:${ImportSourceAction}` | 'importSource:read', Grants>
