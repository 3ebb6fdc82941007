import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import * as decomposition from './decomposition.service.ts'
import { removeEvidence } from './evidence.service.ts'
import { planGantt } from './plan-gantt.query.ts'
import { planProgress } from './plan-progress.query.ts'
import type { PlanDecomposition, PlanTask } from './plan-task.entity.ts'
import * as inputs from './plan-task.inputs.ts'
import * as service from './plan-task.service.ts'
import {
  PlanDecompositionType,
  PlanGanttRow,
  PlanProgress,
  PlanTaskConnection,
  PlanTaskMoveConflict,
  PlanTasksMoved,
  PlanTaskType,
  PlanWorkload,
} from './plan-task.type.ts'
import * as rescheduling from './reschedule.service.ts'
import { planWorkload } from './workload.query.ts'

const AssignPlanTaskPayload = verbPayload('AssignPlanTask', PlanTaskType)
const ReschedulePlanTaskPayload = verbPayload('ReschedulePlanTask', PlanTaskType)
const ReschedulePlanTasksPayload = verbPayload('ReschedulePlanTasks', PlanTasksMoved)
const StartPlanTaskPayload = verbPayload('StartPlanTask', PlanTaskType)
const CompletePlanTaskPayload = verbPayload('CompletePlanTask', PlanTaskType, 'limit')
const ConfirmPlanTaskPayload = verbPayload('ConfirmPlanTask', PlanTaskType)
const ReturnPlanTaskPayload = verbPayload('ReturnPlanTask', PlanTaskType)
const CancelPlanTaskPayload = verbPayload('CancelPlanTask', PlanTaskType)
const RemoveEvidenceOfPlanTaskPayload = verbPayload('RemoveEvidenceOfPlanTask', PlanTaskType)
const DecomposePlanPayload = payload('DecomposePlan', PlanDecompositionType, 'eligible')
const StopDecompositionOfPlanPayload = payload(
  'StopDecompositionOfPlan',
  PlanDecompositionType,
  'status',
  'eligible',
)

type Answer = Promise<PlanTask | UserError>

@Resolver()
export class PlanTaskResolver {
  @Query(() => PlanTaskType, {
    nullable: true,
    description: 'One task of a plan; null where there is none that you may read.',
  })
  @RequiresPermission('planTask:read')
  planTask(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => PlanTaskConnection, { description: 'The tasks of plans that you may read.' })
  @RequiresPermission('planTask:read')
  planTasks(@Args(() => inputs.PlanTaskArgs) _args: inputs.PlanTaskArgs): object {
    return compiled()
  }

  @Query(() => [PlanDecompositionType], {
    description: 'How the tasks of a plan were made, the latest first.',
  })
  @RequiresPermission('plan:read')
  planDecompositions(@Arg('plan', () => ID) _plan: string): object[] {
    return compiled()
  }

  @Query(() => PlanProgress, { description: 'How far a plan is carried out.' })
  @RequiresPermission('planTask:read')
  planProgress(@Arg('plan', () => ID) plan: string, @Ctx() context: RequestContext): Promise<PlanProgress> {
    return planProgress(context, plan)
  }

  @Query(() => [PlanGanttRow], {
    description:
      'A chart of tasks from afar: how many of each row are to be begun in each week; at most 200 rows.',
  })
  @RequiresPermission('planTask:read')
  planGantt(
    @Args(() => inputs.PlanGanttArgs) asked: inputs.PlanGanttArgs,
    @Ctx() context: RequestContext,
  ): Promise<PlanGanttRow[]> {
    return planGantt(context, asked)
  }

  @Query(() => [PlanWorkload], {
    description: 'What the people that you may give tasks to have before them, week by week.',
  })
  @RequiresPermission('planTask:assign')
  planWorkload(
    @Args(() => inputs.PlanWorkloadArgs) asked: inputs.PlanWorkloadArgs,
    @Ctx() context: RequestContext,
  ): Promise<PlanWorkload[]> {
    return planWorkload(context, asked)
  }

  @Query(() => [PlanTaskMoveConflict], {
    description: 'What moves to other days would go against; of tasks that you may not read, nothing.',
  })
  @RequiresPermission('planTask:reschedule')
  planTaskConflicts(
    @Args(() => inputs.PlanTaskConflictsArgs) asked: inputs.PlanTaskConflictsArgs,
    @Ctx() context: RequestContext,
  ): Promise<PlanTaskMoveConflict[]> {
    return rescheduling.conflictsOf(context, asked)
  }

