import { useQuery } from '@apollo/client/react'
import { graphql, readFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  SavedViewTabs,
  useMay,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
  useSavedViews,
} from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  Inline,
  PageHeader,
  Panel,
  useIsPhone,
  useUi,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { CaseFilterBar } from './complaint-filter-bar.tsx'
import { caseFilterOf, countCaseFilters, readCases, writeCases, type CaseState } from './complaint-filters.ts'
import { SiteCaseRowDocument, useCaseColumns } from './complaint-row.tsx'

const PAGE = 50

const SiteCases = graphql(/* GraphQL */ `
  query SiteCases($filter: ComplaintFilter!, $first: Int!, $after: String) {
    complaints(filter: $filter, orderBy: NEWEST, first: $first, after: $after) {
      edges {
        node {
          id
          ...SiteCaseRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    projects {
      id
      name
      buildings {
        id
        name
      }
    }
  }
`)

const texts = messages({
  title: { zh: '投诉', en: 'Cases' },
  list: { zh: '片区内的投诉', en: 'Cases of my territory' },
  register: { zh: '登记', en: 'Register' },
  empty: { zh: '没有未结的投诉', en: 'No case is open' },
  emptyHint: { zh: '发现问题，当场登记。', en: 'Found something wrong? Register it on the spot.' },
  noMatch: { zh: '没有符合条件的投诉', en: 'No case matches' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
})

/** The cases of my territory, narrowed by what the address says and by nothing else. */
export function ComplaintsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { routing } = useUi()
  const may = useMay()
  const phone = useIsPhone()
  const columns = useCaseColumns()
  const [params, setParams] = useSearchParams()
  const state = readCases(params)
  const change = (changed: Partial<CaseState>) =>
    setParams(writeCases({ ...state, ...changed }), { replace: true })
  const saved = useSavedViews({
    place: 'CASES',
    present: writeCases(state),
    filterOf: (query) => caseFilterOf(readCases(query)),
  })
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(SiteCases, {
    variables: { filter: caseFilterOf(state), first: PAGE },
    notifyOnNetworkStatusChange: true,
  })
  const rows = data?.complaints.edges.map(({ node }) => readFragment(SiteCaseRowDocument, node))
  const page = data?.complaints.pageInfo
  useRefreshOnReturn(() => rows && rows.length <= PAGE && void refetch())

  const narrowed = countCaseFilters(state) > 0 || state.number !== undefined
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`complaints/${id}`)}
      empty={
        <EmptyState
          title={say(narrowed ? 'noMatch' : 'empty')}
          hint={!narrowed && may('complaint:register') && say('emptyHint')}
          action={
            narrowed && (
              <Button onClick={() => setParams(writeCases({ all: state.all }))}>{say('clear')}</Button>
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
  return (
    <>
      <PageHeader
        title={say('title')}
        actions={
          <Inline gap={3}>
            {saved.menu}
            {may('complaint:register') && (
              <Button
                type="primary"
                icon={<AddIcon aria-hidden />}
                onClick={() => routing.go(path('complaints/new'))}
              >
                {say('register')}
              </Button>
            )}
          </Inline>
        }
      />
      <SavedViewTabs saved={saved} />
      <CaseFilterBar state={state} onChange={change} projects={(data ?? previousData)?.projects ?? []} />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone ? (
        table
      ) : (
        <Panel flush>{table}</Panel>
      )}
    </>
  )
}
