import { useQuery } from '@apollo/client/react'
import {
  daysOfWeek,
  POLICY,
  SHIFT_LABELS,
  SHIFTS,
  weeksLater,
  type Grants,
  type Shift,
  type ShiftOfDay,
} from '@steward/domain'
import {
  Button,
  EmptyState,
  Inline,
  Loading,
  MatrixCell,
  MatrixTable,
  PageHeader,
  Panel,
  Select,
  Sheet,
  Stack,
  useNotify,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useToday } from '../session/use-today.ts'
import { useAct } from '../acts/use-act.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { HandoverReceivers } from '../handovers/handover-documents.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useViewer, type Viewer } from '../session/viewer.tsx'
import { DutyForm } from './duty-form.tsx'
import { CopyWeekDuty, DutiesQuery } from './roster-documents.ts'
import { useShiftNow, useShiftPlan } from './use-duty.ts'

const texts = messages({
  title: { zh: '排班表', en: 'Roster' },
  subtitle: {
    zh: '谁在哪一班；交班时据此推荐接班人',
    en: 'Who is on which shift; a hand-over proposes whoever is next',
  },
  back: { zh: '交接班', en: 'Hand-overs' },
  department: { zh: '部门', en: 'Department' },
  week: { zh: '{{from}} 至 {{to}}', en: '{{from}} – {{to}}' },
  before: { zh: '上一周', en: 'Week before' },
  after: { zh: '下一周', en: 'Week after' },
  today: { zh: '本周', en: 'This week' },
  copy: { zh: '沿用上一周', en: 'Copy the week before' },
  copied: { zh: '已沿用上一周的排班，已排的没有改动', en: 'Copied; what was planned already stays' },
  table: { zh: '{{department}}排班表', en: 'Roster of {{department}}' },
  day: { zh: '日期', en: 'Day' },
  isToday: { zh: '今天', en: 'today' },
  isNow: { zh: '现在', en: 'now' },
  nobody: { zh: '未排班', en: 'Nobody' },
  cell: { zh: '{{day}} {{shift}}', en: '{{day}}, {{shift}}' },
  none: { zh: '请选择部门', en: 'Choose a department' },
  and: { zh: '、', en: ', ' },
})

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A week of a department: day by shift, for whoever leads to plan and for everybody to see. */
export function RosterPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const viewer = useViewer()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const asked = params.get('week')
  const week = daysOfWeek(
    asked !== null && DAY.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today,
  )
  const department = params.get('department') ?? viewer.staff.department?.id
  const { data } = useQuery(HandoverReceivers, { fetchPolicy: 'cache-first' })
  const departments = (data?.departments ?? []).filter(({ archivedAt }) => archivedAt === null)
  const chosen = departments.find(({ id }) => id === department)
  const show = (changed: { readonly week?: string; readonly department?: string }) =>
    setParams({
      week: changed.week ?? week[0]!,
      ...((changed.department ?? department) ? { department: (changed.department ?? department)! } : {}),
    })
  const turn = (weeks: number) => show({ week: weeksLater(week[0]!, weeks) })
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('handovers'), label: say('back') }}
      />
      <Stack gap={4}>
        <Inline gap={3}>
          <Select
            aria-label={say('department')}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            value={chosen?.id ?? null}
            placeholder={say('none')}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: string) => show({ department: id })}
          />
          <Button onClick={() => turn(-1)}>{say('before')}</Button>
          <Button disabled={week.includes(today)} onClick={() => show({ week: today })}>
            {say('today')}
          </Button>
          <Button onClick={() => turn(1)}>{say('after')}</Button>
        </Inline>
        {chosen ? (
          <Week key={chosen.id} department={chosen} week={week} />
        ) : (
          <EmptyState title={say('none')} />
        )}
      </Stack>
    </>
  )
}

/** Whether the viewer plans that department; the server decides. */
const plans = ({ roles, permissions, staff }: Viewer, department: string): boolean =>
  permissions.includes('duty:assign') &&
  (staff.department?.id === department ||
    roles.some((role) => (POLICY['duty:assign'] as Grants)[role]?.includes('any')))

interface WeekProps {
  readonly department: { readonly id: string; readonly name: string }
  readonly week: readonly string[]
}

function Week({ department, week }: WeekProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const notify = useNotify()
  const viewer = useViewer()
  const today = useToday()
  const plan = useShiftPlan()
  const { now } = useShiftNow()
  const copy = useAct(CopyWeekDuty)
  const [editing, setEditing] = useState<ShiftOfDay>()
  const [from, to] = [week[0]!, week.at(-1)!]
  const { data, error, refetch } = useQuery(DutiesQuery, {
    variables: { department: department.id, from, before: daysOfWeek(weeksLater(from, 1))[0]! },
    fetchPolicy: 'cache-and-network',
  })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const mayPlan = plans(viewer, department.id)
  const dayName = (on: string) =>
    new Intl.DateTimeFormat(locale, {
      month: 'short',
      day: 'numeric',
      weekday: 'short',
      timeZone: 'UTC',
    }).format(new Date(`${on}T00:00:00Z`))
  const peopleOn = ({ on, shift }: ShiftOfDay) =>
    data.duties.flatMap((duty) => (duty.on === on && duty.shift === shift && duty.staff ? [duty.staff] : []))
  const nameOf = ({ on, shift }: ShiftOfDay) =>
    say('cell', { day: dayName(on), shift: sayWord(SHIFT_LABELS[shift]) })
  const starts = { EARLY: plan.earlyStart, MIDDLE: plan.middleStart, NIGHT: plan.nightStart }
  const cellOf = (place: ShiftOfDay) => {
    const people = peopleOn(place)
    const isNow = now.on === place.on && now.shift === place.shift
    return (
      <MatrixCell
        label={nameOf(place)}
        value={people.length > 0 ? people.map(({ name }) => name).join(say('and')) : say('nobody')}
        own={people.length > 0}
        {...(isNow ? { note: say('isNow'), tone: 'good' } : {})}
        onEdit={mayPlan ? () => setEditing(place) : undefined}
      />
    )
  }
  const copyWeek = async () => {
    const { done, refused } = await copy({ departmentId: department.id, on: from })
    if (done) notify.done(say('copied'))
    else notify.failed(refused.message ?? '')
    await refetch()
  }
  return (
    <Panel
      title={say('week', { from: dayName(from), to: dayName(to) })}
      actions={mayPlan && <Button onClick={() => void copyWeek()}>{say('copy')}</Button>}
      flush
    >
      <MatrixTable
        label={say('table', { department: department.name })}
        corner={say('day')}
        columns={SHIFTS.map((shift) => ({
          key: shift,
          label: sayWord(SHIFT_LABELS[shift]),
          note: clock(starts[shift]),
        }))}
        rows={week.map((on) => ({
          key: on,
          label: dayName(on),
          ...(on === today ? { note: say('isToday') } : {}),
        }))}
        cell={(on, column) => cellOf({ on, shift: column as Shift })}
      />
      <Sheet
        open={editing !== undefined}
        title={editing && nameOf(editing)}
        onClose={() => setEditing(undefined)}
      >
        {editing && (
          <DutyForm
            key={`${editing.on} ${editing.shift}`}
            department={department.id}
            place={editing}
            present={peopleOn(editing).map(({ id }) => id)}
            onCancel={() => setEditing(undefined)}
            onDone={() => {
              setEditing(undefined)
              void refetch()
            }}
          />
        )}
      </Sheet>
    </Panel>
  )
}

/** `07:00` */
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
