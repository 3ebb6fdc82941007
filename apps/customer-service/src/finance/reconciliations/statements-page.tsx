import { useQuery } from '@apollo/client/react'
import {
  RECONCILIATION_ACTION_LABELS,
  RECONCILIATION_INPUTS,
  RECONCILIATION_STATE_LABELS,
  RECONCILIATION_STATES,
  type ReconciliationState,
} from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  Amount,
  FailureState,
  messages,
  useAct,
  useCheckInput,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
  useToday,
} from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  Day,
  EmptyState,
  Field,
  FilterBar,
  FilterField,
  Form,
  Input,
  Panel,
  Select,
  Sheet,
  Stack,
  StatusTag,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { optionsOf } from '../../clients/page/options.ts'
import { ClientSelect } from '../../clients/client-select.tsx'
import { FinanceHeader } from '../finance-header.tsx'
import { IssueReconciliation, StatementList, StatementRow } from './reconciliation-documents.ts'
import { STATEMENT_TONES } from './statement-tones.ts'

const PAGE = 50
const CLIENT = /^cli_[0-9a-f]{32}$/

const texts = messages({
  subtitle: {
    zh: '冻结在某一天的应收；客户确认，或逐项提出异议',
    en: 'What was owed, frozen at a day; the client confirms it or disputes it line by line',
  },
  list: { zh: '对账单，最新在前', en: 'Statements, newest first' },
  filters: { zh: '筛选对账单', en: 'Filter statements' },
  client: { zh: '客户', en: 'Client' },
  state: { zh: '状态', en: 'State' },
  asOf: { zh: '截至', en: 'As of' },
  asOfHint: { zh: '以这一天结束时的应收与收款为准', en: 'What was owed and paid at the end of this day' },
  number: { zh: '编号', en: 'Number' },
  nth: { zh: '第 {{ordinal}} 版', en: 'version {{ordinal}}' },
  open: { zh: '未结合计', en: 'Open' },
  none: { zh: '没有对账单', en: 'No statements' },
})

/** Statements of account of all clients. */
export function StatementsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const [params, setParams] = useSearchParams()
  const [issuing, setIssuing] = useState(params.has('issue') && may('reconciliation:issue'))
  const asked = params.get('client') ?? ''
  const client = CLIENT.test(asked) ? asked : undefined
  const state = RECONCILIATION_STATES.find((it) => it === params.get('state'))
  const change = (changed: { client?: string | undefined; state?: ReconciliationState | undefined }) => {
    const now = { client, state, ...changed }
    setParams({ ...(now.client ? { client: now.client } : {}), ...(now.state ? { state: now.state } : {}) })
  }
  const { data, error, loading, refetch, fetchMore } = useQuery(StatementList, {
    variables: {
      filter: { ...(client ? { client } : {}), ...(state ? { state: [state] } : {}) },
      first: PAGE,
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const page = data?.reconciliations.pageInfo
  const verb = sayWord(RECONCILIATION_ACTION_LABELS.issue)
  return (
    <Stack gap={4}>
      <FinanceHeader
        current="statements"
        subtitle={say('subtitle')}
        actions={
          may('reconciliation:issue') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setIssuing(true)}>
              {verb}
            </Button>
          )
        }
      />
      <FilterBar
        label={say('filters')}
        active={[client, state].filter(Boolean).length}
        onClear={() => setParams({})}
      >
        <FilterField label={say('client')}>
          <ClientSelect aria-label={say('client')} value={client} onChange={(it) => change({ client: it })} />
        </FilterField>
        <FilterField label={say('state')}>
          <Select
            aria-label={say('state')}
            placeholder={say('state')}
            allowClear
            popupMatchSelectWidth={false}
            options={optionsOf(RECONCILIATION_STATES, RECONCILIATION_STATE_LABELS, sayWord)}
            value={state ?? null}
            onChange={(it: ReconciliationState | null) => change({ state: it ?? undefined })}
          />
        </FilterField>
      </FilterBar>
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label={say('list')}
            rows={data?.reconciliations.edges.map(({ node }) => readFragment(StatementRow, node))}
            rowKey={({ id }) => id}
            rowTo={({ id }) => path(`finance/reconciliations/${id}`)}
            empty={<EmptyState title={say('none')} />}
            columns={[
              {
                key: 'client',
                title: say('client'),
                card: 'lead',
                render: (row) => row.client?.name ?? row.client?.code ?? '—',
              },
              {
                key: 'number',
                title: say('number'),
                render: ({ number, ordinal }) => `${number} · ${say('nth', { ordinal })}`,
              },
              { key: 'asOf', title: say('asOf'), render: ({ asOfOn }) => <Day on={asOfOn} /> },
              {
                key: 'state',
                title: say('state'),
                card: 'tag',
                render: (row) => (
                  <StatusTag tone={STATEMENT_TONES[row.state]}>
                    {sayWord(RECONCILIATION_STATE_LABELS[row.state])}
                  </StatusTag>
                ),
              },
              {
                key: 'open',
                title: say('open'),
                align: 'end',
                render: ({ openMinor }) => <Amount minor={openMinor} />,
              },
            ]}
            more={
              page?.hasNextPage
                ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
                : undefined
            }
          />
        </Panel>
      )}
      <Sheet open={issuing} title={verb} onClose={() => setIssuing(false)}>
        {issuing && <IssueForm client={client} onClose={() => setIssuing(false)} />}
      </Sheet>
    </Stack>
  )
}

interface Values {
  readonly clientId?: string
  readonly asOfOn: string
}

function IssueForm({
  client,
  onClose,
}: {
  readonly client: string | undefined
  readonly onClose: () => void
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const act = useAct(IssueReconciliation)
  const path = usePortalPath()
  const { routing } = useUi()
  const today = useToday()
  const verb = sayWord(RECONCILIATION_ACTION_LABELS.issue)
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ asOfOn: today, ...(client ? { clientId: client } : {}) }}
      onCancel={onClose}
      check={({ asOfOn }) => check(RECONCILIATION_INPUTS.issue.pick({ asOfOn: true }), { asOfOn })}
      onSubmit={async ({ clientId = '', asOfOn }) => {
        const { done, refused } = await act({ clientId, asOfOn })
        if (done) routing.go(path(`finance/reconciliations/${done.id}`))
        return refused
      }}
    >
      <Field name="clientId" label={say('client')} required>
        <ClientSelect />
      </Field>
      <Field name="asOfOn" label={say('asOf')} hint={say('asOfHint')} required>
        <Input type="date" max={today} />
      </Field>
    </Form>
  )
}
