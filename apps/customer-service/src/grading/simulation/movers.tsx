import { useQuery } from '@apollo/client/react'
import { hundredths } from '@steward/domain'
import { FailureState, messages, useMessages, usePortalPath } from '@steward/portal'
import { AppLink, DataTable, EmptyState, Panel } from '@steward/ui'
import type { Chosen } from './migration-matrix.tsx'
import { SimulationMovers } from './simulation-documents.ts'

const texts = messages({
  title: { zh: '原 {{from}}、变为 {{to}} 的客户', en: 'Clients who were {{from}} and become {{to}}' },
  none: { zh: '不评级', en: 'not graded' },
  empty: { zh: '没有客户', en: 'Nobody' },
  client: { zh: '客户', en: 'Client' },
  total: { zh: '总分', en: 'Total' },
  why: { zh: '主要原因（分）', en: 'Mostly because of (points)' },
})

const points = (total: number | null): string => (total === null ? '—' : hundredths(total))
const signed = (moved: number): string => `${moved > 0 ? '+' : ''}${hundredths(moved)}`

/** Who is in a cell of the matrix, and which criteria moved them. */
export function Movers({
  simulation,
  cell: { from, to },
}: {
  readonly simulation: string
  readonly cell: Chosen
}) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { data, error, loading, refetch, fetchMore } = useQuery(SimulationMovers, {
    notifyOnNetworkStatusChange: true,
    variables: { simulation, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
  })
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const page = data?.simulationMovers
  const title = say('title', { from: from ?? say('none'), to: to ?? say('none') })
  return (
    <Panel title={title} flush>
      <DataTable
        label={title}
        rows={page?.rows}
        rowKey={({ clientId }) => clientId}
        empty={<EmptyState title={say('empty')} />}
        columns={[
          {
            key: 'client',
            title: say('client'),
            card: 'lead',
            render: ({ clientId, name }) => <AppLink to={path(`clients/${clientId}`)}>{name}</AppLink>,
          },
          {
            key: 'total',
            title: say('total'),
            width: '170px',
            align: 'end',
            render: ({ before, after }) => `${points(before)} → ${points(after)}`,
          },
          {
            key: 'why',
            title: say('why'),
            render: ({ reasons }) => reasons.map(({ name, moved }) => `${name} ${signed(moved)}`).join(' · '),
          },
        ]}
        more={
          page?.next
            ? {
                loading,
                onLoad: () =>
                  void fetchMore({
                    variables: { after: page.next },
                    updateQuery: (before, { fetchMoreResult: { simulationMovers } }) => ({
                      simulationMovers: {
                        ...simulationMovers,
                        rows: [...before.simulationMovers.rows, ...simulationMovers.rows],
                      },
                    }),
                  }),
              }
            : undefined
        }
      />
    </Panel>
  )
}
