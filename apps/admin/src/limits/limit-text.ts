import type { UiLocale } from '@steward/ui'

/** An amount as a limit is told: without cents where there are none, because a matrix has no room for them. */
export function limitText(minor: number, currency: string, locale: UiLocale): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
