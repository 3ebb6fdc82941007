import { useQuery } from '@apollo/client/react'
import { WEBHOOK_MESSAGE_STATUSES, WEBHOOK_STATUS_LABELS, type WebhookMessageStatus } from '@steward/domain'
import { FailureState, messages, useLiveTypes, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Alert, EmptyState, Inline, Loading, PageHeader, Sheet, Stack, StatusTag } from '@steward/ui'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { EndpointDocument } from './endpoint-documents.ts'
import { EndpointHealth } from './endpoint-health.tsx'
import { EndpointVerbs } from './endpoint-verbs.tsx'
import { MessageLog, type LogFilter } from './message-log.tsx'
import { MessageSheet } from './message-sheet.tsx'
import { ENDPOINT_TONES } from './webhook-words.ts'

const PAGE = 50

const texts = messages({
  partners: { zh: '合作方', en: 'Partners' },
  message: { zh: '消息', en: 'Message' },
  gone: { zh: '没有这个端点', en: 'There is no such endpoint' },
})

/** One endpoint of a partner: whether it is told, what it was told, and what can be done about it. Filter and open message are in the address. */
export function WebhookEndpointPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { id = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const [problem, setProblem] = useState<string>()
  const filter = filterOf(params)
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(EndpointDocument, {
    variables: {
      id,
      first: PAGE,
      filter: {
        ...(filter.status && { status: [filter.status] }),
        ...(filter.event && { event: [filter.event] }),
      },
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  useLiveTypes(['WebhookMessage', 'WebhookEndpoint'], refetch)
  const shown = data ?? previousData
  if (!shown) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const endpoint = shown.webhookEndpoint
  if (!endpoint) return <EmptyState title={say('gone')} />
  const chosen = params.get('message') ?? undefined
  const set = (changes: Readonly<Record<string, string | undefined>>) =>
    setParams(withChanges(params, changes), { replace: true })
  const page = data?.webhookEndpoint?.messages.pageInfo
  return (
    <>
      <PageHeader
        title={endpoint.description ?? new URL(endpoint.url).host}
        back={{ to: path('partners'), label: say('partners') }}
        subtitle={
          <Inline gap={2}>
            <StatusTag tone={ENDPOINT_TONES[endpoint.status]}>
              {sayWord(WEBHOOK_STATUS_LABELS[endpoint.status])}
            </StatusTag>
            {endpoint.partner?.name}
            <code style={{ overflowWrap: 'anywhere' }}>{endpoint.url}</code>
          </Inline>
        }
        actions={<EndpointVerbs endpoint={endpoint} reload={refetch} onProblem={setProblem} />}
      />
      {/* A warning that comes above must be seen: the browser would keep what is below in its place. */}
      <div style={{ overflowAnchor: 'none' }}>
        <Stack gap={4}>
          {problem && (
            <Alert
              type="error"
              showIcon
              role="alert"
              title={problem}
              closable={{ onClose: () => setProblem(undefined) }}
            />
          )}
          <EndpointHealth endpoint={endpoint} />
          <MessageLog
            paused={endpoint.status === 'PAUSED'}
            messages={data?.webhookEndpoint?.messages.edges.map(({ node }) => node)}
            filter={filter}
            onFilter={({ status, event }) => set({ status, event })}
            messageTo={(message) =>
              `${path(`partners/webhooks/${id}`)}?${withChanges(params, { message }).toString()}`
            }
            chosen={chosen}
            more={
              page?.hasNextPage
                ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
                : undefined
            }
          />
        </Stack>
      </div>
      <Sheet open={chosen !== undefined} title={say('message')} onClose={() => set({ message: undefined })}>
        {chosen && <MessageSheet id={chosen} onReplayed={() => void refetch()} />}
      </Sheet>
    </>
  )
}

const filterOf = (params: URLSearchParams): LogFilter => ({
  status: WEBHOOK_MESSAGE_STATUSES.find((status: WebhookMessageStatus) => status === params.get('status')),
  event: params.get('event') ?? undefined,
})

const withChanges = (params: URLSearchParams, changes: Readonly<Record<string, string | undefined>>) => {
  const changed = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) changed.delete(name)
    else changed.set(name, value)
  }
  return changed
}
