import {
  CALENDAR_INPUTS,
  parseInput,
  slotText,
  WEEKDAY_LABELS,
  WEEKDAYS,
  type Weekday,
  type WeekSlot,
  type WorkingSlot,
  type WorkingWeek,
} from '@steward/domain'
import { messages, useDraft, useFreshAct, useMay, useMessages, useSay } from '@steward/portal'
import { Alert, Button, EditIcon, Inline, Panel, Stack, WeekBars, useNotify, type DayBars } from '@steward/ui'
import { useState } from 'react'
import { ChangeWeek, valueOf, type CalendarRow } from './calendar-documents.ts'
import { SlotRows, slotTyped, typedSlot, type TypedSlot } from './slot-rows.tsx'
import { useCalendarChange } from './use-calendar-change.tsx'

const texts = messages({
  week: { zh: '每周时段', en: 'The week' },
  hours: { zh: '每周 {{hours}} 小时', en: '{{hours}} hours a week' },
  off: { zh: '休息', en: 'Day off' },
  carried: { zh: '前一天夜班延续', en: 'the night shift of the day before' },
  change: { zh: '修改时段', en: 'Change the hours' },
  save: { zh: '保存时段', en: 'Save the hours' },
  leave: { zh: '放弃', en: 'Leave' },
  like: { zh: '与{{day}}相同', en: 'Like {{day}}' },
  hint: {
    zh: '结束早于开始即为次日，夜班整段算在开始的那一天；没有时段的一天休息。',
    en: 'An end before the beginning lies on the next day: a night belongs to the day on which it begins. A day without a slot is a day off.',
  },
  older: {
    zh: '您上次填写后，日历已有改动：保存前请核对。',
    en: 'The calendar was changed since you typed this: look it over before you save.',
  },
  ask: { zh: '保存新的每周时段？', en: 'Save the new week?' },
})

type Draft = Readonly<Record<Weekday, readonly TypedSlot[]>>

/** What was typed and never saved, and the version of the calendar it was typed on. */
interface Unsaved {
  readonly version: number
  readonly week: Draft
}

const byWeekday = <T,>(make: (weekday: Weekday, at: number) => T): Readonly<Record<Weekday, T>> =>
  Object.fromEntries(WEEKDAYS.map((weekday, at) => [weekday, make(weekday, at)])) as Record<Weekday, T>

const draftOf = (week: WorkingWeek): Draft => byWeekday((weekday) => week[weekday].map(typedSlot))
const weekSlots = (draft: Draft): readonly WeekSlot[] =>
  WEEKDAYS.flatMap((weekday) =>
    draft[weekday].flatMap((typed) => {
      const slot = slotTyped(typed)
      return slot ? [{ weekday, ...slot }] : []
    }),
  )

interface WeekPanelProps {
  readonly row: CalendarRow
  readonly onReload: () => Promise<unknown>
}

/** The week as drawn bars; whoever keeps the calendar edits it where it stands. */
export function WeekPanel({ row, onReload }: WeekPanelProps) {
  const say = useMessages(texts)
  const may = useMay()
  const { week } = valueOf(row)
  const kept = useDraft<Unsaved>(`calendar-week.${row.id}`)
  const typed = may('calendar:changeWorkingWeek') ? kept.found : undefined
  const [unsaved, setUnsaved] = useState(typed as Unsaved | undefined)
  const [older, setOlder] = useState(typed !== undefined && typed.version !== row.version)
  const draft = unsaved?.week
  const close = () => {
    setUnsaved(undefined)
    setOlder(false)
    kept.drop()
  }
  const shown = draft ? weekValue(draft) : week
  const minutes = WEEKDAYS.flatMap((weekday) => shown[weekday]).reduce(
    (sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute,
    0,
  )
  return (
    <Panel
      title={say('week')}
      actions={
        <Inline gap={3}>
          <span className="st-quiet">{say('hours', { hours: String(Math.round(minutes / 6) / 10) })}</span>
          {!draft && may('calendar:changeWorkingWeek') && (
            <Button
              icon={<EditIcon aria-hidden />}
              onClick={() => setUnsaved({ version: row.version, week: draftOf(week) })}
            >
              {say('change')}
            </Button>
          )}
        </Inline>
      }
    >
      {draft ? (
        <WeekEditor
          row={row}
          draft={draft}
          older={older}
          onChange={(changed) => {
            const now = { version: unsaved?.version ?? row.version, week: changed }
            setUnsaved(now)
            kept.keep(now)
          }}
          onReload={onReload}
          onClose={close}
        />
      ) : (
        <WeekDrawn week={week} />
      )}
    </Panel>
  )
}

const weekValue = (draft: Draft): WorkingWeek =>
  byWeekday((weekday) =>
    draft[weekday].flatMap((typed): readonly WorkingSlot[] => {
      const slot = slotTyped(typed)
      return slot && slot.toMinute > slot.fromMinute ? [slot] : []
    }),
  )

/** A night is drawn to midnight on its own day, and hatched on the next. */
function useBars(week: WorkingWeek): (weekday: Weekday) => DayBars['bars'] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (weekday) => {
    const before = WEEKDAYS[(WEEKDAYS.indexOf(weekday) + 6) % 7]!
    const nights = week[before].filter(({ toMinute }) => toMinute > 1440)
    return [
      ...nights.map((slot) => ({
        from: Math.max(0, slot.fromMinute - 1440),
        to: slot.toMinute - 1440,
        label: `${sayWord(slotText(slot))} (${say('carried')})`,
        carried: true,
      })),
      ...week[weekday].map((slot) => ({
        from: slot.fromMinute,
        to: Math.min(1440, slot.toMinute),
        label: sayWord(slotText(slot)),
      })),
    ]
  }
}

