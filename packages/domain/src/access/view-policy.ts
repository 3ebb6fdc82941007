import { ADMINISTRATION, COLLEAGUES, everywhere, type Grants } from './grants.ts'

/** What is one's own and nobody else's. */
export const MINE = Object.fromEntries(
  Object.keys(COLLEAGUES).map((role) => [role, ['mine']]),
) as unknown as Record<keyof typeof COLLEAGUES, readonly ['mine']>

const SEEN_VIEWS = Object.fromEntries(
  Object.keys(COLLEAGUES).map((role) => [role, ['mine', 'department', 'sharedWithRole', 'sharedWithAll']]),
) as unknown as Record<
  keyof typeof COLLEAGUES,
  readonly ['mine', 'department', 'sharedWithRole', 'sharedWithAll']
>

/** Everybody keeps views of their own; whoever leads others may give them one. */
export const VIEWS = {
  'view:read': SEEN_VIEWS,
  'view:save': MINE,
  'view:change': MINE,
  'view:move': MINE,
  /** What others share stands among one’s own tabs once it is pinned. */
  'view:pin': SEEN_VIEWS,
  'view:unpin': SEEN_VIEWS,
  /** Also what somebody who has left the company had shared. */
  'view:remove': { ...MINE, ...ADMINISTRATION },
  'view:shareWithDepartment': everywhere(
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'CS_DIRECTOR',
    'CS_MANAGER',
    'CR_SUPERVISOR',
    'QUALITY',
    'SITE_MANAGER',
  ),
  'view:shareWithRole': everywhere(
    'ADMIN',
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'CS_DIRECTOR',
    'CS_MANAGER',
    'CR_SUPERVISOR',
    'QUALITY',
  ),
  'view:shareWithOrganization': everywhere('ADMIN', 'GM_OFFICE', 'CS_DIRECTOR', 'CS_MANAGER'),
} as const satisfies Record<string, Grants>
