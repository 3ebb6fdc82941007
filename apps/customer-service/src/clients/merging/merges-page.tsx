import { useQuery } from '@apollo/client/react'
import type { ClientMergeFilter, ClientMergesQuery } from '@steward/graphql-client'
import { FailureState, messages, useLiveTypes, useMessages, usePortalPath } from '@steward/portal'
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
import { ClientMerges } from './merge-documents.ts'
import { MergeTag } from './merge-words.tsx'

const PAGE = 50

const texts = messages({
  title: { zh: '客户合并', en: 'Merges of clients' },
  subtitle: {
    zh: '同一位客户登记了两次：两份历史都保留，两人签核，可以撤销',
    en: 'One client on file twice: both histories are kept, two people sign, and it can be reversed',
  },
  back: { zh: '客户', en: 'Clients' },
  views: { zh: '合并', en: 'Merges' },
  awaiting: { zh: '待我签核', en: 'Awaiting me' },
  open: { zh: '签核中', en: 'Being signed' },
  all: { zh: '全部', en: 'All' },
  number: { zh: '编号', en: 'Number' },
  merged: { zh: '并入的客户', en: 'Merged' },
  survivor: { zh: '保留的客户', en: 'Into' },
  by: { zh: '提请人', en: 'Proposed by' },
  at: { zh: '提请时间', en: 'Proposed' },
  status: { zh: '状态', en: 'Status' },
  empty: { zh: '没有合并', en: 'No merges' },
  emptyHint: {
    zh: '在客户页面点“合并…”，或在客户列表中选定两位客户。',
    en: 'Choose “Merge …” on the page of a client, or choose two in the list of clients.',
  },
})

const VIEWS = ['all', 'open', 'awaiting'] as const
type View = (typeof VIEWS)[number]
const FILTERS: Readonly<Record<View, ClientMergeFilter>> = {
  all: {},
  open: { status: ['IN_SIGNING', 'REVERSAL_IN_SIGNING'] },
  awaiting: { awaitsMe: true },
}
type Row = ClientMergesQuery['clientMerges']['edges'][number]['node']

/** All merges of clients whose archives one reads. */
export function MergesPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const phone = useIsPhone()
  const [params] = useSearchParams()
  const view = VIEWS.find((it) => it === params.get('view')) ?? 'all'
  const { data, error, loading, refetch, fetchMore } = useQuery(ClientMerges, {
    variables: { filter: FILTERS[view], first: PAGE },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['ClientMerge'], () => void refetch())
  const page = data?.clientMerges.pageInfo
  const table = (
    <DataTable
      label={say('title')}
      columns={useColumns()}
      rows={data?.clientMerges.edges.map(({ node }) => node)}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`merges/${id}`)}
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
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('clients'), label: say('back') }}
      />
      <ViewTabs
        label={say('views')}
        current={view}
        views={VIEWS.map((key) => ({
          key,
          label: say(key),
          to: path(key === 'all' ? 'merges' : `merges?view=${key}`),
        }))}
      />
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

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const who = (client: Row['survivor'], code: string) => (
    <>
      {client?.name ?? code} {client?.name && <span className="st-quiet">{code}</span>}
    </>
  )
  return [
    { key: 'number', title: say('number'), width: '150px', render: ({ number }) => <code>{number}</code> },
    { key: 'merged', title: say('merged'), render: ({ merged, mergedCode }) => who(merged, mergedCode) },
    {
      key: 'survivor',
      title: say('survivor'),
      render: ({ survivor, survivorCode }) => who(survivor, survivorCode),
    },
    { key: 'by', title: say('by'), width: '120px', render: ({ proposedBy }) => proposedBy?.name ?? '—' },
    { key: 'at', title: say('at'), width: '150px', render: ({ proposedAt }) => <Instant at={proposedAt} /> },
    {
      key: 'status',
      title: say('status'),
      width: '130px',
      card: 'tag',
      render: ({ status }) => <MergeTag status={status} />,
    },
  ]
}
