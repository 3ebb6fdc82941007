import { useQuery } from '@apollo/client/react'
import { GRADING_CYCLE_STATUS_LABELS } from '@steward/domain'
import {
  FailureState,
  messages,
  SigningWay,
  useLiveRecord,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Alert,
  AppLink,
  BarList,
  Button,
  Day,
  DescriptionList,
  EmptyState,
  Inline,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  Stack,
  StagePath,
  useUi,
  WithAside,
} from '@steward/ui'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { CycleVerbs } from './cycle-verbs.tsx'
import { EvaluationList } from './evaluation-list.tsx'
import { GradeChangeList } from './grade-change-list.tsx'
import { GradeSharesPanel } from './grade-shares.tsx'
import { GradingCyclePageDocument, type CycleInFull } from './grading-documents.ts'
import { CycleTag } from './grading-words.tsx'
import { OpenCycleForm } from './open-cycle-form.tsx'

const POLL_MS = 1_000
const ROAD = ['OPEN', 'SCORED', 'PREPARED', 'REVIEWED', 'APPROVED', 'PUBLISHED'] as const

const texts = messages({
  cycles: { zh: '评估周期', en: 'Cycles' },
  gone: { zh: '没有这个评估周期', en: 'There is no such cycle' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  road: { zh: '进展', en: 'How far it has come' },
  scoring: { zh: '计分中：{{done}} / {{all}} 位客户', en: 'Being scored: {{done}} of {{all}} clients' },
  scoringHint: {
    zh: '可以离开本页。中断后会从下一位客户接着计。',
    en: 'You may leave this page. If it is interrupted, it goes on with the next client.',
  },
  what: { zh: '目录', en: 'The directory' },
  asOf: { zh: '截止日', en: 'As of' },
  scope: { zh: '范围', en: 'Clients of' },
  all: { zh: '全部项目', en: 'All communities' },
  amends: { zh: '修订', en: 'Amends' },
  clients: { zh: '客户数', en: 'Clients' },
  standard: { zh: '分级标准摘要', en: 'Hash of the standard' },
  hash: { zh: '名单摘要', en: 'Hash of the list' },
  opened: { zh: '开启', en: 'Opened' },
  prepared: { zh: '编制', en: 'Prepared' },
  decided: { zh: '批准', en: 'Approved' },
  published: { zh: '发布', en: 'Published' },
  note: { zh: '退回或取消的原因', en: 'Why it was sent back or cancelled' },
  signing: { zh: '签核', en: 'Signing' },
  print: { zh: '打印目录', en: 'Print the directory' },
  amend: { zh: '修订目录…', en: 'Amend …' },
  amendHint: {
    zh: '把已同意的申诉编入一份修订目录，重新签核后发布。',
    en: 'Granted appeals go into an amendment, which is signed again and published.',
  },
})

/** One grading: how far it is, how it came out, whose turn it is. */
export function CyclePage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id = '' } = useParams()
  const [project, setProject] = useState<string | undefined>()
  const { data, error, refetch, startPolling, stopPolling } = useQuery(GradingCyclePageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useLiveRecord(id, () => void refetch())
  useWorkTab(data?.gradingCycle?.number, data?.gradingCycle?.name)
  const isScoring = data?.gradingCycle?.status === 'SCORING'
  useEffect(() => {
    if (isScoring) startPolling(POLL_MS)
    return stopPolling
  }, [isScoring, startPolling, stopPolling])
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { gradingCycle: cycle } = data
  if (!cycle) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const isComputed = cycle.scoredAt !== null
  return (
    <>
      <PageHeader
        title={cycle.name}
        back={{ to: path('grading/cycles'), label: say('cycles') }}
        subtitle={
          <Inline gap={2}>
            <code>{cycle.number}</code>
            <CycleTag status={cycle.status} />
          </Inline>
        }
        actions={
          <>
            <Beside cycle={cycle} />
            <CycleVerbs cycle={cycle} onReload={refetch} />
          </>
        }
      />
      <WithAside
        aside={
          <Stack gap={4}>
            <Panel title={say('what')}>
              <What cycle={cycle} />
            </Panel>
            {cycle.signings.map((signing) => (
              <Panel key={signing.id} title={say('signing')}>
                <SigningWay signing={signing} />
              </Panel>
            ))}
          </Stack>
        }
      >
        <Stack gap={4}>
          <Progress cycle={cycle} />
          {cycle.note && cycle.status !== 'PUBLISHED' && (
            <Alert type="warning" showIcon title={say('note')} description={cycle.note} />
          )}
          {isComputed && (
            <>
              <GradeSharesPanel
                cycleId={id}
                grades={cycle.grades}
                version={cycle.version}
                project={project}
                onProject={setProject}
              />
              <GradeChangeList filter={{ cycle: id }} onReload={refetch} isBeside />
              <EvaluationList cycleId={id} grades={cycle.grades} project={project} />
            </>
          )}
        </Stack>
      </WithAside>
    </>
  )
}

