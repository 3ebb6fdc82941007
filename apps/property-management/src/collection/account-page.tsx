import { useQuery } from '@apollo/client/react'
import {
  DEBT_AGE_LABELS,
  PAYMENT_METHOD_LABELS,
  RECEIVABLE_KIND_LABELS,
  RECEIVABLE_STATE_LABELS,
} from '@steward/domain'
import {
  AGE_TONES,
  Amount,
  FailureState,
  messages,
  RECEIVABLE_TONES,
  useMessages,
  useMoneyText,
  usePercent,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  AppLink,
  BarList,
  Columns,
  DataTable,
  Day,
  EmptyState,
  Loading,
  PageHeader,
  Panel,
  Stack,
  Stat,
  StatusTag,
  useUi,
} from '@steward/ui'
import { useParams } from 'react-router'
import { SiteAccount, SiteAccountLists } from './collection-documents.ts'

const texts = messages({
  back: { zh: '收费', en: 'Collection' },
  subtitle: { zh: '往来账', en: 'Account' },
  missing: { zh: '没有这位客户的往来账', en: 'There is no such account' },
  missingHint: {
    zh: '可能不存在，或不在您的负责范围内。',
    en: 'It does not exist, or lies outside your responsibility.',
  },
  balance: { zh: '应收余额', en: 'Balance' },
  overdue: { zh: '其中逾期', en: 'Overdue' },
  credit: { zh: '预收余额', en: 'Credit' },
  punctual: { zh: '按时付款（按笔）', en: 'Paid on time, by count' },
  late: { zh: '平均迟 {{days}} 天', en: '{{days}} days late on average' },
  ages: { zh: '未结应收按账龄', en: 'What is open, by age' },
  receivables: { zh: '应收，最近到期在前', en: 'Receivables, the latest due first' },
  what: { zh: '应收', en: 'What' },
  dueOn: { zh: '到期', en: 'Due' },
  amount: { zh: '金额', en: 'Amount' },
  open: { zh: '未结', en: 'Open' },
  state: { zh: '状态', en: 'State' },
  none: { zh: '没有应收', en: 'No receivables' },
  payments: { zh: '最近收款', en: 'Last payments' },
  received: { zh: '收款日期', en: 'Received' },
  method: { zh: '方式', en: 'Method' },
  noPayments: { zh: '还没有收款', en: 'No payments yet' },
})

/** How one client of the site stands: what is open, how old, and what came in. */
export function AccountPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const money = useMoneyText()
  const percent = usePercent()
  const { locale } = useUi()
  const { data, error, refetch } = useQuery(SiteAccount, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const { data: lists } = useQuery(SiteAccountLists, { variables: { id }, fetchPolicy: 'cache-and-network' })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const account = data.clientAccount
  if (!account)
    return (
      <EmptyState
        title={say('missing')}
        hint={say('missingHint')}
        action={<AppLink to={path('collection')}>{say('back')}</AppLink>}
      />
    )
  const { punctuality, ages } = account
  const filled = ages.filter(({ count }) => count > 0)
  const days = new Intl.NumberFormat(locale).format((punctuality.meanDaysLateTenths ?? 0) / 10)
  return (
    <>
      <PageHeader
        title={lists?.client?.name ?? lists?.client?.code ?? say('subtitle')}
        subtitle={say('subtitle')}
        back={{ to: path('collection'), label: say('back') }}
      />
      <Stack gap={4}>
        <Panel>
          <Stack gap={4}>
            <Columns min={150} gap={3} fill>
              <Stat label={say('balance')} value={<Amount minor={account.balanceMinor} />} />
              <Stat
                label={say('overdue')}
                value={<Amount minor={account.overdueMinor} />}
                tone={(account.overdueMinor ?? 0) > 0 ? 'bad' : 'neutral'}
              />
              <Stat label={say('credit')} value={<Amount minor={account.creditMinor} />} />
              <Stat
                label={say('punctual')}
                value={percent(punctuality.onTimeBasisPoints)}
                note={punctuality.dueCount > 0 && say('late', { days })}
              />
            </Columns>
            {filled.length > 0 && (
              <BarList
                label={say('ages')}
                format={money}
                items={filled.map(({ band, minor }) => ({
                  key: band,
                  label: sayWord(DEBT_AGE_LABELS[band]),
                  value: minor ?? 0,
                  tone: AGE_TONES[band],
                }))}
              />
            )}
          </Stack>
        </Panel>
        <Panel title={say('receivables')} flush>
          <DataTable
            label={say('receivables')}
            rows={lists?.receivables.edges.map(({ node }) => node)}
            rowKey={(row) => row.id}
            empty={<EmptyState title={say('none')} />}
            columns={[
              {
                key: 'what',
                title: say('what'),
                width: '32%',
                card: 'lead',
                render: ({ kind, period, unit }) =>
                  [sayWord(RECEIVABLE_KIND_LABELS[kind]), period, unit?.label].filter(Boolean).join(' · '),
              },
              { key: 'due', title: say('dueOn'), render: ({ dueOn }) => <Day on={dueOn} /> },
              {
                key: 'state',
                title: say('state'),
                card: 'tag',
                render: ({ state }) => (
                  <StatusTag tone={RECEIVABLE_TONES[state]}>
                    {sayWord(RECEIVABLE_STATE_LABELS[state])}
                  </StatusTag>
                ),
              },
              {
                key: 'amount',
                title: say('amount'),
                align: 'end',
                render: ({ amountMinor }) => <Amount minor={amountMinor} />,
              },
              {
                key: 'open',
                title: say('open'),
                align: 'end',
                render: ({ openMinor }) => <Amount minor={openMinor} />,
              },
            ]}
          />
        </Panel>
        <Panel title={say('payments')} flush>
          <DataTable
            label={say('payments')}
            rows={lists?.payments.edges.map(({ node }) => node)}
            rowKey={(row) => row.id}
            empty={<EmptyState title={say('noPayments')} />}
            columns={[
              {
                key: 'received',
                title: say('received'),
                card: 'lead',
                render: ({ receivedOn }) => <Day on={receivedOn} />,
              },
              {
                key: 'method',
                title: say('method'),
                render: ({ method }) => sayWord(PAYMENT_METHOD_LABELS[method]),
              },
              {
                key: 'amount',
                title: say('amount'),
                align: 'end',
                render: ({ amountMinor }) => <Amount minor={amountMinor} />,
              },
            ]}
          />
        </Panel>
      </Stack>
    </>
  )
}
