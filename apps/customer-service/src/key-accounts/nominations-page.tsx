import { useQuery } from '@apollo/client/react'
import { KEY_ACCOUNT_NOMINATION_KIND_LABELS } from '@steward/domain'
import type { KeyAccountNominationsQuery } from '@steward/graphql-client'
import { FailureState, messages, useLiveTypes, useMessages, usePortalPath, useSay } from '@steward/portal'
import { DataTable, EmptyState, Instant, Panel, useIsPhone, type Column } from '@steward/ui'
import { KeyAccountNominations } from './nomination-documents.ts'
import { KeyAccountHeader } from './key-account-header.tsx'
import { LevelTag, NominationTag, TierLevel } from './key-account-words.tsx'

const PAGE = 50

const texts = messages({
  title: { zh: '提名与复评', en: 'Nominations' },
  number: { zh: '编号', en: 'Number' },
  client: { zh: '客户', en: 'Client' },
  kind: { zh: '事项', en: 'For' },
  level: { zh: '级别', en: 'Level' },
  tier: { zh: '拟定层级', en: 'Tier proposed' },
  by: { zh: '提名人', en: 'By' },
  at: { zh: '提名时间', en: 'On' },
  status: { zh: '状态', en: 'Status' },
  empty: { zh: '还没有提名', en: 'No nominations yet' },
})

type Row = KeyAccountNominationsQuery['keyAccountNominations']['edges'][number]['node']

/** What the committees were asked, the newest first. */
export function NominationsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const phone = useIsPhone()
  const columns = useColumns()
  const { data, error, loading, refetch, fetchMore } = useQuery(KeyAccountNominations, {
    variables: { filter: {}, first: PAGE },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['KeyAccountNomination'], () => void refetch())
  const page = data?.keyAccountNominations.pageInfo
  const table = (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={data?.keyAccountNominations.edges.map(({ node }) => node)}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`key-accounts/nominations/${id}`)}
      empty={<EmptyState title={say('empty')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <>
      <KeyAccountHeader current="nominations" />
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
  const sayWord = useSay()
  return [
    { key: 'client', title: say('client'), render: ({ client, clientCode }) => client?.name ?? clientCode },
    { key: 'number', title: say('number'), width: '140px', render: ({ number }) => <code>{number}</code> },
    {
      key: 'kind',
      title: say('kind'),
      width: '110px',
      render: ({ kind }) => sayWord(KEY_ACCOUNT_NOMINATION_KIND_LABELS[kind]),
    },
    { key: 'level', title: say('level'), width: '120px', render: ({ level }) => <LevelTag level={level} /> },
    {
      key: 'tier',
      title: say('tier'),
      width: '150px',
      render: ({ tier }) => (tier ? <TierLevel tier={tier} /> : '—'),
    },
    {
      key: 'by',
      title: say('by'),
      width: '110px',
      minor: true,
      render: ({ proposedBy }) => proposedBy?.name ?? '—',
    },
    {
      key: 'at',
      title: say('at'),
      width: '140px',
      minor: true,
      render: ({ proposedAt }) => <Instant at={proposedAt} />,
    },
    {
      key: 'status',
      title: say('status'),
      width: '180px',
      card: 'tag',
      render: ({ status }) => <NominationTag status={status} />,
    },
  ]
}
