import { useQuery } from '@apollo/client/react'
import { graphql, readFragment, type LeadFilter } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveTypes,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
} from '@steward/portal'
import { Button, DataTable, EmptyState, Panel, useIsPhone } from '@steward/ui'
import { LEAD_TYPES } from './lead-board.tsx'
import { countFilters, NOTHING_CHOSEN, type LeadState } from './lead-filters.ts'
import { LeadRow, useLeadColumns } from './lead-row.tsx'

const PAGE = 50

const LeadListQuery = graphql(/* GraphQL */ `
  query LeadList($filter: LeadFilter, $orderBy: LeadOrder!, $first: Int!, $after: String) {
    leads(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          ...LeadRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const texts = messages({
  list: { zh: '线索列表', en: 'List of leads' },
  none: { zh: '没有符合条件的线索', en: 'No lead matches' },
  noneHint: { zh: '换一个视图，或放宽筛选条件。', en: 'Look at another view, or try with fewer filters.' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
})

interface LeadListProps {
  readonly filter: LeadFilter
  readonly state: LeadState
  readonly onChange: (changed: Partial<LeadState>) => void
}

/** One below the other, to work through from the top. */
export function LeadList({ filter, state, onChange }: LeadListProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const phone = useIsPhone()
  const { data, error, loading, refetch, fetchMore } = useQuery(LeadListQuery, {
    variables: { filter, orderBy: state.order, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const columns = useLeadColumns(state.view === 'pool', () => refetch())
  const rows = data?.leads.edges.map(({ node }) => readFragment(LeadRow, node))
  const page = data?.leads.pageInfo
  useRefreshOnReturn(() => rows && rows.length <= PAGE && void refetch())
  useLiveTypes(LEAD_TYPES, () => rows && rows.length <= PAGE && refetch())
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`leads/${id}`)}
      empty={
        <EmptyState
          title={say('none')}
          hint={say('noneHint')}
          action={
            countFilters(state).all > 0 && (
              <Button onClick={() => onChange({ ...NOTHING_CHOSEN, view: state.view, layout: state.layout })}>
                {say('clear')}
              </Button>
            )
          }
        />
      }
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return phone ? table : <Panel flush>{table}</Panel>
}
