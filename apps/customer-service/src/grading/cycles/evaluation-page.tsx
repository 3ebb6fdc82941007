import { useQuery } from '@apollo/client/react'
import { EVALUATION_ACTION_LABELS } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveTypes,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Alert,
  AppLink,
  Button,
  Cards,
  Columns,
  Day,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  Stack,
  Stat,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { ExplainedDrawings, ExplainedLines, NearestMoves } from './explained.tsx'
import { AskForm } from './grade-change-forms.tsx'
import { GradeChangeCard } from './grade-change-list.tsx'
import {
  EvaluationExplained,
  EvaluationPageDocument,
  GradeChangeRow,
  type EvaluationInFull,
  type Explained,
} from './evaluation-documents.ts'
import { toneOfGrade, MovementTag, useNoGradeText, usePoints } from './grading-words.tsx'

const texts = messages({
  title: { zh: '{{name}} 的评估表', en: 'Evaluation of {{name}}' },
  back: { zh: '评估周期', en: 'Cycle' },
  gone: { zh: '没有这份评估表', en: 'There is no such evaluation' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  client: { zh: '客户档案', en: 'Archive' },
  asOf: { zh: '截止', en: 'As of' },
  grade: { zh: '等级', en: 'Grade' },
  none: { zh: '未评出', en: 'Not graded' },
  total: { zh: '总分', en: 'Total' },
  floor: { zh: '{{grade}} 级自 {{from}} 分起', en: '{{grade}} from {{from}}' },
  byStandard: { zh: '按标准', en: 'By the standard' },
  overridden: { zh: '经批准调整', en: 'Overridden' },
  before: { zh: '上次', en: 'Last time' },
  first: { zh: '首次评估', en: 'The first one' },
  earns: { zh: '该等级享有', en: 'What the grade earns' },
  earned: { zh: '{{what}}（每年 {{count}} 次）', en: '{{what}} ({{count}} a year)' },
  changes: { zh: '调整与申诉', en: 'Overrides and appeals' },
  print: { zh: '打印评估表', en: 'Print' },
  differs: {
    zh: '留存的数值算不出这份评估表：请通知管理员核查',
    en: 'What is kept does not lead to this evaluation: tell the administrator',
  },
})

/** Why a client has their grade: what was measured, how it was scored and weighed, what would change it, what has changed. */
export function EvaluationPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(EvaluationPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const { data: why } = useQuery(EvaluationExplained, { variables: { id } })
  useLiveTypes(['GradeChange', 'GradingCycle'], () => void refetch())
  const name = data?.evaluation?.client?.name ?? data?.evaluation?.client?.code
  useWorkTab(data?.evaluation?.cycle?.number, name)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { evaluation } = data
  const explained = why?.evaluationExplained
  if (!evaluation) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const { cycle, client } = evaluation
  return (
    <>
      <PageHeader
        title={say('title', { name: name ?? '' })}
        back={
          cycle
            ? { to: path(`grading/cycles/${cycle.id}`), label: cycle.name }
            : { to: path(`clients/${client?.id ?? ''}`), label: say('client') }
        }
        subtitle={
          <Inline gap={3}>
            {client && <AppLink to={path(`clients/${client.id}`)}>{client.code}</AppLink>}
            {cycle && (
              <span className="st-quiet">
                {say('asOf')} <Day on={cycle.asOfOn} />
              </span>
            )}
          </Inline>
        }
        actions={<Asking evaluation={evaluation} onReload={refetch} />}
      />
      <Stack gap={4}>
        {explained?.isAsComputed === false && <Alert type="error" showIcon title={say('differs')} />}
        <Outcome evaluation={evaluation} explained={explained ?? undefined} />
        {explained ? (
          <>
            <ExplainedLines evaluation={evaluation} explained={explained} />
            <ExplainedDrawings evaluation={evaluation} explained={explained} />
            <NearestMoves explained={explained} />
          </>
        ) : (
          <Loading />
        )}
        {evaluation.changes.length > 0 && (
          <Panel title={say('changes')}>
            <Cards label={say('changes')}>
              {evaluation.changes.map((change) => (
                <GradeChangeCard
                  key={change.id}
                  change={readFragment(GradeChangeRow, change)}
                  onReload={refetch}
                />
              ))}
            </Cards>
          </Panel>
        )}
      </Stack>
    </>
  )
}

function Outcome({
  evaluation,
  explained,
}: {
  readonly evaluation: EvaluationInFull
  readonly explained: Explained | undefined
}) {
  const say = useMessages(texts)
  const points = usePoints()
  const noGrade = useNoGradeText()
  const { cycle, finalGrade, proposedGrade, total, previousGrade, previousTotal, movement } = evaluation
  const grades = cycle?.grades ?? []
  const floor = grades.find(({ grade }) => grade === finalGrade)
  const isOverridden = finalGrade !== proposedGrade
  return (
    <Panel>
      <Columns min={150} gap={3} fill>
        <Stat
          label={say('grade')}
          value={finalGrade ?? say('none')}
          tone={toneOfGrade(grades, finalGrade)}
          note={noGrade(evaluation) ?? (isOverridden ? say('overridden') : undefined)}
        />
        <Stat
          label={say('total')}
          value={points(total)}
          note={floor && say('floor', { grade: floor.grade, from: points(floor.from) })}
        />
        {isOverridden && <Stat label={say('byStandard')} value={proposedGrade ?? '—'} />}
        <Stat
          label={say('before')}
          value={previousGrade ?? '—'}
          note={
            previousTotal === null ? (
              say('first')
            ) : (
              <>
                {points(previousTotal)} {movement && <MovementTag movement={movement} before={null} />}
              </>
            )
          }
        />
      </Columns>
      {explained && explained.earns.length > 0 && (
        <p>
          <span className="st-quiet">{say('earns')}</span>{' '}
          {explained.earns
            .map(({ what, timesAYear }) => say('earned', { what, count: timesAYear }))
            .join(' · ')}
        </p>
      )}
    </Panel>
  )
}

/** Another grade: proposed while the cycle is scored, appealed once it is published. */
function Asking({
  evaluation,
  onReload,
}: {
  readonly evaluation: EvaluationInFull
  readonly onReload: () => Promise<unknown>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { locale } = useUi()
  const [asking, setAsking] = useState(false)
  const { cycle, changes, leftOut } = evaluation
  const waits = changes.some((it) => readFragment(GradeChangeRow, it).decidedAt === null)
  const verb = cycle?.status === 'PUBLISHED' ? 'appeal' : cycle?.status === 'SCORED' ? 'override' : undefined
  const canAsk = verb && may(`evaluation:${verb}`) && !waits && leftOut === null
  const label = verb && sayWord(EVALUATION_ACTION_LABELS[verb])
  return (
    <>
      {may('evaluation:print') && (
        <Button href={`/files/evaluations/${evaluation.id}.pdf?lang=${locale}`} download>
          {say('print')}
        </Button>
      )}
      {canAsk && <Button onClick={() => setAsking(true)}>{label}</Button>}
      <Sheet open={asking} title={label ?? ''} onClose={() => setAsking(false)}>
        {asking && verb && (
          <AskForm
            verb={verb}
            evaluation={evaluation}
            onReload={onReload}
            onCancel={() => setAsking(false)}
            onDone={async () => {
              await onReload()
              setAsking(false)
            }}
          />
        )}
      </Sheet>
    </>
  )
}
