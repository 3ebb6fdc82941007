import { InputNumber } from 'antd'
import { fractionDigits } from '../data/money.tsx'

export interface MoneyInputProps {
  /** Minor units (fen, cents), as everywhere. */
  readonly value?: number | null
  readonly onChange?: (minor: number | null) => void
  readonly currency: string
  readonly id?: string
  readonly disabled?: boolean
  /** What the amount is, where no Field says it. */
  readonly label?: string
  readonly autoFocus?: boolean
}

/** Typed in yuan, kept in fen. */
export function MoneyInput({ value, onChange, currency, label, ...rest }: MoneyInputProps) {
  const digits = fractionDigits(currency)
  const unit = 10 ** digits
  return (
    <InputNumber<number>
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className="st-money-input"
      prefix={currency}
      controls={false}
      min={0}
      precision={digits}
      inputMode="decimal"
      value={typeof value === 'number' ? value / unit : null}
      onChange={(major) => onChange?.(major === null ? null : Math.round(major * unit))}
    />
  )
}
