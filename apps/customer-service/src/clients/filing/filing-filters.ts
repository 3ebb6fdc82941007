import {
  CLIENT_CASES,
  CLIENT_GAPS,
  CLIENT_KINDS,
  CLIENT_LIST_ORDERS,
  CLIENT_RELATIONS,
  CLIENT_STATES,
  type ClientKind,
  type ClientRelation,
} from '@steward/domain'
import type { ClientFilter, ClientOrder } from '@steward/graphql-client'
import { conditionFilter, readCondition } from '../fields/field-condition.ts'
import { addDays, instantOf } from '../../zoned-time.ts'

export type Gap = (typeof CLIENT_GAPS)[number]
type State = (typeof CLIENT_STATES)[number]
type Cases = (typeof CLIENT_CASES)[number]
export const CLIENT_MEMBERSHIPS = ['member', 'notMember'] as const
type Membership = (typeof CLIENT_MEMBERSHIPS)[number]

/** What the list of clients shows; all of it stands in the address. */
export interface FilingState {
  readonly kind: readonly ClientKind[]
  readonly relation: readonly ClientRelation[]
  readonly project: readonly string[]
  readonly building: readonly string[]
  readonly manager: string | undefined
  readonly tag: readonly string[]
  /** Conditions on fields of the organization’s own, as `writeCondition()` has them. */
  readonly field: readonly string[]
  /** Of the newest directory. */
  readonly grade: readonly string[]
  readonly lacks: readonly Gap[]
  readonly cases: Cases | undefined
  readonly member: Membership | undefined
  /** No case since this day. */
  readonly silent: string | undefined
  /** First and last day of having been put on file. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly state: State
  readonly order: ClientOrder
}

export const NOTHING_CHOSEN: FilingState = {
  kind: [],
  relation: [],
  project: [],
  building: [],
  manager: undefined,
  tag: [],
  field: [],
  grade: [],
  lacks: [],
  cases: undefined,
  member: undefined,
  silent: undefined,
  from: undefined,
  to: undefined,
  state: 'active',
  order: 'CODE',
}

const GRADE = /^[\p{L}\p{N}+-]{1,20}$/u
const DAY = /^\d{4}-\d{2}-\d{2}$/
const idOf = (prefix: string) => new RegExp(`^${prefix}_[0-9a-f]{32}$`)

/** Reads an address; what it cannot mean is left out. */
export function readFiling(params: URLSearchParams): FilingState {
  const list = (name: string) => params.get(name)?.split(',') ?? []
  const among = <T extends string>(name: string, values: readonly T[]) =>
    values.filter((value) => list(name).includes(value))
  const ids = (name: string, prefix: string) => list(name).filter((value) => idOf(prefix).test(value))
  const fits = (name: string, form: RegExp) => {
    const value = params.get(name)
    return value !== null && form.test(value) ? value : undefined
  }
  return {
    kind: among('kind', CLIENT_KINDS),
    relation: among('relation', CLIENT_RELATIONS),
    project: ids('project', 'prj'),
    building: ids('building', 'bld'),
    manager: fits('manager', idOf('stf')),
    tag: ids('tag', 'tag'),
    field: list('field').filter((each) => readCondition(each)),
    grade: list('grade').filter((value) => GRADE.test(value)),
    lacks: among('lacks', CLIENT_GAPS),
    cases: among('cases', CLIENT_CASES)[0],
    member: among('member', CLIENT_MEMBERSHIPS)[0],
    silent: fits('silent', DAY),
    from: fits('from', DAY),
    to: fits('to', DAY),
    state: among('state', CLIENT_STATES)[0] ?? NOTHING_CHOSEN.state,
    order: among('order', CLIENT_LIST_ORDERS)[0] ?? NOTHING_CHOSEN.order,
  }
}

/** The address of a state, without what is as always. */
export function writeFiling(state: Partial<FilingState>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(state)) {
    const written = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (written !== '' && value !== NOTHING_CHOSEN[name as keyof FilingState]) params.set(name, written)
  }
  return params
}

const some = <T>(values: readonly T[]): T[] | undefined => (values.length > 0 ? [...values] : undefined)
const missing = (lacks: readonly Gap[], gap: Gap) => (lacks.includes(gap) ? false : undefined)

/** What the server is asked for. Days are those of the organization's zone, the last one included. */
export function filterOf(state: FilingState, timeZone: string): ClientFilter {
  const day = (on: string | undefined) => (on ? instantOf(on, timeZone)?.toISOString() : undefined)
  const filter: { [K in keyof ClientFilter]: ClientFilter[K] | undefined } = {
    kind: some(state.kind),
    relation: some(state.relation),
    project: some(state.project),
    building: some(state.building),
    tags: some(state.tag),
    grade: some(state.grade),
    ...conditionFilter(state.field),
    keyAccountManager: state.manager,
    hasKeyAccountManager: missing(state.lacks, 'manager'),
    hasPhone: missing(state.lacks, 'phone'),
    hasEmail: missing(state.lacks, 'email'),
    member: state.member && state.member === 'member',
    hasOpenComplaint: state.cases && state.cases === 'open',
    silentSince: day(state.silent),
    createdFrom: day(state.from),
    createdBefore: day(state.to && addDays(state.to, 1)),
    archived: state.state === 'all' ? undefined : state.state === 'archived',
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

/** How many filters narrow the list; among them those that are rarely wanted. */
export function countFilters(state: FilingState): { readonly all: number; readonly rare: number } {
  const on = (...names: (keyof FilingState)[]) =>
    names.filter((name) => String(state[name] ?? '') !== String(NOTHING_CHOSEN[name] ?? '')).length
  const rare = on('field', 'building', 'manager', 'silent', 'from', 'to', 'state')
  return { all: rare + on('kind', 'relation', 'project', 'tag', 'lacks', 'cases', 'member'), rare }
}
