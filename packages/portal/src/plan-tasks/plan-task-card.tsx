import { PLAN_MEANS_LABELS } from '@steward/domain'
import { readFragment, type FragmentType } from '@steward/graphql-client'
import { Card, Day, Inline } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { PlanTaskCard } from './plan-task-documents.ts'
import { PlanTaskVerbs } from './plan-task-verbs.tsx'
import { PlanTaskDue, PlanTaskTag, useDuration, usePlanTaskTitle, whereOf } from './plan-task-words.tsx'

const texts = messages({
  waiting: { zh: '等待前置任务', en: 'Waits for another task' },
  nobody: { zh: '未指派', en: 'Nobody’s yet' },
})

interface PlanTaskSlipProps {
  readonly task: FragmentType<typeof PlanTaskCard>
  readonly large?: boolean
  /** Whose it is, where they are not all of one person. */
  readonly withHolder?: boolean
  readonly onReload: () => Promise<unknown>
}

/** One task in a list: what, for whom, by when, and the next thing to do under the thumb. */
export function PlanTaskSlip({ task, large = false, withHolder = false, onReload }: PlanTaskSlipProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const duration = useDuration()
  const titleOf = usePlanTaskTitle()
  const it = readFragment(PlanTaskCard, task)
  return (
    <Card
      to={path(`plan-tasks/${it.id}`)}
      lead={titleOf(it)}
      large={large}
      tag={<PlanTaskTag status={it.status} />}
      actions={<PlanTaskVerbs task={task} show="card" onReload={onReload} />}
    >
      <span className="st-strong">{whereOf(it)}</span>
      <Inline gap={2}>
        <span className="st-quiet">{sayWord(PLAN_MEANS_LABELS[it.means])}</span>
        <span className="st-quiet">
          <Day on={it.scheduledOn} />
        </span>
        <span className="st-quiet">{duration(it.estimatedMinutes)}</span>
        <PlanTaskDue task={it} />
        {it.isWaiting && <span className="st-quiet">{say('waiting')}</span>}
        {withHolder && <span>{it.assignee?.name ?? say('nobody')}</span>}
      </Inline>
    </Card>
  )
}
