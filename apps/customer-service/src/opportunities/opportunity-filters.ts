import { OPPORTUNITY_ORDERS, OPPORTUNITY_VIEWS } from '@steward/domain'
import type { OpportunityFilter, OpportunityOrder } from '@steward/graphql-client'
import { addDays } from '../zoned-time.ts'

export type OpportunityView = (typeof OPPORTUNITY_VIEWS)[number]

/** What the page of opportunities shows; all of it stands in the address. */
export interface OpportunityState {
  readonly view: OpportunityView
  readonly layout: 'board' | 'list'
  readonly assignee: string | undefined
  readonly project: readonly string[]
  readonly order: OpportunityOrder
}

export const NOTHING_CHOSEN: OpportunityState = {
  view: 'open',
  layout: 'board',
  assignee: undefined,
  project: [],
  order: 'CLOSING',
}

const idOf = (prefix: string) => new RegExp(`^${prefix}_[0-9a-f]{32}$`)

/** Reads an address; what it cannot mean is left out. */
export function readOpportunities(params: URLSearchParams): OpportunityState {
  const assignee = params.get('assignee') ?? ''
  return {
    view: OPPORTUNITY_VIEWS.find((it) => it === params.get('view')) ?? NOTHING_CHOSEN.view,
    layout: params.get('layout') === 'list' ? 'list' : 'board',
    assignee: idOf('stf').test(assignee) ? assignee : undefined,
    project: (params.get('project')?.split(',') ?? []).filter((it) => idOf('prj').test(it)),
    order: OPPORTUNITY_ORDERS.find((it) => it === params.get('order')) ?? NOTHING_CHOSEN.order,
  }
}

/** The address of a state, without what is as always. */
export function writeOpportunities(state: Partial<OpportunityState>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(state)) {
    const written = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (written !== '' && value !== NOTHING_CHOSEN[name as keyof OpportunityState]) params.set(name, written)
  }
  return params
}

/** A month ahead: what should be signed soon. */
const SOON_DAYS = 30

/** What each ready-made view keeps. `today`: a local day. */
export const viewFilter = (view: OpportunityView, today: string): OpportunityFilter =>
  ({
    mine: { mine: true, open: true },
    stalled: { stalled: true },
    closing: { open: true, closesBefore: addDays(today, SOON_DAYS) },
    open: { open: true },
    won: { status: ['WON' as const] },
    all: {},
  })[view]

export const filterOf = (state: OpportunityState, today: string): OpportunityFilter => ({
  ...viewFilter(state.view, today),
  ...(state.assignee ? { assignee: state.assignee } : {}),
  ...(state.project.length > 0 ? { project: [...state.project] } : {}),
})
