import { useQuery } from '@apollo/client/react'
import {
  addWorkingMinutes,
  slotText,
  specialDayOf,
  stepText,
  weekOf,
  zonedInstant,
  WEEKDAY_LABELS,
  WEEKDAYS,
  type WorkingCalendar,
} from '@steward/domain'
import { graphql, type WorkingCalendarsQuery } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, useSay } from '@steward/portal'
import { Alert, Button, Input, Loading, PageHeader, Panel, Select, Stack, useNotify } from '@steward/ui'
import { useState } from 'react'
import { useFreshAct } from '../use-fresh-act.ts'
import { YearSheet } from './year-sheet.tsx'

const WorkingCalendars = graphql(/* GraphQL */ `
  query WorkingCalendars {
    workingCalendars {
      id
      nameZh
      nameEn
      timeZone
      observesHolidays
      publishedYears
      announcedYears
      movedPromises
      version
      slots {
        weekday
        fromMinute
        toMinute
      }
      specialDays {
        on
        kind
        nameZh
        nameEn
        slots {
          fromMinute
          toMinute
        }
      }
    }
  }
`)

const Publish = graphql(/* GraphQL */ `
  mutation PublishHolidayYear($input: PublishHolidayYearInput!) {
    publishHolidayYear(input: $input) {
      ... on WorkingCalendar {
        id
        version
        movedPromises
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '工作时间', en: 'Working time' },
  subtitle: { zh: '承诺时限按工作时间计算', en: 'Promises are reckoned in working time' },
  calendar: { zh: '日历', en: 'Calendar' },
  revision: { zh: '第 {{count}} 版', en: 'Revision {{count}}' },
  week: { zh: '每周时段', en: 'The week' },
  off: { zh: '休息', en: 'Day off' },
  year: { zh: '年份', en: 'Year' },
  unpublished: {
    zh: '{{year}} 年放假安排尚未公布：按每周时段计算，时限可能变动。',
    en: 'The holidays of {{year}} are not published yet: the week alone is used, and due times may move.',
  },
  publish: { zh: '公布 {{year}} 年', en: 'Publish {{year}}' },
  published: { zh: '{{year}} 年已公布', en: '{{year}} is published' },
  calculator: { zh: '试算', en: 'Try a due time' },
  from: { zh: '从', en: 'From' },
  minutes: { zh: '工作分钟', en: 'Working minutes' },
  due: { zh: '到期：{{at}}', en: 'Due: {{at}}' },
  invalid: {
    zh: '请填写时间，以及 0 到 100000 的整数分钟。',
    en: 'Give a time and a whole number of minutes from 0 to 100,000.',
  },
})

type Row = WorkingCalendarsQuery['workingCalendars'][number]

const valueOf = (row: Row): WorkingCalendar => ({
  timeZone: row.timeZone,
  week: weekOf(row.slots),
  specialDays: row.specialDays.map(specialDayOf),
  observesHolidays: row.observesHolidays,
  publishedYears: row.publishedYears,
  revision: row.version,
})

/** When work is done: the week, the year, and what a due time is by them. */
export function WorkingTimePage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { data, error, refetch } = useQuery(WorkingCalendars)
  const [chosen, setChosen] = useState<string>()
  const [year, setYear] = useState(() => new Date().getFullYear())
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const row = data.workingCalendars.find(({ id }) => id === chosen) ?? data.workingCalendars[0]
  if (!row) return <PageHeader title={say('title')} subtitle={say('subtitle')} />
  const calendar = valueOf(row)
  const years = [...new Set([...row.announcedYears.filter((it) => it >= year - 2), year, year + 1])]
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={4}>
        <div className="st-ask">
          <Select
            aria-label={say('calendar')}
            value={row.id}
            options={data.workingCalendars.map(({ id, nameZh, nameEn }) => ({
              value: id,
              label: sayWord({ zh: nameZh, en: nameEn }),
            }))}
            onChange={setChosen}
          />
          <Select
            aria-label={say('year')}
            value={year}
            options={years.toSorted().map((it) => ({ value: it, label: String(it) }))}
            onChange={setYear}
          />
          <span className="st-quiet">{say('revision', { count: row.version })}</span>
        </div>
        <YearNotPublished row={row} year={year} onReload={refetch} />
        <Panel title={say('week')}>
          <dl className="st-cell-list">
            {WEEKDAYS.map((weekday) => (
              <div key={weekday}>
                <dt>{sayWord(WEEKDAY_LABELS[weekday])}</dt>
                <dd>
                  {calendar.week[weekday].map((slot) => sayWord(slotText(slot))).join(' · ') || say('off')}
                </dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel title={String(year)}>
          <YearSheet calendar={calendar} year={year} />
        </Panel>
        <Calculator calendar={calendar} />
      </Stack>
    </>
  )
}

interface YearProps {
  readonly row: Row
  readonly year: number
  readonly onReload: () => Promise<unknown>
}

/** Says that a year is uncertain, and lets who may publish it as soon as it is announced. */
function YearNotPublished({ row, year, onReload }: YearProps) {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const publish = useFreshAct(Publish, onReload)
  const [problem, setProblem] = useState<string>()
  if (!row.observesHolidays || row.publishedYears.includes(year)) return null
  const carryOut = async () => {
    const { done, refused, refusal } = await publish({
      calendarId: row.id,
      expectedVersion: row.version,
      year,
    })
    const field = refusal && 'fields' in refusal ? refusal.fields[0]?.message : undefined
    setProblem(field ?? refused?.message)
    if (!done) return
    await onReload()
    notify.done(say('published', { year: String(year) }))
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={say('unpublished', { year: String(year) })}
      description={problem}
      action={
        may('calendar:publishHolidayYear') && (
          <Button onClick={() => void carryOut()}>{say('publish', { year: String(year) })}</Button>
        )
      }
    />
  )
}

/** What a clock in the calendar's zone showed, whatever zone the browser is in. */
const instantIn = (local: string, timeZone: string): Date | undefined => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(local)?.slice(1).map(Number)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts
  return zonedInstant({ year, month, day, hour, minute, second: 0 }, timeZone)
}

/** From when, plus how many minutes: due then, because. */
function Calculator({ calendar }: { readonly calendar: WorkingCalendar }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [from, setFrom] = useState('')
  const [minutes, setMinutes] = useState('240')
  const at = instantIn(from, calendar.timeZone)
  const wanted = Number(minutes)
  const valid = Number.isInteger(wanted) && wanted >= 0 && wanted <= 100_000
  const due = at && valid ? addWorkingMinutes(calendar, at, wanted) : undefined
  const { timeZone } = calendar
  return (
    <Panel title={say('calculator')}>
      <div className="st-ask">
        <label>
          <span className="st-quiet st-small">{say('from')}</span>
          <Input type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label>
          <span className="st-quiet st-small">{say('minutes')}</span>
          <Input inputMode="numeric" value={minutes} onChange={(event) => setMinutes(event.target.value)} />
        </label>
        <p role="status">
          {due
            ? say('due', { at: due.at.toLocaleString('sv-SE', { timeZone }).slice(0, 16) })
            : say('invalid')}
        </p>
      </div>
      <ol>
        {due?.steps.map((step) => (
          <li key={step.from.toISOString()}>{sayWord(stepText(step, { timeZone, wanted }))}</li>
        ))}
      </ol>
    </Panel>
  )
}
