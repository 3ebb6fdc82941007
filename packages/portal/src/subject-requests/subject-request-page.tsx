import { useQuery } from '@apollo/client/react'
import {
  CHANNEL_LABELS,
  EXPORT_STATUS_LABELS,
  OPEN_SUBJECT_REQUEST_STATUSES,
  SUBJECT_PROOF_LABELS,
  SUBJECT_REFUSAL_RULES,
  SUBJECT_REQUEST_ARTICLES,
  SUBJECT_REQUEST_KIND_LABELS,
  SUBJECT_REQUESTER_LABELS,
} from '@steward/domain'
import { readFragment, type SubjectRequestPageQuery } from '@steward/graphql-client'
import {
  AppLink,
  DescriptionList,
  EmptyState,
  Inline,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Stack,
} from '@steward/ui'
import { useParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveRecord } from '../live/use-live.ts'
import { usePagePath } from '../routing/use-page-path.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { useWorkTab } from '../tabs/work-context.tsx'
import { OneSubjectRequest, SubjectRequestLine } from './subject-request-documents.ts'
import { ErasurePanel } from './erasure-panel.tsx'
import { AnswerDue, SubjectRequestTag } from './subject-request-tags.tsx'
import { SubjectRequestVerbs } from './subject-request-verbs.tsx'

