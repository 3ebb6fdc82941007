import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { MembershipEntity, MembershipPolicyEntity } from './membership.entity.ts'
import * as inputs from './membership.inputs.ts'
import * as service from './membership.service.ts'
import { MembershipConnection, MembershipPolicyType, MembershipType } from './membership.type.ts'

const JoinMembershipPayload = payload('JoinMembership', MembershipType, 'duplicate', 'eligible')
const CreditMembershipPayload = verbPayload('CreditMembership', MembershipType)
const RedeemMembershipPayload = verbPayload('RedeemMembership', MembershipType)
const CorrectMembershipPayload = verbPayload('CorrectMembership', MembershipType)
const RenewMembershipPayload = verbPayload('RenewMembership', MembershipType)
const LeaveMembershipPayload = verbPayload('LeaveMembership', MembershipType)
const SetMembershipPolicyPayload = payload('SetMembershipPolicy', MembershipPolicyType, 'stale')

type Answer = Promise<MembershipEntity | UserError>

@Resolver(() => MembershipType)
export class MembershipResolver {
  @Query(() => MembershipType, { nullable: true, description: 'One membership that you may read.' })
  @RequiresPermission('membership:read')
  membership(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => MembershipConnection, { description: 'Memberships of the clients that you may read.' })
  @RequiresPermission('membership:read')
  memberships(@Args(() => inputs.MembershipArgs) _args: inputs.MembershipArgs): object {
    return compiled()
  }

  @Query(() => MembershipPolicyType, {
    nullable: true,
    description:
      'Null until somebody has set one: three levels from 0, 300 and 1,000 points; 1 point for 100 yuan, 100 for a referral, 20 for an event, worth something for 24 months; terms of 12 months.',
  })
  @RequiresPermission('membershipPolicy:read')
  membershipPolicy(): object | null {
    return compiled()
  }

  @Mutation(() => JoinMembershipPayload, { description: 'Enrols a client with their consent.' })
  @RequiresPermission('membership:join')
  joinMembership(
    @Arg('input', () => inputs.JoinMembershipInput) input: inputs.JoinMembershipInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.join(context, input)
  }

  @Mutation(() => CreditMembershipPayload, {
    description: 'Credits an event attended or a referral, as many points as the rules give.',
  })
  @RequiresPermission('membership:credit')
  creditMembership(
    @Arg('input', () => inputs.CreditMembershipInput) input: inputs.CreditMembershipInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.credit(context, input)
  }

  @Mutation(() => RedeemMembershipPayload, { description: 'Spends points; what expires goes before.' })
  @RequiresPermission('membership:redeem')
  redeemMembership(
    @Arg('input', () => inputs.RedeemMembershipInput) input: inputs.RedeemMembershipInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.redeem(context, input)
  }

  @Mutation(() => CorrectMembershipPayload, { description: 'Takes a wrong line back by another one.' })
  @RequiresPermission('membership:correct')
  correctMembership(
    @Arg('input', () => inputs.CorrectMembershipInput) input: inputs.CorrectMembershipInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.correct(context, input)
  }

  @Mutation(() => RenewMembershipPayload, {
    description: 'Begins the next term; the level that was earned is kept for it.',
  })
  @RequiresPermission('membership:renew')
  renewMembership(
    @Arg('input', () => inputs.RenewMembershipInput) input: inputs.RenewMembershipInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.renew(context, input)
  }

  @Mutation(() => LeaveMembershipPayload, {
    description: 'Ends the membership: points are forfeited, the consent is withdrawn.',
  })
  @RequiresPermission('membership:leave')
  leaveMembership(
    @Arg('input', () => inputs.LeaveMembershipInput) input: inputs.LeaveMembershipInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.leave(context, input)
  }

  @Mutation(() => SetMembershipPolicyPayload, {
    description: 'The rules of membership, for what happens from now on.',
  })
  @RequiresPermission('membershipPolicy:set')
  setMembershipPolicy(
    @Arg('input', () => inputs.SetMembershipPolicyInput) input: inputs.SetMembershipPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<MembershipPolicyEntity | UserError> {
    return service.setPolicy(context, input)
  }
}
