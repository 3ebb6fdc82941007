import { REVEAL_KINDS, type RevealKind } from '@steward/domain'
import type { ClientRevealFilter } from '@steward/graphql-client'
import { startOfDay } from '../audit/audit-filters.ts'

/** What the page shows: all of it stands in the address. */
export interface RevealState {
  readonly staff: string | undefined
  readonly kind: RevealKind | undefined
  /** First and last day, `yyyy-mm-dd`, in the organization's zone. */
  readonly from: string
  readonly to: string
  readonly text: string
}

const DAY = /^\d{4}-\d\d-\d\d$/
const ID = /^stf_[0-9a-f]{32}$/
const DAYS = 30
const DAY_MS = 86_400_000

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Reads an address; without days in it, the last thirty. `today` in the organization's zone. */
export function readReveals(params: URLSearchParams, today: string): RevealState {
  const day = (name: string, usual: string) => {
    const value = params.get(name) ?? ''
    return DAY.test(value) ? value : usual
  }
  const staff = params.get('staff') ?? ''
  return {
    staff: ID.test(staff) ? staff : undefined,
    kind: REVEAL_KINDS.find((kind) => kind === params.get('kind')),
    from: day('from', shifted(today, 1 - DAYS)),
    to: day('to', today),
    text: params.get('text')?.trim() ?? '',
  }
}

export const writeReveals = (state: Partial<RevealState>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(state).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  )

/** The span as instants: from the first day's beginning to the end of the last. */
export const spanOf = ({ from, to }: Pick<RevealState, 'from' | 'to'>, timeZone: string) => ({
  from: startOfDay(from, timeZone),
  before: startOfDay(shifted(to, 1), timeZone),
})

export const filterOf = (state: RevealState, timeZone: string): ClientRevealFilter => ({
  ...spanOf(state, timeZone),
  ...(state.staff ? { staff: state.staff } : {}),
  ...(state.kind ? { kind: [state.kind] } : {}),
  ...(state.text ? { text: state.text } : {}),
})
