/** What each verb makes of a plan's task. Pure: the clock is an argument. */
import type { Actor } from '../access/actor.ts'
import { fail, notEligible, ok, type Result } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import { text } from '../text.ts'
import { PLAN_TASK_TRANSITIONS, planTaskFacts, type PlanTask } from './plan-task.ts'
import type { PlanTaskInput } from './plan-task-inputs.ts'
import type { PlanTaskAction, PlanTaskStatus } from './task-vocabulary.ts'

type Facts = Parameters<typeof planTaskFacts>[0]
type Patch = Partial<PlanTask>

/** The status to which the verb leads, or why not. */
export const planTaskStep = (
  action: PlanTaskAction,
  actor: Actor,
  task: Facts,
  keyAccountManagerId: string | null,
): Result<PlanTaskStatus> => {
  const refused = refusal(PLAN_TASK_TRANSITIONS, action, actor, planTaskFacts(task, keyAccountManagerId))
  if (refused) return fail(refused)
  const { to } = PLAN_TASK_TRANSITIONS.find((row) => row.action === action && row.from.includes(task.status))!
  return ok(to === 'SAME' ? task.status : to)
}

/** These hold nothing up any more. */
export const ENDED_PLAN_TASK_STATUSES: readonly PlanTaskStatus[] = ['DONE', 'ACCEPTED', 'CANCELLED']

/** What another task waits for; undefined where nothing is in the way. */
export const heldUpBy = (
  before: Pick<PlanTask, 'status'> | null,
): ReturnType<typeof notEligible> | undefined =>
  before === null || ENDED_PLAN_TASK_STATUSES.includes(before.status)
    ? undefined
    : notEligible(
        'taskBeforeIsDone',
        text('前置任务尚未完成，暂不能开始。', 'The task that this one waits for is not done yet.'),
      )

/** Refused where nothing shows what was done. */
export const EVIDENCE_IS_WANTING = notEligible(
  'evidenceIsThere',
  text('请先拍照或添加凭证。', 'Add a photograph or a file first.'),
)

export const begunPlanTask = (now: Date): Patch => ({ status: 'IN_PROGRESS', startedAt: now })

export const completedPlanTask = (
  task: Pick<PlanTask, 'startedAt'>,
  input: PlanTaskInput<'complete'>,
  staffId: string,
  now: Date,
): Patch => ({
  status: 'DONE',
  startedAt: task.startedAt ?? now,
  completedAt: now,
  completedById: staffId,
  result: input.result,
  feedback: input.feedback,
  actualMinutes: input.actualMinutes,
  actualMinor: input.actualMinor,
  reason: null,
})

/** What was found wanting is said; what it cost so far stays spent. */
export const returnedPlanTask = (reason: string): Patch => ({
  status: 'IN_PROGRESS',
  completedAt: null,
  reason,
})
