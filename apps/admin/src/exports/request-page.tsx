import { useQuery } from '@apollo/client/react'
import { EXPORT_COLUMN_RULES, EXPORT_FORM_LABELS } from '@steward/domain'
import {
  FailureState,
  messages,
  SigningWay,
  useList,
  useLiveRecord,
  useLiveTypes,
  useMessages,
  usePortalPath,
  useSaidBy,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Alert,
  DataTable,
  Day,
  DescriptionList,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Progress,
  WithAside,
  type Column,
} from '@steward/ui'
import { useParams } from 'react-router'
import { OneExportRequest, type RequestInFull } from './export-documents.ts'
import { CopyTag, ExportTag, UsePeriod, UseTag } from './export-tags.tsx'
import { RequestVerbs } from './request-verbs.tsx'

const texts = messages({
  requests: { zh: '客户信息使用申请', en: 'Use of client information' },
  gone: { zh: '没有这份申请', en: 'There is no such request' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  asked: { zh: '申请内容', en: 'What is asked for' },
  purpose: { zh: '用途', en: 'Purpose' },
  scope: { zh: '客户范围', en: 'Which clients' },
  clients: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  frozen: { zh: '名单已固定，摘要', en: 'The list is frozen; its hash' },
  columns: { zh: '信息项', en: 'Data' },
  necessity: { zh: '必要性', en: 'Why it is needed' },
  form: { zh: '形式与份数', en: 'Form and copies' },
  copiesOf: { zh: '{{count}} 份', en: { one: '{{count}} copy', other: '{{count}} copies' } },
  recipient: { zh: '接收人', en: 'Recipient' },
  site: { zh: '使用的项目', en: 'Site' },
  period: { zh: '使用期限', en: 'Period of use' },
  by: { zh: '申请人', en: 'Requested by' },
  decided: { zh: '审批人', en: 'Decided by' },
  reason: { zh: '原因', en: 'Reason' },
  rejected: { zh: '申请被驳回', en: 'The request was rejected' },
  way: { zh: '审批经过', en: 'Course of the signing' },
  copies: { zh: '受控副本', en: 'Controlled copies' },
  number: { zh: '副本编号', en: 'Number' },
  status: { zh: '状态', en: 'Status' },
  due: { zh: '归还期限', en: 'Due back' },
})

/** One request: what is asked for and why, who signed, what was made of it. */
export function ExportRequestPage() {
  const say = useMessages(texts)
  const saidBy = useSaidBy()
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(OneExportRequest, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useLiveRecord(id, () => void refetch())
  useLiveTypes(['ControlledCopy'], () => void refetch())
  useWorkTab(data?.exportRequest?.number, data?.exportRequest?.purpose)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { exportRequest: request } = data
  if (!request) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  return (
    <>
      <PageHeader
        title={request.purpose}
        back={{ to: path('releases'), label: say('requests') }}
        subtitle={
          <Inline gap={2}>
            <code>{request.number}</code>
            <ExportTag status={request.status} />
            <UseTag use={request.use} />
          </Inline>
        }
        actions={<RequestVerbs request={request} onReload={refetch} />}
      />
      <WithAside
        aside={
          request.signings[0] && (
            <Panel title={say('way')}>
              <SigningWay signing={request.signings[0]} />
            </Panel>
          )
        }
      >
        {request.status === 'REJECTED' && request.reason && (
          <Alert
            type="warning"
            showIcon
            title={say('rejected')}
            description={saidBy(request.decidedBy?.name, request.reason)}
          />
        )}
        <Panel title={say('asked')}>
          <Asked request={request} />
        </Panel>
        {request.controlledCopies.length > 0 && (
          <Panel title={say('copies')} flush>
            <Copies request={request} />
          </Panel>
        )}
      </WithAside>
    </>
  )
}

function Asked({ request }: { readonly request: RequestInFull }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const outside = [request.recipientName, request.recipientCompany].filter(Boolean).join(' · ')
  return (
    <DescriptionList
      items={[
        { label: say('purpose'), value: request.purpose, wide: true },
        {
          label: say('scope'),
          value: (
            <>
              {request.scopeNote}
              <div className="st-quiet st-small">{say('clients', { count: request.clientCount })}</div>
            </>
          ),
        },
        {
          label: say('frozen'),
          value: (
            <code className="st-small" style={{ overflowWrap: 'anywhere' }}>
              {request.idsHash}
            </code>
          ),
        },
        {
          label: say('columns'),
          value: list(request.columns.map((it) => sayWord(EXPORT_COLUMN_RULES[it].label))),
          wide: true,
        },
        ...(request.necessity ? [{ label: say('necessity'), value: request.necessity, wide: true }] : []),
        {
          label: say('form'),
          value: `${sayWord(EXPORT_FORM_LABELS[request.form])} · ${say('copiesOf', { count: request.copies })}`,
        },
        { label: say('recipient'), value: request.recipient?.name ?? outside },
        ...(request.project ? [{ label: say('site'), value: request.project.name }] : []),
        { label: say('period'), value: <UsePeriod {...request} /> },
        { label: say('by'), value: request.requestedBy?.name },
        ...(request.decidedBy ? [{ label: say('decided'), value: request.decidedBy.name }] : []),
        ...(request.status === 'WITHDRAWN' && request.reason
          ? [{ label: say('reason'), value: request.reason, wide: true }]
          : []),
      ]}
    />
  )
}

type Copy = RequestInFull['controlledCopies'][number]

function Copies({ request }: { readonly request: RequestInFull }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const columns: readonly Column<Copy>[] = [
    { key: 'number', title: say('number'), render: ({ number }) => <code>{number}</code> },
    { key: 'recipient', title: say('recipient'), render: ({ recipient }) => recipient },
    { key: 'due', title: say('due'), width: '150px', render: ({ dueOn }) => <Day on={dueOn} /> },
    {
      key: 'status',
      title: say('status'),
      width: '200px',
      card: 'tag',
      render: ({ status, overdueDays, progress }) =>
        status === 'PRODUCING' ? (
          <Progress percent={progress} size="small" />
        ) : (
          <CopyTag status={status} overdueDays={overdueDays} />
        ),
    },
  ]
  return (
    <DataTable
      label={say('copies')}
      columns={columns}
      rows={request.controlledCopies}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`copies/${id}`)}
    />
  )
}
