import { useQuery } from '@apollo/client/react'
import { REVEAL_KIND_LABELS, REVEAL_KINDS, revealedFieldLabel } from '@steward/domain'
import { graphql, type ClientRevealsQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  PersonSelect,
  useMay,
  useMessages,
  useSay,
  useToday,
  useViewer,
} from '@steward/portal'
import {
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Inline,
  Input,
  Instant,
  PageHeader,
  Panel,
  Select,
  Stack,
  StatusTag,
  type Column,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { filterOf, readReveals, spanOf, writeReveals, type RevealState } from './reveal-filters.ts'
import { RevealPolicyPanel } from './reveal-policy.tsx'
import { RevealTallies } from './reveal-tallies.tsx'

const PAGE = 50

const ClientReveals = graphql(/* GraphQL */ `
  query ClientReveals($filter: ClientRevealFilter, $first: Int!, $after: String) {
    clientReveals(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          at
          kind
          fields
          reason
          isBeyond
          staff {
            id
            name
          }
          client {
            id
            code
            name
          }
          complaint {
            id
            number
          }
          lead {
            id
            number
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
  title: { zh: '查阅台账', en: 'Ledger of reading' },
  subtitle: {
    zh: '谁在什么时候、为什么查看了客户的保密资料；只增不改',
    en: 'Who was shown which confidential particulars of whom, when and why; nothing in it is ever altered',
  },
  list: { zh: '查阅记录，最新在前', en: 'What was shown, newest first' },
  filters: { zh: '筛选查阅记录', en: 'Filter the ledger' },
  search: {
    zh: '用途中的字、客户编号或案件编号',
    en: 'Words of the reason, code of a client, number of a case',
  },
  staff: { zh: '查阅人', en: 'Shown to' },
  kind: { zh: '种类', en: 'Kind' },
  what: { zh: '内容', en: 'What' },
  whom: { zh: '对象', en: 'Of whom' },
  reason: { zh: '用途', en: 'Why' },
  at: { zh: '时间', en: 'When' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'Until' },
  beyond: { zh: '超出限额', en: 'Beyond the limit' },
  ofCase: { zh: '案件 {{number}} 的联系人', en: 'Contact of case {{number}}' },
  ofLead: { zh: '线索 {{number}}', en: 'Lead {{number}}' },
  none: { zh: '没有查阅记录', en: 'Nothing was shown' },
  noneHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
})

type Row = ClientRevealsQuery['clientReveals']['edges'][number]['node']

/** For whoever watches over confidentiality: how much each person reads, and each reading with its reason. */
export function RevealsPage() {
  const say = useMessages(texts)
  const may = useMay()
  const { organization } = useViewer()
  const { timeZone } = organization
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const state = readReveals(params, today)
  const change = (changed: Partial<RevealState>) => setParams(writeReveals({ ...state, ...changed }))
  const columns = useColumns()
  const { data, error, loading, refetch, fetchMore } = useQuery(ClientReveals, {
    variables: { filter: filterOf(state, timeZone), first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const page = data?.clientReveals.pageInfo
  return (
    <Stack gap={4}>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <RevealTallies
        span={spanOf(state, timeZone)}
        chosen={state.staff}
        onChoose={(staff) => change({ staff })}
      />
      {may('revealPolicy:read') && <RevealPolicyPanel />}
      <RevealFilterBar state={state} onChange={change} onClear={() => setParams({})} />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label={say('list')}
            columns={columns}
            rows={data?.clientReveals.edges.map(({ node }) => node)}
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
  const whom = ({ client, complaint, lead }: Row) =>
    client
      ? [client.name, client.code].filter(Boolean).join(' ')
      : complaint
        ? say('ofCase', { number: complaint.number })
        : lead && say('ofLead', { number: lead.number })
  return [
    {
      key: 'staff',
      title: say('staff'),
      card: 'lead',
      width: '120px',
      render: ({ staff }) => staff?.name ?? '—',
    },
    { key: 'at', title: say('at'), width: '150px', render: ({ at }) => <Instant at={at} /> },
    { key: 'whom', title: say('whom'), render: (row) => whom(row) ?? '—' },
    {
      key: 'what',
      title: say('what'),
      render: ({ kind, fields, isBeyond }) => (
        <Inline gap={1}>
          {kind === 'PHONE' ? (
            <StatusTag>{sayWord(REVEAL_KIND_LABELS.PHONE)}</StatusTag>
          ) : (
            fields.map((field) => (
              <StatusTag key={field} tone="info">
                {sayWord(revealedFieldLabel(field))}
              </StatusTag>
            ))
          )}
          {isBeyond && <StatusTag tone="bad">{say('beyond')}</StatusTag>}
        </Inline>
      ),
    },
    { key: 'reason', title: say('reason'), render: ({ reason }) => reason },
  ]
}

interface RevealFilterBarProps {
  readonly state: RevealState
  readonly onChange: (changed: Partial<RevealState>) => void
  readonly onClear: () => void
}

function RevealFilterBar({ state, onChange, onClear }: RevealFilterBarProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const day = (name: 'from' | 'to') => (
    <FilterField label={say(name)}>
      <Input
        type="date"
        aria-label={say(name)}
        value={state[name]}
        onChange={({ target }) => target.value && onChange({ [name]: target.value })}
      />
    </FilterField>
  )
  return (
    <FilterBar
      label={say('filters')}
      search={{
        value: state.text,
        placeholder: say('search'),
        onSearch: (text) => onChange({ text }),
      }}
      active={[state.staff, state.kind].filter(Boolean).length}
      onClear={onClear}
    >
      <FilterField label={say('staff')}>
        <PersonSelect
          aria-label={say('staff')}
          placeholder={say('staff')}
          withGone
          value={state.staff}
          onChange={(staff) => onChange({ staff })}
        />
      </FilterField>
      <FilterField label={say('kind')}>
        <Select
          aria-label={say('kind')}
          placeholder={say('kind')}
          allowClear
          popupMatchSelectWidth={false}
          options={REVEAL_KINDS.map((value) => ({ value, label: sayWord(REVEAL_KIND_LABELS[value]) }))}
          value={state.kind ?? null}
          onChange={(kind: RevealState['kind'] | null) => onChange({ kind: kind ?? undefined })}
        />
      </FilterField>
      {day('from')}
      {day('to')}
    </FilterBar>
  )
}
