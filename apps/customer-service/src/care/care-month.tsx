import { useQuery } from '@apollo/client/react'
import { FESTIVAL_LABELS, WEEKDAY_LABELS, WEEKDAYS } from '@steward/domain'
import { FailureState, messages, useMessages, useSay, useToday } from '@steward/portal'
import { Button, Inline, Loading, Stack, useUi, YearSheet, type Tone } from '@steward/ui'
import { useEffect, useState } from 'react'
import { CareDays, dayLater, SHOWN } from './care-days.tsx'
import { CareMonth, FestivalsOfYear } from './care-documents.ts'

const texts = messages({
  before: { zh: '上一月', en: 'Month before' },
  after: { zh: '下一月', en: 'Next month' },
  occasions: {
    zh: '{{day}}：{{count}} 位客户',
    en: { one: '{{day}}: {{count}} client', other: '{{day}}: {{count}} clients' },
  },
  free: { zh: '{{day}}：没有', en: '{{day}}: nobody' },
  open: { zh: '待关怀', en: 'To be done' },
  late: { zh: '已过期', en: 'Overdue' },
  done: { zh: '都已办', en: 'All done' },
  festivals: {
    zh: '节日（以公布的放假首日为准）：{{list}}',
    en: 'Festivals (first day of holiday): {{list}}',
  },
  unpublished: {
    zh: '{{year}} 年放假安排尚未公布，公布后自动排入节日关怀。',
    en: 'The holidays of {{year}} are not announced yet; festivals follow once they are.',
  },
})

const monthLater = (month: string, by: number): string => {
  const [year, nth] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, nth - 1 + by, 1)).toISOString().slice(0, 7)
}

/** A month as it hangs on the wall, and the day chosen beside it. */
export function CareMonthView({ mine }: { readonly mine: boolean }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const today = useToday()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [chosen, setChosen] = useState(today)
  const from = `${month}-01`
  const next = `${monthLater(month, 1)}-01`
  const { data, error, refetch, fetchMore } = useQuery(CareMonth, {
    variables: { filter: { status: [...SHOWN], from, before: next, ...(mine ? { mine } : {}) } },
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.careOccasions.pageInfo
  // A month is shown whole, or it would lie.
  useEffect(() => {
    if (page?.hasNextPage) void fetchMore({ variables: { after: page.endCursor } })
  }, [page?.hasNextPage, page?.endCursor, fetchMore])
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const items = data.careOccasions.edges.map(({ node }) => node)
  const on = (day: string) => items.filter(({ dueOn }) => dueOn === day)
  const look = (day: string): { readonly tone?: Tone; readonly mark?: string } => {
    const own = on(day)
    const open = own.filter(({ status }) => status === 'PLANNED').length
    if (own.length === 0) return {}
    if (open === 0) return { tone: 'good', mark: '✓' }
    return day < today ? { tone: 'bad', mark: '!' } : { tone: 'info', mark: String(open) }
  }
  const move = (by: number) => {
    const to = monthLater(month, by)
    setMonth(to)
    setChosen(to === today.slice(0, 7) ? today : `${to}-01`)
  }
  const first = new Date(`${from}T00:00:00Z`)
  const length = Math.round((Date.parse(next) - Date.parse(from)) / 86_400_000)
  return (
    <Stack gap={4}>
      <Inline gap={2}>
        <Button onClick={() => move(-1)}>{say('before')}</Button>
        <Button onClick={() => move(1)}>{say('after')}</Button>
      </Inline>
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
            label: new Intl.DateTimeFormat(locale, {
              year: 'numeric',
              month: 'long',
              timeZone: 'UTC',
            }).format(first),
            blanks: (first.getUTCDay() + 6) % 7,
            days: Array.from({ length }, (_, at) => {
              const day = dayLater(from, at)
              const count = on(day).length
              return {
                on: day,
                label: count > 0 ? say('occasions', { day, count }) : say('free', { day }),
                today: day === today,
                ...look(day),
              }
            }),
          },
        ]}
        onChoose={setChosen}
      />
      <FestivalNote year={Number(month.slice(0, 4))} month={month} />
      <section aria-live="polite">
        <CareDays from={chosen} before={dayLater(chosen, 1)} mine={mine} empty onChanged={() => refetch()} />
      </section>
    </Stack>
  )
}

function FestivalNote({ year, month }: { readonly year: number; readonly month: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { data } = useQuery(FestivalsOfYear, { variables: { year } })
  if (!data) return null
  const { isPublished, festivals } = data.festivalYear
  if (!isPublished) return <p className="st-quiet">{say('unpublished', { year })}</p>
  const own = festivals.filter((it) => it.on.startsWith(month))
  if (own.length === 0) return null
  const list = own.map(({ festival, on }) => `${sayWord(FESTIVAL_LABELS[festival])} ${on}`).join('、')
  return <p className="st-quiet">{say('festivals', { list })}</p>
}
