import { useQuery } from '@apollo/client/react'
import { calendarDay, PLAN_MEANS_LABELS } from '@steward/domain'
import {
  Alert,
  Button,
  EmptyState,
  GanttChart,
  Inline,
  Loading,
  PageHeader,
  Segmented,
  Stack,
  useNotify,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { usePlanSurroundings } from '../maintenance-plans/use-plan-surroundings.ts'
import { PlanGantt, PlanTaskWindow } from '../plan-tasks/plan-move-documents.ts'
import { dayLater, usePlanTaskTitle } from '../plan-tasks/plan-task-words.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useToday } from '../session/use-today.ts'
import { ganttRows, marksOf, mondayOf, ZOOMS, type GanttBy, type Zoom } from './gantt-rows.ts'
import { MoveDialog, useUndoMove, type PlannedMove } from './move-dialog.tsx'

const texts = messages({
  title: { zh: '甘特图', en: 'Gantt chart' },
  ofPlan: { zh: '方案', en: 'The plan' },
  tasks: { zh: '维护任务', en: 'Care tasks' },
  by: { zh: '每行是', en: 'Rows' },
  MEASURE: { zh: '措施', en: 'Measures' },
  PLAN: { zh: '方案', en: 'Plans' },
  PERSON: { zh: '人员', en: 'People' },
  zoom: { zh: '时间刻度', en: 'Scale' },
  DAY: { zh: '日', en: 'Day' },
  WEEK: { zh: '周', en: 'Week' },
  MONTH: { zh: '月', en: 'Month' },
  earlier: { zh: '更早', en: 'Earlier' },
  later: { zh: '更晚', en: 'Later' },
  today: { zh: '今天', en: 'Today' },
  none: { zh: '这段时间没有任务', en: 'No tasks in this time' },
  nobody: { zh: '未指派', en: 'Nobody’s yet' },
  help: {
    zh: '方向键按天移动，按住 Shift 按周移动，回车确认，Esc 取消。',
    en: 'Arrow keys move by a day, with Shift by a week; Enter confirms, Escape cancels.',
  },
  moving: { zh: '{{label}}，移到 {{from}} 至 {{to}}', en: '{{label}}, moved to {{from}} until {{to}}' },
  cancelled: { zh: '没有改期', en: 'Not moved' },
  many: {
    zh: '任务较多，按周合计显示；放大到“日”或“周”并只看一份方案，可以逐项改期。',
    en: 'There are many tasks, so they are summed up by week. Look at fewer of them to move single ones.',
  },
  moved: { zh: '已改期 {{count}} 项', en: { one: '{{count}} task moved', other: '{{count}} tasks moved' } },
  undo: { zh: '撤销', en: 'Undo' },
  undone: { zh: '已恢复原来的日期', en: 'Back where it was' },
})

/** So many single bars at once; of more, sums by week are shown. */
const MOST_BARS = 200

/** Tasks over time: by measure of one plan, or by plan and person. A bar is drawn elsewhere, or moved by keys. */
export function PlanGanttPage() {
  const [params] = useSearchParams()
  const plan = params.get('plan')
  const say = useMessages(texts)
  const sayWord = useSay()
  const titleOf = usePlanTaskTitle()
  const path = usePortalPath()
  const navigate = useNavigate()
  const notify = useNotify()
  const undo = useUndoMove()
  const { locale } = useUi()
  const { calendar } = usePlanSurroundings()
  const today = useToday()
  const [by, setBy] = useState<GanttBy>(plan ? 'MEASURE' : 'PERSON')
  const [zoom, setZoom] = useState<Zoom>('WEEK')
  const [start, setStart] = useState(() => dayLater(mondayOf(today), -7))
  const [move, setMove] = useState<PlannedMove>()
  const [made, setMade] = useState<PlannedMove>()
  const { days, dayWidth, step } = ZOOMS[zoom]
  const to = dayLater(start, days - 1)
  const { data, error, refetch } = useQuery(PlanGantt, {
    variables: { from: dayLater(start, -28), to, by, ...(plan ? { plan } : {}) },
    fetchPolicy: 'cache-and-network',
  })
  const single = useQuery(PlanTaskWindow, {
    variables: {
      first: 100,
      filter: { scheduledBefore: dayLater(to, 1), dueFrom: start, ...(plan ? { plan } : {}) },
    },
    skip: zoom === 'MONTH',
    fetchPolicy: 'cache-and-network',
  })
  const reload = async () => {
    await Promise.all([refetch(), ...(zoom === 'MONTH' ? [] : [single.refetch()])])
  }
  useLiveTypes(['PlanTask'], () => void reload())
  const page = single.data?.planTasks
  const all = page?.edges.map(({ node }) => node) ?? []
  const isSummed =
    zoom === 'MONTH' ||
    by === 'PLAN' ||
    (page?.totalCount ?? 0) > MOST_BARS ||
    page?.pageInfo.hasNextPage === true
  const rows =
    data &&
    ganttRows({
      rows: data.planGantt,
      tasks: isSummed ? undefined : all.filter(({ status }) => status !== 'CANCELLED'),
      by,
      window: { from: start, to },
      today,
      words: { say: sayWord, nobody: say('nobody'), titleOf, means: (it) => sayWord(PLAN_MEANS_LABELS[it]) },
    })
  const finished = (done: PlannedMove) => {
    setMove(undefined)
    setMade(done)
    void reload()
  }
  const takeBack = async (back: PlannedMove) => {
    const failed = await undo(back)
    if (failed) notify.failed(failed)
    else notify.done(say('undone'))
    setMade(undefined)
    void reload()
  }
  return (
    <>
      <PageHeader
        title={say('title')}
        back={
          plan
            ? { to: path(`plans/${plan}`), label: say('ofPlan') }
            : { to: path('plan-tasks'), label: say('tasks') }
        }
      />
      <Stack gap={4}>
        <Inline gap={2}>
          <Segmented<GanttBy>
            aria-label={say('by')}
            value={by}
            onChange={setBy}
            options={(plan ? (['MEASURE', 'PERSON'] as const) : (['PERSON', 'PLAN'] as const)).map((it) => ({
              value: it,
              label: say(it),
            }))}
          />
          <Segmented<Zoom>
            aria-label={say('zoom')}
            value={zoom}
            onChange={setZoom}
            options={(['DAY', 'WEEK', 'MONTH'] as const).map((it) => ({ value: it, label: say(it) }))}
          />
          <Button onClick={() => setStart(dayLater(start, -step))}>{say('earlier')}</Button>
          <Button onClick={() => setStart(dayLater(mondayOf(today), -7))}>{say('today')}</Button>
          <Button onClick={() => setStart(dayLater(start, step))}>{say('later')}</Button>
        </Inline>
        {made && (
          <Alert
            type="success"
            showIcon
            title={say('moved', { count: made.tasks.length })}
            action={<Button onClick={() => void takeBack(made)}>{say('undo')}</Button>}
          />
        )}
        {isSummed && zoom !== 'MONTH' && <p className="st-quiet">{say('many')}</p>}
        {!rows ? (
          error ? (
            <FailureState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : rows.length === 0 ? (
          <EmptyState title={say('none')} />
        ) : (
          <GanttChart
            label={say('title')}
            rows={rows}
            from={start}
            to={to}
            today={today}
            dayWidth={dayWidth}
            isOff={(on) =>
              zoom !== 'MONTH' && calendar !== undefined && calendarDay(calendar, on).slots.length === 0
            }
            marks={marksOf(start, days, zoom, locale)}
            words={{
              rows: say(by),
              help: say('help'),
              today: say('today'),
              moving: (label, from, until) => say('moving', { label, from, to: until }),
              cancelled: say('cancelled'),
            }}
            onMove={({ key }, shift) => {
              const task = all.find(({ id }) => id === key)
              if (task) setMove({ tasks: [{ ...task, title: titleOf(task) }], days: shift })
            }}
            onOpen={({ key }) => {
              if (all.some(({ id }) => id === key)) void navigate(path(`plan-tasks/${key}`))
            }}
          />
        )}
      </Stack>
      {move && <MoveDialog move={move} onDone={finished} onClose={() => setMove(undefined)} />}
    </>
  )
}
