import { useQuery } from '@apollo/client/react'
import {
  OPEN_SUBJECT_REQUEST_STATUSES,
  SUBJECT_REQUEST_ACTION_LABELS,
  SUBJECT_REQUEST_KIND_LABELS,
  SUBJECT_REQUESTER_LABELS,
} from '@steward/domain'
import { readFragment, type SubjectRequestLineFragment } from '@steward/graphql-client'
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  Instant,
  PageHeader,
  Panel,
  Stack,
  useIsPhone,
  useUi,
  ViewTabs,
  type Column,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { usePagePath } from '../routing/use-page-path.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { SubjectRequestLine, SubjectRequests } from './subject-request-documents.ts'
import { SubjectRequestLimitsPanel } from './subject-request-policy.tsx'
import { AnswerDue, SubjectRequestTag } from './subject-request-tags.tsx'

const PAGE = 50

const texts = messages({
  title: { zh: '个人信息主体请求', en: 'Requests of data subjects' },
  subtitle: {
    zh: '客户就自己的资料提出的查阅、复制、更正等请求：先核实身份，再在期限内答复',
    en: 'What clients ask about their own data: prove who asks, then answer in time',
  },
  views: { zh: '范围', en: 'Which' },
  open: { zh: '待办', en: 'To answer' },
  all: { zh: '全部', en: 'All' },
  number: { zh: '编号', en: 'Number' },
  client: { zh: '客户', en: 'Client' },
  kind: { zh: '请求', en: 'What is asked' },
  by: { zh: '请求人', en: 'Asked by' },
  at: { zh: '登记', en: 'Registered' },
  due: { zh: '答复期限', en: 'Answer due' },
  status: { zh: '状态', en: 'Status' },
  none: { zh: '没有待答复的请求', en: 'Nothing waits for an answer' },
  noneHint: {
    zh: '客户提出时，在客户档案页的“更多操作”里登记。',
    en: 'When a client asks, register it from the actions of their archive.',
  },
})

type Line = SubjectRequestLineFragment

/** What is owed to data subjects, by when. */
export function SubjectRequestsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const phone = useIsPhone()
  const { routing } = useUi()
  const path = usePortalPath()
  const pageOf = usePagePath()
  const [params] = useSearchParams()
  const view = params.get('view') === 'all' ? 'all' : 'open'
  const { data, error, loading, refetch, fetchMore } = useQuery(SubjectRequests, {
    variables: {
      filter: view === 'open' ? { status: [...OPEN_SUBJECT_REQUEST_STATUSES] } : {},
      orderBy: view === 'open' ? 'DUE' : 'NEWEST',
      first: PAGE,
    },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['SubjectRequest'], () => void refetch())
  const columns = useColumns()
  const page = data?.subjectRequests.pageInfo
  const register = pageOf({ portal: 'customer-service', path: 'subject-requests/new' })
  const begin = may('subjectRequest:register') && may('portal:customerService') && (
    <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => routing.go(register)}>
      {sayWord(SUBJECT_REQUEST_ACTION_LABELS.register)}
    </Button>
  )
  const rows = data?.subjectRequests.edges.map(({ node }) => readFragment(SubjectRequestLine, node))
  const table = (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`subject-requests/${id}`)}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} actions={begin} />
      <ViewTabs
        label={say('views')}
        current={view}
        views={[
          { key: 'open', label: say('open'), to: path('subject-requests') },
          { key: 'all', label: say('all'), to: path('subject-requests?view=all') },
        ]}
      />
      <Stack gap={4}>
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
        {may('subjectRequestPolicy:read') && <SubjectRequestLimitsPanel />}
      </Stack>
    </>
  )
}

function useColumns(): readonly Column<Line>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return [
    { key: 'number', title: say('number'), width: '150px', render: ({ number }) => <code>{number}</code> },
    {
      key: 'client',
      title: say('client'),
      render: ({ client }) =>
        client && (
          <>
            {client.name ?? client.code} <span className="st-quiet st-small">{client.code}</span>
          </>
        ),
    },
    { key: 'kind', title: say('kind'), render: ({ kind }) => sayWord(SUBJECT_REQUEST_KIND_LABELS[kind]) },
    {
      key: 'by',
      title: say('by'),
      width: '110px',
      minor: true,
      render: ({ askedBy }) => sayWord(SUBJECT_REQUESTER_LABELS[askedBy]),
    },
    {
      key: 'at',
      title: say('at'),
      width: '170px',
      minor: true,
      render: ({ registeredAt }) => <Instant at={registeredAt} />,
    },
    {
      key: 'due',
      title: say('due'),
      width: '200px',
      render: ({ status, dueAt }) => <AnswerDue status={status} dueAt={dueAt} />,
    },
    {
      key: 'status',
      title: say('status'),
      width: '150px',
      card: 'tag',
      render: ({ status }) => <SubjectRequestTag status={status} />,
    },
  ]
}
