import type { DebtAge, DunningState, ReceivableState } from '@steward/domain'
import { Money, moneyText, useUi, type Tone } from '@steward/ui'
import { useViewer } from '../session/viewer.tsx'

/** Older is worse. */
export const AGE_TONES: Readonly<Record<DebtAge, Tone>> = {
  NOT_DUE: 'neutral',
  TO_30: 'info',
  TO_60: 'warn',
  TO_90: 'warn',
  TO_180: 'bad',
  OVER_180: 'bad',
}

export const RECEIVABLE_TONES: Readonly<Record<ReceivableState, Tone>> = {
  OPEN: 'warn',
  SETTLED: 'good',
  VOID: 'neutral',
}

export const DUNNING_TONES: Readonly<Record<DunningState, Tone>> = {
  CLOSED: 'neutral',
  NOT_DUE: 'neutral',
  DISPUTED: 'warn',
  HELD: 'warn',
  DUE: 'bad',
  WAITING: 'info',
}

/** Amounts as text, in the organization's currency. */
export function useMoneyText(): (minor: number) => string {
  const { locale } = useUi()
  const { currency } = useViewer().organization
  return (minor) => moneyText(minor, currency, locale)
}

/** An amount that may be hidden. */
export function Amount({ minor }: { readonly minor: number | null }) {
  const { currency } = useViewer().organization
  return minor === null ? <span className="st-quiet">—</span> : <Money minor={minor} currency={currency} />
}

/** `6667` as `66.7%`. */
export function usePercent(): (basisPoints: number | null) => string {
  const { locale } = useUi()
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  return (basisPoints) => (basisPoints === null ? '—' : format.format(basisPoints / 10_000))
}
