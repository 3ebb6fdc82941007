import {
  RECEIVABLE_KINDS,
  RECEIVABLE_STATES,
  type ReceivableKind,
  type ReceivableState,
} from '@steward/domain'
import type { ReceivableFilter } from '@steward/graphql-client'

/** What the page shows: all of it stands in the address. */
export interface ReceivableListState {
  readonly client: string | undefined
  readonly project: string | undefined
  readonly kind: ReceivableKind | undefined
  /** `OVERDUE`: open, and due before today. Open ones unless something else is chosen. */
  readonly state: ReceivableState | 'OVERDUE' | 'ALL'
}

const CLIENT = /^cli_[0-9a-f]{32}$/
const PROJECT = /^prj_[0-9a-f]{32}$/

export const readReceivables = (params: URLSearchParams): ReceivableListState => {
  const [client, project] = [params.get('client') ?? '', params.get('project') ?? '']
  return {
    client: CLIENT.test(client) ? client : undefined,
    project: PROJECT.test(project) ? project : undefined,
    kind: RECEIVABLE_KINDS.find((kind) => kind === params.get('kind')),
    state:
      ([...RECEIVABLE_STATES, 'OVERDUE', 'ALL'] as const).find((state) => state === params.get('state')) ??
      'OPEN',
  }
}

export const writeReceivables = (state: ReceivableListState): URLSearchParams =>
  new URLSearchParams(
    Object.entries(state).flatMap(([name, value]: [string, string | undefined]): [string, string][] =>
      value ? [[name, value]] : [],
    ),
  )

export const receivableFilter = (
  { client, project, kind, state }: ReceivableListState,
  today: string,
): ReceivableFilter => ({
  ...(client ? { client } : {}),
  ...(project ? { project: [project] } : {}),
  ...(kind ? { kind: [kind] } : {}),
  ...(state === 'OVERDUE'
    ? { state: ['OPEN'], dueBefore: today }
    : state === 'ALL'
      ? {}
      : { state: [state] }),
})
