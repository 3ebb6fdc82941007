import { useQuery } from '@apollo/client/react'
import { SIMULATION_STATUS_LABELS } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import { FailureState, messages, useMessages, usePortalPath, useSay, useWorkTab } from '@steward/portal'
import {
  AppLink,
  Day,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Progress,
  Stack,
  StatusTag,
} from '@steward/ui'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { MigrationMatrix, type Chosen } from './migration-matrix.tsx'
import { Movers } from './movers.tsx'
import { OneSimulation, SimulationParts, SimulationResultOf } from './simulation-documents.ts'
import { GroupsTable, SideBySide } from './simulation-figures.tsx'
import { SIMULATION_TONES } from './simulation-tones.ts'

const texts = messages({
  title: { zh: '{{label}} 对照 {{compared}}', en: '{{label}} beside {{compared}}' },
  back: { zh: '模拟分级', en: 'Simulations' },
  missing: { zh: '没有找到这次模拟', en: 'There is no such simulation' },
  asOf: { zh: '按这一天的数据：', en: 'By the values of' },
  kept: { zh: '按已发布周期存下的数据：', en: 'By what a published cycle kept of' },
  progress: { zh: '{{done}} / {{total}} 位客户', en: '{{done}} of {{total}} clients' },
  matrix: { zh: '谁会变：点一格看是哪些客户', en: 'Who moves: choose a cell to see whom' },
  side: { zh: '两个标准并排', en: 'Two standards side by side' },
  groups: { zh: '按项目、客户类别和关系', en: 'By project, kind and relation' },
  failed: { zh: '没有算完，请重新发起一次。', en: 'It could not be finished: run another.' },
})

/** While it runs it is asked again so often. */
const AGAIN_MS = 1_500

/** One simulation: how far it is, who would move and why, what the grades would take. */
export function SimulationPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const [chosen, setChosen] = useState<Chosen>()
  const { data, error, refetch, startPolling, stopPolling } = useQuery(OneSimulation, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const doneCount = readFragment(SimulationParts, data?.gradingSimulation)?.doneCount
  const figures = useQuery(SimulationResultOf, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const again = figures.refetch
  useEffect(() => {
    if (doneCount !== undefined) void again()
  }, [doneCount, again])
  const simulation = readFragment(SimulationParts, data?.gradingSimulation)
  const isRunning = simulation?.status === 'RUNNING'
  useEffect(() => {
    if (!isRunning) return undefined
    startPolling(AGAIN_MS)
    return stopPolling
  }, [isRunning, startPolling, stopPolling])
  useWorkTab(say('back'), simulation?.label)
  const failure = error ?? figures.error
  if (!data || (!figures.data && !figures.error))
    return failure ? <FailureState error={failure} onRetry={() => void refetch()} /> : <Loading />
  const result = figures.data?.simulationResult
  if (!simulation || !result)
    return (
      <EmptyState
        title={say('missing')}
        action={<AppLink to={path('grading/simulations')}>{say('back')}</AppLink>}
      />
    )
  const { label, comparedLabel, asOfOn, cycle, status, doneCount: done, totalCount: total } = simulation
  return (
    <Stack gap={4}>
      <PageHeader
        title={say('title', { label, compared: comparedLabel ?? '—' })}
        back={{ to: path('grading/simulations'), label: say('back') }}
        subtitle={
          <Inline gap={2}>
            <StatusTag tone={SIMULATION_TONES[status]}>{sayWord(SIMULATION_STATUS_LABELS[status])}</StatusTag>
            <span role="status">{say('progress', { done, total })}</span>
            <span>
              {say(cycle ? 'kept' : 'asOf')} <Day on={asOfOn} /> {cycle?.number}
            </span>
          </Inline>
        }
      />
      {isRunning && (
        <Progress
          aria-label={say('progress', { done, total })}
          percent={total === 0 ? 100 : Math.floor((100 * done) / total)}
        />
      )}
      {status === 'FAILED' && <p className="st-problem">{say('failed')}</p>}
      {result.moves.length > 0 && (
        <Panel title={say('matrix')}>
          <MigrationMatrix result={result} chosen={chosen} onChoose={setChosen} />
        </Panel>
      )}
      {chosen && <Movers simulation={id} cell={chosen} />}
      <Panel title={say('side')}>
        <SideBySide result={result} />
      </Panel>
      <Panel title={say('groups')} flush>
        <GroupsTable groups={result.groups} />
      </Panel>
    </Stack>
  )
}
