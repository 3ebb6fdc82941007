import { useQuery } from '@apollo/client/react'
import { WEEKDAY_LABELS, WEEKDAYS } from '@steward/domain'
import {
  AppLink,
  Button,
  Cards,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Stack,
  useUi,
  YearSheet,
  type Tone,
} from '@steward/ui'
import { useEffect, useState } from 'react'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useToday } from '../session/use-today.ts'
import { DayHeading } from './day-heading.tsx'
import { PlanTaskMonth } from './plan-task-documents.ts'
import { dayLater, PlanTaskTag } from './plan-task-words.tsx'

const texts = messages({
  title: { zh: '任务月历', en: 'Calendar of tasks' },
  back: { zh: '维护任务', en: 'Care tasks' },
  before: { zh: '上一月', en: 'Month before' },
  after: { zh: '下一月', en: 'Next month' },
  tasks: {
    zh: '{{day}}：{{count}} 项任务',
    en: { one: '{{day}}: {{count}} task', other: '{{day}}: {{count}} tasks' },
  },
  free: { zh: '{{day}}：没有任务', en: '{{day}}: no tasks' },
  open: { zh: '待办', en: 'To do' },
  late: { zh: '有逾期', en: 'Something is late' },
  done: { zh: '都已完成', en: 'All done' },
  none: { zh: '这一天没有任务', en: 'Nothing on this day' },
})

const isOpen = (status: string) => status === 'SCHEDULED' || status === 'IN_PROGRESS'

/** So many months on or back. */
const monthLater = (month: string, by: number): string => {
  const [year, nth] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, nth - 1 + by, 1)).toISOString().slice(0, 7)
}

/** Columns before its first, Monday first, and how many days it has. */
const shapeOf = (month: string): { readonly blanks: number; readonly length: number } => {
  const [year, nth] = month.split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, nth - 1, 1))
  return { blanks: (first.getUTCDay() + 6) % 7, length: new Date(Date.UTC(year, nth, 0)).getUTCDate() }
}

/** A month of one's own tasks, as it hangs on the wall; the arrow keys walk from day to day, the day chosen is listed beside. */
export function PlanCalendarPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { locale } = useUi()
  const today = useToday()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [chosen, setChosen] = useState(today)
  const from = `${month}-01`
  const before = `${monthLater(month, 1)}-01`
  const { data, error, refetch, fetchMore } = useQuery(PlanTaskMonth, {
    variables: { from, before },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['PlanTask'], () => void refetch())
  // A month is shown whole, or it would lie.
  const page = data?.planTasks.pageInfo
  useEffect(() => {
    if (page?.hasNextPage) void fetchMore({ variables: { after: page.endCursor } })
  }, [page?.hasNextPage, page?.endCursor, fetchMore])
  const tasks =
    data?.planTasks.edges.map(({ node }) => node).filter(({ status }) => status !== 'CANCELLED') ?? []
  const look = (on: string): { readonly tone?: Tone; readonly mark?: string } => {
    const own = tasks.filter(({ scheduledOn }) => scheduledOn === on)
    if (own.length === 0) return {}
    const open = own.filter(({ status }) => isOpen(status))
    if (open.length === 0) return { tone: 'good', mark: '✓' }
    return open.some(({ dueOn }) => dueOn < today)
      ? { tone: 'bad', mark: '!' }
      : { tone: 'info', mark: String(open.length) }
  }
  const { blanks, length } = shapeOf(month)
  const move = (by: number) => {
    const next = monthLater(month, by)
    setMonth(next)
    setChosen(next === today.slice(0, 7) ? today : `${next}-01`)
  }
  const own = tasks.filter(({ scheduledOn }) => scheduledOn === chosen)
  const label = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${from}T00:00:00Z`),
  )
  return (
    <>
      <PageHeader
        title={say('title')}
        back={{ to: path('plan-tasks'), label: say('back') }}
        actions={
          <Inline gap={2}>
            <Button onClick={() => move(-1)}>{say('before')}</Button>
            <Button onClick={() => move(1)}>{say('after')}</Button>
          </Inline>
        }
      />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Stack gap={5}>
          {data ? (
            <YearSheet
              weekdays={WEEKDAYS.map((day) => sayWord(WEEKDAY_LABELS[day]))}
              legend={[
                { mark: '2', tone: 'info', label: say('open') },
                { mark: '!', tone: 'bad', label: say('late') },
                { mark: '✓', tone: 'good', label: say('done') },
              ]}
              months={[
                {
                  key: month,
                  label,
                  blanks,
                  days: Array.from({ length }, (_, at) => {
                    const on = dayLater(from, at)
                    const count = tasks.filter(({ scheduledOn }) => scheduledOn === on).length
                    return {
                      on,
                      label: count > 0 ? say('tasks', { day: on, count }) : say('free', { day: on }),
                      today: on === today,
                      ...look(on),
                    }
                  }),
                },
              ]}
              onChoose={setChosen}
            />
          ) : (
            <Loading />
          )}
          <section aria-live="polite">
            <DayHeading on={chosen} />
            {own.length === 0 ? (
              <EmptyState title={say('none')} />
            ) : (
              <Cards label={chosen}>
                {own.map(({ id, title, status }) => (
                  <Panel key={id}>
                    <Inline gap={2}>
                      <AppLink to={path(`plan-tasks/${id}`)}>{title}</AppLink>
                      <PlanTaskTag status={status} />
                    </Inline>
                  </Panel>
                ))}
              </Cards>
            )}
          </section>
        </Stack>
      )}
    </>
  )
}
