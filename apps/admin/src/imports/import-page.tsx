import { useQuery } from '@apollo/client/react'
import { findComplaintMapping, IMPORT_ENCODING_NAMES, IMPORT_KIND_LABELS } from '@steward/domain'
import { graphql, readFragment, type ImportRunPartsFragment } from '@steward/graphql-client'
import { FailureState, messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Alert, AppLink, EmptyState, Inline, Instant, Loading, PageHeader, Stack, useUi } from '@steward/ui'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { fileSize } from './file-size.ts'
import { ImportRunParts } from './import-run-parts.ts'
import { RunIssues } from './run-issues.tsx'
import { RunProgress } from './run-progress.tsx'
import { RunResult } from './run-result.tsx'
import { isRunning, RunStateTags } from './run-state.tsx'

/** Often enough to see it move; live subscriptions come later. */
const POLL_MS = 700

const ImportRun = graphql(/* GraphQL */ `
  query ImportRun($id: ID!) {
    importRun(id: $id) {
      id
      status
      isLost
      ...ImportRunParts
    }
  }
`)

const texts = messages({
  back: { zh: '导入', en: 'Imports' },
  import: { zh: '导入', en: 'Import' },
  missing: { zh: '没有这次导入', en: 'There is no such import' },
  again: { zh: '重新选择文件', en: 'Choose a file again' },
  cancelled: { zh: '已取消，没有写入任何数据。', en: 'It was cancelled; nothing was written.' },
  lost: {
    zh: '处理它的进程已不在，没有写入任何数据。请重新导入。',
    en: 'The process that did it is gone, and nothing was written. Start it again.',
  },
})

/** One import or dry run: while it runs, and what came of it. */
export function ImportPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ImportRun, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const run = readFragment(ImportRunParts, data?.importRun)
  const running = run ? isRunning(run) : false
  useEffect(() => {
    if (running) startPolling(POLL_MS)
    return stopPolling
  }, [running, startPolling, stopPolling])

  const back = { to: path('imports'), label: say('back') }
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (data && !run)
    return <EmptyState title={say('missing')} action={<AppLink to={back.to}>{say('back')}</AppLink>} />
  if (!run) return <Loading />
  return (
    <>
      <PageHeader title={run.file?.name ?? say('import')} subtitle={<RunSubtitle run={run} />} back={back} />
      {running ? (
        <RunProgress run={run} />
      ) : run.status === 'DONE' ? (
        <Stack gap={4}>
          <RunResult run={run} />
          {(!run.undoes || run.rowsWarned > 0) && <RunIssues run={run} />}
        </Stack>
      ) : (
        <RunEnd run={run} />
      )}
    </>
  )
}

function RunSubtitle({ run }: { readonly run: ImportRunPartsFragment }) {
  const sayWord = useSay()
  const { locale } = useUi()
  const mapping = findComplaintMapping(run.mapping)
  const facts = [
    sayWord(IMPORT_KIND_LABELS[run.kind]),
    mapping ? sayWord(mapping.label) : run.mapping,
    run.encoding && IMPORT_ENCODING_NAMES[run.encoding],
    run.file && fileSize(run.file.sizeBytes, locale),
    run.startedBy?.name,
  ].filter(Boolean)
  return (
    <Inline gap={2}>
      <RunStateTags run={run} />
      <span>{facts.join(' · ')}</span>
      <Instant at={run.startedAt} />
    </Inline>
  )
}

/** Refused as a whole, failed, cancelled or lost: why, and what to do now. Nothing came in. */
function RunEnd({ run }: { readonly run: ImportRunPartsFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { refusalZh: zh, refusalEn: en } = run
  const sentence = run.isLost ? say('lost') : zh && en ? sayWord({ zh, en }) : say('cancelled')
  return (
    <Alert
      type={run.status === 'CANCELLED' ? 'info' : 'error'}
      showIcon
      title={sentence}
      role="alert"
      description={<AppLink to={path('imports/new')}>{say('again')}</AppLink>}
    />
  )
}
