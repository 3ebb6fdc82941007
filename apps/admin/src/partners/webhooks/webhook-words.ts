/** How states of endpoints and messages look, and the strip of both pages. */
import type { WebhookMessageStatus, WebhookStatus } from '@steward/domain'
import { messages } from '@steward/portal'
import type { OutcomeBar, Tone } from '@steward/ui'

export const ENDPOINT_TONES: Readonly<Record<WebhookStatus, Tone>> = {
  ACTIVE: 'good',
  PAUSED: 'warn',
  ARCHIVED: 'neutral',
}

export const MESSAGE_TONES: Readonly<Record<WebhookMessageStatus, Tone>> = {
  PENDING: 'info',
  DELIVERED: 'good',
  FAILED: 'bad',
}

export interface Outcome {
  readonly status: WebhookMessageStatus
  readonly attemptCount: number
}

/** How many bars the server gives. */
export const STRIP_PLACES = 30

/** From the newest-first list of the server to a strip that is read from left to right. */
export const barsOf = (recent: readonly Outcome[]): readonly OutcomeBar[] =>
  recent.toReversed().map(({ status, attemptCount }) => {
    if (status === 'FAILED') return { tone: 'bad', height: 'low' }
    if (status === 'PENDING')
      return { tone: attemptCount > 0 ? 'warn' : 'info', height: 'half', waiting: true }
    return attemptCount > 1 ? { tone: 'warn', height: 'half' } : { tone: 'good', height: 'whole' }
  })

/** What the strip says to whoever does not see it. */
export const stripTexts = messages({
  strip: {
    zh: '最近 {{all}} 条：一次送达 {{first}}，重试后送达 {{later}}，放弃 {{failed}}，待投递 {{pending}}',
    en: 'The last {{all}}: {{first}} delivered at once, {{later}} after retries, {{failed}} given up, {{pending}} pending',
  },
  nothingYet: { zh: '还没有消息', en: 'No messages yet' },
})

export const countsOf = (recent: readonly Outcome[]) => {
  const count = (holds: (it: Outcome) => boolean) => recent.filter(holds).length
  return {
    all: recent.length,
    first: count((it) => it.status === 'DELIVERED' && it.attemptCount <= 1),
    later: count((it) => it.status === 'DELIVERED' && it.attemptCount > 1),
    failed: count((it) => it.status === 'FAILED'),
    pending: count((it) => it.status === 'PENDING'),
  }
}

/** The share that arrived, in words; undefined where nothing was to be delivered. */
export const shareOf = (
  {
    deliveredLastWeek,
    failedLastWeek,
  }: { readonly deliveredLastWeek: number; readonly failedLastWeek: number },
  locale: string,
): string | undefined => {
  const all = deliveredLastWeek + failedLastWeek
  if (all === 0) return undefined
  // 999 of 1,000 is not all of them.
  const share = Math.floor((1_000 * deliveredLastWeek) / all) / 1_000
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}
