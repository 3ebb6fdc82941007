import { useQuery } from '@apollo/client/react'
import type { PlanWorkQuery } from '@steward/graphql-client'
import {
  AppLink,
  Cards,
  Columns,
  EmptyState,
  Inline,
  Loading,
  Panel,
  SpanBar,
  Stack,
  Stat,
  type Tone,
} from '@steward/ui'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useToday } from '../session/use-today.ts'
import { PlanMaking } from './plan-making.tsx'
import { PlanLateTasks, PlanWork } from './plan-section-documents.ts'
import { PlanTaskSlip } from './plan-task-card.tsx'

const texts = messages({
  title: { zh: '执行情况', en: 'How it is carried out' },
  progress: { zh: '已完成', en: 'Done' },
  open: { zh: '待办', en: 'Open' },
  late: { zh: '逾期', en: 'Late' },
  unassigned: { zh: '未指派', en: 'Nobody’s yet' },
  months: { zh: '按月', en: 'By month' },
  people: { zh: '按人', en: 'By person' },
  lateOnes: { zh: '逾期的任务', en: 'Those that are late' },
  all: { zh: '全部待办', en: 'All open' },
  chart: { zh: '甘特图', en: 'Gantt chart' },
  none: { zh: '还没有任务', en: 'No tasks yet' },
  nobody: { zh: '未指派', en: 'Nobody’s yet' },
  done: { zh: '已完成', en: 'Done' },
  doing: { zh: '进行中', en: 'In progress' },
  scheduled: { zh: '待办', en: 'To do' },
  ofAll: { zh: '{{done}}/{{all}}', en: '{{done}}/{{all}}' },
})

interface PlanTasksSectionProps {
  /** The published id of the plan. */
  readonly plan: string
}

/** On the page of a plan: how far it is, month by month and person by person, and what is late. */
export function PlanTasksSection({ plan }: PlanTasksSectionProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const today = useToday()
  const { data, error, refetch } = useQuery(PlanWork, {
    variables: { plan },
    fetchPolicy: 'cache-and-network',
  })
  const late = useQuery(PlanLateTasks, { variables: { plan, today }, fetchPolicy: 'cache-and-network' })
  const reload = async () => {
    await Promise.all([refetch(), late.refetch()])
  }
  useLiveTypes(['PlanTask', 'PlanDecomposition'], () => void reload())
  const progress = data?.planProgress
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={3}>
          <AppLink to={path(`plan-tasks?chart&plan=${plan}`)}>{say('chart')}</AppLink>
          <AppLink to={path(`plan-tasks?view=all&plan=${plan}`)}>{say('all')}</AppLink>
        </Inline>
      }
    >
      <Stack gap={4}>
        <PlanMaking plan={plan} onMade={reload} />
        {!progress ? (
          error ? (
            <FailureState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : progress.total === 0 ? (
          <EmptyState title={say('none')} />
        ) : (
          <Progress progress={progress} />
        )}
        {late.data && late.data.planTasks.edges.length > 0 && (
          <section aria-label={say('lateOnes')}>
            <h3 className="st-group-title">{say('lateOnes')}</h3>
            <Cards label={say('lateOnes')} min={300}>
              {late.data.planTasks.edges.map(({ node }) => (
                <PlanTaskSlip key={node.id} task={node} withHolder onReload={reload} />
              ))}
            </Cards>
          </section>
        )}
      </Stack>
    </Panel>
  )
}

type Work = PlanWorkQuery['planProgress']

function Progress({
  progress: { total, open, late, unassigned, months, people },
}: {
  readonly progress: Work
}) {
  const say = useMessages(texts)
  return (
    <>
      <Columns min={120} gap={3}>
        <Stat label={say('progress')} value={`${Math.floor(((total - open) / total) * 100)}%`} />
        <Stat label={say('open')} value={String(open)} />
        <Stat label={say('late')} value={String(late)} {...(late > 0 ? { tone: 'bad' } : {})} />
        <Stat
          label={say('unassigned')}
          value={String(unassigned)}
          {...(unassigned > 0 ? { tone: 'warn' } : {})}
        />
      </Columns>
      <section aria-label={say('months')}>
        <Stack gap={2}>
          <h3 className="st-group-title">{say('months')}</h3>
          <Columns min={140} gap={3}>
            {months.map((part) => (
              <ProgressRow key={part.key} label={part.key ?? ''} part={part} />
            ))}
          </Columns>
        </Stack>
      </section>
      <section aria-label={say('people')}>
        <Stack gap={2}>
          <h3 className="st-group-title">{say('people')}</h3>
          {people.map((part) => (
            <ProgressRow key={part.key ?? 'nobody'} label={part.name ?? say('nobody')} part={part} />
          ))}
        </Stack>
      </section>
    </>
  )
}

/** What is done, begun and to be done of one month or person, side by side. */
function ProgressRow({ label, part }: { readonly label: string; readonly part: Work['months'][number] }) {
  const say = useMessages(texts)
  const done = part.done + part.accepted
  const all = done + part.inProgress + part.scheduled
  const piece = (key: 'done' | 'doing' | 'scheduled', tone: Tone, count: number) =>
    count > 0 ? [{ key, label: say(key), tone, share: count / Math.max(1, all), note: String(count) }] : []
  return (
    <div>
      <Inline gap={2} justify="space-between">
        <span>{label}</span>
        <span className="st-quiet">{say('ofAll', { done, all })}</span>
      </Inline>
      <SpanBar
        label={label}
        parts={[
          ...piece('done', 'good', done),
          ...piece('doing', 'info', part.inProgress),
          ...piece('scheduled', 'neutral', part.scheduled),
        ]}
      />
    </div>
  )
}
