import { useQuery } from '@apollo/client/react'
import type { SystemStateQuery as Found } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, useSay } from '@steward/portal'
import {
  Alert,
  Columns,
  DataTable,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Stack,
  Stat,
  StatusTag,
  useUi,
  type Column,
  type UiLocale,
} from '@steward/ui'
import { FailedJobs } from './failed-jobs.tsx'
import { loopLabel } from './loop-words.ts'
import { SystemStateQuery } from './system-documents.ts'

/** Figures of workers are at most two seconds old when they are read. */
const EVERY_MILLISECONDS = 5_000
/** Later than this somebody should look; a worker that starts again takes less. */
const LATE_SECONDS = 60

const texts = messages({
  title: { zh: '系统状态', en: 'State of the system' },
  subtitle: {
    zh: '整个系统的运行情况，每 5 秒更新；这里没有任何企业或个人的资料',
    en: 'How the system runs as a whole, every 5 seconds; nothing here tells of an organization or a person',
  },
  good: { zh: '运行正常', en: 'All is well' },
  goodText: { zh: '工作进程在线，没有积压。', en: 'Workers are alive and nothing is late.' },
  noWorker: { zh: '没有工作进程在线', en: 'No worker is alive' },
  noWorkerText: {
    zh: '邮件、提醒、督办和实时刷新都停着，已保存的内容不会丢失。请启动 worker 进程。',
    en: 'Mails, reminders, escalations and live screens stand still; nothing that is saved is lost. Start a worker.',
  },
  late: { zh: '处理落后', en: 'Work is late' },
  lateText: {
    zh: '最久的一项已等待 {{late}}：{{loop}}。',
    en: 'The longest-waiting item has waited {{late}}: {{loop}}.',
  },
  workers: { zh: '在线工作进程', en: 'Workers alive' },
  since: { zh: '最近启动于', en: 'Last started' },
  waiting: { zh: '待转发事件', en: 'Events to relay' },
  jobs: { zh: '待办任务', en: 'Jobs to do' },
  lateness: { zh: '最长等待', en: 'Longest wait' },
  size: { zh: '数据库大小', en: 'Size of the database' },
  version: { zh: '版本', en: 'Version' },
  loops: { zh: '后台工作', en: 'Work in the background' },
  loop: { zh: '工作', en: 'Work' },
  state: { zh: '状态', en: 'State' },
  onTime: { zh: '准时', en: 'On time' },
  behind: { zh: '落后 {{late}}', en: '{{late}} late' },
  failing: { zh: '连续失败 {{count}} 次', en: 'failed {{count}} times in a row' },
  count: { zh: '待处理', en: 'Waiting' },
  wait: { zh: '最长等待', en: 'Longest wait' },
  nothing: { zh: '无', en: 'none' },
})

type State = Found['systemState']
type Loop = State['loops'][number]

/** Backlog, lateness, signs of life, and what failed. */
export function SystemPage() {
  const say = useMessages(texts)
  const may = useMay()
  const { data, error, refetch } = useQuery(SystemStateQuery, {
    fetchPolicy: 'cache-and-network',
    pollInterval: EVERY_MILLISECONDS,
  })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { systemState: state } = data
  return (
    <Stack gap={4}>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Verdict state={state} />
      <Figures state={state} />
      <Loops loops={state.loops} />
      {may('failedJob:read') && <FailedJobs />}
    </Stack>
  )
}

const alive = ({ workers }: State) => workers.filter((worker) => worker.alive)
const latest = ({ loops }: State) => loops.toSorted((a, b) => b.lateSeconds - a.lateSeconds)[0]

/** Seconds, minutes, hours: as exact as somebody needs who decides whether to worry. */
const duration = (seconds: number, locale: UiLocale): string => {
  const [amount, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7_200
        ? [seconds / 60, 'minute']
        : ([seconds / 3_600, 'hour'] as const)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 }).format(amount)
}

function Verdict({ state }: { readonly state: State }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const worst = latest(state)
  if (alive(state).length === 0)
    return (
      <Alert type="error" showIcon role="status" title={say('noWorker')} description={say('noWorkerText')} />
    )
  if (worst && worst.lateSeconds > LATE_SECONDS) {
    const values = { late: duration(worst.lateSeconds, locale), loop: sayWord(loopLabel(worst.name)) }
    return (
      <Alert
        type="warning"
        showIcon
        role="status"
        title={say('late')}
        description={say('lateText', values)}
      />
    )
  }
  return <Alert type="success" showIcon role="status" title={say('good')} description={say('goodText')} />
}

function Figures({ state }: { readonly state: State }) {
  const say = useMessages(texts)
  const { locale } = useUi()
  const number = new Intl.NumberFormat(locale)
  const size = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 0,
  })
  const living = alive(state)
  const started = living
    .map(({ startedAt }) => startedAt)
    .toSorted()
    .at(-1)
  const waiting = (name: string) => state.loops.find((loop) => loop.name === name)?.waiting
  const counted = (name: string) => {
    const count = waiting(name)
    return count === null || count === undefined ? '—' : number.format(count)
  }
  const late = latest(state)?.lateSeconds ?? 0
  return (
    <Columns min={150} gap={3}>
      <Stat
        label={say('workers')}
        value={living.length}
        tone={living.length === 0 ? 'bad' : 'good'}
        note={
          started && (
            <>
              {say('since')} <Instant at={started} />
            </>
          )
        }
      />
      <Stat label={say('waiting')} value={counted('relay')} />
      <Stat label={say('jobs')} value={counted('queue')} />
      <Stat
        label={say('lateness')}
        value={late > 0 ? duration(late, locale) : say('nothing')}
        tone={late > LATE_SECONDS ? 'warn' : 'neutral'}
      />
      <Stat label={say('size')} value={size.format(state.databaseBytes / 1_000_000)} />
      <Stat label={say('version')} value={state.version} />
    </Columns>
  )
}

function Loops({ loops }: { readonly loops: readonly Loop[] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const columns: readonly Column<Loop>[] = [
    { key: 'loop', title: say('loop'), card: 'lead', render: ({ name }) => sayWord(loopLabel(name)) },
    {
      key: 'state',
      title: say('state'),
      card: 'tag',
      render: ({ lateSeconds, failedTurns }) =>
        failedTurns > 0 ? (
          <StatusTag tone="bad">{say('failing', { count: failedTurns })}</StatusTag>
        ) : lateSeconds > LATE_SECONDS ? (
          <StatusTag tone="warn">{say('behind', { late: duration(lateSeconds, locale) })}</StatusTag>
        ) : (
          <StatusTag tone="good">{say('onTime')}</StatusTag>
        ),
    },
    { key: 'count', title: say('count'), align: 'end', render: ({ waiting }) => waiting ?? '—' },
    {
      key: 'wait',
      title: say('wait'),
      align: 'end',
      render: ({ lateSeconds }) => (lateSeconds > 0 ? duration(lateSeconds, locale) : '—'),
    },
  ]
  return (
    <Panel title={say('loops')} flush>
      <DataTable label={say('loops')} columns={columns} rows={loops} rowKey={({ name }) => name} />
    </Panel>
  )
}
