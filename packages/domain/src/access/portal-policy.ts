import { everywhere, type Grants } from './grants.ts'

/** A portal is not a role: which portals and menus a person sees follows from here. */
export const PORTALS = {
  'portal:admin': everywhere(
    'ADMIN',
    'AUDITOR',
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'CS_DIRECTOR',
    'CS_MANAGER',
    'CR_SUPERVISOR',
    'CR_SPECIALIST',
    'QUALITY',
    // Imports are there: charges of another system come in as files.
    'FINANCE',
  ),
  'portal:customerService': everywhere(
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'CS_DIRECTOR',
    'CS_MANAGER',
    'CR_SUPERVISOR',
    'CR_SPECIALIST',
    'SERVICE_AGENT',
    'QUALITY',
    'KEY_ACCOUNT_MANAGER',
    'SALES',
    'FINANCE',
    'AUDITOR',
  ),
  'portal:propertyManagement': everywhere(
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'SITE_MANAGER',
    'TECHNICIAN',
    'INFORMATION_CLERK',
  ),
} as const satisfies Record<string, Grants>
