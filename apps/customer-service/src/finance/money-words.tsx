import { localDate, type DebtAge, type ReceivableState } from '@steward/domain'
import { useViewer } from '@steward/portal'
import { Money, moneyText, useNow, useUi, type Tone } from '@steward/ui'

/** Older is worse. */
export const AGE_TONES: Readonly<Record<DebtAge, Tone>> = {
  NOT_DUE: 'neutral',
  TO_30: 'info',
  TO_60: 'warn',
  TO_90: 'warn',
  TO_180: 'bad',
  OVER_180: 'bad',
}

export const STATE_TONES: Readonly<Record<ReceivableState, Tone>> = {
  OPEN: 'warn',
  SETTLED: 'good',
  VOID: 'neutral',
}

/** Today as a calendar of the organization shows it, `yyyy-mm-dd`. */
export const useToday = (): string => localDate(new Date(useNow()), useViewer().organization.timeZone)

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

const DAY_MS = 86_400_000

/** A day some days later, `yyyy-mm-dd`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
