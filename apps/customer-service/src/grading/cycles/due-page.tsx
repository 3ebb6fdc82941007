import { useQuery } from '@apollo/client/react'
import { DEFAULT_GRADING_POLICY, GRADING_DUE_CAUSE_LABELS, GRADING_POLICY_INPUT } from '@steward/domain'
import type { GradingDueListQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useCheckInput,
  useFreshAct,
  useMay,
  useMessages,
  useMoneyText,
  usePortalPath,
  useSay,
  useViewer,
} from '@steward/portal'
import {
  AppLink,
  Button,
  DataTable,
  EmptyState,
  Field,
  Form,
  InputNumber,
  Instant,
  MoneyInput,
  Panel,
  Sheet,
  Stack,
  StatusTag,
  useIsPhone,
  useNotify,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { GradingDueList } from './grading-documents.ts'
import { GradingHeader } from '../grading-header.tsx'
import { SetGradingPolicy } from './grading-mutations.ts'

const PAGE = 50

const texts = messages({
  subtitle: {
    zh: '到期或因大事应重新评级的客户',
    en: 'Whose grading has grown old, or to whom something happened since',
  },
  list: { zh: '待重新评级', en: 'Due for grading' },
  client: { zh: '客户', en: 'Client' },
  everybody: { zh: '全部客户', en: 'All clients' },
  cause: { zh: '事由', en: 'Why' },
  at: { zh: '自', en: 'Since' },
  none: { zh: '没有待重新评级的客户', en: 'No grading is due' },
  noneHint: {
    zh: '发布新的目录后，这里的事项随之了结。',
    en: 'What stands here is settled by the next directory that is published.',
  },
  rule: { zh: '评级周期规定', en: 'When gradings are due' },
  set: { zh: '设定…', en: 'Set …' },
  saved: { zh: '已设定', en: 'Set' },
  everyMonths: { zh: '每几个月', en: 'Every so many months' },
  everyMonthsHint: {
    zh: '自上一份全部客户的目录起；0 为不按时间',
    en: 'After the last directory of all clients; 0: not by time',
  },
  largePaymentMinor: { zh: '单笔缴费达到', en: 'A payment of' },
  severity: { zh: '投诉严重程度达到', en: 'A complaint of severity' },
  optional: { zh: '不填为不看', en: 'Left empty: not looked at' },
  byTime: {
    zh: '每 {{count}} 个月',
    en: { one: 'Every month', other: 'Every {{count}} months' },
  },
  byPayment: { zh: '单笔缴费 {{payment}} 以上', en: 'payments from {{payment}}' },
  bySeverity: { zh: '{{severity}} 级以上投诉', en: 'complaints of severity {{severity}} or graver' },
  never: { zh: '未设定：不提示重新评级', en: 'Nothing is set: no grading becomes due' },
})
type Row = GradingDueListQuery['gradingDue']['edges'][number]['node']

/** Who is due for another grading, and why. */
export function DuePage() {
  const say = useMessages(texts)
  const may = useMay()
  const money = useMoneyText()
  const phone = useIsPhone()
  const [setting, setSetting] = useState(false)
  const { data, error, loading, refetch, fetchMore } = useQuery(GradingDueList, {
    variables: { first: PAGE },
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.gradingDue.pageInfo
  const policy = data?.gradingPolicy ?? { ...DEFAULT_GRADING_POLICY, version: 0 }
  const table = (
    <DataTable
      label={say('list')}
      columns={useColumns()}
      rows={data?.gradingDue.edges.map(({ node }) => node)}
      rowKey={({ id }) => id}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <Stack gap={4}>
      <GradingHeader
        current="due"
        subtitle={say('subtitle')}
        actions={may('gradingPolicy:set') && <Button onClick={() => setSetting(true)}>{say('set')}</Button>}
      />
      {data && (
        <span className="st-quiet">
          {[
            policy.everyMonths > 0 && say('byTime', { count: policy.everyMonths }),
            policy.largePaymentMinor !== null &&
              say('byPayment', { payment: money(policy.largePaymentMinor) }),
            policy.severity !== null && say('bySeverity', { severity: policy.severity }),
          ]
            .filter(Boolean)
            .join(' · ') || say('never')}
        </span>
      )}
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone ? (
        table
      ) : (
        <Panel flush>{table}</Panel>
      )}
      <Sheet open={setting} title={say('rule')} onClose={() => setSetting(false)}>
        {setting && (
          <PolicyForm
            policy={policy}
            onReload={refetch}
            onCancel={() => setSetting(false)}
            onDone={async () => {
              await refetch()
              setSetting(false)
            }}
          />
        )}
      </Sheet>
    </Stack>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  return [
    {
      key: 'client',
      title: say('client'),
      render: ({ client }) =>
        client ? (
          <AppLink to={path(`clients/${client.id}`)}>
            {client.name ?? client.code} <span className="st-quiet">{client.name && client.code}</span>
          </AppLink>
        ) : (
          say('everybody')
        ),
    },
    {
      key: 'cause',
      title: say('cause'),
      card: 'tag',
      render: ({ cause }) => <StatusTag tone="warn">{sayWord(GRADING_DUE_CAUSE_LABELS[cause])}</StatusTag>,
    },
    { key: 'at', title: say('at'), width: '160px', render: ({ at }) => <Instant at={at} /> },
  ]
}

interface Policy {
  readonly everyMonths: number
  readonly largePaymentMinor: number | null
  readonly severity: number | null
  readonly version: number
}

function PolicyForm(props: {
  readonly policy: Policy
  readonly onReload: () => Promise<unknown>
  readonly onCancel: () => void
  readonly onDone: () => Promise<void>
}) {
  const { version, ...initial } = props.policy
  const { currency } = useViewer().organization
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const act = useFreshAct(SetGradingPolicy, props.onReload)
  return (
    <Form<Omit<Policy, 'version'>>
      label={say('rule')}
      verb={say('rule')}
      initial={initial}
      onCancel={props.onCancel}
      check={(values) => check(GRADING_POLICY_INPUT, { ...values, expectedVersion: version })}
      onSubmit={async ({ everyMonths, largePaymentMinor, severity }) => {
        const { refused } = await act({
          everyMonths,
          ...(largePaymentMinor === null ? {} : { largePaymentMinor }),
          ...(severity === null ? {} : { severity }),
          expectedVersion: version,
        })
        if (refused) return refused
        notify.done(say('saved'))
        await props.onDone()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="everyMonths" label={say('everyMonths')} hint={say('everyMonthsHint')} required>
          <InputNumber min={0} max={60} precision={0} />
        </Field>
        <Field name="largePaymentMinor" label={say('largePaymentMinor')} hint={say('optional')}>
          <MoneyInput currency={currency} />
        </Field>
        <Field name="severity" label={say('severity')} hint={say('optional')}>
          <InputNumber min={1} max={4} precision={0} />
        </Field>
      </Stack>
    </Form>
  )
}
