import { useQuery } from '@apollo/client/react'
import { graphql, readFragment } from '@steward/graphql-client'
import {
  FailureState,
  LiveMark,
  messages,
  useMay,
  useMessages,
  usePortalPath,
  useViewer,
  useLiveTypes,
  useRefreshOnReturn,
  useSavedViews,
  useShortcut,
} from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  Inline,
  Kbd,
  PageHeader,
  Panel,
  useIsPhone,
  useUi,
} from '@steward/ui'
import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import { QueueRow, useQueueColumns } from './queue-columns.tsx'
import { QueueFilterBar } from './queue-filter-bar.tsx'
import { filterOf, readQueue, writeQueue, type QueueState, type View } from './queue-filters.ts'
import { QueueViews } from './queue-views.tsx'

const PAGE = 50

const ComplaintQueueQuery = graphql(/* GraphQL */ `
  query ComplaintQueue(
    $filter: ComplaintFilter
    $orderBy: ComplaintOrder!
    $first: Int!
    $after: String
    $withViews: Boolean!
  ) {
    complaints(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          ...QueueRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    ...QueueViews @include(if: $withViews)
  }
`)

const texts = messages({
  title: { zh: '投诉处理', en: 'Cases' },
  register: { zh: '登记', en: 'Register' },
  list: { zh: '投诉列表', en: 'List of cases' },
  emptyView: { zh: '这里没有要办的事', en: 'Nothing to do here' },
  emptyViewHint: { zh: '换一个视图，或登记一件新的。', en: 'Look at another view, or register a new case.' },
  emptyFilter: { zh: '没有符合条件的投诉', en: 'No case matches' },
  emptyFilterHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  keyNext: { zh: '上下移动', en: 'move' },
  keyOpen: { zh: '打开', en: 'open' },
  keySearch: { zh: '搜索单号', en: 'find a number' },
  keyNew: { zh: '登记', en: 'register' },
})

const CASES = ['Complaint']

/** The queue: which cases there are, narrowed by what the address says and by nothing else. */
export function QueuePage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { routing } = useUi()
  const may = useMay()
  const phone = useIsPhone()
  const { organization } = useViewer()
  const [params, setParams] = useSearchParams()
  const state = readQueue(params)
  const place = useRef<HTMLDivElement>(null)
  const columns = useQueueColumns()
  const change = (changed: Partial<QueueState>) => setParams(writeQueue({ ...state, ...changed }))
  const register = () => routing.go(path('complaints/new'))

  const saved = useSavedViews({
    place: 'QUEUE',
    present: writeQueue(state),
    filterOf: (query) => filterOf(readQueue(query), organization.timeZone),
  })
  const variables = { filter: filterOf(state, organization.timeZone), orderBy: state.order, first: PAGE }
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ComplaintQueueQuery, {
    variables: { ...variables, withViews: true },
    notifyOnNetworkStatusChange: true,
  })
  const rows = data?.complaints.edges.map(({ node }) => readFragment(QueueRow, node))
  const page = data?.complaints.pageInfo
  useRefreshOnReturn(() => rows && rows.length <= PAGE && void refetch())
  // Whoever has read on keeps the list they read; asking for its first page would take the rest away.
  useLiveTypes(CASES, () => rows && rows.length <= PAGE && refetch())
  useShortcut('search', () => place.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus())
  useShortcut('create', register, may('complaint:register'))

  const addressOf = (view: View) => {
    const address = writeQueue({ ...state, view }).toString()
    return path('complaints') + (address && `?${address}`)
  }
  const narrowed = writeQueue({ ...state, view: 'open', order: 'NEWEST' }).size > 0
  return (
    <div ref={place}>
      <PageHeader
        title={say('title')}
        actions={
          <Inline gap={3}>
            <LiveMark />
            {saved.menu}
            {may('complaint:register') && (
              <Button type="primary" icon={<AddIcon aria-hidden />} onClick={register}>
                {say('register')}
              </Button>
            )}
          </Inline>
        }
      />
      <QueueViews counts={data ?? previousData} current={state.view} addressOf={addressOf} saved={saved} />
      {saved.notice}
      <QueueFilterBar state={state} onChange={change} />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Framed phone={phone}>
          <DataTable
            label={say('list')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowTo={({ id }) => path(`complaints/${id}`)}
            empty={
              <EmptyState
                title={say(narrowed ? 'emptyFilter' : 'emptyView')}
                hint={say(narrowed ? 'emptyFilterHint' : 'emptyViewHint')}
                action={
                  narrowed && (
                    <Button onClick={() => setParams(writeQueue({ view: state.view }))}>
                      {say('clear')}
                    </Button>
                  )
                }
              />
            }
            more={
              page?.hasNextPage
                ? {
                    loading,
                    onLoad: () => void fetchMore({ variables: { after: page.endCursor, withViews: false } }),
                  }
                : undefined
            }
          />
        </Framed>
      )}
      {!phone && <Keys register={may('complaint:register')} />}
    </div>
  )
}

/** At a desk the table lies on a sheet; on a phone every row is a card of its own. */
function Framed({ phone, children }: { readonly phone: boolean; readonly children: React.ReactNode }) {
  return phone ? children : <Panel flush>{children}</Panel>
}

function Keys({ register }: { readonly register: boolean }) {
  const say = useMessages(texts)
  return (
    <div className="st-quiet st-small st-keys">
      <Inline gap={4}>
        <span>
          <Kbd>j</Kbd> <Kbd>k</Kbd> {say('keyNext')}
        </span>
        <span>
          <Kbd>Enter</Kbd> {say('keyOpen')}
        </span>
        <span>
          <Kbd>/</Kbd> {say('keySearch')}
        </span>
        {register && (
          <span>
            <Kbd>n</Kbd> {say('keyNew')}
          </span>
        )}
      </Inline>
    </div>
  )
}
