import type { TaskStatus } from '@steward/domain'
import type { ComplaintTaskFilter } from '@steward/graphql-client'

/** The columns of the board, in the order in which work goes through them. */
export const COLUMNS = ['DISPATCHED', 'ACCEPTED', 'RETURNED', 'DONE'] as const satisfies readonly TaskStatus[]
export type ColumnStatus = (typeof COLUMNS)[number]

/** What the board shows: all of it stands in the address, so that a link and the back button tell the same. */
export interface TaskState {
  readonly mine: boolean
  readonly overdue: boolean
  readonly department: string | undefined
  readonly project: readonly string[]
  /** One column only; on a phone the one in sight. */
  readonly status: ColumnStatus | undefined
}

export const EVERYTHING: TaskState = {
  mine: false,
  overdue: false,
  department: undefined,
  project: [],
  status: undefined,
}

const isId = (value: string): boolean => /^[a-z]{3}_[0-9a-f]{32}$/.test(value)

/** Reads an address. What it cannot mean is left out: an old or mistyped link still opens the board. */
export function readTasks(params: URLSearchParams): TaskState {
  const list = (name: string) => (params.get(name)?.split(',') ?? []).filter(isId)
  return {
    mine: params.has('mine'),
    overdue: params.has('overdue'),
    department: list('department')[0],
    project: list('project'),
    status: COLUMNS.find((status) => status === params.get('status')),
  }
}

/** The address of a state, without what is as always. */
export function writeTasks(state: Partial<TaskState>): URLSearchParams {
  const params = new URLSearchParams()
  if (state.mine) params.set('mine', '1')
  if (state.overdue) params.set('overdue', '1')
  if (state.department) params.set('department', state.department)
  if (state.project?.length) params.set('project', state.project.join(','))
  if (state.status) params.set('status', state.status)
  return params
}

/** How many filters narrow the board. Which column is in sight is none of them. */
export const countTaskFilters = ({ mine, overdue, department, project }: TaskState): number =>
  [mine, overdue, department !== undefined, project.length > 0].filter(Boolean).length

/** What done and returned orders have to do with being late is history: late is what is still to be done. */
export const columnsOf = ({ overdue }: TaskState): readonly ColumnStatus[] =>
  overdue ? ['DISPATCHED', 'ACCEPTED'] : COLUMNS

/** What the server is asked for one column; `now` is an ISO instant. */
export function filterOf(state: TaskState, status: ColumnStatus, now: string): ComplaintTaskFilter {
  return {
    status: [status],
    ...(state.mine ? { mine: true } : {}),
    ...(state.overdue ? { dueBefore: now } : {}),
    ...(state.department ? { department: state.department } : {}),
    ...(state.project.length > 0 ? { project: [...state.project] } : {}),
  }
}