const texts = messages({
  list: { zh: '个人信息主体请求', en: 'Requests of data subjects' },
  gone: { zh: '没有这条请求', en: 'There is no such request' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  asked: { zh: '请求', en: 'What is asked' },
  words: { zh: '请求内容', en: 'In their words' },
  article: { zh: '法律依据', en: 'Stands on' },
  law: { zh: '个人信息保护法{{article}}', en: 'PIPL, {{article}}' },
  client: { zh: '客户', en: 'Client' },
  by: { zh: '请求人', en: 'Asked by' },
  channel: { zh: '渠道', en: 'Channel' },
  registered: { zh: '登记', en: 'Registered' },
  due: { zh: '答复期限', en: 'Answer due' },
  identity: { zh: '身份核实', en: 'Identity' },
  unproven: {
    zh: '尚未核实。核实之前，不向请求人透露任何资料，包括是否有其档案。',
    en: 'Not proven yet. Until it is, nothing is told to whoever asks, not even whether there is an archive.',
  },
  how: { zh: '核实方式', en: 'How' },
  seen: { zh: '核对情况', en: 'What was seen' },
  who: { zh: '核实人', en: 'Proven by' },
  outcome: { zh: '办理结果', en: 'Outcome' },
  reason: { zh: '拒绝理由', en: 'Reason' },
  reasonOfLaw: { zh: '{{reason}}（个人信息保护法{{article}}）', en: '{{reason}} (PIPL, {{article}})' },
  answer: { zh: '答复内容', en: 'What they were told' },
  decided: { zh: '办理人', en: 'Decided by' },
  copy: { zh: '副本制作申请', en: 'Request for the copy' },
  record: { zh: '销毁记录', en: 'Destruction record' },
  awaits: { zh: '待监销人签字', en: 'The supervising manager’s signature is awaited' },
})

type Request = NonNullable<SubjectRequestPageQuery['subjectRequest']>

/** One request: what is asked, how it was proven who asks, what they were told. */
export function SubjectRequestPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(OneSubjectRequest, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useLiveRecord(id, () => void refetch())
  const line = data?.subjectRequest && readFragment(SubjectRequestLine, data.subjectRequest)
  useWorkTab(line?.number)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { subjectRequest: request } = data
  if (!request || !line) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const isOpen = OPEN_SUBJECT_REQUEST_STATUSES.includes(line.status)
  return (
    <>
      <PageHeader
        title={sayWord(SUBJECT_REQUEST_KIND_LABELS[line.kind])}
        back={{ to: path('subject-requests'), label: say('list') }}
        subtitle={
          <Inline gap={2}>
            <code>{line.number}</code>
            <SubjectRequestTag status={line.status} />
          </Inline>
        }
        actions={<SubjectRequestVerbs request={request} onReload={refetch} />}
      />
      <Stack gap={4}>
        <Asked request={request} />
        <Identity request={request} />
        {line.kind === 'ERASURE' && isOpen && may('subjectRequest:erase') && (
          <ErasurePanel subjectRequestId={id} />
        )}
        <Outcome request={request} />
      </Stack>
    </>
  )
}

function Asked({ request }: { readonly request: Request }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const pageOf = usePagePath()
  const { client, kind, askedBy, registeredAt, registeredBy, dueAt, status } = readFragment(
    SubjectRequestLine,
    request,
  )
  const name = client && (client.name ?? client.code)
  const certificate = request.erasure?.document
  const asked = request.exportRequest
  return (
    <Panel title={say('asked')}>
      <DescriptionList
        items={[
          ...(client
            ? [
                {
                  label: say('client'),
                  value: may('portal:customerService') ? (
                    <AppLink to={pageOf({ portal: 'customer-service', path: `clients/${client.id}` })}>
                      {name}
                    </AppLink>
                  ) : (
                    name
                  ),
                },
              ]
            : []),
          {
            label: say('by'),
            value: [sayWord(SUBJECT_REQUESTER_LABELS[askedBy]), request.requesterName]
              .filter(Boolean)
              .join(' · '),
          },
          { label: say('article'), value: say('law', { article: sayWord(SUBJECT_REQUEST_ARTICLES[kind]) }) },
          { label: say('channel'), value: sayWord(CHANNEL_LABELS[request.channel]) },
          {
            label: say('registered'),
            value: (
              <>
                {registeredBy?.name} · <Instant at={registeredAt} />
              </>
            ),
          },
          { label: say('due'), value: <AnswerDue status={status} dueAt={dueAt} /> },
          ...(asked
            ? [
                {
                  label: say('copy'),
                  value: (
                    <>
                      <AppLink to={pageOf({ portal: 'admin', path: `releases/${asked.id}` })}>
                        {asked.number}
                      </AppLink>{' '}
                      {sayWord(EXPORT_STATUS_LABELS[asked.status])}
                    </>
                  ),
                },
              ]
            : []),
          ...(certificate
            ? [
                {
                  label: say('record'),
                  value: (
                    <>
                      <AppLink to={pageOf({ portal: 'admin', path: `documents/${certificate.id}` })}>
                        {certificate.number}
                      </AppLink>{' '}
                      {request.erasure?.status === 'IN_SIGNING' && say('awaits')}
                    </>
                  ),
                },
              ]
            : []),
          ...(request.words ? [{ label: say('words'), value: request.words, wide: true }] : []),
        ]}
      />
    </Panel>
  )
}

function Identity({ request }: { readonly request: Request }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { proof, proofNote, verifiedBy, verifiedAt } = request
  return (
    <Panel title={say('identity')}>
      {proof === null || verifiedAt === null ? (
        <p className="st-quiet">{say('unproven')}</p>
      ) : (
        <DescriptionList
          items={[
            { label: say('how'), value: sayWord(SUBJECT_PROOF_LABELS[proof]) },
            {
              label: say('who'),
              value: (
                <>
                  {verifiedBy?.name} · <Instant at={verifiedAt} />
                </>
              ),
            },
            ...(proofNote ? [{ label: say('seen'), value: proofNote, wide: true }] : []),
          ]}
        />
      )}
    </Panel>
  )
}

function Outcome({ request }: { readonly request: Request }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { decidedAt } = readFragment(SubjectRequestLine, request)
  if (decidedAt === null) return null
  const { refusal, answer, decidedBy } = request
  const rule = refusal && SUBJECT_REFUSAL_RULES[refusal]
  return (
    <Panel title={say('outcome')}>
      <DescriptionList
        items={[
          {
            label: say('decided'),
            value: (
              <>
                {decidedBy?.name} · <Instant at={decidedAt} />
              </>
            ),
          },
          ...(rule
            ? [
                {
                  label: say('reason'),
                  value: say('reasonOfLaw', { reason: sayWord(rule.label), article: sayWord(rule.article) }),
                  wide: true,
                },
              ]
            : []),
          ...(answer ? [{ label: say('answer'), value: answer, wide: true }] : []),
        ]}
      />
    </Panel>
  )
}
