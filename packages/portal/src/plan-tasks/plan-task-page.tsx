import { useQuery } from '@apollo/client/react'
import { PLAN_MEANS_LABELS } from '@steward/domain'
import { readFragment, type PlanTaskInFullQuery } from '@steward/graphql-client'
import {
  Alert,
  AppLink,
  Day,
  DescriptionList,
  EmptyState,
  Inline,
  Instant,
  Loading,
  Money,
  PageHeader,
  Panel,
  Prose,
  WithAside,
} from '@steward/ui'
import { useParams } from 'react-router'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveRecord } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { usePagePath } from '../routing/use-page-path.ts'
import { useMay, useViewer } from '../session/viewer.tsx'
import { useWorkTab } from '../tabs/work-context.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { PlanTaskCard, PlanTaskInFull } from './plan-task-documents.ts'
import { PlanTaskVerbs } from './plan-task-verbs.tsx'
import { PlanTaskDue, PlanTaskTag, useDuration, usePlanTaskTitle, whereOf } from './plan-task-words.tsx'

const texts = messages({
  back: { zh: '维护任务', en: 'Care tasks' },
  gone: { zh: '没有这项任务', en: 'There is no such task' },
  goneHint: {
    zh: '可能已指派给别人，或不在您的负责范围内。',
    en: 'It may be somebody else’s now, or lies outside your responsibility.',
  },
  todo: { zh: '要做什么', en: 'What is to be done' },
  noWords: { zh: '方案没有写做法。', en: 'The plan says nothing of how.' },
  waits: { zh: '须先完成：{{title}}', en: 'First has to be done: {{title}}' },
  returned: { zh: '已退回，请补充', en: 'Returned: something is wanting' },
  report: { zh: '结果', en: 'Result' },
  feedback: { zh: '客户反馈', en: 'What the client said' },
  facts: { zh: '安排', en: 'Arrangement' },
  plan: { zh: '方案', en: 'Plan' },
  means: { zh: '方式', en: 'Means' },
  scheduledOn: { zh: '计划日期', en: 'Begins on' },
  shifted: { zh: '原定 {{day}}，遇休息日调整', en: 'By the rule on {{day}}, moved from a day off' },
  dueOn: { zh: '截止日期', en: 'In time until' },
  assignee: { zh: '负责人', en: 'Whose' },
  nobody: { zh: '未指派', en: 'Nobody’s yet' },
  estimate: { zh: '预计', en: 'Estimated' },
  actual: { zh: '实际', en: 'Actual' },
  started: { zh: '开始', en: 'Begun' },
  completed: { zh: '完成', en: 'Done' },
  accepted: { zh: '验收', en: 'Accepted' },
  reason: { zh: '说明', en: 'Note' },
})

/** One task: what, for whom, where, by when; what came of it; what can be done with it now. */
export function PlanTaskPage() {
  const say = useMessages(texts)
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(PlanTaskInFull, { variables: { id } })
  useRefreshOnReturn(refetch)
  useLiveRecord(id, refetch)
  const task = data?.planTask
  useWorkTab(task?.title ?? undefined, task?.plan?.number)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (!task) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  return <Task task={task} onReload={refetch} />
}

interface TaskProps {
  readonly task: NonNullable<PlanTaskInFullQuery['planTask']>
  readonly onReload: () => Promise<unknown>
}

function Task({ task, onReload }: TaskProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const pageOf = usePagePath()
  const may = useMay()
  const titleOf = usePlanTaskTitle()
  const it = readFragment(PlanTaskCard, task)
  const place = whereOf(it)
  return (
    <>
      <PageHeader
        title={titleOf(it)}
        back={{ to: path('plan-tasks'), label: say('back') }}
        subtitle={
          <Inline gap={2}>
            <PlanTaskTag status={it.status} />
            <PlanTaskDue task={it} />
            {it.client && may('portal:customerService') ? (
              <AppLink to={pageOf({ portal: 'customer-service', path: `clients/${it.client.id}` })}>
                {place}
              </AppLink>
            ) : (
              <span>{place}</span>
            )}
          </Inline>
        }
        actions={<PlanTaskVerbs task={task} show="page" onReload={onReload} />}
      />
      <WithAside aside={<Facts task={task} />}>
        {it.isWaiting && task.dependsOn && (
          <Alert
            type="info"
            showIcon
            title={say('waits', { title: task.dependsOn.title ?? '' })}
            action={<AppLink to={path(`plan-tasks/${task.dependsOn.id}`)}>{task.dependsOn.title}</AppLink>}
          />
        )}
        {it.status === 'IN_PROGRESS' && task.result && task.reason && (
          <Alert type="warning" showIcon title={say('returned')} description={task.reason} />
        )}
        <Panel title={say('todo')}>
          {task.instruction ? (
            <Prose>{task.instruction}</Prose>
          ) : (
            <p className="st-quiet">{say('noWords')}</p>
          )}
        </Panel>
        <EvidencePanel task={it} onReload={onReload} />
        {task.result && (
          <Panel title={say('report')}>
            <Prose>{task.result}</Prose>
          </Panel>
        )}
        {task.feedback && (
          <Panel title={say('feedback')}>
            <Prose>{task.feedback}</Prose>
          </Panel>
        )}
      </WithAside>
    </>
  )
}

function Facts({ task }: Pick<TaskProps, 'task'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const duration = useDuration()
  const { organization } = useViewer()
  const it = readFragment(PlanTaskCard, task)
  const worth = (minutes: number | null, minor: number | null) => (
    <Inline gap={2}>
      {minutes !== null && <span>{duration(minutes)}</span>}
      {it.costs && minor !== null && <Money minor={minor} currency={organization.currency} />}
    </Inline>
  )
  const step = (label: string, at: string | null, by?: { readonly name: string } | null) =>
    at
      ? [
          {
            label,
            value: (
              <Inline gap={2}>
                <Instant at={at} />
                {by && <span>{by.name}</span>}
              </Inline>
            ),
          },
        ]
      : []
  return (
    <Panel title={say('facts')}>
      <DescriptionList
        items={[
          ...(task.plan
            ? [
                {
                  label: say('plan'),
                  value: (
                    <AppLink to={path(`plans/${task.plan.id}`)}>
                      {task.plan.title ?? task.plan.number}
                    </AppLink>
                  ),
                },
              ]
            : []),
          { label: say('means'), value: sayWord(PLAN_MEANS_LABELS[it.means]) },
          {
            label: say('scheduledOn'),
            value: (
              <>
                <Day on={it.scheduledOn} />
                {task.occurrenceOn !== it.scheduledOn && (
                  <div className="st-quiet st-small">{say('shifted', { day: task.occurrenceOn })}</div>
                )}
              </>
            ),
          },
          { label: say('dueOn'), value: <Day on={it.dueOn} /> },
          { label: say('assignee'), value: it.assignee?.name ?? say('nobody') },
          { label: say('estimate'), value: worth(it.estimatedMinutes, it.estimatedMinor) },
          ...(it.actualMinutes === null
            ? []
            : [{ label: say('actual'), value: worth(it.actualMinutes, it.actualMinor) }]),
          ...step(say('started'), task.startedAt),
          ...step(say('completed'), task.completedAt, task.completedBy),
          ...step(say('accepted'), task.acceptedAt, task.acceptedBy),
          ...(task.reason ? [{ label: say('reason'), value: task.reason }] : []),
        ]}
      />
    </Panel>
  )
}
