import { STAFF_ROLES, type Role } from '@steward/domain'
import type { StaffFilter } from '@steward/graphql-client'

export const VIEWS = ['active', 'disabled'] as const
export type View = (typeof VIEWS)[number]

/** What the list shows: all of it stands in the address. */
export interface PeopleState {
  readonly view: View
  readonly search: string
  readonly department: string | undefined
  readonly role: Role | undefined
}

const DEPARTMENT_ID = /^dep_[0-9a-f]{32}$/

/** Reads an address; what it cannot mean is left out. */
export function readPeople(params: URLSearchParams): PeopleState {
  const department = params.get('department') ?? ''
  return {
    view: VIEWS.find((view) => view === params.get('view')) ?? 'active',
    search: params.get('search')?.trim() ?? '',
    department: DEPARTMENT_ID.test(department) ? department : undefined,
    role: STAFF_ROLES.find((role) => role === params.get('role')),
  }
}

/** The address of a state, without what is as always. */
export function writePeople({ view, search, department, role }: PeopleState): URLSearchParams {
  const entries = { view: view === 'active' ? '' : view, search, department, role }
  return new URLSearchParams(
    Object.entries(entries).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  )
}

export const filterOf = ({ view, search, department, role }: PeopleState): StaffFilter => ({
  active: view === 'active',
  ...(search ? { search } : {}),
  ...(department ? { department } : {}),
  ...(role ? { role } : {}),
})
