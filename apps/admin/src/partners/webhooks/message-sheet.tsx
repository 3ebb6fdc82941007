import { useQuery } from '@apollo/client/react'
import { WEBHOOK_FAILURE_LABELS, WEBHOOK_MESSAGE_STATUS_LABELS, webhookEventLabel } from '@steward/domain'
import { graphql, type WebhookMessageQuery } from '@steward/graphql-client'
import { FailureState, messages, useAct, useLiveRecord, useMay, useMessages, useSay } from '@steward/portal'
import {
  Alert,
  Button,
  DescriptionList,
  EmptyState,
  Inline,
  Instant,
  Loading,
  ReplayIcon,
  SourceText,
  Stack,
  StatusTag,
  Timeline,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { MESSAGE_TONES } from './webhook-words.ts'

const Message = graphql(/* GraphQL */ `
  query WebhookMessage($id: ID!) {
    node(id: $id) {
      ... on WebhookMessage {
        id
        event
        body
        status
        attemptCount
        dueAt
        createdAt
        endpoint {
          id
          status
        }
        attempts {
          id
          at
          httpStatus
          failure
          durationMs
        }
      }
    }
  }
`)

const Replay = graphql(/* GraphQL */ `
  mutation ReplayWebhookMessage($input: ReplayWebhookMessageInput!) {
    replayWebhookMessage(input: $input) {
      ... on WebhookMessage {
        id
        status
        attemptCount
        dueAt
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  id: { zh: 'webhook-id（每次尝试相同）', en: 'webhook-id, the same at every try' },
  event: { zh: '事件', en: 'Event' },
  state: { zh: '状态', en: 'State' },
  made: { zh: '产生时间', en: 'Made' },
  next: { zh: '下次尝试', en: 'Next try' },
  body: { zh: '发送的内容', en: 'What is sent' },
  attempts: { zh: '每次尝试', en: 'Attempts' },
  noAttempt: { zh: '尚未尝试', en: 'Not tried yet' },
  waits: { zh: '端点已暂停，恢复后发送', en: 'The endpoint is paused: sent when it is resumed' },
  taken: { zh: '对方已接收', en: 'Taken' },
  took: { zh: '{{ms}} 毫秒', en: '{{ms}} ms' },
  replay: { zh: '重发', en: 'Replay' },
  replayed: { zh: '已排队重发', en: 'It is sent again' },
  replayHint: {
    zh: '用同一个 webhook-id 再发一次，已处理过的接收方会忽略。',
    en: 'It goes out once more under the same webhook-id; a receiver that has seen it ignores it.',
  },
  gone: { zh: '没有这条消息', en: 'There is no such message' },
  goneHint: { zh: '消息保留 30 天。', en: 'Messages are kept for 30 days.' },
})

type Shown = Extract<NonNullable<WebhookMessageQuery['node']>, { readonly body: unknown }>

/** One message: what is sent, every attempt, and the button to send it again. */
export function MessageSheet({ id, onReplayed }: { readonly id: string; readonly onReplayed: () => void }) {
  const say = useMessages(texts)
  const { data, error, refetch } = useQuery(Message, { variables: { id }, fetchPolicy: 'cache-and-network' })
  useLiveRecord(id, refetch)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (!data.node || !('body' in data.node)) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  return <Content message={data.node} onReplayed={onReplayed} />
}

function Content({ message, onReplayed }: { readonly message: Shown; readonly onReplayed: () => void }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const replay = useAct(Replay)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { id, event, status, body, dueAt, createdAt, endpoint } = message
  const waits = status === 'PENDING' && endpoint?.status === 'PAUSED'
  const again = async () => {
    setBusy(true)
    const { done, refused } = await replay({ messageId: id })
    setBusy(false)
    setProblem(refused?.message)
    if (!done) return
    notify.done(say('replayed'))
    onReplayed()
  }
  return (
    <Stack gap={5}>
      {problem && <Alert type="error" showIcon role="alert" title={problem} />}
      <DescriptionList
        items={[
          {
            label: say('event'),
            value: (
              <>
                {sayWord(webhookEventLabel(event))} <span className="st-quiet st-small">{event}</span>
              </>
            ),
            wide: true,
          },
          { label: say('id'), value: <code>{id}</code>, wide: true },
          {
            label: say('state'),
            value: (
              <StatusTag tone={MESSAGE_TONES[status]} dot={status === 'PENDING'}>
                {sayWord(WEBHOOK_MESSAGE_STATUS_LABELS[status])}
              </StatusTag>
            ),
          },
          { label: say('made'), value: <Instant at={createdAt} show="absolute" /> },
          {
            label: say('next'),
            value: waits ? say('waits') : dueAt && <Instant at={dueAt} show="both" />,
            wide: true,
          },
          { label: say('body'), value: <SourceText>{indented(body)}</SourceText>, wide: true },
        ]}
      />
      {may('webhook:replay') && endpoint?.status !== 'ARCHIVED' && (
        <Stack gap={1}>
          <Inline>
            <Button icon={<ReplayIcon aria-hidden />} loading={busy} onClick={() => void again()}>
              {say('replay')}
            </Button>
          </Inline>
          <p className="st-quiet st-small">{say('replayHint')}</p>
        </Stack>
      )}
      <Attempts attempts={message.attempts} />
    </Stack>
  )
}

/** For the eye; what goes over the line has no spaces. */
const indented = (body: string): string => JSON.stringify(JSON.parse(body), null, 2)

function Attempts({ attempts }: Pick<Shown, 'attempts'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Stack gap={3}>
      <h3 className="st-group-title">{say('attempts')}</h3>
      {attempts.length === 0 ? (
        <p className="st-quiet">{say('noAttempt')}</p>
      ) : (
        <Timeline
          label={say('attempts')}
          entries={attempts.map(({ id, at, httpStatus, failure, durationMs }) => ({
            key: id,
            at,
            tone: failure ? 'bad' : 'good',
            title: failure ? sayWord(WEBHOOK_FAILURE_LABELS[failure]) : say('taken'),
            children: (
              <span className="st-quiet">
                {[httpStatus && `HTTP ${httpStatus}`, say('took', { ms: durationMs })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            ),
          }))}
        />
      )}
    </Stack>
  )
}
