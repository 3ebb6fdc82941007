import { useQuery } from '@apollo/client/react'
import { daysLate, RECEIVABLE_KIND_LABELS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useMessages, useSay, useToday, useViewer } from '@steward/portal'
import { Day, Inline, Money, Panel, Stack, StatusTag } from '@steward/ui'

const SiteUnitMoney = graphql(/* GraphQL */ `
  query SiteUnitMoney($id: ID!) {
    receivables(first: 50, filter: { unit: $id, state: [OPEN] }) {
      edges {
        node {
          id
          number
          kind
          period
          dueOn
          openMinor
          client {
            id
            name
            code
          }
        }
      }
      totalCount
    }
  }
`)

const texts = messages({
  title: { zh: '欠费', en: 'What is owed' },
  none: { zh: '没有未结的应收', en: 'Nothing is open' },
  total: { zh: '合计 {{count}} 笔', en: '{{count}} in all' },
  late: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
})

/** What is open for one unit, the oldest first. */
export function UnitMoney({ unitId }: { readonly unitId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const today = useToday()
  const { currency } = useViewer().organization
  const { data } = useQuery(SiteUnitMoney, { variables: { id: unitId }, fetchPolicy: 'cache-and-network' })
  if (!data) return null
  const open = data.receivables.edges.map(({ node }) => node)
  const sum = open.reduce((all, { openMinor }) => all + (openMinor ?? 0), 0)
  return (
    <Panel title={say('title')}>
      {open.length === 0 ? (
        <span className="st-quiet">{say('none')}</span>
      ) : (
        <Stack gap={2}>
          {open.map(({ id, kind, period, dueOn, openMinor, client }) => (
            <Inline key={id} justify="space-between" wrap={false}>
              <Stack gap={0}>
                <span>
                  {[sayWord(RECEIVABLE_KIND_LABELS[kind]), period].filter(Boolean).join(' · ')}{' '}
                  {daysLate(dueOn, today) > 0 && (
                    <StatusTag tone="bad">{say('late', { count: daysLate(dueOn, today) })}</StatusTag>
                  )}
                </span>
                <span className="st-quiet st-small">
                  {client?.name ?? client?.code} · <Day on={dueOn} />
                </span>
              </Stack>
              {openMinor !== null && <Money minor={openMinor} currency={currency} />}
            </Inline>
          ))}
          <Inline justify="space-between">
            <span className="st-strong">{say('total', { count: data.receivables.totalCount })}</span>
            <strong>
              <Money minor={sum} currency={currency} />
            </strong>
          </Inline>
        </Stack>
      )}
    </Panel>
  )
}
