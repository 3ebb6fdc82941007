import {
  calendarDay,
  DAY_KIND_LABELS,
  SPECIAL_DAY_KINDS,
  WEEKDAY_LABELS,
  WEEKDAYS,
  type DayKind,
} from '@steward/domain'
import { messages, useMay, useMessages, useSay } from '@steward/portal'
import { Panel, useNow, useUi, YearSheet, type SheetMonth, type Tone } from '@steward/ui'
import { useState } from 'react'
import { valueOf, type CalendarRow } from './calendar-documents.ts'
import { DaySheet } from './day-sheet.tsx'

const texts = messages({
  year: { zh: '{{year}} 年', en: '{{year}}' },
  choose: { zh: '点一天，登记或取消特殊安排', en: 'Press a day to list or to remove a special arrangement' },
  HOLIDAY: { zh: '假', en: 'H' },
  MAKE_UP_WORKDAY: { zh: '班', en: 'W' },
  CLOSED: { zh: '停', en: 'C' },
  CHANGED: { zh: '改', en: '±' },
  REST_DAY: { zh: '休', en: '–' },
})

const MARKED = [...SPECIAL_DAY_KINDS, 'REST_DAY'] as const
type Marked = (typeof MARKED)[number]
const isMarked = (kind: DayKind): kind is Marked => kind !== 'WORKDAY'

const TONES: Readonly<Record<Marked, Tone>> = {
  HOLIDAY: 'bad',
  MAKE_UP_WORKDAY: 'info',
  CLOSED: 'warn',
  CHANGED: 'good',
  REST_DAY: 'neutral',
}

const daysOf = (year: number, month: number): readonly string[] => {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(year, month - 1, at + 1)).toISOString().slice(0, 10),
  )
}
/** Columns before the first of the month; weeks begin on Monday. */
const blanks = (on: string): number => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7

interface YearPanelProps {
  readonly row: CalendarRow
  readonly year: number
  readonly onReload: () => Promise<unknown>
}

/** The year as a calendar sheet; whoever keeps the calendar presses a day. */
export function YearPanel({ row, year, onReload }: YearPanelProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { locale } = useUi()
  const now = useNow()
  const [chosen, setChosen] = useState<string>()
  const calendar = valueOf(row)
  const today = new Date(now).toLocaleDateString('sv-SE', { timeZone: calendar.timeZone })
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const months: readonly SheetMonth[] = Array.from({ length: 12 }, (_, at) => at + 1).map((month) => {
    const days = daysOf(year, month)
    return {
      key: String(month),
      label: monthName.format(new Date(Date.UTC(year, month - 1, 1))),
      blanks: blanks(days[0]!),
      days: days.map((on) => {
        const { kind, name } = calendarDay(calendar, on)
        return {
          on,
          label: [on, sayWord(DAY_KIND_LABELS[kind]), name && sayWord(name)].filter(Boolean).join(' '),
          tone: isMarked(kind) ? TONES[kind] : undefined,
          mark: isMarked(kind) ? say(kind) : undefined,
          today: on === today,
        }
      }),
    }
  })
  const keeper = may('calendar:addSpecialDay')
  return (
    <Panel
      title={say('year', { year: String(year) })}
      actions={keeper && <span className="st-quiet st-small">{say('choose')}</span>}
    >
      <YearSheet
        weekdays={WEEKDAYS.map((weekday) => sayWord(WEEKDAY_LABELS[weekday]).replace('周', ''))}
        months={months}
        legend={MARKED.map((kind) => ({
          mark: say(kind),
          tone: TONES[kind],
          label: sayWord(DAY_KIND_LABELS[kind]),
        }))}
        onChoose={keeper ? setChosen : undefined}
      />
      <DaySheet row={row} on={chosen} onReload={onReload} onClose={() => setChosen(undefined)} />
    </Panel>
  )
}
