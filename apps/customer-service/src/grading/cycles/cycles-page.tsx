import { useQuery } from '@apollo/client/react'
import { GRADING_CYCLE_ACTION_LABELS } from '@steward/domain'
import type { GradingCyclesQuery } from '@steward/graphql-client'
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
  AddIcon,
  Button,
  DataTable,
  Day,
  EmptyState,
  Instant,
  Panel,
  Sheet,
  Stack,
  useIsPhone,
  useUi,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { GradingCycles } from './grading-documents.ts'
import { GradingHeader } from '../grading-header.tsx'
import { CycleTag } from './grading-words.tsx'
import { OpenCycleForm } from './open-cycle-form.tsx'

const PAGE = 50

const texts = messages({
  subtitle: {
    zh: '按生效的分级标准计分，三人签核，发布后即为客户的等级',
    en: 'Scored by the standard in force, signed by three, and once published the grades by which clients are served',
  },
  list: { zh: '评估周期', en: 'Grading cycles' },
  number: { zh: '编号', en: 'Number' },
  name: { zh: '名称', en: 'Name' },
  scope: { zh: '范围', en: 'Clients of' },
  all: { zh: '全部项目', en: 'All communities' },
  amends: { zh: '修订 {{number}}', en: 'Amends {{number}}' },
  asOf: { zh: '截止日', en: 'As of' },
  clients: { zh: '客户数', en: 'Clients' },
  published: { zh: '发布', en: 'Published' },
  status: { zh: '状态', en: 'Status' },
  empty: { zh: '还没有评估周期', en: 'No cycle was opened yet' },
  emptyHint: {
    zh: '先有生效的分级标准，再由客户关系主管开启。',
    en: 'With a grading standard in force, the client-relations supervisor opens one.',
  },
})
type Row = GradingCyclesQuery['gradingCycles']['edges'][number]['node']

/** All gradings, the newest first. */
export function CyclesPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const { routing } = useUi()
  const [opening, setOpening] = useState(false)
  const { data, error, loading, refetch, fetchMore } = useQuery(GradingCycles, {
    variables: { filter: {}, first: PAGE },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['GradingCycle'], () => void refetch())
  const page = data?.gradingCycles.pageInfo
  const table = (
    <DataTable
      label={say('list')}
      columns={useColumns()}
      rows={data?.gradingCycles.edges.map(({ node }) => node)}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`grading/cycles/${id}`)}
      empty={<EmptyState title={say('empty')} hint={say('emptyHint')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  const verb = sayWord(GRADING_CYCLE_ACTION_LABELS.open)
  return (
    <Stack gap={4}>
      <GradingHeader
        current="cycles"
        subtitle={say('subtitle')}
        actions={
          may('gradingCycle:open') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setOpening(true)}>
              {verb}
            </Button>
          )
        }
      />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone ? (
        table
      ) : (
        <Panel flush>{table}</Panel>
      )}
      <Sheet open={opening} title={verb} onClose={() => setOpening(false)}>
        {opening && (
          <OpenCycleForm
            onCancel={() => setOpening(false)}
            onDone={(id) => routing.go(path(`grading/cycles/${id}`))}
          />
        )}
      </Sheet>
    </Stack>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const { locale } = useUi()
  const count = new Intl.NumberFormat(locale)
  return [
    { key: 'name', title: say('name'), render: ({ name }) => name },
    { key: 'number', title: say('number'), width: '150px', render: ({ number }) => <code>{number}</code> },
    {
      key: 'scope',
      title: say('scope'),
      render: ({ communities, amends }) =>
        amends
          ? say('amends', { number: amends.number })
          : communities.map(({ name }) => name).join(' · ') || say('all'),
    },
    { key: 'asOf', title: say('asOf'), width: '160px', render: ({ asOfOn }) => <Day on={asOfOn} /> },
    {
      key: 'clients',
      title: say('clients'),
      width: '100px',
      align: 'end',
      render: ({ listCount, scoredCount }) => count.format(listCount ?? scoredCount),
    },
    {
      key: 'published',
      title: say('published'),
      width: '190px',
      minor: true,
      render: ({ publishedAt }) => (publishedAt ? <Instant at={publishedAt} /> : '—'),
    },
    {
      key: 'status',
      title: say('status'),
      width: '140px',
      card: 'tag',
      render: ({ status }) => <CycleTag status={status} />,
    },
  ]
}
