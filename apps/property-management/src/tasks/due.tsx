import { messages, useMessages } from '@steward/portal'
import { StatusTag, useNow, type Tone } from '@steward/ui'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** From here on an order that is not done wants to be seen. */
const SOON_MS = 2 * HOUR

export interface Due {
  readonly side: 'left' | 'over'
  readonly unit: 'Days' | 'Hours' | 'Minutes'
  readonly count: number
  readonly tone: Tone
}

/** How far off a date is, in its largest whole unit; what is left is never told longer than it is. */
export function dueOf(dueAt: string, now: number): Due {
  const distance = new Date(dueAt).getTime() - now
  const size = Math.abs(distance)
  const [unit, length] = (
    size >= DAY ? ['Days', DAY] : size >= HOUR ? ['Hours', HOUR] : ['Minutes', MINUTE]
  ) as [Due['unit'], number]
  return {
    side: distance > 0 ? 'left' : 'over',
    unit,
    count: Math.floor(size / length),
    tone: distance <= 0 ? 'bad' : distance < SOON_MS ? 'warn' : 'neutral',
  }
}

const texts = messages({
  leftDays: { zh: '还有{{count}}天', en: { one: '{{count}} day left', other: '{{count}} days left' } },
  leftHours: { zh: '还有{{count}}小时', en: { one: '{{count}} hour left', other: '{{count}} hours left' } },
  leftMinutes: {
    zh: '还有{{count}}分钟',
    en: { one: '{{count}} minute left', other: '{{count}} minutes left' },
  },
  overDays: { zh: '逾期{{count}}天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
  overHours: { zh: '逾期{{count}}小时', en: { one: '{{count}} hour late', other: '{{count}} hours late' } },
  overMinutes: {
    zh: '逾期{{count}}分钟',
    en: { one: '{{count}} minute late', other: '{{count}} minutes late' },
  },
})

/** How much time is left for an order, or by how much it is late. Nothing where no date was set. */
export function DueTag({ dueAt }: { readonly dueAt: string | null }) {
  const say = useMessages(texts)
  const now = useNow()
  if (!dueAt) return null
  const { side, unit, count, tone } = dueOf(dueAt, now)
  return <StatusTag tone={tone}>{say(`${side}${unit}`, { count })}</StatusTag>
}
