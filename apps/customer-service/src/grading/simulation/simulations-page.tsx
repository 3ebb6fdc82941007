import { useQuery } from '@apollo/client/react'
import { REVISION_STATUS_LABELS, SIMULATION_ACTION_LABELS, SIMULATION_STATUS_LABELS } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useFreshAct,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
  useToday,
} from '@steward/portal'
import {
  Button,
  DataTable,
  Day,
  EmptyState,
  Field,
  Form,
  Input,
  Instant,
  Panel,
  Select,
  Sheet,
  Stack,
  StatusTag,
  useFieldValue,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { GradingHeader } from '../grading-header.tsx'
import {
  CyclesToSimulate,
  RunSimulation,
  SimulationParts,
  Simulations,
  StandardsToSimulate,
} from './simulation-documents.ts'
import { SIMULATION_TONES } from './simulation-tones.ts'

const texts = messages({
  title: { zh: '模拟分级', en: 'Simulations' },
  subtitle: {
    zh: '签批之前，先在全部客户上试一遍：谁会变、为什么、要多花多少工时和费用；不影响任何人的等级',
    en: 'Before it is signed, try a standard on all clients: who moves, why, what it takes in hours and money; nobody’s grade changes',
  },
  none: { zh: '还没有模拟过', en: 'Nothing was simulated yet' },
  noneHint: {
    zh: '选一个版次与现行标准对照。',
    en: 'Choose a revision and compare it with the one in force.',
  },
  what: { zh: '试的版次与对照', en: 'Tried out, and compared with' },
  beside: { zh: '{{label}} 对照 {{compared}}', en: '{{label}} beside {{compared}}' },
  asOf: { zh: '数据截止日', en: 'By the values of' },
  status: { zh: '进度', en: 'Progress' },
  progress: { zh: '{{done}} / {{total}} 位客户', en: '{{done}} of {{total}} clients' },
  when: { zh: '发起', en: 'Begun' },
  revision: { zh: '试哪个版次', en: 'Which revision' },
  compared: { zh: '与哪个版次对照', en: 'Compared with' },
  day: { zh: '按哪一天的数据', en: 'By the values of which day' },
  dayHint: { zh: '可以回到过去的一天重新计算', en: 'A past day is measured anew' },
  values: { zh: '用什么数据', en: 'By which values' },
  valuesHint: {
    zh: '已发布周期用当时存下的原始值，一个不差；当时没有的指标按其截止日重新计算',
    en: 'A published cycle gives what it kept of each client; what its standard did not ask for is measured of its day',
  },
  anew: { zh: '按某一天重新计算', en: 'Measured of a day' },
  ofCycle: { zh: '{{number}} {{name}}（{{asOfOn}}）', en: '{{number}} {{name}} ({{asOfOn}})' },
})

/** All simulations, and the way to another one. */
export function SimulationsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const [asking, setAsking] = useState(false)
  const { data, error, refetch } = useQuery(Simulations, { fetchPolicy: 'cache-and-network' })
  const verb = sayWord(SIMULATION_ACTION_LABELS.run)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  return (
    <Stack gap={4}>
      <GradingHeader
        current="simulations"
        subtitle={say('subtitle')}
        actions={
          may('simulation:run') && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {verb}
            </Button>
          )
        }
      />
      <Panel flush>
        <DataTable
          label={say('title')}
          rows={data?.gradingSimulations.edges.map(({ node }) => readFragment(SimulationParts, node))}
          rowKey={({ id }) => id}
          rowTo={({ id }) => path(`grading/simulations/${id}`)}
          empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
          columns={[
            {
              key: 'what',
              title: say('what'),
              card: 'lead',
              render: ({ label, comparedLabel }) => say('beside', { label, compared: comparedLabel ?? '—' }),
            },
            {
              key: 'asOf',
              title: say('asOf'),
              width: '150px',
              render: ({ asOfOn, cycle }) => (
                <Stack gap={0}>
                  <Day on={asOfOn} />
                  {cycle && <span className="st-quiet st-small">{cycle.number}</span>}
                </Stack>
              ),
            },
            {
              key: 'status',
              title: say('status'),
              width: '240px',
              card: 'tag',
              render: ({ status, doneCount: done, totalCount: total }) => (
                <Stack gap={0}>
                  <StatusTag tone={SIMULATION_TONES[status]}>
                    {sayWord(SIMULATION_STATUS_LABELS[status])}
                  </StatusTag>
                  <span className="st-quiet st-small">{say('progress', { done, total })}</span>
                </Stack>
              ),
            },
            {
              key: 'when',
              title: say('when'),
              width: '170px',
              render: ({ requestedAt, requestedBy }) => (
                <Stack gap={0}>
                  <Instant at={requestedAt} />
                  <span className="st-quiet st-small">{requestedBy?.name}</span>
                </Stack>
              ),
            },
          ]}
        />
      </Panel>
      <Sheet open={asking} title={verb} onClose={() => setAsking(false)}>
        {asking && <RunForm onClose={() => setAsking(false)} onReload={() => refetch()} />}
      </Sheet>
    </Stack>
  )
}

