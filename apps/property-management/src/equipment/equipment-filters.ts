import {
  dayNumber,
  dayText,
  EQUIPMENT_CLASSES,
  EQUIPMENT_STATES,
  type EquipmentClass,
  type EquipmentState,
} from '@steward/domain'
import type { EquipmentFilter } from '@steward/graphql-client'

/** Days within which something falls due; 0: it is overdue. */
export const DUE_WITHIN = [0, 30, 90] as const
export const WARRANTY_WITHIN = [30, 90, 180] as const

/** What the list shows: all of it stands in the address. */
export interface EquipmentListState {
  readonly search: string
  readonly project: readonly string[]
  readonly class: readonly EquipmentClass[]
  readonly state: EquipmentState | undefined
  readonly due: (typeof DUE_WITHIN)[number] | undefined
  readonly warranty: (typeof WARRANTY_WITHIN)[number] | undefined
}

export const NOTHING_CHOSEN: EquipmentListState = {
  search: '',
  project: [],
  class: [],
  state: undefined,
  due: undefined,
  warranty: undefined,
}

const isId = (value: string): boolean => /^[a-z]{3}_[0-9a-f]{32}$/.test(value)

/** Reads an address. What it cannot mean is left out. */
export function readEquipment(params: URLSearchParams): EquipmentListState {
  const list = (name: string) => params.get(name)?.split(',') ?? []
  const number = (name: string) => (params.has(name) ? Number(params.get(name)) : undefined)
  return {
    search: params.get('q') ?? '',
    project: list('project').filter(isId),
    class: EQUIPMENT_CLASSES.filter((it) => list('class').includes(it)),
    state: EQUIPMENT_STATES.find((it) => it === params.get('state')),
    due: DUE_WITHIN.find((it) => it === number('due')),
    warranty: WARRANTY_WITHIN.find((it) => it === number('warranty')),
  }
}

/** The address of a state, without what is as always. */
export function writeEquipment(state: EquipmentListState): URLSearchParams {
  const params = new URLSearchParams()
  if (state.search) params.set('q', state.search)
  if (state.project.length > 0) params.set('project', state.project.join(','))
  if (state.class.length > 0) params.set('class', state.class.join(','))
  if (state.state) params.set('state', state.state)
  if (state.due !== undefined) params.set('due', String(state.due))
  if (state.warranty !== undefined) params.set('warranty', String(state.warranty))
  return params
}

/** How many filters narrow the list; the search is none of them. */
export const countEquipmentFilters = (state: EquipmentListState): number =>
  [
    state.project.length > 0,
    state.class.length > 0,
    state.state !== undefined,
    state.due !== undefined,
    state.warranty !== undefined,
  ].filter(Boolean).length

/** What the server is asked. Without a word on the state, what is retired is left out. */
export function filterOf(state: EquipmentListState, today: string): EquipmentFilter {
  const later = (days: number) => dayText(dayNumber(today)! + days)
  return {
    ...(state.search ? { search: state.search } : {}),
    ...(state.project.length > 0 ? { project: [...state.project] } : {}),
    ...(state.class.length > 0 ? { class: [...state.class] } : {}),
    state: state.state ? [state.state] : ['IN_SERVICE', 'OUT_OF_SERVICE'],
    ...(state.due === undefined ? {} : { inspectionBefore: later(state.due === 0 ? 0 : state.due + 1) }),
    ...(state.warranty === undefined
      ? {}
      : { warrantyFrom: today, warrantyBefore: later(state.warranty + 1) }),
  }
}
