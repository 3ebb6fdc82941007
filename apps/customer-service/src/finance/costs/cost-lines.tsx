import { useQuery } from '@apollo/client/react'
import { COST_SOURCE_LABELS, type CostClass } from '@steward/domain'
import type { CostLineListQuery } from '@steward/graphql-client'
import { Amount, FailureState, messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, DataTable, Day, EmptyState, Panel, Stack, type Column } from '@steward/ui'
import { CostLineList } from './cost-documents.ts'
import { CostClassTag, useCostParts } from './cost-words.tsx'

const PAGE = 50

const texts = messages({
  list: { zh: '成本，最新在前', en: 'Costs, newest first' },
  client: { zh: '客户', en: 'Client' },
  when: { zh: '日期', en: 'Day' },
  costClass: { zh: '类别', en: 'Class' },
  what: { zh: '做什么', en: 'What for' },
  source: { zh: '来源', en: 'From' },
  amount: { zh: '金额', en: 'Amount' },
  none: { zh: '没有成本记录', en: 'No costs' },
  noneHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
})

type Line = CostLineListQuery['costLines']['lines'][number]

/** Every cost by itself: what was recorded, and what other records tell. */
export function CostLines(props: {
  readonly client: string | undefined
  readonly costClass: CostClass | undefined
}) {
  const say = useMessages(texts)
  const columns = useColumns()
  const { data, error, loading, refetch, fetchMore } = useQuery(CostLineList, {
    variables: {
      first: PAGE,
      ...(props.client ? { client: props.client } : {}),
      ...(props.costClass ? { costClass: props.costClass } : {}),
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const next = data?.costLines.next
  const more = () =>
    void fetchMore({
      variables: { after: next },
      updateQuery: (before, { fetchMoreResult }) => ({
        costLines: {
          ...fetchMoreResult.costLines,
          lines: [...before.costLines.lines, ...fetchMoreResult.costLines.lines],
        },
      }),
    })
  return (
    <Panel flush>
      <DataTable
        label={say('list')}
        columns={columns}
        rows={data?.costLines.lines}
        rowKey={(line) => [line.source, line.number ?? line.purpose, line.clientId, line.occurredOn].join()}
        empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
        more={next ? { loading, onLoad: more } : undefined}
      />
    </Panel>
  )
}

function useColumns(): readonly Column<Line>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const parts = useCostParts()
  return [
    {
      key: 'client',
      title: say('client'),
      card: 'lead',
      render: ({ clientId, clientName }) => <AppLink to={path(`clients/${clientId}`)}>{clientName}</AppLink>,
    },
    { key: 'when', title: say('when'), width: '150px', render: ({ occurredOn }) => <Day on={occurredOn} /> },
    {
      key: 'class',
      title: say('costClass'),
      width: '110px',
      card: 'tag',
      render: ({ costClass }) => <CostClassTag costClass={costClass} />,
    },
    {
      key: 'what',
      title: say('what'),
      render: (line) => (
        <Stack gap={0}>
          <span>{line.purpose ?? sayWord(COST_SOURCE_LABELS[line.source])}</span>
          <span className="st-quiet st-small">{parts(line)}</span>
        </Stack>
      ),
    },
    {
      key: 'source',
      title: say('source'),
      width: '150px',
      render: ({ source, number, recordId }) => (
        <Stack gap={0}>
          <span>{sayWord(COST_SOURCE_LABELS[source])}</span>
          <span className="st-quiet st-small">
            {source === 'SETTLEMENT' && recordId ? (
              <AppLink to={path(`complaints/${recordId}`)}>{number}</AppLink>
            ) : (
              number
            )}
          </span>
        </Stack>
      ),
    },
    {
      key: 'amount',
      title: say('amount'),
      align: 'end',
      width: '130px',
      render: ({ minor }) => <Amount minor={minor} />,
    },
  ]
}
