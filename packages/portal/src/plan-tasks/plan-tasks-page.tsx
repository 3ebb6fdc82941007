import { useQuery } from '@apollo/client/react'
import type { PlanTaskListQueryVariables } from '@steward/graphql-client'
import {
  AppLink,
  Button,
  Cards,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Segmented,
  Stack,
  useIsPhone,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { lazyPage, usePortalPath } from '../routing/routes.tsx'
import { useToday } from '../session/use-today.ts'
import { useMay } from '../session/viewer.tsx'
import { PlanTaskSlip } from './plan-task-card.tsx'
import { PlanTaskList } from './plan-task-documents.ts'
import { DayHeading } from './day-heading.tsx'

const texts = messages({
  title: { zh: '维护任务', en: 'Care tasks' },
  ofPlan: { zh: '本方案的任务', en: 'Tasks of this plan' },
  plan: { zh: '方案', en: 'The plan' },
  calendar: { zh: '月历', en: 'Calendar' },
  chart: { zh: '甘特图', en: 'Gantt chart' },
  views: { zh: '看哪些任务', en: 'Which tasks' },
  mine: { zh: '我的', en: 'Mine' },
  late: { zh: '已逾期', en: 'Late' },
  unassigned: { zh: '待指派', en: 'To assign' },
  toAccept: { zh: '待验收', en: 'To accept' },
  all: { zh: '全部待办', en: 'All open' },
  lateGroup: { zh: '已逾期', en: 'Late' },
  more: { zh: '加载更多', en: 'Load more' },
  none: { zh: '没有要做的任务', en: 'Nothing to do' },
  noneHint: {
    zh: '方案批准后，任务会按日期出现在这里。',
    en: 'Once a plan is approved its tasks appear here, day by day.',
  },
})

/** As a chart over time: a state of the list, or of the tasks of one plan. */
const CHART_PARAMETER = 'chart'

const VIEWS = ['mine', 'late', 'unassigned', 'toAccept', 'all'] as const
type View = (typeof VIEWS)[number]

const filterOf = (view: View, today: string): PlanTaskListQueryVariables['filter'] =>
  ({
    mine: { mine: true, open: true },
    late: { open: true, dueBefore: today },
    unassigned: { open: true, unassigned: true },
    toAccept: { status: ['DONE' as const] },
    all: { open: true },
  })[view]

/** Fetched by those who look at tasks over time. */
const Chart = lazyPage(async () => (await import('../plan-gantt/plan-gantt-page.tsx')).PlanGanttPage)

/** What is to be done; as a chart where the address says so, of one plan where it names one. */
export function PlanTasksPage() {
  const [params] = useSearchParams()
  return params.has(CHART_PARAMETER) ? <Chart /> : <PlanTaskDays />
}

/** Day by day: late first, then today, then what comes. */
function PlanTaskDays() {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const plan = params.get('plan')
  const leads = may('planTask:assign')
  const offered = VIEWS.filter(
    (view) => view === 'mine' || view === 'late' || leads || (plan !== null && view === 'all'),
  )
  const view = offered.find((it) => it === params.get('view')) ?? (may('planTask:complete') ? 'mine' : 'late')
  const { data, error, loading, refetch, fetchMore } = useQuery(PlanTaskList, {
    variables: { filter: { ...filterOf(view, today), ...(plan ? { plan } : {}) }, order: 'SCHEDULED' },
    fetchPolicy: 'cache-and-network',
  })
  useRefreshOnReturn(refetch)
  useLiveTypes(['PlanTask'], () => void refetch())
  const list = data?.planTasks
  const nodes = list?.edges.map(({ node }) => node) ?? []
  const isLate = (it: (typeof nodes)[number]) => view !== 'toAccept' && it.dueOn < today
  const late = nodes.filter(isLate)
  const days = [...new Set(nodes.filter((it) => !isLate(it)).map((it) => dayShown(it.scheduledOn, today)))]
  return (
    <>
      <PageHeader
        title={say(plan ? 'ofPlan' : 'title')}
        {...(plan ? { back: { to: path(`plans/${plan}`), label: say('plan') } } : {})}
        actions={
          <Inline gap={3}>
            <AppLink to={path(`plan-tasks?${CHART_PARAMETER}${plan ? `&plan=${plan}` : ''}`)}>
              {say('chart')}
            </AppLink>
            <AppLink to={path('plan-tasks/calendar')}>{say('calendar')}</AppLink>
          </Inline>
        }
      />
      <Stack gap={4}>
        <Segmented<View>
          block={phone}
          size={phone ? 'large' : 'middle'}
          aria-label={say('views')}
          value={view}
          onChange={(next) => setParams({ view: next, ...(plan ? { plan } : {}) }, { replace: true })}
          options={offered.map((it) => ({ value: it, label: say(it) }))}
        />
        {!list ? (
          error ? (
            <FailureState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : nodes.length === 0 ? (
          <EmptyState title={say('none')} hint={say('noneHint')} />
        ) : (
          <Stack gap={5}>
            {late.length > 0 && (
              <section aria-label={say('lateGroup')}>
                <h2 className="st-group-title">
                  {say('lateGroup')} · {late.length}
                </h2>
                <Cards label={say('lateGroup')} min={320}>
                  {late.map((task) => (
                    <PlanTaskSlip key={task.id} task={task} withHolder={view !== 'mine'} onReload={refetch} />
                  ))}
                </Cards>
              </section>
            )}
            {days.map((day, at) => (
              <section key={day}>
                <DayHeading on={day} />
                <Cards label={day} min={320}>
                  {nodes
                    .filter((it) => !isLate(it) && dayShown(it.scheduledOn, today) === day)
                    .map((task, nth) => (
                      <PlanTaskSlip
                        key={task.id}
                        task={task}
                        large={phone && late.length === 0 && at === 0 && nth === 0}
                        withHolder={view !== 'mine'}
                        onReload={refetch}
                      />
                    ))}
                </Cards>
              </section>
            ))}
            {list.pageInfo.hasNextPage && (
              <Button
                loading={loading}
                onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}
              >
                {say('more')}
              </Button>
            )}
          </Stack>
        )}
      </Stack>
    </>
  )
}

/** What could have been begun before and is still in time belongs to today. */
const dayShown = (scheduledOn: string, today: string): string => (scheduledOn < today ? today : scheduledOn)
