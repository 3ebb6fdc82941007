import { METRIC_RULES, type Metric } from '@steward/domain'
import { useViewer } from '@steward/portal'
import { currencySymbol, InputNumber, useUi } from '@steward/ui'

interface RawInputProps {
  readonly metric: Metric
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly placeholder?: string
}

/** A raw value, typed in the unit that people use for it: yuan, per cent, days, times or points. */
export function RawInput({ metric, label, value, onChange, placeholder }: RawInputProps) {
  const { currency } = useViewer().organization
  const { locale } = useUi()
  const { unit } = METRIC_RULES[metric]
  const parts = unit === 'DAYS' || unit === 'COUNT' ? 1 : 100
  return (
    <InputNumber<number>
      aria-label={label}
      style={{ width: '100%' }}
      controls={false}
      inputMode="decimal"
      precision={parts === 1 ? 0 : 2}
      {...(unit === 'MONEY' ? { prefix: currencySymbol(currency, locale) } : {})}
      {...(unit === 'SHARE' ? { suffix: '%' } : {})}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value === null ? null : value / parts}
      onChange={(typed) => onChange(typed === null ? null : Math.round(typed * parts))}
    />
  )
}

/** A score or a weight: hundredths of a point or of a per cent, typed with two places. */
export function HundredthsInput({
  label,
  value,
  onChange,
  suffix,
}: {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly suffix?: string
}) {
  return (
    <InputNumber<number>
      aria-label={label}
      controls={false}
      inputMode="decimal"
      min={0}
      max={100}
      precision={2}
      {...(suffix === undefined ? {} : { suffix })}
      value={value === null ? null : value / 100}
      onChange={(typed) => onChange(typed === null ? null : Math.round(typed * 100))}
    />
  )
}
