import { SEVERITIES, STATUSES, type Severity, type Status } from '@steward/domain'
import type { ComplaintFilter } from '@steward/graphql-client'

/** Which cases are listed: all of it stands in the address. */
export interface CaseState {
  /** Ended ones too. */
  readonly all: boolean
  readonly status: readonly Status[]
  readonly severity: readonly Severity[]
  readonly building: readonly string[]
  /** Beginning of the number. */
  readonly number: string | undefined
}

export const OPEN_CASES: CaseState = {
  all: false,
  status: [],
  severity: [],
  building: [],
  number: undefined,
}

/** Reads an address. What it cannot mean is left out: an old or mistyped link still opens the list. */
export function readCases(params: URLSearchParams): CaseState {
  const list = (name: string) => params.get(name)?.split(',') ?? []
  const among = <T extends string | number>(name: string, values: readonly T[]) =>
    values.filter((value) => list(name).includes(String(value)))
  const number = params.get('number') ?? ''
  return {
    all: params.has('all'),
    status: among('status', STATUSES),
    severity: among('severity', SEVERITIES),
    building: list('building').filter((value) => /^bld_[0-9a-f]{32}$/.test(value)),
    number: /^[\d-]{1,20}$/.test(number) ? number : undefined,
  }
}

/** The address of a state, without what is as always. */
export function writeCases(state: Partial<CaseState>): URLSearchParams {
  const params = new URLSearchParams()
  if (state.all) params.set('all', '1')
  for (const name of ['status', 'severity', 'building'] as const)
    if (state[name]?.length) params.set(name, state[name].join(','))
  if (state.number) params.set('number', state.number)
  return params
}

export const countCaseFilters = ({ status, severity, building }: CaseState): number =>
  [status, severity, building].filter(({ length }) => length > 0).length

/** What the server is asked for. A status asked for by name wins over "open". */
export function caseFilterOf({ all, status, severity, building, number }: CaseState): ComplaintFilter {
  return {
    ...(all || status.length > 0 ? {} : { open: true }),
    ...(status.length > 0 ? { status: [...status] } : {}),
    ...(severity.length > 0 ? { severity: [...severity] } : {}),
    ...(building.length > 0 ? { building: [...building] } : {}),
    ...(number ? { number } : {}),
  }
}
