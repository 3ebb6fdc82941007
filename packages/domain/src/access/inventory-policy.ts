import { ADMINISTRATION, AUDIT, COLLEAGUES, everywhere, type Grants } from './grants.ts'
import type { Role } from './roles.ts'

/** One's own department, and any that one heads. */
const OURS = ['department', 'mine'] as const
const inDepartment = <R extends Role>(...roles: readonly R[]): Readonly<Record<R, typeof OURS>> =>
  Object.fromEntries(roles.map((role) => [role, OURS])) as unknown as Record<R, typeof OURS>
const EVERYBODY = Object.keys(COLLEAGUES) as readonly (keyof typeof COLLEAGUES)[]
const STAFF = inDepartment(...EVERYBODY)
/** Those who keep client information and enter what they keep. */
const KEEPERS = inDepartment(
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'CR_SPECIALIST',
  'SERVICE_AGENT',
  'QUALITY',
  'KEY_ACCOUNT_MANAGER',
  'SITE_MANAGER',
  'SALES',
  'FINANCE',
)
const heads = <R extends Role>(roles: readonly R[]): Readonly<Record<R, readonly ['mine']>> =>
  Object.fromEntries(roles.map((role) => [role, ['mine']])) as unknown as Record<R, readonly ['mine']>
const OVERSIGHT = everywhere('QUALITY', 'CS_MANAGER', 'GENERAL_MANAGER')

/** Inventories of client information and breaches of confidentiality. Whose rule confidentiality is, QUALITY, sees all departments. */
export const INVENTORY = {
  'informationInventory:read': { ...STAFF, ...OVERSIGHT, ...AUDIT },
  'informationItem:enter': KEEPERS,
  'informationItem:amend': KEEPERS,
  'informationItem:retire': KEEPERS,
  /** The head of the department, whatever their role. */
  'informationInventory:confirm': heads(EVERYBODY.filter((role) => role !== 'AUDITOR')),
  'informationInventory:check': everywhere('QUALITY'),
  'informationInventoryPolicy:read': { ...OVERSIGHT, ...ADMINISTRATION, ...AUDIT },
  'informationInventoryPolicy:set': everywhere('QUALITY'),
  /** Whose it is reads their own. */
  'informationBreach:read': { ...heads(EVERYBODY), ...everywhere('QUALITY', 'GENERAL_MANAGER'), ...AUDIT },
  /** What was read, what shows it, what is said to it. */
  'informationBreach:readWords': { ...heads(EVERYBODY), ...everywhere('QUALITY', 'GENERAL_MANAGER') },
  'informationBreach:record': everywhere('QUALITY'),
  'informationBreach:state': heads(EVERYBODY),
  /** Nobody judges their own. */
  'informationBreach:conclude': { QUALITY: ['aboutAnother'] },
} as const satisfies Record<string, Grants>
