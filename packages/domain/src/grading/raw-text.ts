/** Raw values and parts of a standard, as a person reads them. */
import { amountText } from '../documents/limits-content.ts'
import { text, type Text } from '../text.ts'
import { hundredths } from './hundredths.ts'
import { METRIC_RULES, type Metric } from './metrics.ts'
import type { Scale } from './scale.ts'
import type { Criterion, MissingRule } from './standard.ts'

/** `CNY 5,000.00`, `12.5%`, `30 天`: a raw value in the unit of its metric. */
export const rawText = (metric: Metric, raw: number, currency: string): Text => {
  const { unit } = METRIC_RULES[metric]
  if (unit === 'MONEY') {
    const amount = amountText(raw, currency)
    return text(amount, amount)
  }
  if (unit === 'SHARE') return text(`${hundredths(raw)}%`, `${hundredths(raw)} %`)
  if (unit === 'DAYS') return text(`${raw} 天`, `${raw} days`)
  if (unit === 'SCORE') return text(`${hundredths(raw)} 分`, `${hundredths(raw)} points`)
  return text(`${raw}`, `${raw}`)
}

const joined = (parts: readonly Text[]): Text =>
  text(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '))

/** `低于 30 天：100 分；30 天起：60 分` or `30 天：100 分；90 天：0 分，其间按直线`. */
export const scaleText = (metric: Metric, scale: Scale, currency: string): Text => {
  const points = (score: number): Text => text(`${hundredths(score)} 分`, `${hundredths(score)} points`)
  if (scale.way === 'LINE') {
    const corners = joined(
      scale.corners.map(({ at, score }) => {
        const [raw, got] = [rawText(metric, at, currency), points(score)]
        return text(`${raw.zh}：${got.zh}`, `${raw.en}: ${got.en}`)
      }),
    )
    return text(`按直线：${corners.zh}`, `On a line: ${corners.en}`)
  }
  const bands = joined(
    scale.bands.map(({ from, score }, at) => {
      const got = points(score)
      const next = scale.bands[at + 1]?.from
      if (from === null) {
        if (next == null) return text(`一律：${got.zh}`, `Always: ${got.en}`)
        const raw = rawText(metric, next, currency)
        return text(`低于 ${raw.zh}：${got.zh}`, `Below ${raw.en}: ${got.en}`)
      }
      const raw = rawText(metric, from, currency)
      return text(`${raw.zh} 起：${got.zh}`, `From ${raw.en}: ${got.en}`)
    }),
  )
  return text(`分档：${bands.zh}`, `In bands: ${bands.en}`)
}

export const missingText = (missing: MissingRule): Text => {
  if (missing.rule === 'DEFAULT')
    return text(
      `缺数据时按 ${hundredths(missing.score)} 分计`,
      `missing: counts ${hundredths(missing.score)} points`,
    )
  return missing.rule === 'REWEIGH'
    ? text('缺数据时其余指标按比例分摊权重', 'missing: the others weigh more')
    : text('缺数据时不评级', 'missing: not graded')
}

/** `缴费及时率（按时付款）；权重 25%；缺数据时不评级；目标 95%`. */
export const criterionText = (
  { name, metric, weight, missing, target }: Criterion,
  currency: string,
): Text => {
  const { label } = METRIC_RULES[metric]
  const rule = missingText(missing)
  const goal = target === null ? null : rawText(metric, target, currency)
  return text(
    `${name}（${label.zh}）；权重 ${hundredths(weight)}%；${rule.zh}${goal ? `；目标 ${goal.zh}` : ''}`,
    `${name} (${label.en}); weight ${hundredths(weight)} %; ${rule.en}${goal ? `; target ${goal.en}` : ''}`,
  )
}
