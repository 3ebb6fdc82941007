import { messages, useMessages } from '../i18n/messages.ts'
import { StatusTag, useNow } from '@steward/ui'

const texts = messages({
  left: { zh: '还剩 {{time}}', en: '{{time}} left' },
  late: { zh: '已超 {{time}}', en: '{{time}} late' },
  minutes: { zh: '{{count}} 分钟', en: '{{count}} min' },
  hours: { zh: '{{count}} 小时', en: '{{count}} h' },
  days: { zh: '{{count}} 天', en: '{{count}} d' },
})

const SOON_MINUTES = 60
const DAYS_FROM_MINUTES = 48 * 60

/** How long until something promised is due, or how late it is: in words, and in colour besides. */
export function DueMark({ dueAt }: { readonly dueAt: string }) {
  const say = useMessages(texts)
  const minutes = Math.round((Date.parse(dueAt) - useNow()) / 60_000)
  const far = Math.abs(minutes)
  const time =
    far < SOON_MINUTES
      ? say('minutes', { count: far })
      : far < DAYS_FROM_MINUTES
        ? say('hours', { count: Math.round(far / 60) })
        : say('days', { count: Math.round(far / 1440) })
  if (minutes < 0) return <StatusTag tone="bad">{say('late', { time })}</StatusTag>
  return <StatusTag tone={minutes < SOON_MINUTES ? 'warn' : 'info'}>{say('left', { time })}</StatusTag>
}
