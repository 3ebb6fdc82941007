import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { IdField } from '../../graphql/id-field.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { DunningHold, DunningNotice, DunningStepEntity } from './dunning.entity.ts'
import { dunning } from './dunning.query.ts'
import * as service from './dunning.service.ts'
import {
  DunningHoldType,
  DunningLine,
  DunningNoticeType,
  DunningRuleType,
  DunningStateEnum,
  DunningStepEnum,
} from './dunning.type.ts'

@ArgsType()
class DunningArgs {
  @Field(() => ID, { nullable: true }) client?: string
  @Field(() => ID, { nullable: true }) project?: string
  @Field(() => [DunningStateEnum], { nullable: true, description: 'Only those that stand so.' })
  state?: string[]
  @Field(() => Int, { defaultValue: 50, description: 'How many at most, 1 to 100.' }) first: number
  @Field(() => ID, {
    nullable: true,
    description: 'Those after this receivable: the last one of the page before.',
  })
  after?: string
}

@InputType()
class TakeDunningStepInput {
  @IdField('Receivable') receivableId: string
  @Field(() => DunningStepEnum, { description: 'The one that is due.' }) step: string
  @Field(() => String, { description: 'What came of it.' }) outcome: string
}

@InputType()
class HoldDunningInput {
  @IdField('Receivable') receivableId: string
  @IdField('Complaint', {
    nullable: true,
    description: 'An open case of the same client: it lifts by itself when the case is closed.',
  })
  complaintId?: string
  @Field(() => String) reason: string
}

@InputType()
class LiftDunningHoldInput {
  @IdField('DunningHold') holdId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
class SetDunningStepInput {
  @Field(() => DunningStepEnum) step: string
  @Field(() => Int, { description: 'Days after the due day, 1 to 1000.' }) afterDays: number
  @Field(() => String) wordingZh: string
  @Field(() => String) wordingEn: string
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set it.' })
  expectedVersion: number
}

const TakeDunningStepPayload = payload(
  'TakeDunningStep',
  DunningNoticeType,
  'eligible',
  'status',
  'duplicate',
)
const HoldDunningPayload = payload('HoldDunning', DunningHoldType, 'eligible', 'status')
const LiftDunningHoldPayload = verbPayload('LiftDunningHold', DunningHoldType)
const SetDunningStepPayload = payload('SetDunningStep', DunningRuleType, 'stale', 'duplicate')

@Resolver()
export class DunningResolver {
  @Query(() => [DunningLine], {
    description: 'What is overdue, the oldest first: which step is due, and what holds it.',
  })
  @RequiresPermission('dunning:read')
  dunning(
    @Args(() => DunningArgs) asked: DunningArgs,
    @Ctx() context: RequestContext,
  ): Promise<DunningLine[]> {
    return dunning(context, asked)
  }

  @Query(() => [DunningRuleType], {
    description: 'Steps that the organization has set; the others follow the defaults.',
  })
  @RequiresPermission('dunning:readRules')
  dunningRules(): DunningRuleType[] {
    return compiled()
  }

  @Mutation(() => TakeDunningStepPayload, { description: 'Takes down the step that is due, once.' })
  @RequiresPermission('dunning:take')
  takeDunningStep(
    @Arg('input', () => TakeDunningStepInput) input: TakeDunningStepInput,
    @Ctx() context: RequestContext,
  ): Promise<DunningNotice | UserError> {
    return service.take(context, input)
  }

  @Mutation(() => HoldDunningPayload, { description: 'Holds dunning of a receivable by hand.' })
  @RequiresPermission('dunning:hold')
  holdDunning(
    @Arg('input', () => HoldDunningInput) input: HoldDunningInput,
    @Ctx() context: RequestContext,
  ): Promise<DunningHold | UserError> {
    return service.hold(context, input)
  }

  @Mutation(() => LiftDunningHoldPayload, { description: 'Lifts a hold by hand.' })
  @RequiresPermission('dunning:lift')
  liftDunningHold(
    @Arg('input', () => LiftDunningHoldInput) input: LiftDunningHoldInput,
    @Ctx() context: RequestContext,
  ): Promise<DunningHold | UserError> {
    return service.lift(context, input)
  }

  @Mutation(() => SetDunningStepPayload, { description: 'Sets days and words of a step.' })
  @RequiresPermission('dunning:setStep')
  setDunningStep(
    @Arg('input', () => SetDunningStepInput) input: SetDunningStepInput,
    @Ctx() context: RequestContext,
  ): Promise<DunningStepEntity | UserError> {
    return service.setStep(context, input)
  }
}
