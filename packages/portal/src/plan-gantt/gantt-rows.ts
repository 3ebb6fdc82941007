/** Rows of the chart of tasks: sums by week from afar, single tasks from near. */
import { PLAN_TASK_STATUS_LABELS, type PlanMeans, type Text } from '@steward/domain'
import type { PlanGanttQuery, PlanTaskWindowQuery } from '@steward/graphql-client'
import type { GanttBar, GanttRow } from '@steward/ui'
import { dayLater, PLAN_TASK_TONES } from '../plan-tasks/plan-task-words.tsx'

export type GanttBy = 'MEASURE' | 'PLAN' | 'PERSON'
export type Zoom = 'DAY' | 'WEEK' | 'MONTH'

/** How many days are shown, how wide one is, and how far the buttons go. */
export const ZOOMS: Readonly<
  Record<Zoom, { readonly days: number; readonly dayWidth: number; readonly step: number }>
> = {
  DAY: { days: 35, dayWidth: 30, step: 14 },
  WEEK: { days: 91, dayWidth: 12, step: 28 },
  MONTH: { days: 364, dayWidth: 3, step: 182 },
}

/** The first day of 1970 was a Thursday. */
export const mondayOf = (on: string): string => {
  const day = Math.round(Date.parse(`${on}T00:00:00Z`) / 86_400_000)
  return dayLater(on, -((day + 3) % 7))
}

/** Mondays from near, firsts of months from afar. */
export const marksOf = (from: string, days: number, zoom: Zoom, locale: string) => {
  const format = new Intl.DateTimeFormat(locale, {
    month: 'short',
    ...(zoom === 'MONTH' ? { year: '2-digit' } : { day: 'numeric' }),
    timeZone: 'UTC',
  })
  return Array.from({ length: days }, (_, nth) => dayLater(from, nth))
    .filter((on) => (zoom === 'MONTH' ? on.endsWith('-01') : mondayOf(on) === on))
    .map((on) => ({ on, label: format.format(new Date(`${on}T00:00:00Z`)) }))
}

type Row = PlanGanttQuery['planGantt'][number]
type Task = PlanTaskWindowQuery['planTasks']['edges'][number]['node']

interface Words {
  readonly say: (word: Text) => string
  readonly nobody: string
  readonly titleOf: (task: Pick<Task, 'title' | 'means'>) => string
  readonly means: (means: PlanMeans) => string
}

interface Asked {
  readonly rows: readonly Row[]
  /** Absent: sums by week. */
  readonly tasks: readonly Task[] | undefined
  readonly by: GanttBy
  readonly window: { readonly from: string; readonly to: string }
  readonly today: string
  readonly words: Words
}

const inside = (on: string, { from, to }: Asked['window']): string => (on < from ? from : on > to ? to : on)

const isLate = ({ status, dueOn }: Task, today: string): boolean =>
  (status === 'SCHEDULED' || status === 'IN_PROGRESS') && dueOn < today

const barOf = (task: Task, { window, today, words }: Asked): GanttBar => {
  const late = isLate(task, today)
  const status = words.say(PLAN_TASK_STATUS_LABELS[task.status])
  return {
    key: task.id,
    from: inside(task.scheduledOn, window),
    to: inside(task.dueOn, window),
    tone: late ? 'bad' : PLAN_TASK_TONES[task.status],
    mark: `${late ? '! ' : task.status === 'ACCEPTED' ? '✓ ' : ''}${words.titleOf(task)}`,
    label: [
      words.titleOf(task),
      status,
      task.assignee?.name ?? words.nobody,
      `${task.scheduledOn} – ${task.dueOn}`,
    ].join(' · '),
    movable:
      task.availableActions.includes('RESCHEDULE') &&
      task.scheduledOn >= window.from &&
      task.dueOn <= window.to,
    waitsFor: task.dependsOn?.id,
  }
}

const sumsOf = ({ key, weeks }: Row, { window }: Asked): readonly GanttBar[] =>
  weeks
    .filter(({ firstOn, lastOn }) => lastOn >= window.from && firstOn <= window.to)
    .map(({ from, tasks, open, late }) => ({
      key: `${key}-${from}`,
      from: inside(from, window),
      to: inside(dayLater(from, 6), window),
      tone: late > 0 ? ('bad' as const) : open > 0 ? ('info' as const) : ('good' as const),
      mark: `${late > 0 ? '!' : open > 0 ? '' : '✓'}${tasks}`,
      label: `${from} · ${tasks}${late > 0 ? ` · !${late}` : ''}`,
      movable: false,
    }))

const keyOf = (task: Task, by: GanttBy): string | null =>
  by === 'MEASURE' ? task.measureKey : (task.assignee?.id ?? null)

/** In the order of the server: whatever begins first. Of one row its tasks stand one below the other where they overlap. */
export const ganttRows = (asked: Asked): readonly GanttRow[] => {
  const { rows, tasks, by, words } = asked
  return rows.flatMap((row) => {
    const own = tasks?.filter((task) => keyOf(task, by) === row.key)
    const label =
      by === 'MEASURE'
        ? own?.[0]
          ? words.titleOf(own[0])
          : words.means(row.means)
        : (row.name ?? words.nobody)
    const bars = own ? own.map((task) => barOf(task, asked)) : sumsOf(row, asked)
    const late = row.weeks.reduce((sum, week) => sum + week.late, 0)
    const lanes = lanesOf(bars)
    return lanes.map((lane, nth) => ({
      key: `${row.key ?? ''}-${nth}`,
      label,
      ...(late > 0 && nth === 0 ? { note: `!${late}` } : {}),
      bars: lane,
    }))
  })
}

/** Bars that overlap go to lanes of their own. */
const lanesOf = (bars: readonly GanttBar[]): readonly (readonly GanttBar[])[] => {
  const lanes: GanttBar[][] = []
  for (const bar of bars.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const lane = lanes.find((it) => it.at(-1)!.to < bar.from)
    if (lane) lane.push(bar)
    else lanes.push([bar])
  }
  return lanes
}
