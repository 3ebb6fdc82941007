import type { Role } from '../access/roles.ts'

/** Whose work is directly above whose; null: nobody's. Whoever holds the role above is told where a promise below was not kept. */
export const SUPERIOR_OF: Readonly<Record<Role, Role | null>> = {
  ADMIN: null,
  GENERAL_MANAGER: null,
  GM_OFFICE: 'GENERAL_MANAGER',
  CS_DIRECTOR: 'GENERAL_MANAGER',
  CS_MANAGER: 'CS_DIRECTOR',
  CR_SUPERVISOR: 'CS_MANAGER',
  CR_SPECIALIST: 'CR_SUPERVISOR',
  SERVICE_AGENT: 'CR_SUPERVISOR',
  QUALITY: 'CS_DIRECTOR',
  KEY_ACCOUNT_MANAGER: 'CS_MANAGER',
  SITE_MANAGER: 'CS_MANAGER',
  TECHNICIAN: 'SITE_MANAGER',
  INFORMATION_CLERK: 'SITE_MANAGER',
  SALES: 'CS_MANAGER',
  FINANCE: 'GENERAL_MANAGER',
  AUDITOR: null,
  PARTNER: null,
}

/** The roles above this one, the nearest first. */
export const rolesAbove = (role: Role): readonly Role[] => {
  const superior = SUPERIOR_OF[role]
  return superior === null ? [] : [superior, ...rolesAbove(superior)]
}

/** The roles above a person who holds several: those above the highest of them. */
export const rolesAboveAll = (roles: readonly Role[]): readonly Role[] => {
  const chains = roles.map(rolesAbove).filter((chain) => chain.length > 0)
  return chains.toSorted((one, other) => one.length - other.length)[0] ?? []
}
