import {
  WEBHOOK_EVENT_LABELS,
  WEBHOOK_EVENTS,
  WEBHOOK_FAILURE_LABELS,
  WEBHOOK_MESSAGE_STATUS_LABELS,
  WEBHOOK_MESSAGE_STATUSES,
  WEBHOOK_TEST_EVENT,
  webhookEventLabel,
  type WebhookMessageStatus,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import {
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Instant,
  Panel,
  Select,
  StatusTag,
  type Column,
} from '@steward/ui'
import type { LoggedMessage } from './endpoint-documents.ts'
import { MESSAGE_TONES } from './webhook-words.ts'

const texts = messages({
  log: { zh: '投递日志（30 天）', en: 'Log, 30 days' },
  list: { zh: '消息，最新在前', en: 'Messages, newest first' },
  event: { zh: '事件', en: 'Event' },
  state: { zh: '状态', en: 'State' },
  tries: { zh: '尝试', en: 'Tries' },
  why: { zh: '最近一次失败', en: 'Last failure' },
  next: { zh: '下次尝试', en: 'Next try' },
  made: { zh: '产生时间', en: 'Made' },
  whenResumed: { zh: '恢复后', en: 'When resumed' },
  filter: { zh: '筛选', en: 'Filter' },
  byState: { zh: '按状态', en: 'By state' },
  byEvent: { zh: '按事件', en: 'By event' },
  none: { zh: '没有这样的消息', en: 'No such messages' },
  noneYet: { zh: '还没有消息', en: 'No messages yet' },
  noneYetHint: {
    zh: '该合作方登记的投诉有进展时，这里会出现消息；也可以先发一条测试。',
    en: 'Messages appear when a case that the partner registered moves on; a test can be sent at any time.',
  },
})

export interface LogFilter {
  readonly status: WebhookMessageStatus | undefined
  readonly event: string | undefined
}

interface MessageLogProps {
  /** Nothing but tests is sent until it is resumed. */
  readonly paused: boolean
  readonly messages: readonly LoggedMessage[] | undefined
  readonly filter: LogFilter
  readonly onFilter: (filter: LogFilter) => void
  readonly messageTo: (id: string) => string
  readonly chosen: string | undefined
  readonly more: { readonly loading: boolean; readonly onLoad: () => void } | undefined
}

/** What was sent to an endpoint, and what became of it. */
export function MessageLog({
  paused,
  messages: rows,
  filter,
  onFilter,
  messageTo,
  chosen,
  more,
}: MessageLogProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const columns = useColumns(paused)
  const active = Object.values(filter).filter((value) => value !== undefined).length
  return (
    <Panel title={say('log')} flush>
      <div style={{ paddingInline: 'var(--st-pad)' }}>
        <FilterBar
          label={say('filter')}
          active={active}
          onClear={() => onFilter({ status: undefined, event: undefined })}
        >
          <FilterField label={say('byState')}>
            <Select<WebhookMessageStatus>
              aria-label={say('byState')}
              placeholder={say('byState')}
              allowClear
              popupMatchSelectWidth={false}
              value={filter.status ?? null}
              options={WEBHOOK_MESSAGE_STATUSES.map((value) => ({
                value,
                label: sayWord(WEBHOOK_MESSAGE_STATUS_LABELS[value]),
              }))}
              onChange={(status: WebhookMessageStatus | undefined) => onFilter({ ...filter, status })}
            />
          </FilterField>
          <FilterField label={say('byEvent')}>
            <Select<string>
              aria-label={say('byEvent')}
              placeholder={say('byEvent')}
              allowClear
              popupMatchSelectWidth={false}
              value={filter.event ?? null}
              options={[...WEBHOOK_EVENTS, WEBHOOK_TEST_EVENT].map((value) => ({
                value,
                label: sayWord(WEBHOOK_EVENT_LABELS[value as keyof typeof WEBHOOK_EVENT_LABELS]),
              }))}
              onChange={(event: string | undefined) => onFilter({ ...filter, event })}
            />
          </FilterField>
        </FilterBar>
      </div>
      <DataTable
        label={say('list')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowTo={({ id }) => messageTo(id)}
        chosen={chosen}
        empty={
          active > 0 ? (
            <EmptyState title={say('none')} />
          ) : (
            <EmptyState title={say('noneYet')} hint={say('noneYetHint')} />
          )
        }
        more={more}
      />
    </Panel>
  )
}

function useColumns(paused: boolean): readonly Column<LoggedMessage>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return [
    {
      key: 'event',
      title: say('event'),
      render: ({ event }) => (
        <>
          <span className="st-strong">{sayWord(webhookEventLabel(event))}</span>{' '}
          <span className="st-quiet st-small">{event}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: say('state'),
      width: '110px',
      card: 'tag',
      render: ({ status }) => (
        <StatusTag tone={MESSAGE_TONES[status]} dot={status === 'PENDING'}>
          {sayWord(WEBHOOK_MESSAGE_STATUS_LABELS[status])}
        </StatusTag>
      ),
    },
    {
      key: 'tries',
      title: say('tries'),
      width: '72px',
      align: 'end',
      render: ({ attemptCount }) => attemptCount,
    },
    {
      key: 'why',
      title: say('why'),
      render: ({ lastFailure }) => (lastFailure ? sayWord(WEBHOOK_FAILURE_LABELS[lastFailure]) : '—'),
    },
    {
      key: 'next',
      title: say('next'),
      width: '130px',
      minor: true,
      card: 'hidden',
      render: ({ dueAt, event }) => {
        if (!dueAt) return '—'
        return paused && event !== WEBHOOK_TEST_EVENT ? say('whenResumed') : <Instant at={dueAt} />
      },
    },
    {
      key: 'made',
      title: say('made'),
      width: '140px',
      render: ({ createdAt }) => <Instant at={createdAt} />,
    },
  ]
}
