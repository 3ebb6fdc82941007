import {
  LEAD_LAYOUTS,
  LEAD_ORDERS,
  LEAD_REACHES,
  LEAD_STATUSES,
  LEAD_VIEWS,
  type LeadReach,
  type LeadStatus,
} from '@steward/domain'
import type { LeadFilter, LeadOrder } from '@steward/graphql-client'
import { addDays, instantOf } from '../zoned-time.ts'

export type LeadView = (typeof LEAD_VIEWS)[number]
export type LeadLayout = (typeof LEAD_LAYOUTS)[number]

/** What the page of leads shows; all of it stands in the address. */
export interface LeadState {
  readonly view: LeadView
  readonly layout: LeadLayout
  readonly status: readonly LeadStatus[]
  readonly reached: LeadReach | undefined
  readonly source: readonly string[]
  readonly campaign: readonly string[]
  readonly assignee: string | undefined
  readonly project: readonly string[]
  /** First and last day of having been opened. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly order: LeadOrder
}

export const NOTHING_CHOSEN: LeadState = {
  view: 'open',
  layout: 'board',
  status: [],
  reached: undefined,
  source: [],
  campaign: [],
  assignee: undefined,
  project: [],
  from: undefined,
  to: undefined,
  order: 'NEWEST',
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const idOf = (prefix: string) => new RegExp(`^${prefix}_[0-9a-f]{32}$`)

/** Reads an address; what it cannot mean is left out. */
export function readLeads(params: URLSearchParams): LeadState {
  const list = (name: string) => params.get(name)?.split(',') ?? []
  const among = <T extends string>(name: string, values: readonly T[]) =>
    values.filter((value) => list(name).includes(value))
  const ids = (name: string, prefix: string) => list(name).filter((value) => idOf(prefix).test(value))
  const fits = (name: string, form: RegExp) => {
    const value = params.get(name)
    return value !== null && form.test(value) ? value : undefined
  }
  return {
    view: among('view', LEAD_VIEWS)[0] ?? NOTHING_CHOSEN.view,
    layout: among('layout', LEAD_LAYOUTS)[0] ?? NOTHING_CHOSEN.layout,
    status: among('status', LEAD_STATUSES),
    reached: among('reached', LEAD_REACHES)[0],
    source: ids('source', 'lsr'),
    campaign: ids('campaign', 'cpn'),
    assignee: fits('assignee', idOf('stf')),
    project: ids('project', 'prj'),
    from: fits('from', DAY),
    to: fits('to', DAY),
    order: among('order', LEAD_ORDERS)[0] ?? NOTHING_CHOSEN.order,
  }
}

/** The address of a state, without what is as always. */
export function writeLeads(state: Partial<LeadState>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(state)) {
    const written = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (written !== '' && value !== NOTHING_CHOSEN[name as keyof LeadState]) params.set(name, written)
  }
  return params
}

const some = <T>(values: readonly T[]): T[] | undefined => (values.length > 0 ? [...values] : undefined)

/** What each ready-made view keeps. `today`: a local day. */
export const viewFilter = (view: LeadView, today: string): LeadFilter =>
  ({
    mine: { mine: true, open: true },
    pool: { status: ['NEW' as const] },
    due: { mine: true, open: true, nextStepBefore: addDays(today, 1) },
    open: { open: true },
    all: {},
  })[view]

/** What the server is asked for. Days are those of the organization's zone, the last one included. */
export function filterOf(state: LeadState, timeZone: string, today: string): LeadFilter {
  const day = (on: string | undefined) => (on ? instantOf(on, timeZone)?.toISOString() : undefined)
  const of = viewFilter(state.view, today)
  const filter: { [K in keyof LeadFilter]: LeadFilter[K] | undefined } = {
    ...of,
    status: of.status ?? some(state.status),
    reached: state.reached,
    source: some(state.source),
    campaign: some(state.campaign),
    assignee: state.assignee,
    project: some(state.project),
    openedFrom: day(state.from),
    openedBefore: day(state.to && addDays(state.to, 1)),
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

/** How many filters narrow the list; among them those that are rarely wanted. */
export function countFilters(state: LeadState): { readonly all: number; readonly rare: number } {
  const on = (...names: (keyof LeadState)[]) =>
    names.filter((name) => String(state[name] ?? '') !== String(NOTHING_CHOSEN[name] ?? '')).length
  const rare = on('project', 'reached', 'from', 'to')
  return { all: rare + on('status', 'source', 'campaign', 'assignee'), rare }
}
