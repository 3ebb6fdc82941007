import {
  CHANNELS,
  KINDS,
  QUEUE_ORDERS,
  QUEUE_VIEWS,
  SEVERITIES,
  STATUSES,
  type Channel,
  type Kind,
  type Severity,
  type Status,
} from '@steward/domain'
import type { ComplaintFilter, ComplaintOrder } from '@steward/graphql-client'
import { addDays, instantOf } from '../../zoned-time.ts'

export const VIEWS = QUEUE_VIEWS
export type View = (typeof VIEWS)[number]

export const ORDERS = QUEUE_ORDERS satisfies readonly ComplaintOrder[]

/** What the queue shows: all of it stands in the address, so that a link, a bookmark and the back button tell the same. */
export interface QueueState {
  readonly view: View
  readonly order: ComplaintOrder
  readonly status: readonly Status[]
  readonly severity: readonly Severity[]
  readonly kind: readonly Kind[]
  readonly channel: readonly Channel[]
  readonly project: readonly string[]
  readonly department: readonly string[]
  readonly category: readonly string[]
  readonly assignee: string | undefined
  /** First and last day of registration, `yyyy-mm-dd`. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** Beginning of the number. */
  readonly number: string | undefined
}

export const NOTHING_CHOSEN: QueueState = {
  view: 'open',
  order: 'NEWEST',
  status: [],
  severity: [],
  kind: [],
  channel: [],
  project: [],
  department: [],
  category: [],
  assignee: undefined,
  from: undefined,
  to: undefined,
  number: undefined,
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[a-z]{3}_[0-9a-f]{32}$/

/** Reads an address. What it cannot mean is left out: an old or mistyped link still opens the queue. */
export function readQueue(params: URLSearchParams): QueueState {
  const list = (name: string) => params.get(name)?.split(',') ?? []
  const among = <T extends string | number>(name: string, values: readonly T[]) =>
    values.filter((value) => list(name).includes(String(value)))
  const ids = (name: string) => list(name).filter((value) => ID.test(value))
  const text = (name: string, form: RegExp) => {
    const value = params.get(name)
    return value !== null && form.test(value) ? value : undefined
  }
  return {
    view: among('view', VIEWS)[0] ?? NOTHING_CHOSEN.view,
    order: among('order', ORDERS)[0] ?? NOTHING_CHOSEN.order,
    status: among('status', STATUSES),
    severity: among('severity', SEVERITIES),
    kind: among('kind', KINDS),
    channel: among('channel', CHANNELS),
    project: ids('project'),
    department: ids('department'),
    category: ids('category'),
    assignee: text('assignee', ID),
    from: text('from', DAY),
    to: text('to', DAY),
    number: text('number', /^[\d-]{1,20}$/),
  }
}

/** The address of a state, without what is as always. */
export function writeQueue(state: Partial<QueueState>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(state)) {
    const usual = NOTHING_CHOSEN[name as keyof QueueState]
    const written = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (written !== '' && value !== usual) params.set(name, written)
  }
  return params
}

/** The ready-made views; those of open cases give way to statuses that are asked for by name. */
const VIEW_FILTERS: Readonly<Record<View, ComplaintFilter>> = {
  waiting: { awaitingMe: true },
  mine: { mine: true, open: true },
  team: { team: true, open: true },
  unanswered: { unanswered: true },
  overdue: { overdue: true },
  dueThisHour: { dueThisHour: true },
  dueToday: { dueToday: true },
  open: { open: true },
  all: {},
}

const some = <T>(values: readonly T[]): T[] | undefined => (values.length > 0 ? [...values] : undefined)

/** What the server is asked for. Days are those of the organization's zone, the last one included. */
export function filterOf(state: QueueState, timeZone: string): ComplaintFilter {
  const { open, ...view } = VIEW_FILTERS[state.view]
  const day = (on: string | undefined) => (on ? instantOf(on, timeZone)?.toISOString() : undefined)
  const filter: { [K in keyof ComplaintFilter]: ComplaintFilter[K] | undefined } = {
    ...view,
    open: state.status.length > 0 ? undefined : open,
    status: some(state.status),
    severity: some(state.severity),
    kind: some(state.kind),
    channel: some(state.channel),
    project: some(state.project),
    handlingDepartment: some(state.department),
    category: some(state.category),
    assignee: state.assignee,
    registeredFrom: day(state.from),
    registeredBefore: day(state.to && addDays(state.to, 1)),
    number: state.number,
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

/** How many filters narrow the view; among them those that are rarely wanted. */
export function countFilters(state: QueueState): { readonly all: number; readonly rare: number } {
  const on = (...names: (keyof QueueState)[]) =>
    names.filter((name) => state[name] !== undefined && String(state[name]) !== '').length
  const rare = on('project', 'category', 'channel', 'assignee', 'from', 'to')
  return { all: rare + on('status', 'severity', 'kind', 'department'), rare }
}
