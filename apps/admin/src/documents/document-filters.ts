import {
  CONTROL_STATUSES,
  DOCUMENT_KINDS,
  REVISION_STATUSES,
  type ControlStatus,
  type DocumentKind,
  type RevisionStatus,
} from '@steward/domain'
import type { ControlledDocumentFilter } from '@steward/graphql-client'

/** In force, on their way, gone, all. */
export const VIEWS = ['all', 'inForce', 'onTheWay', 'obsolete'] as const
export type View = (typeof VIEWS)[number]

/** What the list shows: all of it stands in the address. */
export interface DocumentsState {
  readonly view: View
  readonly search: string
  readonly kind: DocumentKind | undefined
  readonly department: string | undefined
  readonly openStatus: RevisionStatus | undefined
}

/** Where a revision can stand that is on its way. */
export const OPEN: readonly RevisionStatus[] = REVISION_STATUSES.slice(0, 3)
const DEPARTMENT_ID = /^dep_[0-9a-f]{32}$/
const STATUS_OF: Readonly<Partial<Record<View, ControlStatus>>> = {
  inForce: 'CONTROLLED',
  obsolete: CONTROL_STATUSES[2],
}

/** Reads an address; what it cannot mean is left out. */
export function readDocuments(params: URLSearchParams): DocumentsState {
  const department = params.get('department') ?? ''
  return {
    view: VIEWS.find((view) => view === params.get('view')) ?? 'all',
    search: params.get('search')?.trim() ?? '',
    kind: DOCUMENT_KINDS.find((kind) => kind === params.get('kind')),
    department: DEPARTMENT_ID.test(department) ? department : undefined,
    openStatus: OPEN.find((status) => status === params.get('openStatus')),
  }
}

/** The address of a state, without what is as always. */
export function writeDocuments({ view, ...rest }: DocumentsState): URLSearchParams {
  return new URLSearchParams(
    Object.entries({ view: view === 'all' ? '' : view, ...rest }).flatMap(
      ([name, value]): [string, string][] => (value ? [[name, value]] : []),
    ),
  )
}

export const filterOf = ({
  view,
  search,
  kind,
  department,
  openStatus,
}: DocumentsState): ControlledDocumentFilter => {
  const status = STATUS_OF[view]
  const open = openStatus ? [openStatus] : view === 'onTheWay' ? [...OPEN] : undefined
  return {
    ...(status ? { controlStatus: [status] } : {}),
    ...(open ? { openStatus: open } : {}),
    ...(search ? { search } : {}),
    ...(kind ? { kind: [kind] } : {}),
    ...(department ? { department } : {}),
  }
}
