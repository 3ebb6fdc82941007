import {
  PLAN_MEANS_LABELS,
  PLAN_TASK_STATUS_LABELS,
  type PlanMeans,
  type PlanTaskStatus,
} from '@steward/domain'
import { StatusTag, type Tone } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useToday } from '../session/use-today.ts'

export const PLAN_TASK_TONES: Readonly<Record<PlanTaskStatus, Tone>> = {
  SCHEDULED: 'neutral',
  IN_PROGRESS: 'info',
  DONE: 'warn',
  ACCEPTED: 'good',
  CANCELLED: 'neutral',
}

export function PlanTaskTag({ status }: { readonly status: PlanTaskStatus }) {
  return <StatusTag tone={PLAN_TASK_TONES[status]}>{useSay()(PLAN_TASK_STATUS_LABELS[status])}</StatusTag>
}

const texts = messages({
  late: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
  dueToday: { zh: '今天截止', en: 'Due today' },
  left: { zh: '还剩 {{count}} 天', en: { one: '{{count}} day left', other: '{{count}} days left' } },
  minutes: { zh: '{{count}} 分钟', en: { one: '{{count}} minute', other: '{{count}} minutes' } },
  hours: { zh: '{{hours}} 小时', en: '{{hours}} h' },
})

const DAY = 86_400_000
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
export const dayLater = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

const isOpen = (status: PlanTaskStatus) => status === 'SCHEDULED' || status === 'IN_PROGRESS'

interface Timed {
  readonly status: PlanTaskStatus
  readonly scheduledOn: string
  readonly dueOn: string
}

/** Late, or how long it may still take; nothing of what has ended or is not to be begun yet. */
export function PlanTaskDue({ task: { status, scheduledOn, dueOn } }: { readonly task: Timed }) {
  const say = useMessages(texts)
  const today = useToday()
  if (!isOpen(status) || scheduledOn > today) return null
  const left = daysFrom(today, dueOn)
  if (left < 0) return <StatusTag tone="bad">{say('late', { count: -left })}</StatusTag>
  if (left === 0) return <StatusTag tone="warn">{say('dueToday')}</StatusTag>
  return <StatusTag tone="neutral">{say('left', { count: left })}</StatusTag>
}

/** 45 minutes, 1.5 h. */
export function useDuration(): (minutes: number) => string {
  const say = useMessages(texts)
  return (minutes) =>
    minutes < 60 ? say('minutes', { count: minutes }) : say('hours', { hours: Math.round(minutes / 6) / 10 })
}

interface Named {
  readonly title: string | null
  readonly means: PlanMeans
  readonly client: { readonly code: string; readonly name: string | null } | null
  readonly project: { readonly name: string } | null
  readonly equipment: { readonly name: string } | null
}

/** For whom, else where, and which machine there. */
export const whereOf = ({
  client,
  project,
  equipment,
}: Pick<Named, 'client' | 'project' | 'equipment'>): string | undefined =>
  client
    ? (client.name ?? client.code)
    : [project?.name, equipment?.name].filter(Boolean).join(' · ') || undefined

export function usePlanTaskTitle(): (task: Pick<Named, 'title' | 'means'>) => string {
  const say = useSay()
  return ({ title, means }) => title ?? say(PLAN_MEANS_LABELS[means])
}
