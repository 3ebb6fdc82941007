import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
} from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { ComplaintType } from '../complaints/complaint.type.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import { PurposeEnum } from '../complaints/complaint.enums.ts'
import { DateTime } from '../graphql/scalars.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { PromisePolicyEntity } from './promise.entity.ts'
import { PromiseKindEnum, PromiseOrderEnum, PromiseStatusEnum } from './promise.enums.ts'
import * as inputs from './promise.inputs.ts'
import { setPromisePolicy } from './promise-policy.service.ts'
import * as service from './promise.service.ts'
import { outlook } from './promise-outlook.query.ts'
import {
  ComplaintPromiseConnection,
  ComplaintPromiseType,
  PromiseOutlookType,
  PromisePolicyType,
} from './promise.type.ts'

const maybe = { nullable: true } as const

@InputType({ description: 'Which promises; absent members do not filter, all others must hold.' })
class ComplaintPromiseFilter {
  @Field(() => Boolean, { nullable: true, description: 'Owed by me.' }) mine?: boolean
  @Field(() => Boolean, {
    nullable: true,
    description: 'Not settled: open, or broken and not yet fulfilled.',
  })
  owed?: boolean
  @Field(() => [PromiseKindEnum], maybe) kind?: string[]
  @Field(() => [PromiseStatusEnum], maybe) status?: string[]
  @Field(() => ID, maybe) owner?: string
  @Field(() => ID, maybe) department?: string
  @Field(() => DateTime, { nullable: true, description: 'Due before this instant.' }) dueBefore?: Date
}

@ArgsType()
class ComplaintPromiseArgs extends PageArgs {
  @Field(() => ComplaintPromiseFilter, maybe) filter?: ComplaintPromiseFilter
  @Field(() => PromiseOrderEnum, { defaultValue: PromiseOrderEnum.DUE }) orderBy: string
}

@ArgsType()
class PromiseOutlookArgs {
  @Field(() => Int, { description: '1 (most severe) to 4.' }) severity: number
  @Field(() => PurposeEnum, maybe) purpose?: string
  @Field(() => ID, { nullable: true, description: 'Of the category, where it is known already.' })
  categoryId?: string
  @Field(() => ID, {
    nullable: true,
    description: 'Who it is for, where that is known: what they are owed beyond the rule counts.',
  })
  clientId?: string
}

const AnswerPromisePayload = verbPayload('AnswerPromise', ComplaintType)
const SupersedePromisePayload = verbPayload('SupersedePromise', ComplaintType)
const PausePromisePayload = verbPayload('PausePromise', ComplaintType)
const ResumePromisePayload = verbPayload('ResumePromise', ComplaintType)
const SetPromisePolicyPayload = payload('SetPromisePolicy', PromisePolicyType, 'stale')

type Answer = Promise<ComplaintEntity | UserError>

/** The verbs of a promise answer its case, whose clock and timeline change along. */
@Resolver(() => ComplaintType)
export class PromiseResolver {
  @FieldResolver(() => [ComplaintPromiseType], { description: 'What was promised, the latest first.' })
  promises(): ComplaintPromiseType[] {
    return compiled()
  }

  @Query(() => ComplaintPromiseConnection, {
    name: 'promises',
    description: 'The promises you may read, by due time.',
  })
  @RequiresPermission('promise:read')
  allPromises(@Args(() => ComplaintPromiseArgs) _args: ComplaintPromiseArgs): object {
    return compiled()
  }

  @Query(() => [PromisePolicyType], {
    description: 'All revisions of the promise policy; the first is in force, none means the built-in one.',
  })
  @RequiresPermission('promisePolicy:read')
  promisePolicies(): PromisePolicyType[] {
    return compiled()
  }

  @Query(() => [PromiseOutlookType], {
    description: 'What would be promised, by when and why, if such a case were registered now.',
  })
  @RequiresPermission('complaint:register')
  promiseOutlook(
    @Args(() => PromiseOutlookArgs) asked: PromiseOutlookArgs,
    @Ctx() context: RequestContext,
  ): Promise<PromiseOutlookType[]> {
    return outlook(context, asked)
  }

  @Mutation(() => AnswerPromisePayload, {
    description: 'Records the word or the deed that was owed; may say when the next one follows.',
  })
  @RequiresPermission('promise:answer')
  answerPromise(
    @Arg('input', () => inputs.AnswerPromiseInput) input: inputs.AnswerPromiseInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.answerPromise(context, input)
  }

  @Mutation(() => SupersedePromisePayload, {
    description: 'Puts another promise in its place, to which the client agreed.',
  })
  @RequiresPermission('promise:supersede')
  supersedePromise(
    @Arg('input', () => inputs.SupersedePromiseInput) input: inputs.SupersedePromiseInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.supersedePromise(context, input)
  }

  @Mutation(() => PausePromisePayload, {
    description: 'Lets the clock rest for a declared reason, up to the cap.',
  })
  @RequiresPermission('promise:pause')
  pausePromise(
    @Arg('input', () => inputs.PausePromiseInput) input: inputs.PausePromiseInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.pausePromise(context, input)
  }

  @Mutation(() => ResumePromisePayload, { description: 'Lets the clock go on.' })
  @RequiresPermission('promise:resume')
  resumePromise(
    @Arg('input', () => inputs.ResumePromiseInput) input: inputs.ResumePromiseInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.resumePromise(context, input)
  }

  @Mutation(() => SetPromisePolicyPayload, {
    description: 'Sets the whole policy anew, for cases registered from now on.',
  })
  @RequiresPermission('promisePolicy:set')
  setPromisePolicy(
    @Arg('input', () => inputs.SetPromisePolicyInput) input: inputs.SetPromisePolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<PromisePolicyEntity | UserError> {
    return setPromisePolicy(context, input)
  }
}
