import { useQuery } from '@apollo/client/react'
import { IMPORT_ISSUE_LABELS, IMPORT_ISSUE_LEVEL_LABELS, type ImportIssueLevel } from '@steward/domain'
import { graphql, type ImportIssuesQuery, type ImportRunPartsFragment } from '@steward/graphql-client'
import { FailureState, messages, useMessages, useSay } from '@steward/portal'
import {
  Button,
  DataTable,
  DocumentIcon,
  EmptyState,
  Inline,
  Panel,
  Segmented,
  StatusTag,
  useIsPhone,
  type Column,
} from '@steward/ui'
import { useState } from 'react'

const PAGE = 30

const ImportIssues = graphql(/* GraphQL */ `
  query ImportIssues($id: ID!, $first: Int!, $after: String, $filter: ImportIssueFilter) {
    importRun(id: $id) {
      id
      issues(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            id
            line
            column
            value
            level
            reason
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '逐行的问题', en: 'Row by row' },
  list: { zh: '问题，按行号', en: 'Issues by line' },
  show: { zh: '显示哪些', en: 'Which to show' },
  all: { zh: '全部', en: 'All' },
  line: { zh: '行', en: 'Line' },
  column: { zh: '列', en: 'Column' },
  value: { zh: '原值', en: 'As it stands' },
  reason: { zh: '原因', en: 'Reason' },
  level: { zh: '级别', en: 'Level' },
  wholeRow: { zh: '整行', en: 'the row' },
  empty: { zh: '（空）', en: '(empty)' },
  download: { zh: '下载被拒绝的行', en: 'Download refused rows' },
  none: { zh: '没有发现问题', en: 'Nothing was found' },
  noneHint: { zh: '每一行都可以按原样导入。', en: 'Every row can come in as it stands.' },
  noneOfLevel: { zh: '没有这一类问题', en: 'None of this kind' },
})

type Issue = NonNullable<ImportIssuesQuery['importRun']>['issues']['edges'][number]['node']
type Shown = ImportIssueLevel | 'ALL'

/** What is wrong or remarkable, by line; and the refused rows to take away, correct and bring again. */
export function RunIssues({ run }: { readonly run: ImportRunPartsFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const phone = useIsPhone()
  const [shown, setShown] = useState<Shown>(run.rowsRefused > 0 ? 'ERROR' : 'ALL')
  const { data, error, loading, refetch, fetchMore } = useQuery(ImportIssues, {
    variables: { id: run.id, first: PAGE, filter: shown === 'ALL' ? null : { level: shown } },
    notifyOnNetworkStatusChange: true,
  })
  const columns = useColumns()
  if (run.rowsRefused + run.rowsWarned === 0)
    return (
      <Panel title={say('title')}>
        <EmptyState title={say('none')} hint={say('noneHint')} />
      </Panel>
    )
  const issues = data?.importRun?.issues
  return (
    <Panel
      title={say('title')}
      flush={!phone}
      actions={
        <Inline>
          <Segmented<Shown>
            size="small"
            aria-label={say('show')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'ALL', label: say('all') },
              ...(['ERROR', 'WARNING'] as const).map((level) => ({
                value: level,
                label: sayWord(IMPORT_ISSUE_LEVEL_LABELS[level]),
              })),
            ]}
          />
          {run.refusedRowsPath && (
            <Button size="small" icon={<DocumentIcon aria-hidden />} href={run.refusedRowsPath} download>
              {say('download')}
            </Button>
          )}
        </Inline>
      }
    >
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={say('list')}
          columns={columns}
          rows={issues?.edges.map(({ node }) => node)}
          rowKey={({ id }) => id}
          empty={<EmptyState title={say('noneOfLevel')} />}
          more={
            issues?.pageInfo.hasNextPage
              ? { loading, onLoad: () => void fetchMore({ variables: { after: issues.pageInfo.endCursor } }) }
              : undefined
          }
        />
      )}
    </Panel>
  )
}

function useColumns(): readonly Column<Issue>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return [
    { key: 'line', title: say('line'), width: '90px', render: ({ line }) => line },
    {
      key: 'level',
      title: say('level'),
      width: '90px',
      card: 'tag',
      render: ({ level }) => (
        <StatusTag tone={level === 'ERROR' ? 'bad' : 'warn'}>
          {sayWord(IMPORT_ISSUE_LEVEL_LABELS[level])}
        </StatusTag>
      ),
    },
    {
      key: 'column',
      title: say('column'),
      width: '18%',
      render: ({ column }) => column ?? <span className="st-quiet">{say('wholeRow')}</span>,
    },
    {
      key: 'value',
      title: say('value'),
      width: '26%',
      render: ({ value }) =>
        value === '' ? (
          <span className="st-quiet">{say('empty')}</span>
        ) : (
          <span className="st-clip">{value}</span>
        ),
    },
    { key: 'reason', title: say('reason'), render: ({ reason }) => sayWord(IMPORT_ISSUE_LABELS[reason]) },
  ]
}
