import { useUi, type UiLocale } from '../theme/ui-context.ts'
import { useNow } from './now.ts'

/** Beyond this the date itself says more than a distance. */
const NEAR_MS = 6 * 86_400_000

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** "3 hours ago", "in 20 minutes"; under a minute "now". */
export function relativeTime(distanceMs: number, locale: UiLocale): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const [unit, size] = STEPS.find(([, ms]) => Math.abs(distanceMs) >= ms) ?? ['second', 0]
  return size ? format.format(Math.trunc(distanceMs / size), unit) : format.format(0, 'second')
}

export function absoluteTime(at: Date, locale: UiLocale, timeZone: string | undefined): string {
  const zone = timeZone ? { timeZone } : {}
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    ...zone,
  }).format(at)
}

export interface InstantProps {
  /** ISO instant. */
  readonly at: string
  /** `auto`: near ones relative, far ones absolute. The other form is always one hover away. */
  readonly show?: 'auto' | 'absolute' | 'both'
}

/** A point in time, told in the organization's zone. */
export function Instant({ at, show = 'auto' }: InstantProps) {
  const { locale, timeZone } = useUi()
  const date = new Date(at)
  const distance = date.getTime() - useNow()
  const relative = relativeTime(distance, locale)
  const absolute = absoluteTime(date, locale, timeZone)
  const near = Math.abs(distance) < NEAR_MS
  const text = show === 'both' ? `${absolute} (${relative})` : show === 'auto' && near ? relative : absolute
  return (
    <time dateTime={at} title={text === absolute ? relative : absolute}>
      {text}
    </time>
  )
}

/** A day as the language writes it, for a sentence. */
export const dayText = (on: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  )

/** A local date (yyyy-mm-dd), which is the same day wherever it is read. */
export function Day({ on }: { readonly on: string }) {
  const { locale } = useUi()
  return <time dateTime={on}>{dayText(on, locale)}</time>
}
