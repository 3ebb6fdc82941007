import type { Scope } from './conditions.ts'
import type { Role } from './roles.ts'

/** Role → how far it reaches (the union of the scopes). A role that is not listed does not have the permission. */
export type Grants = Readonly<Partial<Record<Role, readonly [Scope, ...Scope[]]>>>

/** These roles, without bounds. */
export const everywhere = <R extends Role>(...roles: readonly R[]): Readonly<Record<R, readonly ['any']>> =>
  Object.fromEntries(roles.map((role) => [role, ['any']])) as unknown as Record<R, readonly ['any']>

/** Everybody who works here. */
export const COLLEAGUES = everywhere(
  'ADMIN',
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'CR_SPECIALIST',
  'SERVICE_AGENT',
  'QUALITY',
  'KEY_ACCOUNT_MANAGER',
  'SITE_MANAGER',
  'TECHNICIAN',
  'INFORMATION_CLERK',
  'SALES',
  'FINANCE',
  'AUDITOR',
)

export const ADMINISTRATION = everywhere('ADMIN')

/** The offices that answer for all clients and cases. */
export const HEADQUARTERS = everywhere(
  'CR_SPECIALIST',
  'CR_SUPERVISOR',
  'CS_MANAGER',
  'CS_DIRECTOR',
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'QUALITY',
)

/** Whoever answers for a project on site, in their territory. */
export const SITE = { SITE_MANAGER: ['territory'] } as const
/** The one named person of a key account. */
export const ACCOUNTS = { KEY_ACCOUNT_MANAGER: ['accounts'] } as const
export const AUDIT = everywhere('AUDITOR')
