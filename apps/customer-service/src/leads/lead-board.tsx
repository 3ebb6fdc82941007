import { useQuery } from '@apollo/client/react'
import { LEAD_STATUS_LABELS, type LeadStatus } from '@steward/domain'
import {
  graphql,
  readFragment,
  type LeadFilter,
  type LeadOrder,
  type LeadRowFragment,
} from '@steward/graphql-client'
import {
  DueMark,
  FailureState,
  messages,
  useLiveTypes,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
  useSay,
} from '@steward/portal'
import { Board, Button, Card, Cards, Choice, Day, Lines, Loading, Stack, useIsPhone } from '@steward/ui'
import { useState } from 'react'
import { ClaimButton } from './claim-button.tsx'
import { LeadRow } from './lead-row.tsx'
import { LEAD_TONES } from './lead-tones.ts'

const PAGE = 20

const LeadColumn = graphql(/* GraphQL */ `
  query LeadColumn(
    $filter: LeadFilter
    $orderBy: LeadOrder!
    $first: Int!
    $after: String
    $withCount: Boolean!
  ) {
    leads(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          ...LeadRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    counted: leads(filter: $filter, first: 1) @include(if: $withCount) {
      totalCount
    }
  }
`)

const texts = messages({
  column: { zh: '看板中的一列', en: 'A column of the board' },
  more: { zh: '加载更多：{{name}}', en: 'Load more: {{name}}' },
  none: { zh: '没有线索', en: 'No lead' },
  pool: { zh: '入公海', en: 'In the pool' },
  returns: { zh: '退回公海', en: 'Returns to the pool' },
})

interface LeadBoardProps {
  readonly filter: LeadFilter
  readonly orderBy: LeadOrder
  /** A column each. */
  readonly statuses: readonly LeadStatus[]
}

export const LEAD_TYPES = ['Lead']

/** 看板: side by side by state; on a phone one state at a time. */
export function LeadBoard({ filter, orderBy, statuses }: LeadBoardProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const phone = useIsPhone()
  const [chosen, setChosen] = useState<LeadStatus>()
  const shown = chosen && statuses.includes(chosen) ? chosen : statuses[0]!
  const column = (status: LeadStatus) => (
    <Leads key={status} status={status} filter={{ ...filter, status: [status] }} orderBy={orderBy} />
  )
  if (phone) {
    return (
      <Stack gap={3}>
        {statuses.length > 1 && (
          <Choice
            label={say('column')}
            options={statuses.map((value) => ({ value, label: sayWord(LEAD_STATUS_LABELS[value]) }))}
            value={shown}
            onChange={setChosen}
          />
        )}
        {column(shown)}
      </Stack>
    )
  }
  return (
    <Board
      columns={statuses.map((status) => ({
        key: status,
        title: sayWord(LEAD_STATUS_LABELS[status]),
        tone: LEAD_TONES[status],
        count: <LeadCount filter={{ ...filter, status: [status] }} orderBy={orderBy} />,
        children: column(status),
      }))}
    />
  )
}

const firstPage = (filter: LeadFilter, orderBy: LeadOrder) => ({
  filter,
  orderBy,
  first: PAGE,
  withCount: true,
})

/** Of what the column asks for anyway. */
function LeadCount({ filter, orderBy }: Omit<LeadBoardProps, 'statuses'>) {
  const { data } = useQuery(LeadColumn, { variables: firstPage(filter, orderBy), fetchPolicy: 'cache-only' })
  return <>{data?.counted?.totalCount ?? '…'}</>
}

function Leads({
  status,
  filter,
  orderBy,
}: Omit<LeadBoardProps, 'statuses'> & { readonly status: LeadStatus }) {
  const say = useMessages(texts)
  const name = useSay()(LEAD_STATUS_LABELS[status])
  const { data, error, loading, refetch, fetchMore } = useQuery(LeadColumn, {
    variables: firstPage(filter, orderBy),
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const rows = data?.leads.edges.map(({ node }) => readFragment(LeadRow, node))
  useRefreshOnReturn(() => rows && rows.length <= PAGE && void refetch())
  useLiveTypes(LEAD_TYPES, () => rows && rows.length <= PAGE && refetch())
  if (!rows) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (rows.length === 0) return <p className="st-board-empty">{say('none')}</p>
  const { hasNextPage, endCursor } = data!.leads.pageInfo
  return (
    <>
      <Cards label={name}>
        {rows.map((row) => (
          <LeadCard key={row.id} lead={row} onChanged={() => void refetch()} />
        ))}
      </Cards>
      {hasNextPage && (
        <Button
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: endCursor, withCount: false } })}
        >
          {say('more', { name })}
        </Button>
      )}
    </>
  )
}

function LeadCard({ lead, onChanged }: { readonly lead: LeadRowFragment; readonly onChanged: () => void }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const {
    number,
    name,
    need,
    phoneMasked,
    project,
    source,
    campaign,
    assignee,
    nextStep,
    nextStepOn,
    returnsAt,
  } = lead
  const where = [project?.name, campaign?.name ?? source?.name, assignee?.name].filter(Boolean).join(' · ')
  return (
    <Card
      to={path(`leads/${lead.id}`)}
      lead={name ?? number}
      tag={<span className="st-quiet st-small">{name && number}</span>}
      actions={lead.availableActions.includes('CLAIM') && <ClaimButton lead={lead} onChanged={onChanged} />}
    >
      {need && <Lines most={2}>{need}</Lines>}
      <span className="st-quiet st-small">{[phoneMasked, where].filter(Boolean).join(' · ')}</span>
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
      {returnsAt && (
        <span className="st-quiet st-small">
          {say('returns')} <DueMark dueAt={returnsAt} />
        </span>
      )}
    </Card>
  )
}
