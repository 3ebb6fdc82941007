import { InputNumber } from 'antd'

export interface PercentInputProps {
  /** Basis points (hundredths of a per cent), as everywhere. */
  readonly value?: number | null
  readonly onChange?: (basisPoints: number | null) => void
  readonly id?: string
}

const HUNDRED = 100

/** Typed in per cent with two places, kept in basis points. */
export function PercentInput({ value, onChange, ...rest }: PercentInputProps) {
  return (
    <InputNumber<number>
      {...rest}
      min={0}
      max={100}
      precision={2}
      inputMode="decimal"
      suffix="%"
      value={typeof value === 'number' ? value / HUNDRED : null}
      onChange={(percent) => onChange?.(percent === null ? null : Math.round(percent * HUNDRED))}
    />
  )
}
