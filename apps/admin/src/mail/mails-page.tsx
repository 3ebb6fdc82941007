import { useQuery } from '@apollo/client/react'
import { MAIL_STATUS_LABELS, MAIL_STATUSES, templateLabel } from '@steward/domain'
import { graphql, type MailsQuery } from '@steward/graphql-client'
import { FailureState, messages, useMessages, useSay } from '@steward/portal'
import {
  DataTable,
  EmptyState,
  FilterBar,
  Instant,
  PageHeader,
  Panel,
  Select,
  Stack,
  StatusTag,
  type Column,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'

const PAGE = 50

const Mails = graphql(/* GraphQL */ `
  query Mails($first: Int!, $after: String, $filter: MailFilter) {
    mails(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          template
          status
          attempts
          lastError
          createdAt
          triedAt
          sentAt
          staff {
            id
            name
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const texts = messages({
  title: { zh: '邮件', en: 'Mail' },
  subtitle: {
    zh: '邮件发送情况；正文和地址不在这里显示，也不保存',
    en: 'How mails fare; neither their words nor their addresses are shown here or kept',
  },
  list: { zh: '邮件，最新在前', en: 'Mails, newest first' },
  what: { zh: '内容类别', en: 'What it is' },
  to: { zh: '收件人', en: 'To' },
  client: { zh: '客户', en: 'A client' },
  state: { zh: '状态', en: 'State' },
  tries: { zh: '尝试', en: 'Tries' },
  answer: { zh: '服务器答复', en: 'Answer' },
  at: { zh: '时间', en: 'When' },
  byState: { zh: '按状态', en: 'By state' },
  none: { zh: '还没有邮件', en: 'No mails yet' },
  noneHint: {
    zh: '员工在“消息接收设定”里填了邮箱后才会发邮件；邮件服务器由 STEWARD_SMTP_URL 设定。',
    en: 'Mails go to staff who gave an address under “How I am told”; the server is set by STEWARD_SMTP_URL.',
  },
})

type Row = MailsQuery['mails']['edges'][number]['node']

const TONES: Readonly<Record<Row['status'], Tone>> = {
  QUEUED: 'info',
  SENT: 'good',
  REFUSED: 'bad',
  FAILED: 'bad',
  NOT_CONFIGURED: 'warn',
  NO_ADDRESS: 'neutral',
}

/** Whether mails arrive. */
export function MailsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [status, setStatus] = useState<Row['status']>()
  const columns = useColumns()
  const { data, error, loading, refetch, fetchMore } = useQuery(Mails, {
    variables: { first: PAGE, filter: status ? { status: [status] } : {} },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const page = data?.mails.pageInfo
  return (
    <Stack gap={4}>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <FilterBar label={say('byState')} active={status ? 1 : 0} onClear={() => setStatus(undefined)}>
        <Select<Row['status']>
          aria-label={say('byState')}
          placeholder={say('byState')}
          allowClear
          popupMatchSelectWidth={false}
          value={status ?? null}
          options={MAIL_STATUSES.map((value) => ({ value, label: sayWord(MAIL_STATUS_LABELS[value]) }))}
          onChange={(value: Row['status'] | undefined) => setStatus(value)}
        />
      </FilterBar>
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label={say('list')}
            columns={columns}
            rows={data?.mails.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
            more={
              page?.hasNextPage
                ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
                : undefined
            }
          />
        </Panel>
      )}
    </Stack>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return [
    { key: 'what', title: say('what'), render: ({ template }) => sayWord(templateLabel(template)) },
    { key: 'to', title: say('to'), render: ({ staff }) => staff?.name ?? say('client') },
    {
      key: 'state',
      title: say('state'),
      card: 'tag',
      render: ({ status }) => (
        <StatusTag tone={TONES[status]}>{sayWord(MAIL_STATUS_LABELS[status])}</StatusTag>
      ),
    },
    { key: 'tries', title: say('tries'), render: ({ attempts }) => attempts },
    { key: 'answer', title: say('answer'), render: ({ lastError }) => lastError ?? '—' },
    {
      key: 'at',
      title: say('at'),
      render: ({ sentAt, triedAt, createdAt }) => <Instant at={sentAt ?? triedAt ?? createdAt} />,
    },
  ]
}
