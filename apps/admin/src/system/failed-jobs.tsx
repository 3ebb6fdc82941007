import { useQuery } from '@apollo/client/react'
import type { FailedJobsQuery as Found } from '@steward/graphql-client'
import { FailureState, messages, useFreshAct, useMay, useMessages, useSay } from '@steward/portal'
import {
  Button,
  DataTable,
  EmptyState,
  Instant,
  Panel,
  Segmented,
  StatusTag,
  useNotify,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { consumerLabel } from './loop-words.ts'
import { FailedJobsQuery, RetryFailedJobMutation } from './system-documents.ts'

const PAGE = 50

const texts = messages({
  title: { zh: '失败的任务', en: 'Failed jobs' },
  hint: {
    zh: '本企业的邮件、回调等，失败过的都在这里；系统会自动再试，时间间隔逐次拉长',
    en: 'Mails, web hooks and the like of this organization that failed; they are tried again by themselves, at growing intervals',
  },
  show: { zh: '显示', en: 'Show' },
  open: { zh: '未完成', en: 'Not done' },
  settled: { zh: '已补做', en: 'Done after all' },
  what: { zh: '任务', en: 'Job' },
  state: { zh: '状态', en: 'State' },
  reason: { zh: '最近失败原因', en: 'Last failure' },
  tries: { zh: '已试', en: 'Tries' },
  failedAt: { zh: '最近失败', en: 'Failed' },
  next: { zh: '下次', en: 'Next try' },
  acts: { zh: '操作', en: 'Actions' },
  waiting: { zh: '等待再试', en: 'Waits for its next try' },
  requested: { zh: '马上重试', en: 'Tried again now' },
  gaveUp: { zh: '已放弃', en: 'Given up' },
  retry: { zh: '立即重试', en: 'Try again' },
  retrying: { zh: '一秒内重试', en: 'It is tried again within a second' },
  none: { zh: '没有失败的任务', en: 'No failed jobs' },
})

type Job = Found['failedJobs']['edges'][number]['node']
type Shown = 'open' | 'settled'

/** What failed outside the database, and the button that has it tried again. */
export function FailedJobs() {
  const say = useMessages(texts)
  const notify = useNotify()
  const [shown, setShown] = useState<Shown>('open')
  const { data, error, loading, refetch, fetchMore } = useQuery(FailedJobsQuery, {
    variables: { first: PAGE, filter: { settled: shown === 'settled' } },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const retry = useFreshAct(RetryFailedJobMutation, refetch)
  const columns = useColumns(async (job) => {
    const { done, refused } = await retry({ failedJobId: job.id, expectedVersion: job.version })
    if (done) notify.done(say('retrying'))
    else notify.failed(refused.message ?? '')
    setTimeout(() => void refetch(), 2_000)
  })
  const page = data?.failedJobs.pageInfo
  return (
    <Panel
      title={say('title')}
      flush
      actions={
        <Segmented<Shown>
          aria-label={say('show')}
          value={shown}
          options={(['open', 'settled'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={setShown}
        />
      }
    >
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={say('title')}
          columns={columns}
          rows={data?.failedJobs.edges.map(({ node }) => node)}
          rowKey={({ id }) => id}
          empty={<EmptyState title={say('none')} hint={say('hint')} />}
          more={
            page?.hasNextPage
              ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
              : undefined
          }
        />
      )}
    </Panel>
  )
}

function useColumns(onRetry: (job: Job) => Promise<void>): readonly Column<Job>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const acts: Column<Job> = {
    key: 'acts',
    title: say('acts'),
    align: 'end',
    render: (job) =>
      job.settledAt === null && (
        <Button size="small" disabled={job.retryRequestedAt !== null} onClick={() => void onRetry(job)}>
          {say('retry')}
        </Button>
      ),
  }
  return [
    {
      key: 'what',
      title: say('what'),
      card: 'lead',
      render: ({ consumer }) => sayWord(consumerLabel(consumer)),
    },
    { key: 'state', title: say('state'), card: 'tag', render: (job) => <JobState job={job} /> },
    { key: 'reason', title: say('reason'), render: ({ reason }) => <code>{reason}</code> },
    { key: 'tries', title: say('tries'), align: 'end', render: ({ attempts }) => attempts },
    {
      key: 'failedAt',
      title: say('failedAt'),
      render: ({ lastFailedAt }) => <Instant at={lastFailedAt} />,
    },
    {
      key: 'next',
      title: say('next'),
      render: ({ nextTryAt }) => (nextTryAt ? <Instant at={nextTryAt} /> : '—'),
    },
    ...(may('failedJob:retry') ? [acts] : []),
  ]
}

function JobState({ job: { settledAt, retryRequestedAt, gaveUpAt } }: { readonly job: Job }) {
  const say = useMessages(texts)
  if (settledAt) return <StatusTag tone="good">{say('settled')}</StatusTag>
  if (retryRequestedAt) return <StatusTag tone="info">{say('requested')}</StatusTag>
  return gaveUpAt ? (
    <StatusTag tone="bad">{say('gaveUp')}</StatusTag>
  ) : (
    <StatusTag tone="warn">{say('waiting')}</StatusTag>
  )
}
