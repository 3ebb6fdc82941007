import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { ComplaintType } from '../complaints/complaint.type.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, signingPayload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { HandoverEntity } from './handover.entity.ts'
import * as inputs from './handover.inputs.ts'
import * as service from './handover.service.ts'
import { HandoverConnection, HandoverType } from './handover.type.ts'

const OfferHandoverPayload = payload('OfferHandover', HandoverType, 'eligible')
const AcceptHandoverPayload = signingPayload('AcceptHandover', HandoverType)
const DeclineHandoverPayload = verbPayload('DeclineHandover', HandoverType)
const TakeBackHandoverPayload = verbPayload('TakeBackHandover', HandoverType)
const AskHandoverPayload = verbPayload('AskHandover', HandoverType)
const ReplyHandoverPayload = verbPayload('ReplyHandover', HandoverType)

type Answer = Promise<HandoverEntity | UserError>

/** A hand-over of one case begins with `handOverComplaint`. */
@Resolver(() => ComplaintType)
export class HandoverResolver {
  @FieldResolver(() => HandoverType, {
    nullable: true,
    description: 'The hand-over in which it is offered to somebody else and not accepted yet.',
  })
  handover(): HandoverType {
    return compiled()
  }

  @Query(() => HandoverType, { name: 'handover', nullable: true, description: 'One hand-over.' })
  @RequiresPermission('handover:read')
  oneHandover(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => HandoverConnection, {
    description: 'Hand-overs that you gave, that are offered to you or your department, or that you oversee.',
  })
  @RequiresPermission('handover:read')
  handovers(@Args(() => inputs.HandoverArgs) _args: inputs.HandoverArgs): object {
    return compiled()
  }

  @Mutation(() => OfferHandoverPayload, {
    description:
      'Ends a shift: offers the cases that you answer for, with their open promises and your remarks.',
  })
  @RequiresPermission('handover:offer')
  offerHandover(
    @Arg('input', () => inputs.OfferHandoverInput) input: inputs.OfferHandoverInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.offer(context, input)
  }

  @Mutation(() => AcceptHandoverPayload, {
    description: 'Takes over, signed: from here on you answer for every line that still stands.',
  })
  @RequiresPermission('handover:accept')
  acceptHandover(
    @Arg('input', () => inputs.AcceptHandoverInput) input: inputs.AcceptHandoverInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.accept(context, input)
  }

  @Mutation(() => DeclineHandoverPayload, { description: 'Does not take over; the giver stays responsible.' })
  @RequiresPermission('handover:decline')
  declineHandover(
    @Arg('input', () => inputs.DeclineHandoverInput) input: inputs.DeclineHandoverInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.decline(context, input)
  }

  @Mutation(() => TakeBackHandoverPayload, { description: 'The giver keeps it after all.' })
  @RequiresPermission('handover:takeBack')
  takeBackHandover(
    @Arg('input', () => inputs.TakeBackHandoverInput) input: inputs.TakeBackHandoverInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.takeBack(context, input)
  }

  @Mutation(() => AskHandoverPayload, { description: 'Asks the giver about a line before accepting.' })
  @RequiresPermission('handover:ask')
  askHandover(
    @Arg('input', () => inputs.AskHandoverInput) input: inputs.AskHandoverInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.ask(context, input)
  }

  @Mutation(() => ReplyHandoverPayload, { description: 'Replies to what was asked about a line.' })
  @RequiresPermission('handover:reply')
  replyHandover(
    @Arg('input', () => inputs.ReplyHandoverInput) input: inputs.ReplyHandoverInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reply(context, input)
  }
}
