import { WEBHOOK_STATUS_LABELS } from '@steward/domain'
import type { PartnersQuery } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { DataTable, StatusTag, useUi, type Column } from '@steward/ui'
import { DeliveryStrip } from './delivery-strip.tsx'
import { ENDPOINT_TONES, shareOf } from './webhook-words.ts'

const texts = messages({
  list: { zh: '{{name}}的 Webhook 端点', en: 'Webhook endpoints of {{name}}' },
  endpoint: { zh: 'Webhook 端点', en: 'Webhook endpoint' },
  status: { zh: '状态', en: 'State' },
  recent: { zh: '最近投递', en: 'Last deliveries' },
  share: { zh: '7 天送达率', en: 'Delivered, 7 days' },
  waiting: { zh: '待投递', en: 'Pending' },
  nothing: { zh: '无消息', en: 'nothing sent' },
})

type Endpoint = PartnersQuery['partners'][number]['webhookEndpoints'][number]

/** Where a partner is told, and whether that arrives: one line each. */
export function PartnerWebhooks({
  partner,
  endpoints,
}: {
  readonly partner: string
  readonly endpoints: readonly Endpoint[]
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { locale } = useUi()
  const columns: readonly Column<Endpoint>[] = [
    {
      key: 'endpoint',
      title: say('endpoint'),
      render: ({ url, description }) => (
        <>
          <span className="st-strong">{description ?? new URL(url).host}</span>
          <br />
          <span className="st-quiet st-small" style={{ overflowWrap: 'anywhere' }}>
            {url}
          </span>
        </>
      ),
    },
    {
      key: 'status',
      title: say('status'),
      width: '96px',
      card: 'tag',
      render: ({ status }) => (
        <StatusTag tone={ENDPOINT_TONES[status]}>{sayWord(WEBHOOK_STATUS_LABELS[status])}</StatusTag>
      ),
    },
    {
      key: 'recent',
      title: say('recent'),
      width: '300px',
      render: ({ recent }) => <DeliveryStrip recent={recent} />,
    },
    {
      key: 'share',
      title: say('share'),
      width: '150px',
      align: 'end',
      render: (row) => shareOf(row, locale) ?? say('nothing'),
    },
    { key: 'waiting', title: say('waiting'), width: '96px', align: 'end', render: ({ pending }) => pending },
  ]
  return (
    <DataTable
      label={say('list', { name: partner })}
      columns={columns}
      rows={endpoints}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`partners/webhooks/${id}`)}
    />
  )
}
