import { Day } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { useToday } from '../session/use-today.ts'
import { daysFrom } from './plan-task-words.tsx'

const texts = messages({
  today: { zh: '今天', en: 'Today' },
  tomorrow: { zh: '明天', en: 'Tomorrow' },
})

/** Today, tomorrow, or the day itself. */
export function DayHeading({ on }: { readonly on: string }) {
  const say = useMessages(texts)
  const days = daysFrom(useToday(), on)
  return (
    <h2 className="st-group-title">
      {days === 0 ? `${say('today')} · ` : days === 1 ? `${say('tomorrow')} · ` : ''}
      <Day on={on} />
    </h2>
  )
}
