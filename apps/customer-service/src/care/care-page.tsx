import { messages, useMay, useMessages, useToday } from '@steward/portal'
import { Button, Choice, Inline, PageHeader, Stack } from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { CareDays, dayLater } from './care-days.tsx'
import { CareMonthView } from './care-month.tsx'
import { CarePolicyPanel } from './care-policy-panel.tsx'

const texts = messages({
  title: { zh: '客户关怀', en: 'Client care' },
  subtitle: {
    zh: '由规则推算：今天该问候谁、为什么、现在方不方便',
    en: 'Reckoned by the rules: whom to greet, why, and whether now is a good moment',
  },
  view: { zh: '视图', en: 'View' },
  week: { zh: '周', en: 'Week' },
  month: { zh: '月', en: 'Month' },
  whose: { zh: '谁负责', en: 'Whose' },
  mine: { zh: '我负责的', en: 'Mine' },
  all: { zh: '全部', en: 'All' },
  before: { zh: '上一周', en: 'Week before' },
  after: { zh: '下一周', en: 'Next week' },
  late: { zh: '过了日子还没办', en: 'Overdue' },
})

type View = 'week' | 'month'
type Whose = 'mine' | 'all'

/** 关怀日历: a week or a month of occasions, and the rules that make them. */
export function CarePage() {
  const say = useMessages(texts)
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const view: View = params.get('view') === 'month' ? 'month' : 'week'
  const whose: Whose = params.get('whose') === 'all' ? 'all' : 'mine'
  const show = (more: { readonly view?: View; readonly whose?: Whose }) => {
    const next = { view, whose, ...more }
    setParams({
      ...(next.view === 'week' ? {} : { view: next.view }),
      ...(next.whose === 'mine' ? {} : { whose: next.whose }),
    })
  }
  const mine = whose === 'mine'
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={4}>
        <Inline gap={3}>
          <Choice<View>
            label={say('view')}
            options={(['week', 'month'] as const).map((value) => ({ value, label: say(value) }))}
            value={view}
            onChange={(value) => show({ view: value })}
          />
          <Choice<Whose>
            label={say('whose')}
            options={(['mine', 'all'] as const).map((value) => ({ value, label: say(value) }))}
            value={whose}
            onChange={(value) => show({ whose: value })}
          />
        </Inline>
        {view === 'week' ? <Week mine={mine} /> : <CareMonthView mine={mine} />}
        {may('carePolicy:read') && <CarePolicyPanel />}
      </Stack>
    </>
  )
}

function Week({ mine }: { readonly mine: boolean }) {
  const say = useMessages(texts)
  const today = useToday()
  const [weeks, setWeeks] = useState(0)
  const from = dayLater(today, weeks * 7)
  return (
    <Stack gap={4}>
      <Inline gap={2}>
        <Button onClick={() => setWeeks(weeks - 1)}>{say('before')}</Button>
        <Button onClick={() => setWeeks(weeks + 1)}>{say('after')}</Button>
      </Inline>
      {weeks === 0 && <CareDays before={today} mine={mine} status={['PLANNED']} title={say('late')} />}
      <CareDays from={from} before={dayLater(from, 7)} mine={mine} empty />
    </Stack>
  )
}
