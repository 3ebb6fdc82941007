import { useQuery } from '@apollo/client/react'
import { graphql, readFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  PlanTasksToday,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
  WaitingHandovers,
} from '@steward/portal'
import { AppLink, Button, Cards, EmptyState, Loading, PageHeader, Stack, useNow } from '@steward/ui'
import { groupTasks } from '../tasks/group-tasks.ts'
import { SiteTaskColumnFragment } from '../tasks/task-board.tsx'
import { TaskButtons } from '../tasks/task-buttons.tsx'
import { TaskCard } from '../tasks/task-card.tsx'
import { useTaskVerbs } from '../tasks/use-task-verbs.tsx'
import { nextFirst } from './next-first.ts'

const SiteMyDay = graphql(/* GraphQL */ `
  query SiteMyDay($after: String) {
    complaintTasks(
      first: 20
      after: $after
      filter: { mine: true, status: [DISPATCHED, ACCEPTED] }
      orderBy: DUE
    ) {
      ...SiteTaskColumn
    }
  }
`)

const texts = messages({
  title: { zh: '我的执行单', en: 'My orders' },
  toDo: { zh: '{{count}} 张待做', en: { one: '{{count}} to do', other: '{{count}} to do' } },
  late: { zh: '{{count}} 张已逾期', en: { one: '{{count}} late', other: '{{count}} late' } },
  next: { zh: '下一张', en: 'Next' },
  later: { zh: '之后', en: 'Then' },
  more: { zh: '加载更多', en: 'Load more' },
  none: { zh: '现在没有要做的单', en: 'Nothing to do now' },
  noneHint: { zh: '派给您的单会出现在这里。', en: 'Orders that are given to you appear here.' },
  done: { zh: '看做完的单', en: 'What is done' },
})

/** A technician's day: the next order large, the others below. */
export function MyDay() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const now = useNow()
  const { data, error, loading, refetch, fetchMore } = useQuery(SiteMyDay)
  const verbs = useTaskVerbs()
  useRefreshOnReturn(refetch)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { edges, pageInfo, totalCount } = readFragment(SiteTaskColumnFragment, data.complaintTasks)
  const { DISPATCHED, ACCEPTED } = groupTasks(edges.map(({ node }) => node))
  const [next, ...others] = nextFirst([...DISPATCHED, ...ACCEPTED])
  const late = [...DISPATCHED, ...ACCEPTED].filter(({ dueAt }) => dueAt && Date.parse(dueAt) < now).length
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={
          next &&
          [say('toDo', { count: totalCount }), late > 0 && say('late', { count: late })]
            .filter(Boolean)
            .join(' · ')
        }
      />
      <WaitingHandovers />
      <PlanTasksToday />
      {next ? (
        <Stack gap={5}>
          <Cards label={say('next')}>
            <TaskCard
              task={next}
              large
              withStatus
              actions={
                <TaskButtons task={next} show="large" busy={verbs.busyWith(next.id)} onVerb={verbs.start} />
              }
            />
          </Cards>
          {others.length > 0 && (
            <section aria-label={say('later')}>
              <Stack gap={3}>
                <h2 className="st-group-title">{say('later')}</h2>
                <Cards label={say('later')} min={320}>
                  {others.map((task) => (
                    <TaskCard key={task.id} task={task} withStatus />
                  ))}
                </Cards>
              </Stack>
            </section>
          )}
          {pageInfo.hasNextPage && (
            <Button
              loading={loading}
              onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
            >
              {say('more')}
            </Button>
          )}
        </Stack>
      ) : (
        <EmptyState
          title={say('none')}
          hint={say('noneHint')}
          action={<AppLink to={path('tasks?status=DONE')}>{say('done')}</AppLink>}
        />
      )}
      {verbs.sheet}
    </>
  )
}
