import { useQuery } from '@apollo/client/react'
import { graphql, readFragment, type OpportunityFilter, type OpportunityOrder } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveTypes,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
} from '@steward/portal'
import { DataTable, EmptyState, Panel, useIsPhone } from '@steward/ui'
import { OPPORTUNITY_TYPES } from './opportunity-board.tsx'
import { OpportunityRow, useOpportunityColumns } from './opportunity-row.tsx'

const PAGE = 50

const OpportunityListQuery = graphql(/* GraphQL */ `
  query OpportunityList(
    $filter: OpportunityFilter
    $orderBy: OpportunityOrder!
    $first: Int!
    $after: String
  ) {
    opportunities(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          ...OpportunityRow
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
  list: { zh: '商机列表', en: 'List of opportunities' },
  none: { zh: '没有符合条件的商机', en: 'No opportunity matches' },
  noneHint: { zh: '换一个视图，或放宽筛选条件。', en: 'Look at another view, or try with fewer filters.' },
})

interface OpportunityListProps {
  readonly filter: OpportunityFilter
  readonly orderBy: OpportunityOrder
}

/** One below the other, to work through from the top. */
export function OpportunityList({ filter, orderBy }: OpportunityListProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const phone = useIsPhone()
  const columns = useOpportunityColumns()
  const { data, error, loading, refetch, fetchMore } = useQuery(OpportunityListQuery, {
    variables: { filter, orderBy, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const rows = data?.opportunities.edges.map(({ node }) => readFragment(OpportunityRow, node))
  const page = data?.opportunities.pageInfo
  useRefreshOnReturn(() => rows && rows.length <= PAGE && void refetch())
  useLiveTypes(OPPORTUNITY_TYPES, () => rows && rows.length <= PAGE && refetch())
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`opportunities/${id}`)}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return phone ? table : <Panel flush>{table}</Panel>
}
