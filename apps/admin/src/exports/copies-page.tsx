import { useQuery } from '@apollo/client/react'
import { EXPORT_FORM_LABELS, OUTSTANDING_COPY_STATUSES } from '@steward/domain'
import type { ControlledCopiesQuery, ControlledCopyFilter } from '@steward/graphql-client'
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
  BarList,
  Button,
  DataTable,
  Day,
  EmptyState,
  PageHeader,
  Panel,
  SearchIcon,
  Sheet,
  Stack,
  useIsPhone,
  ViewTabs,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ControlledCopies } from './export-documents.ts'
import { CopyTag } from './export-tags.tsx'
import { RecognizeCopy } from './recognize-copy.tsx'

const PAGE = 50

const texts = messages({
  title: { zh: '受控副本', en: 'Controlled copies' },
  subtitle: { zh: '谁手里有什么，到哪天', en: 'Who has what, until when' },
  recognize: { zh: '辨认来源', en: 'Whose copy is it' },
  views: { zh: '副本', en: 'Copies' },
  out: { zh: '在外', en: 'Out' },
  overdue: { zh: '逾期', en: 'Overdue' },
  mine: { zh: '我持有的', en: 'Mine' },
  all: { zh: '全部', en: 'All' },
  holders: { zh: '谁手里有几份', en: 'How many each holds' },
  late: { zh: '{{count}} 份，其中逾期 {{late}}', en: '{{count}}, {{late}} of them overdue' },
  held: { zh: '{{count}} 份', en: { one: '{{count}} copy', other: '{{count}} copies' } },
  number: { zh: '副本编号', en: 'Number' },
  what: { zh: '内容', en: 'What' },
  clients: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  holder: { zh: '持有人', en: 'Held by' },
  for: { zh: '交 {{name}}', en: 'for {{name}}' },
  due: { zh: '归还期限', en: 'Due back' },
  status: { zh: '状态', en: 'Status' },
  empty: { zh: '没有副本', en: 'No copies' },
})

const VIEWS = ['out', 'overdue', 'mine', 'all'] as const
type View = (typeof VIEWS)[number]
const FILTERS: Readonly<Record<View, ControlledCopyFilter>> = {
  out: { status: [...OUTSTANDING_COPY_STATUSES] },
  overdue: { overdue: true },
  mine: { mine: true, status: [...OUTSTANDING_COPY_STATUSES] },
  all: {},
}
type Row = ControlledCopiesQuery['controlledCopies']['edges'][number]['node']

/** Who has what: copies that are out, those due first. */
export function ControlledCopiesPage() {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const [params] = useSearchParams()
  const [recognizing, setRecognizing] = useState(false)
  const view = VIEWS.find((it) => it === params.get('view')) ?? 'out'
  const { data, error, loading, refetch, fetchMore } = useQuery(ControlledCopies, {
    variables: { filter: FILTERS[view], first: PAGE },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['ControlledCopy'], () => void refetch())
  const page = data?.controlledCopies.pageInfo
  const rows = data?.controlledCopies.edges.map(({ node }) => node)
  const table = (
    <DataTable
      label={say('title')}
      columns={useColumns()}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`copies/${id}`)}
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
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          may('controlledCopy:readMark') && (
            <Button icon={<SearchIcon aria-hidden />} onClick={() => setRecognizing(true)}>
              {say('recognize')}
            </Button>
          )
        }
      />
      <ViewTabs
        label={say('views')}
        current={view}
        views={VIEWS.map((key) => ({
          key,
          label: say(key),
          to: path(key === 'out' ? 'copies' : `copies?view=${key}`),
        }))}
      />
      <Stack gap={4}>
        {(view === 'out' || view === 'overdue') && rows && <Holders rows={rows} />}
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
      </Stack>
      <Sheet open={recognizing} title={say('recognize')} onClose={() => setRecognizing(false)}>
        {recognizing && <RecognizeCopy />}
      </Sheet>
    </>
  )
}

/** One bar a person, the fullest hands first. */
function Holders({ rows }: { readonly rows: readonly Row[] }) {
  const say = useMessages(texts)
  const hands = new Map<string, Row[]>()
  for (const row of rows) {
    const name = row.holder?.name ?? '—'
    hands.set(name, [...(hands.get(name) ?? []), row])
  }
  if (hands.size < 2) return null
  return (
    <Panel title={say('holders')}>
      <BarList
        label={say('holders')}
        items={[...hands]
          .toSorted(([, one], [, other]) => other.length - one.length)
          .map(([name, copies]) => {
            const late = copies.filter(({ overdueDays }) => overdueDays > 0).length
            return {
              key: name,
              label: name,
              value: copies.length,
              figure:
                late > 0
                  ? say('late', { count: copies.length, late })
                  : say('held', { count: copies.length }),
            }
          })}
      />
    </Panel>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return [
    { key: 'number', title: say('number'), width: '180px', render: ({ number }) => <code>{number}</code> },
    {
      key: 'what',
      title: say('what'),
      render: ({ request, form }) => (
        <>
          {request?.purpose}
          <div className="st-quiet st-small">
            {request && `${say('clients', { count: request.clientCount })} · `}
            {sayWord(EXPORT_FORM_LABELS[form])}
          </div>
        </>
      ),
    },
    {
      key: 'holder',
      title: say('holder'),
      width: '200px',
      render: ({ holder, recipient }) => (
        <>
          {holder?.name}
          {recipient !== holder?.name && (
            <div className="st-quiet st-small">{say('for', { name: recipient })}</div>
          )}
        </>
      ),
    },
    { key: 'due', title: say('due'), width: '150px', render: ({ dueOn }) => <Day on={dueOn} /> },
    {
      key: 'status',
      title: say('status'),
      width: '150px',
      card: 'tag',
      render: ({ status, overdueDays }) => <CopyTag status={status} overdueDays={overdueDays} />,
    },
  ]
}
