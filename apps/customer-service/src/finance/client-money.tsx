import { useQuery } from '@apollo/client/react'
import { DEBT_AGE_LABELS, PAYMENT_METHOD_LABELS, RECEIVABLE_KIND_LABELS, daysLate } from '@steward/domain'
import { graphql, type ClientAccountQuery, type ClientMoneyQuery } from '@steward/graphql-client'
import {
  AGE_TONES,
  Amount,
  messages,
  useMay,
  useMessages,
  useMoneyText,
  usePercent,
  usePortalPath,
  useSay,
  useToday,
} from '@steward/portal'
import {
  AppLink,
  BarList,
  Columns,
  Day,
  dayText,
  Inline,
  Panel,
  Stack,
  Stat,
  StatusTag,
  useUi,
} from '@steward/ui'
import { ClientDunning } from './dunning/client-dunning.tsx'

const ClientAccount = graphql(/* GraphQL */ `
  query ClientAccount($id: ID!) {
    clientAccount(clientId: $id) {
      openCount
      overdueCount
      openSince
      openMinor
      overdueMinor
      creditMinor
      balanceMinor
      ages {
        band
        count
        minor
      }
      punctuality {
        dueCount
        onTimeCount
        onTimeBasisPoints
        meanDaysLateTenths
        since
      }
    }
  }
`)

const ClientMoneyLists = graphql(/* GraphQL */ `
  query ClientMoney($id: ID!, $withPayments: Boolean!) {
    receivables(first: 5, filter: { client: $id, state: [OPEN] }) {
      edges {
        node {
          id
          number
          kind
          period
          dueOn
          openMinor
          unit {
            id
            label
          }
        }
      }
    }
    payments(first: 3, filter: { client: $id, reversed: false }) @include(if: $withPayments) {
      edges {
        node {
          id
          number
          receivedOn
          amountMinor
          method
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '财务', en: 'Money' },
  statements: { zh: '对账单', en: 'Statements' },
  all: { zh: '全部应收', en: 'All receivables' },
  balance: { zh: '应收余额', en: 'Balance' },
  overdue: { zh: '其中逾期', en: 'Overdue' },
  credit: { zh: '预收余额', en: 'Credit' },
  punctual: { zh: '按时付款', en: 'Paid on time' },
  punctualNote: {
    zh: '{{onTime}}/{{due}} 笔 · 平均迟 {{days}} 天 · {{since}} 至今',
    en: '{{onTime}} of {{due}} · {{days}} days late on average · since {{since}}',
  },
  noHistory: { zh: '还没有到期的应收', en: 'Nothing has fallen due yet' },
  ages: { zh: '未结应收按账龄', en: 'What is open, by age' },
  none: { zh: '没有未结的应收', en: 'Nothing is open' },
  open: {
    zh: '有 {{count}} 笔应收未结，最早 {{since}} 到期',
    en: {
      one: '{{count}} receivable is open, due on {{since}}',
      other: '{{count}} receivables are open, the oldest due on {{since}}',
    },
  },
  oldest: { zh: '最早到期的', en: 'Due first' },
  payments: { zh: '最近收款', en: 'Last payments' },
  late: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
})

type Account = NonNullable<ClientAccountQuery['clientAccount']>
type Lists = ClientMoneyQuery

/** How a client stands: what is open and how old, how punctually they pay, what came in last. Figures lead to the lists behind them. */
export function ClientMoney({ clientId }: { readonly clientId: string }) {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const { locale } = useUi()
  const { data } = useQuery(ClientAccount, { variables: { id: clientId }, fetchPolicy: 'cache-and-network' })
  const { data: lists } = useQuery(ClientMoneyLists, {
    variables: { id: clientId, withPayments: may('payment:read') },
    fetchPolicy: 'cache-and-network',
  })
  const account = data?.clientAccount
  if (!account) return null
  const listed = path(`finance/receivables?client=${clientId}&state=ALL`)
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={3}>
          {may('reconciliation:read') && (
            <AppLink to={path(`finance/reconciliations?client=${clientId}`)}>{say('statements')}</AppLink>
          )}
          <AppLink to={listed}>{say('all')}</AppLink>
        </Inline>
      }
    >
      <Stack gap={4}>
        {account.openMinor === null ? (
          <span>
            {account.openCount === 0
              ? say('none')
              : say('open', {
                  count: account.openCount,
                  since: account.openSince ? dayText(account.openSince, locale) : '',
                })}
          </span>
        ) : (
          <Sums account={account} to={listed} />
        )}
        {may('dunning:read') && account.overdueCount > 0 && <ClientDunning clientId={clientId} />}
        {lists && <OpenLines lists={lists} />}
      </Stack>
    </Panel>
  )
}

function Sums({ account, to }: { readonly account: Account; readonly to: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const percent = usePercent()
  const { locale } = useUi()
  const { ages, balanceMinor, overdueMinor, creditMinor, punctuality } = account
  const { dueCount, onTimeCount, onTimeBasisPoints, meanDaysLateTenths, since } = punctuality
  const filled = ages.filter(({ count }) => count > 0)
  return (
    <>
      <Columns min={150} gap={3} fill>
        <Stat label={say('balance')} value={<Amount minor={balanceMinor} />} to={to} />
        <Stat
          label={say('overdue')}
          value={<Amount minor={overdueMinor} />}
          tone={(overdueMinor ?? 0) > 0 ? 'bad' : 'neutral'}
        />
        {(creditMinor ?? 0) > 0 && <Stat label={say('credit')} value={<Amount minor={creditMinor} />} />}
        <Stat
          label={say('punctual')}
          value={percent(onTimeBasisPoints)}
          note={
            dueCount === 0
              ? say('noHistory')
              : say('punctualNote', {
                  onTime: onTimeCount,
                  due: dueCount,
                  days: (meanDaysLateTenths ?? 0) / 10,
                  since: since ? dayText(since, locale) : '',
                })
          }
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
    </>
  )
}

function OpenLines({ lists }: { readonly lists: Lists }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const today = useToday()
  const open = lists.receivables.edges.map(({ node }) => node)
  const paid = lists.payments?.edges.map(({ node }) => node) ?? []
  return (
    <>
      {open.length > 0 && (
        <Stack gap={1}>
          <span className="st-quiet st-small">{say('oldest')}</span>
          {open.map(({ id, kind, period, unit, dueOn, openMinor }) => {
            const late = daysLate(dueOn, today)
            return (
              <Inline key={id} justify="space-between" align="baseline" wrap={false}>
                <span>
                  {[sayWord(RECEIVABLE_KIND_LABELS[kind]), period, unit?.label].filter(Boolean).join(' · ')}{' '}
                  {late > 0 && <StatusTag tone="bad">{say('late', { count: late })}</StatusTag>}
                </span>
                {openMinor !== null && <Amount minor={openMinor} />}
              </Inline>
            )
          })}
        </Stack>
      )}
      {paid.length > 0 && (
        <Stack gap={1}>
          <span className="st-quiet st-small">{say('payments')}</span>
          {paid.map(({ id, receivedOn, method, amountMinor }) => (
            <Inline key={id} justify="space-between" align="baseline" wrap={false}>
              <span>
                <Day on={receivedOn} /> · {sayWord(PAYMENT_METHOD_LABELS[method])}
              </span>
              <Amount minor={amountMinor} />
            </Inline>
          ))}
        </Stack>
      )}
    </>
  )
}
