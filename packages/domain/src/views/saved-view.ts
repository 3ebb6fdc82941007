import { z } from 'zod'
import type { Permission } from '../access/policy.ts'
import { ROLES, type Role } from '../access/roles.ts'
import { expectedVersion, fieldIssue, id, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { VIEW_SHARINGS, type ViewSharing } from './view-sharing.ts'
import { canonicalQuery, lostFilters, VIEW_PLACES, type ViewPlace } from './view-query.ts'

/** Sharing is a permission of its own: a row of POLICY each. */
export const SHARING_PERMISSIONS: Readonly<Record<ViewSharing, Permission | null>> = {
  PRIVATE: null,
  DEPARTMENT: 'view:shareWithDepartment',
  ROLE: 'view:shareWithRole',
  ORGANIZATION: 'view:shareWithOrganization',
}

export interface SavedView {
  id: string
  place: ViewPlace
  name: string
  /** The list's address: its filters and its order. */
  query: string
  sharing: ViewSharing
  ownerId: string
  /** Set while it is shared with a department: the owner's when they shared it. */
  departmentId: string | null
  /** Set while it is shared with a role. */
  sharedRole: Role | null
  /** Among the owner's own views of the place. */
  position: number
  version: number
}

/** Of one person and one list: more would be found no sooner than filtered anew. */
export const MOST_VIEWS = 30
const LONGEST_QUERY = 2_000

const UNKNOWN = text('含有此列表不支持的筛选条件。', 'Holds a filter that this list does not have.')

const stated = {
  name: words(40),
  query: z.string().max(LONGEST_QUERY),
  sharing: z.enum(VIEW_SHARINGS),
  sharedRole: optional(z.enum(ROLES)),
}

/** A role is named exactly where the view is shared with one; a program has no lists. */
const namesRole = (
  { sharing, sharedRole }: { readonly sharing: ViewSharing; readonly sharedRole: Role | null },
  ctx: z.RefinementCtx,
): void => {
  if (sharing === 'ROLE' && (sharedRole === null || sharedRole === 'PARTNER'))
    ctx.addIssue(fieldIssue('sharedRole', text('请选择岗位。', 'Choose the role.')))
}
const withRole = <
  T extends { readonly query: string; readonly sharing: ViewSharing; readonly sharedRole: Role | null },
>(
  it: T,
): T => ({
  ...it,
  query: canonicalQuery(it.query),
  sharedRole: it.sharing === 'ROLE' ? it.sharedRole : null,
})
const change = z.object({ savedViewId: id(), expectedVersion: expectedVersion(), ...stated })

const knownFilters = (place: ViewPlace, query: string): boolean => lostFilters(place, query).length === 0

export const VIEW_INPUTS = {
  save: z
    .object({ place: z.enum(VIEW_PLACES), ...stated })
    .superRefine(({ place, query }, ctx) => {
      if (!knownFilters(place, query))
        ctx.addIssue({ code: 'custom', path: ['query'], params: { text: UNKNOWN } })
    })
    .superRefine(namesRole)
    .transform(withRole),
  /** The place stays; its filters are checked against the view's own. */
  changeAt: (place: ViewPlace) =>
    change
      .superRefine(({ query }, ctx) => {
        if (!knownFilters(place, query))
          ctx.addIssue({ code: 'custom', path: ['query'], params: { text: UNKNOWN } })
      })
      .superRefine(namesRole)
      .transform(withRole),
  move: z.object({ savedViewId: id(), position: z.int().min(0).max(MOST_VIEWS) }),
  pin: z.object({ savedViewId: id() }),
  unpin: z.object({ savedViewId: id() }),
  remove: z.object({ savedViewId: id(), expectedVersion: expectedVersion() }),
} as const
