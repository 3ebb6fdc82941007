import { useQuery } from '@apollo/client/react'
import {
  daysLate,
  RECEIVABLE_ACTION_LABELS,
  RECEIVABLE_KIND_LABELS,
  RECEIVABLE_STATE_LABELS,
} from '@steward/domain'
import {
  Amount,
  FailureState,
  messages,
  RECEIVABLE_TONES,
  useMay,
  useMessages,
  usePagePath,
  usePortalPath,
  useSay,
  useToday,
} from '@steward/portal'
import {
  AddIcon,
  AppLink,
  Button,
  DataTable,
  Day,
  EmptyState,
  HeaderActions,
  Panel,
  Sheet,
  Stack,
  StatusTag,
  useUi,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { FinanceHeader } from '../finance-header.tsx'
import { ReceivableFilterBar } from './receivable-filter-bar.tsx'
import { ReceivableList, type ReceivableRow } from './receivable-documents.ts'
import {
  readReceivables,
  receivableFilter,
  writeReceivables,
  type ReceivableListState,
} from './receivable-filters.ts'
import { RegisterReceivableForm } from './register-receivable-form.tsx'
import { VoidReceivableForm } from './void-receivable-form.tsx'

const PAGE = 50

const texts = messages({
  subtitle: {
    zh: '客户欠付的每一笔：哪套房、哪个月、何时到期',
    en: 'Each sum that clients owe: for what, and when it is due',
  },
  list: { zh: '应收，最早到期在前', en: 'Receivables, due first' },
  client: { zh: '客户', en: 'Client' },
  state: { zh: '状态', en: 'State' },
  what: { zh: '应收', en: 'What' },
  due: { zh: '到期', en: 'Due' },
  amount: { zh: '金额', en: 'Amount' },
  open: { zh: '未结', en: 'Open' },
  late: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
  none: { zh: '没有应收', en: 'No receivables' },
  noneHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
  charge: { zh: '批量计费', en: 'Charge a project' },
  import: { zh: '从文件导入', en: 'Import a file' },
})

/** What clients owe; finance registers and voids here, others look on as far as they answer. */
export function ReceivablesPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const pathOf = usePagePath()
  const { routing } = useUi()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const state = readReceivables(params)
  const change = (changed: Partial<ReceivableListState>) =>
    setParams(writeReceivables({ ...state, ...changed }))
  const [registering, setRegistering] = useState(false)
  const [voiding, setVoiding] = useState<ReceivableRow>()
  const columns = useColumns(today, may('receivable:void') ? setVoiding : undefined)
  const { data, error, loading, refetch, fetchMore } = useQuery(ReceivableList, {
    variables: { filter: receivableFilter(state, today), first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const page = data?.receivables.pageInfo
  return (
    <Stack gap={4}>
      <FinanceHeader
        current="receivables"
        subtitle={say('subtitle')}
        actions={
          <HeaderActions
            first={
              may('receivable:register')
                ? {
                    key: 'register',
                    label: sayWord(RECEIVABLE_ACTION_LABELS.register),
                    icon: <AddIcon aria-hidden />,
                    onChoose: () => setRegistering(true),
                  }
                : undefined
            }
            usual={
              may('receivable:registerMany')
                ? [
                    {
                      key: 'charge',
                      label: say('charge'),
                      onChoose: () => routing.go(path('finance/charge')),
                    },
                    ...(may('import:run') && may('portal:admin')
                      ? [
                          {
                            key: 'import',
                            label: say('import'),
                            onChoose: () => routing.go(pathOf({ portal: 'admin', path: 'imports/new' })),
                          },
                        ]
                      : []),
                  ]
                : []
            }
          />
        }
      />
      <ReceivableFilterBar state={state} onChange={change} onClear={() => setParams({})} />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label={say('list')}
            columns={columns}
            rows={data?.receivables.edges.map(({ node }) => node)}
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
      <Sheet
        open={registering}
        title={sayWord(RECEIVABLE_ACTION_LABELS.register)}
        onClose={() => setRegistering(false)}
      >
        {registering && (
          <RegisterReceivableForm
            client={state.client}
            onReload={() => refetch()}
            onClose={() => setRegistering(false)}
          />
        )}
      </Sheet>
      <Sheet
        open={voiding !== undefined}
        title={`${sayWord(RECEIVABLE_ACTION_LABELS.void)} · ${voiding?.number ?? ''}`}
        onClose={() => setVoiding(undefined)}
      >
        {voiding && (
          <VoidReceivableForm
            receivable={voiding}
            onReload={() => refetch()}
            onClose={() => setVoiding(undefined)}
          />
        )}
      </Sheet>
    </Stack>
  )
}

function useColumns(
  today: string,
  onVoid: ((row: ReceivableRow) => void) | undefined,
): readonly Column<ReceivableRow>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  return [
    {
      key: 'client',
      title: say('client'),
      card: 'lead',
      render: ({ client, project, unit }) => (
        <Stack gap={0}>
          {client ? <AppLink to={path(`clients/${client.id}`)}>{client.name ?? client.code}</AppLink> : '—'}
          <span className="st-quiet st-small">{[project?.name, unit?.label].filter(Boolean).join(' ')}</span>
        </Stack>
      ),
    },
    {
      key: 'what',
      title: say('what'),
      render: ({ kind, period, number, note, voidReason }) => (
        <Stack gap={0}>
          <span>{[sayWord(RECEIVABLE_KIND_LABELS[kind]), period].filter(Boolean).join(' · ')}</span>
          <span className="st-quiet st-small">
            {[number, voidReason ?? note].filter(Boolean).join(' · ')}
          </span>
        </Stack>
      ),
    },
    {
      key: 'due',
      title: say('due'),
      width: '150px',
      render: ({ dueOn, state }) => (
        <Stack gap={0}>
          <Day on={dueOn} />
          {state === 'OPEN' && daysLate(dueOn, today) > 0 && (
            <span className="st-small st-late">{say('late', { count: daysLate(dueOn, today) })}</span>
          )}
        </Stack>
      ),
    },
    {
      key: 'state',
      title: say('state'),
      card: 'tag',
      width: '110px',
      render: ({ state }) => (
        <StatusTag tone={RECEIVABLE_TONES[state]}>{sayWord(RECEIVABLE_STATE_LABELS[state])}</StatusTag>
      ),
    },
    {
      key: 'amount',
      title: say('amount'),
      align: 'end',
      width: '130px',
      minor: true,
      render: ({ amountMinor }) => <Amount minor={amountMinor} />,
    },
    {
      key: 'open',
      title: say('open'),
      align: 'end',
      width: '130px',
      render: ({ openMinor }) => <Amount minor={openMinor} />,
    },
    ...(onVoid
      ? [
          {
            key: 'void',
            title: '',
            width: '80px',
            align: 'end',
            render: (row: ReceivableRow) =>
              row.state !== 'VOID' && (
                <Button
                  size="small"
                  aria-label={`${sayWord(RECEIVABLE_ACTION_LABELS.void)} ${row.number}`}
                  onClick={() => onVoid(row)}
                >
                  {sayWord(RECEIVABLE_ACTION_LABELS.void)}
                </Button>
              ),
          } satisfies Column<ReceivableRow>,
        ]
      : []),
  ]
}
