import type { ClientFilter } from '@steward/graphql-client'

/** What the work list shows; all of it stands in the address. */
export interface DutyState {
  readonly view: 'mine' | 'all'
  readonly project: readonly string[]
  readonly manager: string | undefined
  readonly missing: readonly string[]
}

const idOf = (prefix: string) => new RegExp(`^${prefix}_[0-9a-f]{32}$`)

/** Reads an address; what it cannot mean is left out. */
export function readDuty(params: URLSearchParams): DutyState {
  const ids = (name: string, prefix: string) =>
    (params.get(name)?.split(',') ?? []).filter((value) => idOf(prefix).test(value))
  return {
    view: params.get('view') === 'all' ? 'all' : 'mine',
    project: ids('project', 'prj'),
    manager: ids('manager', 'stf')[0],
    missing: ids('missing', 'arq'),
  }
}

export function writeDuty(state: Partial<DutyState>): string {
  const params = new URLSearchParams()
  if (state.view === 'all') params.set('view', 'all')
  if (state.manager) params.set('manager', state.manager)
  for (const name of ['project', 'missing'] as const)
    if (state[name] && state[name].length > 0) params.set(name, state[name].join(','))
  return params.toString()
}

export const dutyFilter = ({ view, project, manager, missing }: DutyState): ClientFilter => ({
  ...(view === 'mine' ? { owedByMe: true } : { incomplete: true }),
  ...(project.length > 0 ? { project: [...project] } : {}),
  ...(manager ? { keyAccountManager: manager } : {}),
  ...(missing.length > 0 ? { missing: [...missing] } : {}),
})
