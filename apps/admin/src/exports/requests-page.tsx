import { useQuery } from '@apollo/client/react'
import { EXPORT_FORM_LABELS } from '@steward/domain'
import type { ExportRequestFilter, ExportRequestsQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveTypes,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  DataTable,
  EmptyState,
  Instant,
  PageHeader,
  Panel,
  useIsPhone,
  ViewTabs,
  type Column,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { ExportRequests } from './export-documents.ts'
import { ExportTag, UseTag } from './export-tags.tsx'

const PAGE = 50

const texts = messages({
  title: { zh: '客户信息使用申请', en: 'Use of client information' },
  subtitle: {
    zh: '客户信息离开档案，须先申请、经批准；公司外使用只由总经理批准',
    en: 'Nothing leaves the archive but on an approved request; outside the company the general manager alone approves',
  },
  views: { zh: '申请', en: 'Requests' },
  awaiting: { zh: '待我签核', en: 'Awaiting me' },
  mine: { zh: '我的申请', en: 'Mine' },
  all: { zh: '全部', en: 'All' },
  number: { zh: '编号', en: 'Number' },
  purpose: { zh: '用途', en: 'Purpose' },
  what: { zh: '内容', en: 'What' },
  clients: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  copies: { zh: '{{count}} 份', en: { one: '{{count}} copy', other: '{{count}} copies' } },
  use: { zh: '使用范围', en: 'Where it is used' },
  by: { zh: '申请人', en: 'Requested by' },
  at: { zh: '申请时间', en: 'Requested' },
  status: { zh: '状态', en: 'Status' },
  empty: { zh: '没有申请', en: 'No requests' },
  emptyHint: {
    zh: '在客户服务门户的客户列表中选定客户，点“申请使用”。',
    en: 'Choose clients in the list of clients and press “Ask for use”.',
  },
})

const VIEWS = ['all', 'awaiting', 'mine'] as const
type View = (typeof VIEWS)[number]
const FILTERS: Readonly<Record<View, ExportRequestFilter>> = {
  all: {},
  awaiting: { awaitsMe: true },
  mine: { mine: true },
}
type Row = ExportRequestsQuery['exportRequests']['edges'][number]['node']

/** Requests that are one's own, or that one answers for. */
export function ExportRequestsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const phone = useIsPhone()
  const [params] = useSearchParams()
  const view = VIEWS.find((it) => it === params.get('view')) ?? 'all'
  const { data, error, loading, refetch, fetchMore } = useQuery(ExportRequests, {
    variables: { filter: FILTERS[view], first: PAGE },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['ExportRequest'], () => void refetch())
  const page = data?.exportRequests.pageInfo
  const table = (
    <DataTable
      label={say('title')}
      columns={useColumns()}
      rows={data?.exportRequests.edges.map(({ node }) => node)}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`releases/${id}`)}
      empty={<EmptyState title={say('empty')} hint={say('emptyHint')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Views view={view} />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone ? (
        table
      ) : (
        <Panel flush>{table}</Panel>
      )}
    </>
  )
}

function Views({ view }: { readonly view: View }) {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const shown = VIEWS.filter(
    (it) => it !== 'awaiting' || may('exportRequest:approve') || may('exportRequest:review'),
  )
  return (
    <ViewTabs
      label={say('views')}
      current={view}
      views={shown.map((key) => ({
        key,
        label: say(key),
        to: path(key === 'all' ? 'releases' : `releases?view=${key}`),
      }))}
    />
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return [
    { key: 'number', title: say('number'), width: '150px', render: ({ number }) => <code>{number}</code> },
    { key: 'purpose', title: say('purpose'), render: ({ purpose }) => purpose },
    {
      key: 'what',
      title: say('what'),
      width: '250px',
      render: ({ clientCount, copies, form }) =>
        `${say('clients', { count: clientCount })} · ${sayWord(EXPORT_FORM_LABELS[form])} · ${say('copies', { count: copies })}`,
    },
    { key: 'use', title: say('use'), width: '140px', card: 'tag', render: ({ use }) => <UseTag use={use} /> },
    { key: 'by', title: say('by'), width: '110px', render: ({ requestedBy }) => requestedBy?.name },
    {
      key: 'at',
      title: say('at'),
      width: '120px',
      minor: true,
      render: ({ requestedAt }) => <Instant at={requestedAt} />,
    },
    {
      key: 'status',
      title: say('status'),
      width: '170px',
      render: ({ status }) => <ExportTag status={status} />,
    },
  ]
}
