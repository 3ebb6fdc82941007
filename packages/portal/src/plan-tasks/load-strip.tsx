import { Inline, StatusTag, type Tone } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'

const texts = messages({
  week: { zh: '{{day}} 起 {{share}}%', en: 'From {{day}}: {{share}}%' },
})

interface Week {
  readonly from: string
  readonly estimatedMinutes: number
  readonly workingMinutes: number
}

/** As a part of the time that is worked; a week without any is full with the first minute. */
export const shareOf = ({ estimatedMinutes, workingMinutes }: Week): number =>
  workingMinutes === 0
    ? estimatedMinutes > 0
      ? 100
      : 0
    : Math.round((estimatedMinutes / workingMinutes) * 100)

export const toneOf = (share: number): Tone => (share > 100 ? 'bad' : share > 80 ? 'warn' : 'good')

/** How full the weeks of a person are, one after the other. */
export function LoadStrip({ weeks }: { readonly weeks: readonly Week[] }) {
  const say = useMessages(texts)
  return (
    <Inline gap={1}>
      {weeks.map((week) => (
        <StatusTag key={week.from} tone={toneOf(shareOf(week))}>
          {say('week', { day: week.from.slice(5).replace('-', '/'), share: shareOf(week) })}
        </StatusTag>
      ))}
    </Inline>
  )
}
