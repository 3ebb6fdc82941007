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
