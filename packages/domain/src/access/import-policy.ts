import { ADMINISTRATION, everywhere, type Grants } from './grants.ts'

/** Who enters by hand also brings in files; what they may bring in is asked beside it (`mayImport`). */
const BRINGERS = { ...ADMINISTRATION, ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER') } as const
const LEADING = { ...ADMINISTRATION, ...everywhere('CR_SUPERVISOR', 'CS_MANAGER') } as const

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
