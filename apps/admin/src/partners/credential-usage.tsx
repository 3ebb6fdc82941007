import { useQuery } from '@apollo/client/react'
import { graphql, type CredentialUsageQuery } from '@steward/graphql-client'
import { FailureState, messages, useMessages } from '@steward/portal'
import { DataTable, Day, EmptyState, Loading, type Column } from '@steward/ui'

const Usage = graphql(/* GraphQL */ `
  query CredentialUsage($id: ID!) {
    node(id: $id) {
      ... on PartnerCredential {
        id
        usage(first: 31) {
          edges {
            node {
              id
              day
              requests
              points
              refused
            }
          }
        }
      }
    }
  }
`)

const texts = messages({
  list: { zh: '每日用量', en: 'Use by day' },
  day: { zh: '日期（UTC）', en: 'Day (UTC)' },
  requests: { zh: '请求', en: 'Requests' },
  points: { zh: '点数', en: 'Points' },
  refused: { zh: '超额被拒', en: 'Refused' },
  empty: { zh: '还没有用过', en: 'It has not been used yet' },
  emptyText: {
    zh: '第一次请求之后，这里按天列出用量。',
    en: 'After its first request every day is listed here.',
  },
})

type UsedNode = Extract<NonNullable<CredentialUsageQuery['node']>, { readonly usage: unknown }>
type Used = UsedNode['usage']['edges'][number]['node']

/** What a credential spent, day by day, of the last month. */
export function CredentialUsage({ id }: { readonly id: string }) {
  const say = useMessages(texts)
  const { data, error, refetch } = useQuery(Usage, { variables: { id } })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const rows = data.node && 'usage' in data.node ? data.node.usage.edges.map(({ node }) => node) : []
  const columns: readonly Column<Used>[] = [
    { key: 'day', title: say('day'), render: ({ day }) => <Day on={day} /> },
    { key: 'requests', title: say('requests'), align: 'end', render: ({ requests }) => requests },
    { key: 'points', title: say('points'), align: 'end', render: ({ points }) => points },
    { key: 'refused', title: say('refused'), align: 'end', render: ({ refused }) => refused },
  ]
  return (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id: row }) => row}
      empty={<EmptyState title={say('empty')} hint={say('emptyText')} />}
    />
  )
}
