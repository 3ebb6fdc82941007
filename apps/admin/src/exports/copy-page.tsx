import { useQuery } from '@apollo/client/react'
import { EXPORT_COLUMN_RULES, EXPORT_FORM_LABELS, REVISION_STATUS_LABELS } from '@steward/domain'
import {
  FailureState,
  messages,
  useList,
  useLiveRecord,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Alert,
  AppLink,
  Day,
  DescriptionList,
  EmptyState,
  Inline,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Progress,
  Stack,
} from '@steward/ui'
import { useParams } from 'react-router'
import { CopyVerbs } from './copy-verbs.tsx'
import { OneControlledCopy, type CopyInFull } from './export-documents.ts'
import { CopyTag, UsePeriod } from './export-tags.tsx'

const texts = messages({
  copies: { zh: '受控副本', en: 'Controlled copies' },
  gone: { zh: '没有这份副本', en: 'There is no such copy' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  producing: { zh: '正在制作', en: 'It is being produced' },
  failed: { zh: '文件没有做成', en: 'The file could not be made' },
  failedHint: {
    zh: '没有留下任何内容。申请人可以重新制作；仍不成功请联系系统管理员。',
    en: 'Nothing of it is left. Whoever asked can have it produced again; if that fails, too, tell the administrator.',
  },
  warned: { zh: '已提醒持有人。', en: 'Its holder was warned.' },
  told: { zh: '已上报主管经理与品质管理。', en: 'Management was told.' },
  overdue: {
    zh: '逾期 {{count}} 天未归还',
    en: { one: '{{count}} day overdue', other: '{{count}} days overdue' },
  },
  about: { zh: '这份副本', en: 'This copy' },
  request: { zh: '申请', en: 'Request' },
  purpose: { zh: '用途', en: 'Purpose' },
  scope: { zh: '客户范围', en: 'Which clients' },
  clients: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  columns: { zh: '信息项', en: 'Data' },
  form: { zh: '形式', en: 'Form' },
  recipient: { zh: '接收人', en: 'Recipient' },
  holder: { zh: '持有人（责任人）', en: 'Held by' },
  period: { zh: '使用期限', en: 'Period of use' },
  produced: { zh: '制作时间', en: 'Produced' },
  hash: { zh: '文件摘要（SHA-256）', en: 'Digest of the file (SHA-256)' },
  received: { zh: '签收', en: 'Signed for' },
  signer: { zh: '纸上签收人', en: 'Signed on paper by' },
  returned: { zh: '收回', en: 'Taken back' },
  destruction: { zh: '销毁记录', en: 'Destruction record' },
})

/** One copy: what it holds, who answers for it, where it went. */
export function ControlledCopyPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(OneControlledCopy, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useLiveRecord(id, () => void refetch())
  useWorkTab(data?.controlledCopy?.number, data?.controlledCopy?.request?.purpose)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { controlledCopy: copy } = data
  if (!copy) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  return (
    <>
      <PageHeader
        title={copy.number}
        back={{ to: path('copies'), label: say('copies') }}
        subtitle={
          <Inline gap={2}>
            <CopyTag status={copy.status} overdueDays={copy.overdueDays} />
            {copy.request?.purpose}
          </Inline>
        }
        actions={<CopyVerbs copy={copy} onReload={refetch} />}
      />
      <Stack gap={4}>
        {copy.status === 'PRODUCING' && <Progress percent={copy.progress} aria-label={say('producing')} />}
        {copy.status === 'FAILED' && (
          <Alert type="error" showIcon title={say('failed')} description={say('failedHint')} />
        )}
        {copy.overdueDays > 0 && (
          <Alert
            type="error"
            showIcon
            title={say('overdue', { count: copy.overdueDays })}
            description={copy.chased > 1 ? say('told') : copy.chased === 1 ? say('warned') : undefined}
          />
        )}
        <Panel title={say('about')}>
          <About copy={copy} />
        </Panel>
      </Stack>
    </>
  )
}

function About({ copy }: { readonly copy: CopyInFull }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const may = useMay()
  const path = usePortalPath()
  const { request, destruction } = copy
  const record = destruction?.document && `${destruction.document.number} ${destruction.label}`
  return (
    <DescriptionList
      items={[
        ...(request
          ? [
              {
                label: say('request'),
                value: <AppLink to={path(`releases/${request.id}`)}>{request.number}</AppLink>,
              },
              { label: say('purpose'), value: request.purpose },
              {
                label: say('scope'),
                value: `${request.scopeNote} · ${say('clients', { count: request.clientCount })}`,
              },
              {
                label: say('columns'),
                value: list(request.columns.map((it) => sayWord(EXPORT_COLUMN_RULES[it].label))),
                wide: true,
              },
            ]
          : []),
        { label: say('form'), value: sayWord(EXPORT_FORM_LABELS[copy.form]) },
        { label: say('recipient'), value: copy.recipient },
        { label: say('holder'), value: copy.holder?.name },
        { label: say('period'), value: request ? <UsePeriod {...request} /> : <Day on={copy.dueOn} /> },
        ...(copy.producedAt
          ? [{ label: say('produced'), value: <Instant at={copy.producedAt} show="absolute" /> }]
          : []),
        ...(copy.receivedAt
          ? [{ label: say('received'), value: <Instant at={copy.receivedAt} show="absolute" /> }]
          : []),
        ...(copy.signer ? [{ label: say('signer'), value: copy.signer }] : []),
        ...(copy.returnedAt
          ? [
              {
                label: say('returned'),
                value: (
                  <>
                    <Instant at={copy.returnedAt} show="absolute" /> · {copy.returnedTo?.name}
                    {copy.returnNote && <div className="st-quiet st-small">{copy.returnNote}</div>}
                  </>
                ),
              },
            ]
          : []),
        ...(destruction && record
          ? [
              {
                label: say('destruction'),
                value: (
                  <>
                    {may('document:read') && destruction.document ? (
                      <AppLink to={path(`documents/${destruction.document.id}`)}>{record}</AppLink>
                    ) : (
                      record
                    )}{' '}
                    · {sayWord(REVISION_STATUS_LABELS[destruction.status])}
                  </>
                ),
              },
            ]
          : []),
        ...(copy.fileHash
          ? [
              {
                label: say('hash'),
                value: (
                  <code className="st-small" style={{ overflowWrap: 'anywhere' }}>
                    {copy.fileHash}
                  </code>
                ),
                wide: true,
              },
            ]
          : []),
      ]}
    />
  )
}
