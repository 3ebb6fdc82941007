import { SILENCE_ALERT_STATUS_LABELS, SILENCE_OUTCOME_LABELS } from '@steward/domain'
import type { SilenceAlertLineFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { StatusTag, type Tone } from '@steward/ui'

type Line = SilenceAlertLineFragment

const STATUS_TONES: Readonly<Record<Line['status'], Tone>> = {
  OPEN: 'bad',
  ACKNOWLEDGED: 'warn',
  VISITED: 'primary',
  CLOSED: 'neutral',
}
const OUTCOME_TONES: Readonly<Record<NonNullable<Line['outcome']>, Tone>> = {
  RETURNED: 'good',
  LEAVING: 'bad',
  CAPTIVE: 'warn',
  FALSE_ALARM: 'neutral',
}

/** Where an alert stands; once it is closed, what came of it. */
export function AlertTag({
  alert: { status, outcome },
}: {
  readonly alert: Pick<Line, 'status' | 'outcome'>
}) {
  const say = useSay()
  return outcome ? (
    <StatusTag tone={OUTCOME_TONES[outcome]}>{say(SILENCE_OUTCOME_LABELS[outcome])}</StatusTag>
  ) : (
    <StatusTag tone={STATUS_TONES[status]} dot>
      {say(SILENCE_ALERT_STATUS_LABELS[status])}
    </StatusTag>
  )
}

const texts = messages({
  days: { zh: '{{count}} 天', en: { one: '{{count}} day', other: '{{count}} days' } },
})

export function useDays(): (count: number) => string {
  const say = useMessages(texts)
  return (count) => say('days', { count })
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
