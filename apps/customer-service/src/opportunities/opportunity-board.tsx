import { useQuery } from '@apollo/client/react'
import { OPPORTUNITY_STATUS_LABELS, type OpportunityStatus } from '@steward/domain'
import {
  graphql,
  readFragment,
  type OpportunityFilter,
  type OpportunityOrder,
  type OpportunityRowFragment,
  type OpportunitySumsQuery,
} from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveTypes,
  useMessages,
  useMoneyText,
  usePortalPath,
  useRefreshOnReturn,
  useSay,
} from '@steward/portal'
import { Board, Button, Card, Cards, Choice, Day, Loading, Stack, StatusTag, useIsPhone } from '@steward/ui'
import { useState } from 'react'
import { OpportunityRow } from './opportunity-row.tsx'
import { OPPORTUNITY_TONES } from './opportunity-tones.ts'

const PAGE = 20

const OpportunityColumn = graphql(/* GraphQL */ `
  query OpportunityColumn(
    $filter: OpportunityFilter
    $orderBy: OpportunityOrder!
    $first: Int!
    $after: String
  ) {
    opportunities(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          ...OpportunityRow
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
  column: { zh: '看板中的一列', en: 'A column of the board' },
  more: { zh: '加载更多：{{name}}', en: 'Load more: {{name}}' },
  none: { zh: '没有商机', en: 'None' },
  weighted: { zh: '{{sum}}，按 {{chance}}% 计 {{weighted}}', en: '{{sum}}, at {{chance}}%: {{weighted}}' },
  stalled: { zh: '久未跟进', en: 'Untouched' },
  closes: { zh: '预计成交', en: 'Closes' },
})

type Sums = OpportunitySumsQuery['opportunitySums']

interface OpportunityBoardProps {
  readonly filter: OpportunityFilter
  readonly orderBy: OpportunityOrder
  /** A column each. */
  readonly statuses: readonly OpportunityStatus[]
  /** Of each stage; absent where a view narrows what they do not. */
  readonly sums: Sums | undefined
}

export const OPPORTUNITY_TYPES = ['Opportunity']

/** Side by side by stage, with what stands at each; on a phone one stage at a time. */
export function OpportunityBoard({ filter, orderBy, statuses, sums }: OpportunityBoardProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const phone = useIsPhone()
  const [chosen, setChosen] = useState<OpportunityStatus>()
  const shown = chosen && statuses.includes(chosen) ? chosen : statuses[0]!
  const column = (status: OpportunityStatus) => (
    <Stack gap={2} key={status}>
      <StageSum sums={sums} status={status} />
      <Opportunities status={status} filter={{ ...filter, status: [status] }} orderBy={orderBy} />
    </Stack>
  )
  if (phone)
    return (
      <Stack gap={3}>
        {statuses.length > 1 && (
          <Choice
            label={say('column')}
            options={statuses.map((value) => ({ value, label: sayWord(OPPORTUNITY_STATUS_LABELS[value]) }))}
            value={shown}
            onChange={setChosen}
          />
        )}
        {column(shown)}
      </Stack>
    )
  return (
    <Board
      columns={statuses.map((status) => ({
        key: status,
        title: sayWord(OPPORTUNITY_STATUS_LABELS[status]),
        tone: OPPORTUNITY_TONES[status],
        count: <>{sums?.find((it) => it.status === status)?.count ?? ''}</>,
        children: column(status),
      }))}
    />
  )
}

function StageSum({ sums, status }: { readonly sums: Sums | undefined; readonly status: OpportunityStatus }) {
  const say = useMessages(texts)
  const money = useMoneyText()
  const it = sums?.find((sum) => sum.status === status)
  if (!it || it.count === 0) return null
  return (
    <p className="st-quiet st-small">
      {say('weighted', {
        sum: money(it.sumMinor),
        chance: it.chance,
        weighted: money(it.weightedMinor),
      })}
    </p>
  )
}

function Opportunities({
  status,
  filter,
  orderBy,
}: Pick<OpportunityBoardProps, 'filter' | 'orderBy'> & { readonly status: OpportunityStatus }) {
  const say = useMessages(texts)
  const name = useSay()(OPPORTUNITY_STATUS_LABELS[status])
  const { data, error, loading, refetch, fetchMore } = useQuery(OpportunityColumn, {
    variables: { filter, orderBy, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const rows = data?.opportunities.edges.map(({ node }) => readFragment(OpportunityRow, node))
  useRefreshOnReturn(() => rows && rows.length <= PAGE && void refetch())
  useLiveTypes(OPPORTUNITY_TYPES, () => rows && rows.length <= PAGE && refetch())
  if (!rows) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (rows.length === 0) return <p className="st-board-empty">{say('none')}</p>
  const { hasNextPage, endCursor } = data!.opportunities.pageInfo
  return (
    <>
      <Cards label={name}>
        {rows.map((row) => (
          <OpportunityCard key={row.id} opportunity={row} />
        ))}
      </Cards>
      {hasNextPage && (
        <Button loading={loading} onClick={() => void fetchMore({ variables: { after: endCursor } })}>
          {say('more', { name })}
        </Button>
      )}
    </>
  )
}

function OpportunityCard({ opportunity }: { readonly opportunity: OpportunityRowFragment }) {
  const say = useMessages(texts)
  const money = useMoneyText()
  const path = usePortalPath()
  const { id, number, title, client, assignee, expectedMinor, wonMinor, stalledAt } = opportunity
  const { expectedCloseOn, nextStep, nextStepOn } = opportunity
  const sum = wonMinor ?? expectedMinor
  return (
    <Card
      to={path(`opportunities/${id}`)}
      lead={title ?? number}
      tag={
        stalledAt ? (
          <StatusTag tone="bad">{say('stalled')}</StatusTag>
        ) : (
          <span className="st-quiet st-small">{number}</span>
        )
      }
    >
      <span className="st-small">
        {[client?.name ?? client?.code, typeof sum === 'number' && money(sum)].filter(Boolean).join(' · ')}
      </span>
      <span className="st-quiet st-small">
        {assignee?.name}
        {expectedCloseOn && (
          <>
            {assignee && ' · '}
            {say('closes')} <Day on={expectedCloseOn} />
          </>
        )}
      </span>
      {nextStep && (
        <span className="st-small">
          {nextStep}{' '}
          {nextStepOn && (
            <span className="st-quiet">
              <Day on={nextStepOn} />
            </span>
          )}
        </span>
      )}
    </Card>
  )
}