function Progress({ cycle }: { readonly cycle: CycleInFull }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const count = new Intl.NumberFormat(locale)
  if (cycle.status === 'CANCELLED') return null
  const { scoredCount, totalCount } = cycle
  const current = cycle.status === 'SCORING' ? 'OPEN' : cycle.status
  return (
    <Panel title={say('road')}>
      <StagePath
        label={say('road')}
        stages={ROAD.map((key) => ({ key, label: sayWord(GRADING_CYCLE_STATUS_LABELS[key]) }))}
        current={current}
        finished={cycle.status === 'PUBLISHED'}
      />
      {cycle.status === 'SCORING' && (
        <Stack gap={1}>
          <BarList
            label={say('road')}
            whole={Math.max(1, totalCount)}
            items={[
              {
                key: 'scored',
                label: say('scoring', { done: count.format(scoredCount), all: count.format(totalCount) }),
                value: scoredCount,
                tone: 'info',
              },
            ]}
          />
          <span className="st-quiet st-small">{say('scoringHint')}</span>
        </Stack>
      )}
    </Panel>
  )
}

/** What is begun beside the road: a printed directory, an amendment. */
function Beside({ cycle }: { readonly cycle: CycleInFull }) {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const { locale, routing } = useUi()
  const [amending, setAmending] = useState(false)
  const canPrint = may('evaluation:print') && cycle.listHash !== null && cycle.status !== 'SCORED'
  const canAmend = may('gradingCycle:open') && cycle.status === 'PUBLISHED'
  return (
    <>
      {canPrint && (
        <Button href={`/files/grade-directories/${cycle.id}.pdf?lang=${locale}`} download>
          {say('print')}
        </Button>
      )}
      {canAmend && <Button onClick={() => setAmending(true)}>{say('amend')}</Button>}
      <Sheet open={amending} title={say('amend')} onClose={() => setAmending(false)}>
        {amending && (
          <Stack gap={3}>
            <Alert type="info" showIcon title={say('amendHint')} />
            <OpenCycleForm
              amends={cycle}
              onCancel={() => setAmending(false)}
              onDone={(id) => routing.go(path(`grading/cycles/${id}`))}
            />
          </Stack>
        )}
      </Sheet>
    </>
  )
}

function What({ cycle }: { readonly cycle: CycleInFull }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { locale } = useUi()
  const count = new Intl.NumberFormat(locale)
  const when = (at: string | null, name: string | undefined) =>
    at && (
      <>
        <Instant at={at} show="absolute" /> {name}
      </>
    )
  const short = (hash: string | null) => hash && <code title={hash}>{hash.slice(0, 16)}…</code>
  const { amends, communities } = cycle
  const items = [
    { label: say('asOf'), value: <Day on={cycle.asOfOn} /> },
    { label: say('scope'), value: communities.map(({ name }) => name).join(' · ') || say('all') },
    {
      label: say('amends'),
      value: amends && (
        <AppLink to={path(`grading/cycles/${amends.id}`)}>
          {amends.name} ({amends.number})
        </AppLink>
      ),
    },
    { label: say('clients'), value: count.format(cycle.listCount ?? cycle.scoredCount) },
    { label: say('opened'), value: when(cycle.openedAt, cycle.openedBy?.name) },
    { label: say('prepared'), value: when(cycle.preparedAt, cycle.preparedBy?.name) },
    {
      label: say('decided'),
      value:
        cycle.status === 'APPROVED' || cycle.status === 'PUBLISHED'
          ? when(cycle.decidedAt, cycle.decidedBy?.name)
          : null,
    },
    { label: say('published'), value: when(cycle.publishedAt, cycle.publishedBy?.name) },
    { label: say('standard'), value: short(cycle.standardHash) },
    { label: say('hash'), value: short(cycle.listHash) },
  ]
  return <DescriptionList items={items.filter(({ value }) => value !== null && value !== '')} />
}
