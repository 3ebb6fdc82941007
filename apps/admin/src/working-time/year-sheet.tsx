import { calendarDay, DAY_KIND_LABELS, type DayKind, type WorkingCalendar } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'

const texts = messages({
  month: { zh: '{{month}} 月', en: 'Month {{month}}' },
  HOLIDAY: { zh: '假', en: 'H' },
  MAKE_UP_WORKDAY: { zh: '班', en: 'W' },
  CLOSED: { zh: '停', en: 'C' },
  CHANGED: { zh: '改', en: '±' },
  REST_DAY: { zh: '休', en: '–' },
})
const MARKED = ['HOLIDAY', 'MAKE_UP_WORKDAY', 'CLOSED', 'CHANGED', 'REST_DAY'] as const
const isMarked = (kind: DayKind): kind is (typeof MARKED)[number] => kind !== 'WORKDAY'

const daysOf = (year: number, month: number): readonly string[] => {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(year, month - 1, at + 1)).toISOString().slice(0, 10),
  )
}
/** Columns before the first of the month; weeks begin on Monday. */
const blanks = (on: string): number => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7

const GRID = { display: 'grid', gap: 2, textAlign: 'center' } as const

/** Twelve months; what a day is stands beneath its number as a letter, so that no colour is needed to read it. */
export function YearSheet({ calendar, year }: { readonly calendar: WorkingCalendar; readonly year: number }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <>
      <p className="st-quiet st-small">
        {MARKED.map((kind) => `${say(kind)} ${sayWord(DAY_KIND_LABELS[kind])}`).join(' · ')}
      </p>
      <div style={{ ...GRID, gap: 24, gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))' }}>
        {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => {
          const days = daysOf(year, month)
          return (
            <section key={month} aria-label={`${year}-${month}`}>
              <h3 className="st-small">{say('month', { month: String(month) })}</h3>
              <div style={{ ...GRID, gridTemplateColumns: 'repeat(7, 1fr)' }}>
                {days.map((on, at) => {
                  const { kind, name } = calendarDay(calendar, on)
                  const label = [on, sayWord(DAY_KIND_LABELS[kind]), name && sayWord(name)]
                  return (
                    <span
                      key={on}
                      title={label.filter(Boolean).join(' ')}
                      style={at === 0 ? { gridColumnStart: blanks(on) + 1 } : undefined}
                      className={kind === 'WORKDAY' ? undefined : 'st-strong'}
                    >
                      {Number(on.slice(8))}
                      <br />
                      <span className="st-quiet st-small">{isMarked(kind) ? say(kind) : ' '}</span>
                    </span>
                  )
                })}
              </div>
            </section>
          )
        })}
      </div>
    </>
  )
}
