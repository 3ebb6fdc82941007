import { useQuery } from '@apollo/client/react'
import { readFragment, type BreachLineFragment } from '@steward/graphql-client'
import { DataTable, Day, EmptyState, Instant, PageHeader, Panel, useIsPhone, type Column } from '@steward/ui'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { BreachLine, InformationBreaches } from './inventory-documents.ts'
import { BreachTag } from './inventory-tags.tsx'

const PAGE = 50

const texts = messages({
  list: { zh: '客户信息清单', en: 'Inventories of client information' },
  title: { zh: '违规记录', en: 'Breaches of confidentiality' },
  subtitle: {
    zh: '违规查阅客户信息：记录事实，听取本人陈述，作出结论；一经记录即保存',
    en: 'Unauthorised reading of client information: recorded, the person heard, concluded, and kept',
  },
  number: { zh: '编号', en: 'Number' },
  who: { zh: '当事人', en: 'Whose' },
  department: { zh: '部门', en: 'Department' },
  on: { zh: '发生', en: 'Happened' },
  at: { zh: '记录', en: 'Recorded' },
  status: { zh: '状态', en: 'Status' },
  none: { zh: '没有违规记录', en: 'No breach is on record' },
})

type Line = BreachLineFragment

/** One's own, or all of them for whoever watches over confidentiality. */
export function BreachesPage() {
  const say = useMessages(texts)
  const phone = useIsPhone()
  const path = usePortalPath()
  const { data, error, loading, refetch, fetchMore } = useQuery(InformationBreaches, {
    variables: { first: PAGE },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['InformationBreach'], () => void refetch())
  const page = data?.informationBreaches.pageInfo
  const rows = data?.informationBreaches.edges.map(({ node }) => readFragment(BreachLine, node))
  const columns: readonly Column<Line>[] = [
    { key: 'number', title: say('number'), width: '150px', render: ({ number }) => <code>{number}</code> },
    { key: 'who', title: say('who'), render: ({ staff }) => staff?.name },
    { key: 'department', title: say('department'), render: ({ department }) => department?.name },
    { key: 'on', title: say('on'), width: '130px', render: ({ happenedOn }) => <Day on={happenedOn} /> },
    {
      key: 'at',
      title: say('at'),
      width: '170px',
      minor: true,
      render: ({ recordedAt }) => <Instant at={recordedAt} />,
    },
    {
      key: 'status',
      title: say('status'),
      width: '150px',
      card: 'tag',
      render: ({ status }) => <BreachTag status={status} />,
    },
  ]
  const table = (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`breaches/${id}`)}
      empty={<EmptyState title={say('none')} />}
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
        back={{ to: path('information'), label: say('list') }}
      />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone || rows?.length === 0 ? (
        table
      ) : (
        <Panel flush>{table}</Panel>
      )}
    </>
  )
}
