import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  LiveMark,
  messages,
  SavedViewTabs,
  useLiveTypes,
  useMay,
  useMessages,
  useRefreshOnReturn,
  useSavedViews,
} from '@steward/portal'
import { Inline, Loading, PageHeader } from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { TaskBoard } from './task-board.tsx'
import { TaskFilterBar } from './task-filter-bar.tsx'
import {
  columnsOf,
  filterOf,
  readTasks,
  writeTasks,
  type ColumnStatus,
  type TaskState,
} from './task-filters.ts'
import { useTaskVerbs } from './use-task-verbs.tsx'

const ORDERS_OF_CASES = ['ComplaintTask']

const SiteTaskBoard = graphql(/* GraphQL */ `
  query SiteTaskBoard(
    $dispatched: ComplaintTaskFilter!
    $accepted: ComplaintTaskFilter!
    $returned: ComplaintTaskFilter!
    $done: ComplaintTaskFilter!
    $withPast: Boolean!
  ) {
    dispatched: complaintTasks(first: 20, filter: $dispatched, orderBy: DUE) {
      ...SiteTaskColumn
    }
    accepted: complaintTasks(first: 20, filter: $accepted, orderBy: DUE) {
      ...SiteTaskColumn
    }
    returned: complaintTasks(first: 20, filter: $returned, orderBy: NEWEST) @include(if: $withPast) {
      ...SiteTaskColumn
    }
    done: complaintTasks(first: 20, filter: $done, orderBy: NEWEST) @include(if: $withPast) {
      ...SiteTaskColumn
    }
    departments {
      id
      name
      archivedAt
    }
    projects {
      id
      name
    }
  }
`)

/** The rest of a column; its answer joins the column's list in the cache. */
const SiteMoreTasks = graphql(/* GraphQL */ `
  query SiteMoreTasks($filter: ComplaintTaskFilter!, $orderBy: ComplaintTaskOrder!, $after: String) {
    complaintTasks(first: 20, filter: $filter, orderBy: $orderBy, after: $after) {
      ...SiteTaskColumn
    }
  }
`)

const ORDERS = { DISPATCHED: 'DUE', ACCEPTED: 'DUE', RETURNED: 'NEWEST', DONE: 'NEWEST' } as const

const texts = messages({
  title: { zh: '执行单', en: 'Orders' },
  mine: { zh: '我的执行单', en: 'My orders' },
})

/** The board of action orders, narrowed by what the address says and by nothing else. */
export function TasksPage() {
  const say = useMessages(texts)
  const manages = useMay()('task:assign')
  const readsAll = useMay()('complaint:readFacts')
  const [params, setParams] = useSearchParams()
  // Late means: when the page was opened. A clock in the question would make every minute another list.
  const [now] = useState(() => new Date().toISOString())
  const state = readTasks(params)
  const change = (changed: Partial<TaskState>) =>
    setParams(writeTasks({ ...state, ...changed }), { replace: true })

  const saved = useSavedViews({ place: 'TASKS', present: writeTasks(state) })
  const filter = (status: ColumnStatus) => filterOf(state, status, now)
  const { data, previousData, error, refetch, client } = useQuery(SiteTaskBoard, {
    variables: {
      dispatched: filter('DISPATCHED'),
      accepted: filter('ACCEPTED'),
      returned: filter('RETURNED'),
      done: filter('DONE'),
      withPast: columnsOf(state).includes('DONE'),
    },
  })
  const verbs = useTaskVerbs()
  useRefreshOnReturn(refetch)
  useLiveTypes(ORDERS_OF_CASES, refetch)
  const more = (status: ColumnStatus, after: string | null) =>
    void client.query({
      query: SiteMoreTasks,
      variables: { filter: filter(status), orderBy: ORDERS[status], after },
      fetchPolicy: 'network-only',
    })

  const shown = data ?? previousData
  return (
    <>
      <PageHeader
        title={say(readsAll ? 'title' : 'mine')}
        actions={
          <Inline gap={3}>
            <LiveMark />
            {saved.menu}
          </Inline>
        }
      />
      <SavedViewTabs saved={saved} />
      <TaskFilterBar
        state={state}
        onChange={change}
        departments={shown?.departments.filter(({ archivedAt }) => archivedAt === null) ?? []}
        projects={shown?.projects ?? []}
      />
      {error && !shown ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : !shown ? (
        <Loading />
      ) : (
        <TaskBoard
          columns={{
            DISPATCHED: shown.dispatched,
            ACCEPTED: shown.accepted,
            RETURNED: shown.returned,
            DONE: shown.done,
          }}
          state={state}
          verbs={verbs}
          withHolder={manages || readsAll}
          onShow={(status) => change({ status })}
          onMore={more}
        />
      )}
      {verbs.sheet}
    </>
  )
}
