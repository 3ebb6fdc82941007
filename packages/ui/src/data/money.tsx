import { useUi, type UiLocale } from '../theme/ui-context.ts'

/** Digits after the point in a currency: 2 for CNY, 0 for JPY. */
export function fractionDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** An amount in minor units (fen, cents) of an ISO 4217 currency, for inside a sentence. */
export function moneyText(minor: number, currency: string, locale: UiLocale): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(minor / 10 ** fractionDigits(currency))
}

/** Of an ISO 4217 currency, to stand before what is typed: `¥`. */
export const currencySymbol = (currency: string, locale: UiLocale): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency

/** The same, for everywhere else. */
export function Money({ minor, currency }: { readonly minor: number; readonly currency: string }) {
  const { locale } = useUi()
  return <span className="st-money">{moneyText(minor, currency, locale)}</span>
}
