import { messages, useFreshAct, useMay, useMessages } from '@steward/portal'
import { Alert, Button } from '@steward/ui'
import { useState } from 'react'
import { PublishYear, type CalendarRow } from './calendar-documents.ts'
import { useCalendarChange } from './use-calendar-change.tsx'

const texts = messages({
  unpublished: {
    zh: '{{year}} 年放假安排尚未公布：按每周时段计算，时限可能变动。',
    en: 'The holidays of {{year}} are not published yet: the week alone is used, and due times may move.',
  },
  announced: {
    zh: '国务院已公布该年安排，可以直接采用；自己登记的日子保留。',
    en: 'The year is announced and can be taken over; days that you listed yourselves stay.',
  },
  byHand: {
    zh: '随附数据里还没有该年：请先在下面的年历上逐日登记法定节假日，再公布。',
    en: 'The data that comes with the program does not have it yet: list its holidays on the sheet below first, then publish.',
  },
  publish: { zh: '公布 {{year}} 年', en: 'Publish {{year}}' },
  ask: { zh: '公布 {{year}} 年放假安排？', en: 'Publish the holidays of {{year}}?' },
})

interface YearPublishingProps {
  readonly row: CalendarRow
  readonly year: number
  readonly onReload: () => Promise<unknown>
}

/** Says that a year is uncertain, and lets who may publish it as soon as it is announced. */
export function YearPublishing({ row, year, onReload }: YearPublishingProps) {
  const say = useMessages(texts)
  const may = useMay()
  const publish = useFreshAct(PublishYear, onReload)
  const { ask, dialog } = useCalendarChange(row, onReload)
  const [problem, setProblem] = useState<string>()
  if (!row.observesHolidays || row.publishedYears.includes(year)) return null
  const named = { year: String(year) }
  const carryOut = async () => {
    const refused = await ask({
      title: say('ask', named),
      verb: say('publish', named),
      asked: { publishYear: year },
      act: () => publish({ calendarId: row.id, expectedVersion: row.version, year }),
    })
    setProblem(refused ? Object.values(refused.fields ?? {}).join(' ') || refused.message : undefined)
  }
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={say('unpublished', named)}
        description={problem ?? say(row.announcedYears.includes(year) ? 'announced' : 'byHand')}
        action={
          may('calendar:publishHolidayYear') && (
            <Button onClick={() => void carryOut()}>{say('publish', named)}</Button>
          )
        }
      />
      {dialog}
    </>
  )
}
