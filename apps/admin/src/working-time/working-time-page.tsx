import { useQuery } from '@apollo/client/react'
import { FailureState, messages, useMessages, useSay } from '@steward/portal'
import { Inline, Instant, Loading, PageHeader, Panel, Select, Stack, StatusTag, WithAside } from '@steward/ui'
import { useState } from 'react'
import { Calculator } from './calculator.tsx'
import { valueOf, WorkingCalendars, type CalendarRow } from './calendar-documents.ts'
import { WeekPanel } from './week-panel.tsx'
import { YearPanel } from './year-panel.tsx'
import { YearPublishing } from './year-publishing.tsx'

const texts = messages({
  title: { zh: '工作时间', en: 'Working time' },
  subtitle: {
    zh: '承诺时限按工作时间计算；改动立即生效，未到期的承诺随之重算',
    en: 'Promises are reckoned in working time; a change holds at once, and open promises are reckoned anew',
  },
  calendar: { zh: '日历', en: 'Calendar' },
  year: { zh: '年份', en: 'Year' },
  standing: { zh: '现行版本', en: 'In force' },
  revision: { zh: '第 {{count}} 版', en: 'Revision {{count}}' },
  changed: { zh: '改于', en: 'Changed' },
  moved: {
    zh: '最近一次改动使 {{count}} 条承诺的时限变动',
    en: { one: 'The last change moved {{count}} promise', other: 'The last change moved {{count}} promises' },
  },
  published: { zh: '{{year}} 年放假安排已公布', en: '{{year}} is published' },
  unpublished: { zh: '{{year}} 年尚未公布', en: '{{year}} is not published yet' },
  always: { zh: '节假日照常工作', en: 'Works through public holidays' },
})

/** When work is done: the week, the year, and what a due time is by them. */
export function WorkingTimePage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { data, error, refetch } = useQuery(WorkingCalendars)
  const [chosen, setChosen] = useState<string>()
  const [thisYear] = useState(() => new Date().getFullYear())
  const [year, setYear] = useState(thisYear)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const row = data.workingCalendars.find(({ id }) => id === chosen) ?? data.workingCalendars[0]
  if (!row) return <PageHeader title={say('title')} subtitle={say('subtitle')} />
  const years = [
    ...new Set([...row.announcedYears.filter((it) => it >= thisYear - 2), thisYear, thisYear + 1]),
  ]
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          <Inline gap={2}>
            <Select
              aria-label={say('calendar')}
              value={row.id}
              popupMatchSelectWidth={false}
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
          </Inline>
        }
      />
      <Stack gap={4}>
        <YearPublishing row={row} year={year} onReload={refetch} />
        <WithAside
          aside={
            <>
              <Standing row={row} year={year} />
              <Calculator key={row.id} calendar={valueOf(row)} />
            </>
          }
        >
          <WeekPanel key={row.id} row={row} onReload={refetch} />
        </WithAside>
        <YearPanel row={row} year={year} onReload={refetch} />
      </Stack>
    </>
  )
}

function Standing({ row, year }: { readonly row: CalendarRow; readonly year: number }) {
  const say = useMessages(texts)
  const published = row.publishedYears.includes(year)
  const named = { year: String(year) }
  return (
    <Panel title={say('standing')}>
      <Stack gap={2} align="flex-start">
        <span className="st-strong">{say('revision', { count: row.version })}</span>
        <span className="st-quiet">
          {say('changed')} <Instant at={row.updatedAt} />
        </span>
        {row.movedPromises > 0 && <span>{say('moved', { count: row.movedPromises })}</span>}
        {row.observesHolidays ? (
          <StatusTag tone={published ? 'good' : 'warn'}>
            {say(published ? 'published' : 'unpublished', named)}
          </StatusTag>
        ) : (
          <StatusTag tone="info">{say('always')}</StatusTag>
        )}
      </Stack>
    </Panel>
  )
}
