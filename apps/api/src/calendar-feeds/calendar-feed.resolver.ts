import { Arg, Ctx, Field, InputType, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import * as service from './calendar-feed.service.ts'
import { CalendarFeedMade, CalendarFeedRevoked, CalendarFeedType } from './calendar-feed.type.ts'

@InputType({ description: 'Says nothing: it is your own calendar.' })
class MakeCalendarFeedInput {
  @Field(() => Boolean, { defaultValue: true, description: 'An earlier address is void.' }) make: boolean
}

@InputType({ description: 'Says nothing: it is your own calendar.' })
class RevokeCalendarFeedInput {
  @Field(() => Boolean, { defaultValue: true, description: 'The address is void.' }) revoke: boolean
}

const MakeCalendarFeedPayload = payload('MakeCalendarFeed', CalendarFeedMade, 'eligible')
const RevokeCalendarFeedPayload = payload('RevokeCalendarFeed', CalendarFeedRevoked, 'eligible')

@Resolver()
export class CalendarFeedResolver {
  @Query(() => CalendarFeedType, {
    nullable: true,
    description: 'Whether your calendar can be fetched at an address; null where it cannot.',
  })
  @RequiresPermission('signed-in')
  myCalendarFeed(@Ctx() context: RequestContext): Promise<CalendarFeedType | null> {
    return service.myCalendarFeed(context)
  }

  @Mutation(() => MakeCalendarFeedPayload, {
    description:
      'Makes the address at which a calendar program fetches your tasks; an earlier one is void. Needs a fresh proof.',
  })
  @RequiresPermission('signed-in')
  makeCalendarFeed(
    @Arg('input', () => MakeCalendarFeedInput) input: MakeCalendarFeedInput,
    @Ctx() context: RequestContext,
  ): Promise<CalendarFeedMade | UserError> {
    return service.makeCalendarFeed(context, input)
  }

  @Mutation(() => RevokeCalendarFeedPayload, {
    description: 'Makes the address of your calendar void, at once.',
  })
  @RequiresPermission('signed-in')
  revokeCalendarFeed(
    @Arg('input', () => RevokeCalendarFeedInput) _input: RevokeCalendarFeedInput,
    @Ctx() context: RequestContext,
  ): Promise<CalendarFeedRevoked | UserError> {
    return service.revokeCalendarFeed(context)
  }
}
