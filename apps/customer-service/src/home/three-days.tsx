import { useQuery } from '@apollo/client/react'
import { CONTACT_CHANNEL_LABELS, PROMISE_KIND_LABELS, RECEPTION_ACTION_LABELS } from '@steward/domain'
import type { ThreeDaysQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useList,
  useRefreshOnReturn,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
  useToday,
  useViewer,
} from '@steward/portal'
import {
  AppLink,
  Button,
  CheckIcon,
  Columns,
  Inline,
  Loading,
  Panel,
  Stack,
  StatusTag,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { addDays, dayOf, instantOf } from '../zoned-time.ts'
import { FinishDialog } from './finish-dialog.tsx'
import { ThreeDaysParts } from './three-days-documents.ts'

const texts = messages({
  yesterday: { zh: '昨天 · 跟进', en: 'Yesterday: follow up' },
  today: { zh: '今天 · 服务', en: 'Today: serve' },
  tomorrow: { zh: '明天 · 关怀', en: 'Tomorrow: care' },
  nothing: { zh: '没有', en: 'Nothing' },
  step: { zh: '下一步', en: 'Next step' },
  promise: { zh: '承诺', en: 'Promise' },
  call: { zh: '回访', en: 'Call back' },
  birthday: { zh: '生日', en: 'Birthday' },
  moveIn: { zh: '入住纪念', en: 'Moved in' },
  planTask: { zh: '维护任务', en: 'Care task' },
  years: { zh: '满 {{count}} 年', en: { one: '{{count}} year ago', other: '{{count}} years ago' } },
  whose: { zh: '{{name}} 记的', en: 'Noted by {{name}}' },
  doneOf: { zh: '已办：{{what}}', en: 'Done: {{what}}' },
})

/** What the question needs to know of the day. */
function useAsked() {
  const may = useMay()
  const { organization } = useViewer()
  const today = useToday()
  const end = addDays(today, 2)
  return {
    end,
    endAt: instantOf(end, organization.timeZone)?.toISOString() ?? end,
    days: [addDays(today, -1), today, addDays(today, 1)],
    withReceptions: may('reception:read'),
    withPromises: may('promise:read'),
    withCases: may('complaint:readHandling'),
    withCare: may('client:readParticulars'),
    withTasks: may('planTask:complete'),
  }
}

type Step = NonNullable<ThreeDaysQuery['nextSteps']>['edges'][number]['node']
type Who = Step['client']

interface Line {
  readonly key: string
  readonly kind: 'step' | 'promise' | 'call' | 'birthday' | 'moveIn' | 'planTask'
  readonly day: string
  readonly client: Who
  readonly words: string
  readonly to?: string
  readonly step?: Step
  /** Whose it is, where that is a colleague: the viewer answers for the client. */
  readonly whose?: string
}

const TONES: Readonly<Record<Line['kind'], Tone>> = {
  step: 'primary',
  promise: 'seal',
  call: 'info',
  birthday: 'warn',
  moveIn: 'good',
  planTask: 'info',
}

/** 昨天·今天·明天: what was left over, what is due, what one thinks of beforehand; each line one press from its client. */
export function ThreeDays() {
  const say = useMessages(texts)
  const [finishing, setFinishing] = useState<Step>()
  const variables = useAsked()
  const { days } = variables
  const { data, error, refetch } = useQuery(ThreeDaysParts, { variables, fetchPolicy: 'cache-and-network' })
  useRefreshOnReturn(() => void refetch())
  const [yesterday, today, tomorrow] = days as [string, string, string]
  const lines = useLines(data, days)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const columns = [
    { key: 'yesterday', lines: lines.filter(({ day }) => day <= yesterday) },
    { key: 'today', lines: lines.filter(({ day }) => day === today) },
    { key: 'tomorrow', lines: lines.filter(({ day }) => day === tomorrow) },
  ] as const
  return (
    <>
      <Columns min={300} gap={3} fill>
        {columns.map(({ key, lines: own }) => (
          <Panel key={key} title={`${say(key)}${own.length > 0 ? ` · ${own.length}` : ''}`}>
            {own.length === 0 ? (
              <span className="st-quiet">{say('nothing')}</span>
            ) : (
              <Stack gap={3}>
                {own.map((line) => (
                  <DayLine key={line.key} line={line} onFinish={setFinishing} />
                ))}
              </Stack>
            )}
          </Panel>
        ))}
      </Columns>
      {finishing && (
        <FinishDialog step={finishing} onReload={refetch} onClose={() => setFinishing(undefined)} />
      )}
    </>
  )
}

function DayLine({ line, onFinish }: { readonly line: Line; readonly onFinish: (step: Step) => void }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const { client, step } = line
  return (
    <Inline gap={2} align="flex-start" justify="space-between" wrap={false}>
      <Stack gap={0}>
        <Inline gap={2}>
          <StatusTag tone={TONES[line.kind]}>{say(line.kind)}</StatusTag>
          {line.whose && <StatusTag tone="neutral">{say('whose', { name: line.whose })}</StatusTag>}
          {client && (
            <AppLink to={path(`clients/${client.id}`)} className="st-strong">
              {client.name ?? client.code}
            </AppLink>
          )}
        </Inline>
        {line.to ? (
          <AppLink to={line.to} className="st-small">
            {line.words}
          </AppLink>
        ) : (
          <span className="st-small">{line.words}</span>
        )}
      </Stack>
      {step && may('reception:finish') && (
        <Button
          size="small"
          icon={<CheckIcon aria-hidden />}
          aria-label={say('doneOf', { what: line.words })}
          onClick={() => onFinish(step)}
        >
          {sayWord(RECEPTION_ACTION_LABELS.finish)}
        </Button>
      )}
    </Inline>
  )
}

function useLines(data: ThreeDaysQuery | undefined, days: readonly string[]): readonly Line[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const path = usePortalPath()
  const { staff, organization } = useViewer()
  const { timeZone } = organization
  /** The day among the three on which the year comes round. */
  const dayOfYear = (on: string) =>
    days.find((day) => day.slice(5) === on.slice(5)) ?? days.find((day) => day.endsWith('02-28')) ?? days[1]!
  const nodes = <N,>(list: { readonly edges: readonly { readonly node: N }[] } | null | undefined) =>
    (list?.edges ?? []).map(({ node }) => node)
  return [
    ...nodes(data?.nextSteps).map((step): Line => ({
      key: step.id,
      kind: 'step',
      day: step.nextOn ?? days[1]!,
      client: step.client,
      words: step.nextStep ?? say('step'),
      step,
      ...(step.recordedBy && step.recordedBy.id !== staff.id ? { whose: step.recordedBy.name } : {}),
    })),
    ...nodes(data?.promisesDue).map(({ id, what, kind, dueAt, complaint }): Line => ({
      key: id,
      kind: 'promise',
      day: dayOf(new Date(dueAt), timeZone),
      client: complaint?.client ?? null,
      words: [complaint?.number, what ?? sayWord(PROMISE_KIND_LABELS[kind])].filter(Boolean).join(' · '),
      ...(complaint ? { to: path(`complaints/${complaint.id}`) } : {}),
    })),
    ...nodes(data?.toCallBack).map(({ id, number, summary, client }): Line => ({
      key: id,
      kind: 'call',
      day: days[0]!,
      client,
      words: [number, summary].filter(Boolean).join(' · '),
      to: path(`complaints/${id}`),
    })),
    ...nodes(data?.birthdays).map(({ id, name, birthday, channels, client }): Line => ({
      key: id,
      kind: 'birthday',
      day: dayOfYear(birthday ?? ''),
      client,
      words: [name, list((channels ?? []).map((channel) => sayWord(CONTACT_CHANNEL_LABELS[channel])))]
        .filter(Boolean)
        .join(' · '),
    })),
    ...nodes(data?.tasksOfPlans).map(({ id, title, scheduledOn, client }): Line => ({
      key: id,
      kind: 'planTask',
      day: scheduledOn,
      client,
      words: title ?? say('planTask'),
      to: path(`plan-tasks/${id}`),
    })),
    ...nodes(data?.moveInDays).map(({ id, movedInOn, unit, client }): Line => {
      const day = dayOfYear(movedInOn ?? '')
      const years = Number(day.slice(0, 4)) - Number((movedInOn ?? day).slice(0, 4))
      return {
        key: id,
        kind: 'moveIn',
        day,
        client,
        words: [unit?.label, say('years', { count: years })].filter(Boolean).join(' · '),
      }
    }),
  ].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}
