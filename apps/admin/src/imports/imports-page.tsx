import { useQuery } from '@apollo/client/react'
import { findComplaintMapping, IMPORT_KIND_LABELS } from '@steward/domain'
import { graphql, type ImportRunsQuery } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
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
  type Column,
} from '@steward/ui'
import { ImportPolicy } from './import-policy.tsx'
import { isRunning, RunStateTags } from './run-state.tsx'

const PAGE = 30
const WHILE_RUNNING_MS = 2_000

const ImportRuns = graphql(/* GraphQL */ `
  query ImportRuns($first: Int!, $after: String) {
    importRuns(first: $first, after: $after) {
      edges {
        node {
          id
          kind
          mapping
          undoneAt
          undoes {
            id
          }
          dryRun
          status
          isLost
          progress
          rowsRead
          rowsNew
          rowsChanged
          rowsRefused
          startedAt
          file {
            id
            name
          }
          startedBy {
            id
            name
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const texts = messages({
  title: { zh: '导入', en: 'Imports' },
  subtitle: {
    zh: '把旧系统、台账和开发商移交的资料带进来：先试运行，再一次写入，可整批撤销',
    en: 'Bring in files of older systems and developers: look first, then all at once; a whole import can be undone',
  },
  start: { zh: '导入文件', en: 'Import a file' },
  list: { zh: '导入与试运行，最新在前', en: 'Imports and dry runs, newest first' },
  file: { zh: '文件', en: 'File' },
  state: { zh: '状态', en: 'State' },
  rows: { zh: '行数', en: 'Rows' },
  came: { zh: '新增与更新', en: 'New and changed' },
  refused: { zh: '拒绝', en: 'Refused' },
  by: { zh: '发起人', en: 'By' },
  at: { zh: '时间', en: 'When' },
  none: { zh: '还没有导入过文件', en: 'No file was imported yet' },
  noneHint: {
    zh: '支持 CSV（UTF-8、GB18030）和 XLSX，最大 50 MB。试运行不会写入任何数据。',
    en: 'CSV in UTF-8 or GB18030, or XLSX, up to 50 MB. A dry run writes nothing.',
  },
})

type Row = ImportRunsQuery['importRuns']['edges'][number]['node']

/** What was brought in and tried, by whom and with which result. */
export function ImportsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const phone = useIsPhone()
  const { routing } = useUi()
  const { data, error, loading, refetch, fetchMore, startPolling, stopPolling } = useQuery(ImportRuns, {
    variables: { first: PAGE },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  const rows = data?.importRuns.edges.map(({ node }) => node)
  const page = data?.importRuns.pageInfo
  const policy = may('import:setPolicy') && <ImportPolicy />
  if (rows?.some(isRunning)) startPolling(WHILE_RUNNING_MS)
  else stopPolling()
  const columns = useColumns()
  const start = may('import:run') && (
    <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => routing.go(path('imports/new'))}>
      {say('start')}
    </Button>
  )
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`imports/${id}`)}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} action={start} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} actions={start} />
      <Stack gap={4}>
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
        {policy}
      </Stack>
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const figure = new Intl.NumberFormat(useUi().locale)
  const mappingName = (name: string) => {
    const mapping = findComplaintMapping(name)
    return mapping ? sayWord(mapping.label) : name
  }
  return [
    {
      key: 'file',
      title: say('file'),
      width: '34%',
      render: ({ file, kind, mapping }) => (
        <>
          {file?.name}{' '}
          <span className="st-quiet st-small">
            {sayWord(IMPORT_KIND_LABELS[kind])} · {mappingName(mapping)}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: say('state'),
      width: '180px',
      card: 'tag',
      render: (run) => <RunStateTags run={run} />,
    },
    {
      key: 'rows',
      title: say('rows'),
      width: '100px',
      align: 'end',
      render: ({ rowsRead }) => figure.format(rowsRead),
    },
    {
      key: 'came',
      title: say('came'),
      width: '120px',
      align: 'end',
      render: ({ rowsNew, rowsChanged }) => figure.format(rowsNew + rowsChanged),
    },
    {
      key: 'refused',
      title: say('refused'),
      width: '90px',
      align: 'end',
      render: ({ rowsRefused }) => figure.format(rowsRefused),
    },
    { key: 'by', title: say('by'), minor: true, render: ({ startedBy }) => startedBy?.name },
    { key: 'at', title: say('at'), width: '150px', render: ({ startedAt }) => <Instant at={startedAt} /> },
  ]
}