interface Values {
  readonly revisionId?: string
  readonly comparedRevisionId?: string
  /** A published cycle; `ANEW`: none. */
  readonly cycleId?: string
  readonly asOfOn?: string
}
const ANEW = 'ANEW'

function RunForm({
  onClose,
  onReload,
}: {
  readonly onClose: () => void
  readonly onReload: () => Promise<unknown>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const today = useToday()
  const { routing } = useUi()
  const act = useFreshAct(RunSimulation, onReload)
  const { data } = useQuery(StandardsToSimulate)
  const cycles = useQuery(CyclesToSimulate)
  if (!data || (!cycles.data && !cycles.error)) return null
  const published = (cycles.data?.gradingCycles.edges ?? []).flatMap(({ node }) =>
    node.amends ? [] : [node],
  )
  const documents = data.controlledDocuments.edges.map(({ node }) => node)
  const options = documents.flatMap(({ number, revisions }) =>
    revisions.map(({ id, label, status }) => ({
      value: id,
      label: `${number} ${label} · ${sayWord(REVISION_STATUS_LABELS[status])}`,
    })),
  )
  const open = documents.find(({ openRevision }) => openRevision)?.openRevision?.id
  const held = documents.find(({ effectiveRevision }) => effectiveRevision)?.effectiveRevision?.id
  const tried = open ?? held
  return (
    <Form<Values>
      label={sayWord(SIMULATION_ACTION_LABELS.run)}
      verb={sayWord(SIMULATION_ACTION_LABELS.run)}
      initial={{
        asOfOn: today,
        cycleId: ANEW,
        ...(tried ? { revisionId: tried } : {}),
        ...(held ? { comparedRevisionId: held } : {}),
      }}
      onCancel={onClose}
      onSubmit={async ({ revisionId = '', comparedRevisionId, cycleId = ANEW, asOfOn }) => {
        const { done, refused } = await act({
          revisionId,
          ...(comparedRevisionId ? { comparedRevisionId } : {}),
          ...(cycleId === ANEW ? (asOfOn ? { asOfOn } : {}) : { cycleId }),
        })
        if (refused) return refused
        if (done) routing.go(path(`grading/simulations/${done.id}`))
        return undefined
      }}
    >
      <Field name="revisionId" label={say('revision')} required>
        <Select popupMatchSelectWidth={false} options={options} />
      </Field>
      <Field name="comparedRevisionId" label={say('compared')}>
        <Select popupMatchSelectWidth={false} allowClear options={options} />
      </Field>
      <Field name="cycleId" label={say('values')} hint={say('valuesHint')} required>
        <Select
          popupMatchSelectWidth={false}
          options={[
            { value: ANEW, label: say('anew') },
            ...published.map(({ id, ...cycle }) => ({ value: id, label: say('ofCycle', cycle) })),
          ]}
        />
      </Field>
      <DayField />
    </Form>
  )
}

/** A cycle has its own day. */
function DayField() {
  const say = useMessages(texts)
  const today = useToday()
  const cycleId = useFieldValue<string>('cycleId')
  if (cycleId !== undefined && cycleId !== ANEW) return null
  return (
    <Field name="asOfOn" label={say('day')} hint={say('dayHint')} required>
      <Input type="date" max={today} />
    </Field>
  )
}