  @Mutation(() => AssignPlanTaskPayload, { description: 'Gives a task to somebody who carries out.' })
  @RequiresPermission('planTask:assign')
  assignPlanTask(
    @Arg('input', () => inputs.AssignPlanTaskInput) input: inputs.AssignPlanTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.assign(context, input)
  }

  @Mutation(() => ReschedulePlanTaskPayload, {
    description: 'Moves a task to other days; an amendment of the plan leaves them alone.',
  })
  @RequiresPermission('planTask:reschedule')
  reschedulePlanTask(
    @Arg('input', () => inputs.ReschedulePlanTaskInput) input: inputs.ReschedulePlanTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return rescheduling.reschedule(context, input)
  }

  @Mutation(() => ReschedulePlanTasksPayload, {
    description:
      'Moves several tasks together, all of them or none; each is judged where all of them are going.',
  })
  @RequiresPermission('planTask:reschedule')
  reschedulePlanTasks(
    @Arg('input', () => inputs.ReschedulePlanTasksInput) input: inputs.ReschedulePlanTasksInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanTasksMoved | UserError> {
    return rescheduling.rescheduleAll(context, input)
  }

  @Mutation(() => StartPlanTaskPayload, {
    description: 'Begins a task; refused while what it waits for is not done.',
  })
  @RequiresPermission('planTask:start')
  startPlanTask(
    @Arg('input', () => inputs.StartPlanTaskInput) input: inputs.StartPlanTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.start(context, input)
  }

  @Mutation(() => CompletePlanTaskPayload, {
    description:
      'Tells what was done and what it cost, which is booked on the budget. Past its guard: LIMIT_EXCEEDED, with what is left.',
  })
  @RequiresPermission('planTask:complete')
  completePlanTask(
    @Arg('input', () => inputs.CompletePlanTaskInput) input: inputs.CompletePlanTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.complete(context, input)
  }

  @Mutation(() => ConfirmPlanTaskPayload, {
    description:
      'By somebody else than did it; what it cost for a client is a cost of keeping them from then on.',
  })
  @RequiresPermission('planTask:confirm')
  confirmPlanTask(
    @Arg('input', () => inputs.ConfirmPlanTaskInput) input: inputs.ConfirmPlanTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.confirm(context, input)
  }

  @Mutation(() => ReturnPlanTaskPayload, { description: 'Back to whoever did it, with what is wanting.' })
  @RequiresPermission('planTask:return')
  returnPlanTask(
    @Arg('input', () => inputs.ReturnPlanTaskInput) input: inputs.ReturnPlanTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.returnTask(context, input)
  }

  @Mutation(() => CancelPlanTaskPayload, { description: 'It is not done; what was held for it is free.' })
  @RequiresPermission('planTask:cancel')
  cancelPlanTask(
    @Arg('input', () => inputs.CancelPlanTaskInput) input: inputs.CancelPlanTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.cancel(context, input)
  }

  @Mutation(() => RemoveEvidenceOfPlanTaskPayload, {
    description: 'Takes a photograph or a file away while the task is not done.',
  })
  @RequiresPermission('planTask:removeEvidence')
  removeEvidenceOfPlanTask(
    @Arg('input', () => inputs.RemoveEvidenceOfPlanTaskInput) input: inputs.RemoveEvidenceOfPlanTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return removeEvidence(context, input)
  }

  @Mutation(() => DecomposePlanPayload, {
    description: 'Makes the tasks of the revision in force again; those that stand stay.',
  })
  @RequiresPermission('plan:decompose')
  decomposePlan(
    @Arg('input', () => inputs.DecomposePlanInput) input: inputs.DecomposePlanInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanDecomposition | UserError> {
    return decomposition.decompose(context, input)
  }

  @Mutation(() => StopDecompositionOfPlanPayload, {
    description: 'Stops the making of tasks; nothing of it stands.',
  })
  @RequiresPermission('plan:stopDecomposition')
  stopDecompositionOfPlan(
    @Arg('input', () => inputs.StopDecompositionOfPlanInput) input: inputs.StopDecompositionOfPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanDecomposition | UserError> {
    return decomposition.stopDecomposition(context, input)
  }
}
