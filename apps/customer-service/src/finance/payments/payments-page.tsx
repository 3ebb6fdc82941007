import { useQuery } from '@apollo/client/react'
import {
  PAYMENT_ACTION_LABELS,
  PAYMENT_METHOD_LABELS,
  PAYMENT_METHODS,
  type PaymentMethod,
} from '@steward/domain'
import { readFragment, type PaymentRowFragment } from '@steward/graphql-client'
import { Amount, FailureState, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  AddIcon,
  AppLink,
  Button,
  DataTable,
  Day,
  EmptyState,
  FilterBar,
  FilterField,
  Inline,
  Panel,
  Select,
  Sheet,
  Stack,
  StatusTag,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { optionsOf } from '../../clients/page/options.ts'
import { ClientSelect } from '../../clients/client-select.tsx'
import { FinanceHeader } from '../finance-header.tsx'
import { PaymentList, PaymentRow } from './payment-documents.ts'
import { AllocateCredit, ReversePaymentForm } from './payment-verbs.tsx'
import { RecordPaymentForm } from './record-payment-form.tsx'

const PAGE = 50

const texts = messages({
  subtitle: {
    zh: '每一笔进账；记错的冲销后重记，不修改、不删除',
    en: 'What came in; a wrong one is reversed and recorded anew, never edited',
  },
  list: { zh: '收款，最新在前', en: 'Payments, newest first' },
  filters: { zh: '筛选收款', en: 'Filter payments' },
  client: { zh: '客户', en: 'Client' },
  method: { zh: '方式', en: 'Method' },
  credit: { zh: '预收余额', en: 'Credit' },
  withCredit: { zh: '有余额的', en: 'With credit' },
  when: { zh: '收款日期', en: 'Received' },
  amount: { zh: '金额', en: 'Amount' },
  reversed: { zh: '已冲销', en: 'Reversed' },
  none: { zh: '没有收款', en: 'No payments' },
  noneHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
})

const CLIENT = /^cli_[0-9a-f]{32}$/

interface State {
  readonly client: string | undefined
  readonly method: PaymentMethod | undefined
  readonly credit: boolean
}

const readState = (params: URLSearchParams): State => {
  const client = params.get('client') ?? ''
  return {
    client: CLIENT.test(client) ? client : undefined,
    method: PAYMENT_METHODS.find((method) => method === params.get('method')),
    credit: params.has('credit'),
  }
}

const writeState = ({ client, method, credit }: State): Record<string, string> => ({
  ...(client ? { client } : {}),
  ...(method ? { method } : {}),
  ...(credit ? { credit: '' } : {}),
})

/** Money that came in; finance records, allocates and reverses here. */
export function PaymentsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const state = readState(params)
  const change = (changed: Partial<State>) => setParams(writeState({ ...state, ...changed }))
  const [recording, setRecording] = useState(params.has('record') && may('payment:record'))
  const [reversing, setReversing] = useState<PaymentRowFragment>()
  const { data, error, loading, refetch, fetchMore } = useQuery(PaymentList, {
    variables: {
      filter: {
        ...(state.client ? { client: state.client } : {}),
        ...(state.method ? { method: [state.method] } : {}),
        ...(state.credit ? { hasCredit: true } : {}),
      },
      first: PAGE,
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const reload = () => refetch()
  const columns = useColumns(reload, setReversing)
  const page = data?.payments.pageInfo
  return (
    <Stack gap={4}>
      <FinanceHeader
        current="payments"
        subtitle={say('subtitle')}
        actions={
          may('payment:record') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setRecording(true)}>
              {sayWord(PAYMENT_ACTION_LABELS.record)}
            </Button>
          )
        }
      />
      <FilterBar
        label={say('filters')}
        active={[state.client, state.method, state.credit].filter(Boolean).length}
        onClear={() => setParams({})}
      >
        <FilterField label={say('client')}>
          <ClientSelect
            aria-label={say('client')}
            value={state.client}
            onChange={(client) => change({ client })}
          />
        </FilterField>
        <FilterField label={say('method')}>
          <Select
            aria-label={say('method')}
            placeholder={say('method')}
            allowClear
            popupMatchSelectWidth={false}
            options={optionsOf(PAYMENT_METHODS, PAYMENT_METHOD_LABELS, sayWord)}
            value={state.method ?? null}
            onChange={(method: PaymentMethod | null) => change({ method: method ?? undefined })}
          />
        </FilterField>
        <FilterField label={say('credit')}>
          <Select
            aria-label={say('credit')}
            placeholder={say('credit')}
            allowClear
            popupMatchSelectWidth={false}
            options={[{ value: 'yes', label: say('withCredit') }]}
            value={state.credit ? 'yes' : null}
            onChange={(chosen: string | null) => change({ credit: Boolean(chosen) })}
          />
        </FilterField>
      </FilterBar>
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label={say('list')}
            columns={columns}
            rows={data?.payments.edges.map(({ node }) => readFragment(PaymentRow, node))}
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
        open={recording}
        title={sayWord(PAYMENT_ACTION_LABELS.record)}
        onClose={() => setRecording(false)}
      >
        {recording && (
          <RecordPaymentForm client={state.client} onReload={reload} onClose={() => setRecording(false)} />
        )}
      </Sheet>
      <Sheet
        open={reversing !== undefined}
        title={`${sayWord(PAYMENT_ACTION_LABELS.reverse)} · ${reversing?.number ?? ''}`}
        onClose={() => setReversing(undefined)}
      >
        {reversing && (
          <ReversePaymentForm payment={reversing} onReload={reload} onClose={() => setReversing(undefined)} />
        )}
      </Sheet>
    </Stack>
  )
}

function useColumns(
  onReload: () => Promise<unknown>,
  onReverse: (row: PaymentRowFragment) => void,
): readonly Column<PaymentRowFragment>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const reverse = sayWord(PAYMENT_ACTION_LABELS.reverse)
  const columns: readonly Column<PaymentRowFragment>[] = [
    {
      key: 'client',
      title: say('client'),
      card: 'lead',
      render: ({ client, payer }) => (
        <Stack gap={0}>
          {client ? <AppLink to={path(`clients/${client.id}`)}>{client.name ?? client.code}</AppLink> : '—'}
          {payer && <span className="st-quiet st-small">{payer}</span>}
        </Stack>
      ),
    },
    {
      key: 'when',
      title: say('when'),
      width: '170px',
      render: ({ receivedOn, number }) => (
        <Stack gap={0}>
          <Day on={receivedOn} />
          <span className="st-quiet st-small">{number}</span>
        </Stack>
      ),
    },
    {
      key: 'method',
      title: say('method'),
      render: ({ method, reference, reversedAt, reversalReason }) => (
        <Stack gap={0}>
          <span>
            {sayWord(PAYMENT_METHOD_LABELS[method])}{' '}
            {reversedAt && <StatusTag tone="bad">{say('reversed')}</StatusTag>}
          </span>
          <span className="st-quiet st-small">{reversalReason ?? reference}</span>
        </Stack>
      ),
    },
    {
      key: 'amount',
      title: say('amount'),
      align: 'end',
      width: '140px',
      render: ({ amountMinor }) => <Amount minor={amountMinor} />,
    },
    {
      key: 'credit',
      title: say('credit'),
      align: 'end',
      width: '130px',
      render: ({ creditMinor }) => (creditMinor > 0 ? <Amount minor={creditMinor} /> : '—'),
    },
  ]
  if (!may('payment:reverse')) return columns
  return [
    ...columns,
    {
      key: 'verbs',
      title: '',
      align: 'end',
      width: '170px',
      render: (row) =>
        !row.reversedAt && (
          <Inline gap={1} justify="flex-end">
            {row.creditMinor > 0 && <AllocateCredit payment={row} onReload={onReload} />}
            <Button size="small" aria-label={`${reverse} ${row.number}`} onClick={() => onReverse(row)}>
              {reverse}
            </Button>
          </Inline>
        ),
    },
  ]
}
