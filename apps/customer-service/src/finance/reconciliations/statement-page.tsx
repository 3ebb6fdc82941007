import { useQuery } from '@apollo/client/react'
import {
  DISPUTE_VERDICT_LABELS,
  RECEIVABLE_KIND_LABELS,
  RECONCILIATION_ACTION_LABELS,
  RECONCILIATION_FROM,
  RECONCILIATION_STATE_LABELS,
  STATEMENT_CHANNEL_LABELS,
} from '@steward/domain'
import { readFragment, type StatementPartsFragment } from '@steward/graphql-client'
import { Amount, FailureState, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  AppLink,
  HeaderActions,
  Columns,
  DataTable,
  Day,
  DescriptionList,
  EmptyState,
  Instant,
  Loading,
  PageHeader,
  Panel,
  PrintIcon,
  Sheet,
  Stack,
  Stat,
  StatusTag,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { StatementOfId, StatementParts } from './reconciliation-documents.ts'
import { STATEMENT_TONES } from './statement-tones.ts'
import { StatementTold } from './statement-told.tsx'
import { StatementVerbForm, type StatementVerb } from './statement-verb-forms.tsx'

const texts = messages({
  title: { zh: '对账单 {{number}}', en: 'Statement {{number}}' },
  back: { zh: '对账单', en: 'Statements' },
  nth: { zh: '第 {{ordinal}} 版', en: 'version {{ordinal}}' },
  missing: { zh: '没有找到这份对账单', en: 'There is no such statement' },
  print: { zh: '打印', en: 'Print' },
  open: { zh: '未结合计', en: 'Open in all' },
  credit: { zh: '预收余额', en: 'Credit' },
  balance: { zh: '应付余额', en: 'Balance' },
  about: { zh: '经过', en: 'What happened' },
  client: { zh: '客户', en: 'Client' },
  asOf: { zh: '截至', en: 'As of' },
  issued: { zh: '生成', en: 'Issued' },
  sent: { zh: '发送', en: 'Sent' },
  confirmed: { zh: '确认', en: 'Confirmed' },
  lines: { zh: '明细', en: 'Lines' },
  what: { zh: '费用', en: 'What' },
  due: { zh: '到期', en: 'Due' },
  amount: { zh: '应收', en: 'Sum' },
  settled: { zh: '已收', en: 'Paid' },
  left: { zh: '未结', en: 'Open' },
  said: { zh: '异议与答复', en: 'Dispute and answer' },
  unanswered: { zh: '待答复', en: 'To be answered' },
})

/** What is looked for first comes first: where there is a dispute, its answer. */
const VERBS = ['send', 'answer', 'confirm', 'dispute'] as const satisfies readonly StatementVerb[]

/** One statement: what was owed on that day, and what is said of each line. */
export function StatementPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const path = usePortalPath()
  const { data, error, refetch } = useQuery(StatementOfId, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (!data.reconciliation)
    return (
      <EmptyState
        title={say('missing')}
        action={<AppLink to={path('finance/reconciliations')}>{say('back')}</AppLink>}
      />
    )
  return (
    <Statement statement={readFragment(StatementParts, data.reconciliation)} onReload={() => refetch()} />
  )
}

interface StatementProps {
  readonly statement: StatementPartsFragment
  readonly onReload: () => Promise<unknown>
}

function Statement({ statement, onReload }: StatementProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { locale } = useUi()
  const [verb, setVerb] = useState<StatementVerb>()
  const { id, number, ordinal, state, openMinor, creditMinor } = statement
  const verbs = VERBS.filter(
    (it) => may(`reconciliation:${it}`) && RECONCILIATION_FROM[it].includes(state),
  ).map((key) => ({ key, label: sayWord(RECONCILIATION_ACTION_LABELS[key]), onChoose: () => setVerb(key) }))
  return (
    <>
      <PageHeader
        title={say('title', { number })}
        subtitle={
          <>
            {say('nth', { ordinal })}{' '}
            <StatusTag tone={STATEMENT_TONES[state]}>{sayWord(RECONCILIATION_STATE_LABELS[state])}</StatusTag>
          </>
        }
        back={{ to: path('finance/reconciliations'), label: say('back') }}
        actions={
          <HeaderActions
            first={verbs[0]}
            usual={[
              {
                key: 'print',
                label: say('print'),
                icon: <PrintIcon aria-hidden />,
                onChoose: () => location.assign(`/files/reconciliations/${id}.pdf?lang=${locale}`),
              },
              ...verbs.slice(1),
            ]}
          />
        }
      />
      <Stack gap={4}>
        <Columns min={200} gap={4} fill>
          <Stat label={say('open')} value={<Amount minor={openMinor} />} />
          <Stat label={say('credit')} value={<Amount minor={creditMinor} />} />
          <Stat label={say('balance')} value={<Amount minor={openMinor - creditMinor} />} />
        </Columns>
        <StatementTold statement={statement} onMark={() => setVerb('markTold')} onReload={onReload} />
        <Course statement={statement} />
        <Lines statement={statement} />
      </Stack>
      <Sheet
        open={verb !== undefined}
        title={verb && sayWord(RECONCILIATION_ACTION_LABELS[verb])}
        onClose={() => setVerb(undefined)}
      >
        {verb && (
          <StatementVerbForm
            verb={verb}
            statement={statement}
            onReload={onReload}
            onClose={() => setVerb(undefined)}
          />
        )}
      </Sheet>
    </>
  )
}

function Course({ statement }: Pick<StatementProps, 'statement'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { client, asOfOn, issuedAt, issuedBy, channel, sentAt, confirmedBy, confirmedAt } = statement
  return (
    <Panel title={say('about')}>
      <DescriptionList
        items={[
          {
            label: say('client'),
            value: client && (
              <AppLink to={path(`clients/${client.id}`)}>{client.name ?? client.code}</AppLink>
            ),
          },
          { label: say('asOf'), value: <Day on={asOfOn} /> },
          {
            label: say('issued'),
            value: (
              <>
                <Instant at={issuedAt} show="absolute" /> {issuedBy?.name}
              </>
            ),
          },
          {
            label: say('sent'),
            value: sentAt && channel && (
              <>
                <Instant at={sentAt} show="absolute" /> {sayWord(STATEMENT_CHANNEL_LABELS[channel])}
              </>
            ),
          },
          {
            label: say('confirmed'),
            value: confirmedAt && (
              <>
                <Instant at={confirmedAt} show="absolute" /> {confirmedBy}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

type Line = StatementPartsFragment['lines'][number]

function Lines({ statement }: Pick<StatementProps, 'statement'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const said = ({ disputedAt, disputeReason, verdict, answer }: Line) =>
    disputedAt ? (
      <Stack gap={0}>
        <span>{disputeReason ?? '—'}</span>
        {verdict ? (
          <span className="st-quiet st-small">
            {[sayWord(DISPUTE_VERDICT_LABELS[verdict]), answer].filter(Boolean).join(' · ')}
          </span>
        ) : (
          <span>
            <StatusTag tone="bad">{say('unanswered')}</StatusTag>
          </span>
        )}
      </Stack>
    ) : (
      '—'
    )
  return (
    <Panel title={say('lines')} flush>
      <DataTable
        label={say('lines')}
        rows={statement.lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            title: say('what'),
            card: 'lead',
            render: ({ position, receivable }) =>
              `${position}. ${[receivable && sayWord(RECEIVABLE_KIND_LABELS[receivable.kind]), receivable?.period, receivable?.unit?.label].filter(Boolean).join(' · ')}`,
          },
          {
            key: 'due',
            title: say('due'),
            width: '140px',
            render: ({ receivable }) => receivable && <Day on={receivable.dueOn} />,
          },
          {
            key: 'amount',
            title: say('amount'),
            align: 'end',
            width: '120px',
            render: ({ amountMinor }) => <Amount minor={amountMinor} />,
          },
          {
            key: 'settled',
            title: say('settled'),
            align: 'end',
            width: '120px',
            render: ({ settledMinor }) => <Amount minor={settledMinor} />,
          },
          {
            key: 'left',
            title: say('left'),
            align: 'end',
            width: '120px',
            render: ({ amountMinor, settledMinor }) => <Amount minor={amountMinor - settledMinor} />,
          },
          { key: 'said', title: say('said'), render: said },
        ]}
      />
    </Panel>
  )
}
