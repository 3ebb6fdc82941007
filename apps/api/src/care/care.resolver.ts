import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { CareOccasionEntity, CarePolicyEntity } from './care.entity.ts'
import * as inputs from './care.inputs.ts'
import * as service from './care.service.ts'
import { CareOccasionConnection, CareOccasionType, CarePolicyType, FestivalYearType } from './care.type.ts'
import { festivalsOf } from './festivals.ts'

const CompleteCareOccasionPayload = verbPayload('CompleteCareOccasion', CareOccasionType)
const PostponeCareOccasionPayload = verbPayload('PostponeCareOccasion', CareOccasionType)
const SkipCareOccasionPayload = verbPayload('SkipCareOccasion', CareOccasionType)
const SetCarePolicyPayload = payload('SetCarePolicy', CarePolicyType, 'stale')

type Answer = Promise<CareOccasionEntity | UserError>

@Resolver(() => CareOccasionType)
export class CareOccasionResolver {
  @Query(() => CareOccasionType, { nullable: true, description: 'One occasion of care that you may read.' })
  @RequiresPermission('careOccasion:read')
  careOccasion(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => CareOccasionConnection, { description: 'Occasions of care of clients that you may read.' })
  @RequiresPermission('careOccasion:read')
  careOccasions(@Args(() => inputs.CareOccasionArgs) _args: inputs.CareOccasionArgs): object {
    return compiled()
  }

  @Query(() => CarePolicyType, {
    nullable: true,
    description:
      'Null until somebody has set one: birthdays and anniversaries, a present for A at Spring Festival, cards at Mid-Autumn, A seen every 30 days and B called every 90; quiet from 21:00 to 8:00, one approach a week.',
  })
  @RequiresPermission('carePolicy:read')
  carePolicy(): object | null {
    return compiled()
  }

  @Query(() => FestivalYearType, { description: 'The festivals of a year, as they were announced.' })
  @RequiresPermission('carePolicy:read')
  festivalYear(@Arg('year', () => Int) year: number): FestivalYearType {
    const festivals = festivalsOf(year)
    return { year, isPublished: festivals !== undefined, festivals: [...(festivals ?? [])] }
  }

  @Mutation(() => CompleteCareOccasionPayload, {
    description: 'Says what was done: it becomes a reception of the client.',
  })
  @RequiresPermission('careOccasion:complete')
  completeCareOccasion(
    @Arg('input', () => inputs.CompleteCareOccasionInput) input: inputs.CompleteCareOccasionInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.complete(context, input)
  }

  @Mutation(() => PostponeCareOccasionPayload, { description: 'Puts it off to another day.' })
  @RequiresPermission('careOccasion:postpone')
  postponeCareOccasion(
    @Arg('input', () => inputs.PostponeCareOccasionInput) input: inputs.PostponeCareOccasionInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.postpone(context, input)
  }

  @Mutation(() => SkipCareOccasionPayload, { description: 'Leaves it out this time, with a reason.' })
  @RequiresPermission('careOccasion:skip')
  skipCareOccasion(
    @Arg('input', () => inputs.SkipCareOccasionInput) input: inputs.SkipCareOccasionInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.skip(context, input)
  }

  @Mutation(() => SetCarePolicyPayload, {
    description: 'The rules of care and of contact; occasions to come are reckoned anew at once.',
  })
  @RequiresPermission('carePolicy:set')
  setCarePolicy(
    @Arg('input', () => inputs.SetCarePolicyInput) input: inputs.SetCarePolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<CarePolicyEntity | UserError> {
    return service.setPolicy(context, input)
  }
}
