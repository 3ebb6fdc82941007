import { useQuery } from '@apollo/client/react'
import { COST_EVENT_ACTION_LABELS, VALUE_METRIC_DEFINITIONS } from '@steward/domain'
import type { ClientValueOfQuery } from '@steward/graphql-client'
import {
  Amount,
  messages,
  useMay,
  useMessages,
  useMoneyText,
  usePercent,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  AppLink,
  Button,
  Columns,
  Day,
  Inline,
  LineChart,
  Panel,
  Sheet,
  Stack,
  Stat,
  useUi,
  Waterfall,
} from '@steward/ui'
import { useState } from 'react'
import { RecordCostForm } from '../costs/record-cost-form.tsx'
import { ClientValueOf } from './value-documents.ts'
import { AssumedNote, quarterText, useValueSteps } from './value-words.tsx'

const texts = messages({
  title: { zh: '客户价值', en: 'Value' },
  costs: { zh: '成本', en: 'Costs' },
  lines: { zh: '成本明细', en: 'All costs' },
  nothing: { zh: '还没有收入和成本记录', en: 'Neither revenue nor costs are on record yet' },
  tooShort: { zh: '历史不足 90 天，不作预期', en: 'Too short a history to expect anything' },
  steps: { zh: '从收入到终身价值', en: 'From revenue to lifetime value' },
  growth: { zh: '收入比上一年 {{growth}}', en: 'Revenue {{growth}} on the year before' },
  late: { zh: '平均迟 {{days}} 天', en: '{{days}} days late on average' },
  trend: { zh: '各季度按时付款的占比', en: 'Paid on time, quarter by quarter' },
  tenure: { zh: '{{years}} 年', en: '{{years}} years' },
})

/** What a client is worth: what has happened, what is expected, on which assumptions; and the quick way to add a cost. */
export function ClientValue({
  clientId,
  closed = false,
}: {
  readonly clientId: string
  /** Merged into another archive: what is begun is begun there. */
  readonly closed?: boolean
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const [recording, setRecording] = useState(false)
  const weighs = may('value:read')
  const { data, refetch } = useQuery(ClientValueOf, {
    variables: { id: clientId },
    skip: !weighs,
    fetchPolicy: 'cache-and-network',
  })
  const value = data?.clientValue
  const records = may('costEvent:record') && !closed
  if (!records && !value) return null
  const verb = sayWord(COST_EVENT_ACTION_LABELS.record)
  return (
    <Panel
      title={say(weighs ? 'title' : 'costs')}
      actions={
        <Inline gap={3}>
          {may('costEvent:read') && (
            <AppLink to={path(`finance/costs?client=${clientId}`)}>{say('lines')}</AppLink>
          )}
          {records && <Button onClick={() => setRecording(true)}>{verb}</Button>}
        </Inline>
      }
    >
      {value && <Figures clientId={clientId} value={value} />}
      <Sheet open={recording} title={verb} onClose={() => setRecording(false)}>
        {recording && (
          <RecordCostForm
            client={clientId}
            onReload={() => (weighs ? refetch() : Promise.resolve())}
            onClose={() => setRecording(false)}
          />
        )}
      </Sheet>
    </Panel>
  )
}

type Value = NonNullable<ClientValueOfQuery['clientValue']>

function Figures({ clientId, value }: { readonly clientId: string; readonly value: Value }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const money = useMoneyText()
  const percent = usePercent()
  const { locale } = useUi()
  const stepsOf = useValueSteps()
  const { firstOn, to, profitMinor, expectedMinor, growthBasisPoints, tenureDays, quarters } = value
  if (firstOn === null && value.costs.every(({ minor }) => minor === 0)) return say('nothing')
  const named = (metric: 'PROFIT' | 'EXPECTED' | 'TENURE' | 'PUNCTUALITY') =>
    sayWord(VALUE_METRIC_DEFINITIONS[metric].label)
  const years = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(tenureDays / 365)
  const growth =
    growthBasisPoints === null ? '' : `${growthBasisPoints >= 0 ? '+' : ''}${percent(growthBasisPoints)}`
  return (
    <Stack gap={4}>
      <Columns min={150} gap={3} fill>
        <Stat
          label={named('PROFIT')}
          value={<Amount minor={profitMinor} />}
          tone={profitMinor < 0 ? 'bad' : 'good'}
          note={firstOn && <Span from={firstOn} to={to} />}
          to={path(`finance/costs?client=${clientId}`)}
        />
        <Stat
          label={named('EXPECTED')}
          value={<Amount minor={expectedMinor} />}
          note={expectedMinor === null && say('tooShort')}
        />
        <Stat
          label={named('TENURE')}
          value={say('tenure', { years })}
          note={growth && say('growth', { growth })}
        />
        <Stat
          label={named('PUNCTUALITY')}
          value={percent(value.paidOnTimeBasisPoints)}
          note={
            value.daysLateTenths !== null &&
            say('late', { days: new Intl.NumberFormat(locale).format(value.daysLateTenths / 10) })
          }
          to={path(`finance/receivables?client=${clientId}&state=ALL`)}
        />
      </Columns>
      <Waterfall
        label={say('steps')}
        format={money}
        steps={stepsOf(value, {
          revenue: path(`finance/receivables?client=${clientId}&state=ALL`),
          costs: (costClass) => path(`finance/costs?client=${clientId}&class=${costClass}`),
        })}
      />
      {quarters.length > 1 && (
        <Stack gap={1}>
          <span className="st-quiet st-small">{say('trend')}</span>
          <LineChart
            label={say('trend')}
            places={quarters.map(({ quarter }) => quarterText(quarter))}
            format={percent}
            between={[0, 10_000]}
            lines={[
              {
                key: 'punctual',
                label: named('PUNCTUALITY'),
                tone: 'primary',
                values: quarters.map(({ paidOnTimeBasisPoints }) => paidOnTimeBasisPoints),
              },
            ]}
          />
        </Stack>
      )}
      <AssumedNote of={value.assumed} />
    </Stack>
  )
}

function Span({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <>
      <Day on={from} /> – <Day on={to} />
    </>
  )
}
