import { useQuery } from '@apollo/client/react'
import { graphql, readFragment, type ClientFilter, type ClientOrder } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  SavedViewTabs,
  useListColumns,
  useMay,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
  type SavedViews,
} from '@steward/portal'
import { Button, DataTable, EmptyState, Inline, Panel, Stack, useIsPhone, useUi } from '@steward/ui'
import { useState } from 'react'
import { BulkBar } from './bulk-bar.tsx'
import { FilingRow, USUAL_COLUMNS, useFilingColumns } from './filing-columns.tsx'
import { FilingFilterBar } from './filing-filter-bar.tsx'
import { countFilters, NOTHING_CHOSEN, type FilingState } from './filing-filters.ts'

const PAGE = 50
const NONE: ReadonlySet<string> = new Set()

const FilingQuery = graphql(/* GraphQL */ `
  query ClientFiling(
    $filter: ClientFilter
    $orderBy: ClientOrder!
    $first: Int!
    $after: String
    $withCount: Boolean!
  ) {
    clients(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          ...FilingRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    counted: clients(filter: $filter, first: 1) @include(if: $withCount) {
      totalCount
      totalCountIsCapped
    }
  }
`)

const texts = messages({
  list: { zh: '客户列表', en: 'List of clients' },
  none: { zh: '没有符合条件的客户', en: 'No client matches' },
  noneHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  count: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  many: { zh: '超过 {{count}} 位客户', en: 'More than {{count}} clients' },
})

interface FilingListProps {
  readonly state: FilingState
  readonly filter: ClientFilter
  readonly orderBy: ClientOrder
  readonly saved: SavedViews
  readonly onChange: (changed: Partial<FilingState>) => void
}

/** 归档分类: all clients, narrowed by what their files have or lack; kept as views, and worked through from the top. */
export function FilingList({ state, filter, orderBy, saved, onChange }: FilingListProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const phone = useIsPhone()
  const { locale } = useUi()
  const { columns, menu } = useListColumns('clients', useFilingColumns(), USUAL_COLUMNS)
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(FilingQuery, {
    variables: { filter, orderBy, first: PAGE, withCount: true },
    notifyOnNetworkStatusChange: true,
  })
  const rows = data?.clients.edges.map(({ node }) => readFragment(FilingRow, node))
  const page = data?.clients.pageInfo
  const counted = (data ?? previousData)?.counted
  const may = useMay()
  const bulk = (may('client:assignManager') || may('client:tag')) && !phone
  // Whoever narrows the list anew chooses anew.
  const asked = JSON.stringify(filter)
  const [chosen, setChosen] = useState<{ readonly asked: string; readonly keys: ReadonlySet<string> }>()
  const keys = chosen?.asked === asked ? chosen.keys : NONE
  useRefreshOnReturn(() => rows && rows.length <= PAGE && void refetch())
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`clients/${id}`)}
      empty={
        <EmptyState
          title={say('none')}
          hint={say('noneHint')}
          action={
            countFilters(state).all > 0 && (
              <Button onClick={() => onChange(NOTHING_CHOSEN)}>{say('clear')}</Button>
            )
          }
        />
      }
      selection={bulk ? { chosen: keys, onChange: (next) => setChosen({ asked, keys: next }) } : undefined}
      more={
        page?.hasNextPage
          ? {
              loading,
              onLoad: () => void fetchMore({ variables: { after: page.endCursor, withCount: false } }),
            }
          : undefined
      }
    />
  )
  return (
    <Stack gap={3}>
      <SavedViewTabs saved={saved} />
      <FilingFilterBar state={state} onChange={onChange} />
      <Inline gap={3} justify="space-between">
        <span className="st-quiet" role="status">
          {counted &&
            say(counted.totalCountIsCapped ? 'many' : 'count', {
              count: counted.totalCountIsCapped
                ? counted.totalCount.toLocaleString(locale)
                : counted.totalCount,
            })}
        </span>
        {!phone && menu}
      </Inline>
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone ? (
        table
      ) : (
        <Panel flush>{table}</Panel>
      )}
      {bulk && rows && (
        <BulkBar
          key={asked}
          rows={rows}
          chosen={keys}
          filter={filter}
          total={counted?.totalCount ?? rows.length}
          onClear={() => setChosen(undefined)}
          onDone={() => void refetch()}
        />
      )}
    </Stack>
  )
}
