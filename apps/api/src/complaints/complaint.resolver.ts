import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RevealedPhone } from '../clients/client.type.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { publishEnum } from '../graphql/enums.ts'
import { PageArgs } from '../graphql/paging.ts'
import { DateTime } from '../graphql/scalars.ts'
import type { UserError } from '../graphql/user-error.ts'
import {
  CauseEnum,
  ChannelEnum,
  ComplaintOrderEnum,
  KindEnum,
  StatusEnum,
  TaskStatusEnum,
} from './complaint.enums.ts'
import { RevealPhoneOfComplaintInput } from './complaint.inputs.ts'
import { RevealPhoneOfComplaintPayload } from './complaint.payloads.ts'
import {
  ComplaintCategoryType,
  ComplaintConnection,
  ComplaintTaskConnection,
  ComplaintTaskType,
  ComplaintType,
} from './complaint.type.ts'
import { revealPhoneOfComplaint } from './reveal-phone.ts'

const maybe = { nullable: true } as const

@InputType({ description: 'Which cases; absent members do not filter, all others must hold.' })
class ComplaintFilter {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Its next step is mine: I may take it, and I am the assignee or hold the role that answers for it; or an order that I gave came back.',
  })
  awaitingMe?: boolean
  @Field(() => Boolean, {
    nullable: true,
    description: 'Assigned to me, or registered by me and assigned to nobody.',
  })
  mine?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Handled by my department.' }) team?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Registered, and nobody has taken it over yet.' })
  unanswered?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Something is still owed.' }) open?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Something promised is overdue.' }) overdue?: boolean
  @Field(() => Boolean, {
    nullable: true,
    description: 'Its next promise is due within the next 60 minutes.',
  })
  dueThisHour?: boolean
  @Field(() => Boolean, {
    nullable: true,
    description: "Its next promise is due from now to the end of the organization's day.",
  })
  dueToday?: boolean
  @Field(() => [StatusEnum], maybe) status?: string[]
  @Field(() => [Int], maybe) severity?: number[]
  @Field(() => [KindEnum], maybe) kind?: string[]
  @Field(() => [ChannelEnum], maybe) channel?: string[]
  @Field(() => [CauseEnum], maybe) cause?: string[]
  @Field(() => [ID], maybe) project?: string[]
  @Field(() => [ID], maybe) building?: string[]
  @Field(() => [ID], maybe) category?: string[]
  @Field(() => [ID], maybe) handlingDepartment?: string[]
  @Field(() => ID, maybe) assignee?: string
  @Field(() => ID, maybe) client?: string
  @Field(() => ID, maybe) unit?: string
  @Field(() => DateTime, { nullable: true, description: 'From this instant on.' }) registeredFrom?: Date
  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' }) registeredBefore?: Date
  @Field(() => String, { nullable: true, description: 'The number begins with this, e.g. `2611-`.' })
  number?: string
}

@ArgsType()
class ComplaintArgs extends PageArgs {
  @Field(() => ComplaintFilter, maybe) filter?: ComplaintFilter
  @Field(() => ComplaintOrderEnum, { defaultValue: ComplaintOrderEnum.NEWEST }) orderBy: string
}

const TaskOrder = publishEnum(
  'ComplaintTaskOrder',
  ['NEWEST', 'OLDEST', 'DUE'],
  'How a list of orders is ordered; DUE: what must be done first, orders without a date last.',
)

@InputType({ description: 'Which action orders; absent members do not filter.' })
class ComplaintTaskFilter {
  @Field(() => Boolean, { nullable: true, description: 'Assigned to me.' }) mine?: boolean
  @Field(() => ID, maybe) department?: string
  @Field(() => [TaskStatusEnum], maybe) status?: string[]
  @Field(() => [ID], maybe) project?: string[]
  @Field(() => DateTime, { nullable: true, description: 'To be done before this instant.' }) dueBefore?: Date
}

@ArgsType()
class ComplaintTaskArgs extends PageArgs {
  @Field(() => ComplaintTaskFilter, maybe) filter?: ComplaintTaskFilter
  @Field(() => TaskOrder, { defaultValue: TaskOrder.NEWEST }) orderBy: string
}

@Resolver()
export class ComplaintResolver {
  @Query(() => ComplaintType, {
    nullable: true,
    description: 'One case; null where there is none that you may read.',
  })
  @RequiresPermission('complaint:read')
  complaint(@Arg('id', () => ID) _id: string): ComplaintType {
    return compiled()
  }

  @Query(() => ComplaintConnection, { description: 'The cases you may read.' })
  @RequiresPermission('complaint:read')
  complaints(@Args(() => ComplaintArgs) _args: ComplaintArgs): object {
    return compiled()
  }

  @Query(() => ComplaintTaskType, { nullable: true, description: 'One action order.' })
  @RequiresPermission('task:read')
  complaintTask(@Arg('id', () => ID) _id: string): ComplaintTaskType {
    return compiled()
  }

  @Query(() => ComplaintTaskConnection, { description: 'The action orders you may read.' })
  @RequiresPermission('task:read')
  complaintTasks(@Args(() => ComplaintTaskArgs) _args: ComplaintTaskArgs): object {
    return compiled()
  }

  @Query(() => [ComplaintCategoryType], { description: 'What cases can be about.' })
  @RequiresPermission('signed-in')
  complaintCategories(): ComplaintCategoryType[] {
    return compiled()
  }

  @Mutation(() => RevealPhoneOfComplaintPayload, {
    description: "Shows the contact's number in full; with a reason, logged.",
  })
  @RequiresPermission('complaint:revealPhone')
  revealPhoneOfComplaint(
    @Arg('input', () => RevealPhoneOfComplaintInput) input: RevealPhoneOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealedPhone | UserError> {
    return revealPhoneOfComplaint(context, input)
  }
}