function WeekDrawn({ week }: { readonly week: WorkingWeek }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const bars = useBars(week)
  const days = WEEKDAYS.map((weekday) => ({
    key: weekday,
    label: sayWord(WEEKDAY_LABELS[weekday]),
    bars: bars(weekday),
    words: week[weekday].map((slot) => sayWord(slotText(slot))).join(' · ') || (
      <span className="st-quiet">{say('off')}</span>
    ),
  }))
  return <WeekBars label={say('week')} days={days} />
}

interface WeekEditorProps extends WeekPanelProps {
  readonly draft: Draft
  /** It was typed before the last change of the calendar. */
  readonly older: boolean
  readonly onChange: (draft: Draft) => void
  readonly onClose: () => void
}

function WeekEditor({ row, draft, older, onChange, onReload, onClose }: WeekEditorProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const change = useFreshAct(ChangeWeek, onReload)
  const { ask, dialog } = useCalendarChange(row, onReload)
  const [problem, setProblem] = useState<string>()
  const bars = useBars(weekValue(draft))
  const slots = weekSlots(draft)
  const parsed = parseInput(CALENDAR_INPUTS.changeWorkingWeek, { expectedVersion: row.version, slots })
  const wrong = parsed.ok ? [] : parsed.error.fields
  const complete = WEEKDAYS.every((weekday) => draft[weekday].every((typed) => slotTyped(typed)))
  /** `slots.7` is the third of Thursday: sentences by weekday and place. */
  const problemsOf = (weekday: Weekday): Readonly<Record<number, string>> => {
    if (!complete) return {}
    const first = slots.findIndex((slot) => slot.weekday === weekday)
    return Object.fromEntries(
      wrong.flatMap(({ path, message }) => {
        const at = Number(path.split('.')[1]) - first
        return first >= 0 && at >= 0 && at < draft[weekday].length ? [[at, sayWord(message)]] : []
      }),
    )
  }
  const ofAll = wrong.find(({ path }) => path === 'slots')
  const save = async () => {
    const refused = await ask({
      title: say('ask'),
      verb: say('save'),
      asked: { week: [...slots] },
      act: () => change({ calendarId: row.id, expectedVersion: row.version, slots: [...slots] }),
    })
    if (refused === null) return
    if (refused === undefined) return onClose()
    setProblem(Object.values(refused.fields ?? {}).join(' ') || refused.message)
    if (refused.message) notify.failed(refused.message)
  }
  const days = WEEKDAYS.map((weekday, at) => {
    const label = sayWord(WEEKDAY_LABELS[weekday])
    const above = at === 0 ? undefined : WEEKDAYS[at - 1]!
    return {
      key: weekday,
      label,
      bars: bars(weekday),
      words: (
        <Stack gap={1} align="flex-start">
          <SlotRows
            day={label}
            slots={draft[weekday]}
            problems={problemsOf(weekday)}
            onChange={(typed) => onChange({ ...draft, [weekday]: typed })}
          />
          {above && JSON.stringify(draft[above]) !== JSON.stringify(draft[weekday]) && (
            <Button type="link" size="small" onClick={() => onChange({ ...draft, [weekday]: draft[above] })}>
              {say('like', { day: sayWord(WEEKDAY_LABELS[above]) })}
            </Button>
          )}
        </Stack>
      ),
    }
  })
  return (
    <Stack gap={3}>
      <p className="st-quiet st-small">{say('hint')}</p>
      {older && <Alert type="warning" showIcon title={say('older')} />}
      <WeekBars label={say('week')} days={days} />
      {(problem ?? ofAll) && (
        <Alert type="error" showIcon role="alert" title={problem ?? (ofAll && sayWord(ofAll.message))} />
      )}
      <Inline>
        <Button type="primary" disabled={!parsed.ok || !complete} onClick={() => void save()}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{say('leave')}</Button>
      </Inline>
      {dialog}
    </Stack>
  )
}
