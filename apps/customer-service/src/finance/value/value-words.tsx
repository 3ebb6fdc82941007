import {
  COST_CLASS_LABELS,
  ROLE_LABELS,
  VALUE_METRIC_DEFINITIONS,
  type CostClass,
  type ValueMetric,
  type ValueQuadrant,
} from '@steward/domain'
import { readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useMoneyText, usePercent, useSay } from '@steward/portal'
import { Disclosure, Stack, type Tone, type WaterfallStep } from '@steward/ui'
import { AssumedOfValue } from './value-documents.ts'

export const QUADRANT_TONES: Readonly<Record<ValueQuadrant, Tone>> = {
  GROW: 'good',
  CARE: 'info',
  KEEP_SIMPLE: 'neutral',
  EXAMINE: 'bad',
}

const texts = messages({
  assumed: {
    zh: '假设：毛利率 {{margin}} · 再留 {{years}} 年 · 折现率 {{discount}}',
    en: 'Assumed: margin {{margin}} · {{years}} more years · discounted by {{discount}}',
  },
  rates: { zh: '工时单价（每小时）：', en: 'Rates an hour: ' },
  definitions: { zh: '数字怎么来的', en: 'What the figures are' },
  contracted: { zh: '合同内服务', en: 'Contracted service' },
})

/** What the figures beside it rest on. */
export function AssumedNote({ of }: { readonly of: FragmentType<typeof AssumedOfValue> }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const percent = usePercent()
  const money = useMoneyText()
  const { serviceMarginBasisPoints, expectedYears, discountBasisPoints, rates } = readFragment(
    AssumedOfValue,
    of,
  )
  const said = say('assumed', {
    margin: percent(serviceMarginBasisPoints),
    years: expectedYears,
    discount: percent(discountBasisPoints),
  })
  return (
    <Disclosure summary={<span className="st-quiet st-small">{said}</span>}>
      {() => (
        <Stack gap={3}>
          <span className="st-quiet st-small">
            {say('rates')}
            {rates
              .map(({ role, perHourMinor }) => `${sayWord(ROLE_LABELS[role])} ${money(perHourMinor)}`)
              .join(' · ')}
          </span>
          <Definitions of={['REVENUE', 'MARGIN', 'COST_TO_SERVE', 'PROFIT', 'EXPECTED', 'PUNCTUALITY']} />
        </Stack>
      )}
    </Disclosure>
  )
}

function Definitions({ of }: { readonly of: readonly ValueMetric[] }) {
  const sayWord = useSay()
  return (
    <ul className="st-quiet st-small">
      {of.map((metric) => {
        const { label, definition } = VALUE_METRIC_DEFINITIONS[metric]
        return (
          <li key={metric}>
            {sayWord(label)} – {sayWord(definition)}
          </li>
        )
      })}
    </ul>
  )
}

interface Figures {
  readonly revenueMinor: number
  readonly marginMinor: number
  readonly costs: readonly { readonly costClass: CostClass; readonly minor: number }[]
  readonly profitMinor: number
  readonly expectedMinor: number | null
  readonly lifetimeMinor: number
}

/** From what was charged to what the client is worth, step by step; each leads to what it counts. */
export function useValueSteps(): (
  figures: Figures,
  links: { readonly revenue?: string; readonly costs: (costClass: CostClass) => string },
) => readonly WaterfallStep[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const named = (metric: ValueMetric) => sayWord(VALUE_METRIC_DEFINITIONS[metric].label)
  return ({ revenueMinor, marginMinor, costs, profitMinor, expectedMinor, lifetimeMinor }, links) => [
    {
      key: 'revenue',
      label: named('REVENUE'),
      value: revenueMinor,
      tone: 'primary',
      isSum: true,
      ...(links.revenue ? { to: links.revenue } : {}),
    },
    { key: 'contracted', label: say('contracted'), value: marginMinor - revenueMinor, tone: 'neutral' },
    ...costs.map(({ costClass, minor }): WaterfallStep => ({
      key: costClass,
      label: sayWord(COST_CLASS_LABELS[costClass]),
      value: minor === 0 ? 0 : -minor,
      tone: 'warn',
      to: links.costs(costClass),
    })),
    {
      key: 'profit',
      label: named('PROFIT'),
      value: profitMinor,
      tone: profitMinor < 0 ? 'bad' : 'good',
      isSum: true,
    },
    ...(expectedMinor === null
      ? []
      : ([
          {
            key: 'expected',
            label: named('EXPECTED'),
            value: expectedMinor,
            tone: expectedMinor < 0 ? 'bad' : 'info',
            isExpected: true,
          },
          {
            key: 'lifetime',
            label: named('LIFETIME_VALUE'),
            value: lifetimeMinor,
            tone: lifetimeMinor < 0 ? 'bad' : 'good',
            isSum: true,
            isExpected: true,
          },
        ] satisfies readonly WaterfallStep[])),
  ]
}

/** `2026-07-01` as `2026 Q3`. */
export const quarterText = (day: string): string =>
  `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
