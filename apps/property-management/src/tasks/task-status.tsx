import type { TaskStatus } from '@steward/domain'
import { messages, useMessages } from '@steward/portal'
import { StatusTag, type Tone } from '@steward/ui'

/** Where an order stands, as those say it who receive it. */
export const statusTexts = messages({
  DISPATCHED: { zh: '待接单', en: 'To accept' },
  ACCEPTED: { zh: '进行中', en: 'Running' },
  RETURNED: { zh: '已退回', en: 'Returned' },
  DONE: { zh: '已完成', en: 'Done' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<TaskStatus, { zh: string; en: string }>)

export const TASK_TONES: Readonly<Record<TaskStatus, Tone>> = {
  DISPATCHED: 'warn',
  ACCEPTED: 'primary',
  RETURNED: 'bad',
  DONE: 'good',
  CANCELLED: 'neutral',
}

export function TaskStatusTag({ status }: { readonly status: TaskStatus }) {
  const say = useMessages(statusTexts)
  return (
    <StatusTag tone={TASK_TONES[status]} dot={status === 'DISPATCHED' || status === 'ACCEPTED'}>
      {say(status)}
    </StatusTag>
  )
}
