import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, signingPayload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { SigningType } from '../sign-off/signing.type.ts'
import type { KeyAccountNominationEntity } from './key-account.entity.ts'
import * as inputs from './key-account.inputs.ts'
import { KeyAccountType } from './key-account.type.ts'
import * as service from './nomination.service.ts'
import { KeyAccountNominationConnection, KeyAccountNominationType } from './nomination.type.ts'

const ProposeKeyAccountNominationPayload = payload(
  'ProposeKeyAccountNomination',
  KeyAccountNominationType,
  'eligible',
  'signature',
)
const ReviewKeyAccountNominationPayload = signingPayload(
  'ReviewKeyAccountNomination',
  KeyAccountNominationType,
)
const ApproveKeyAccountNominationPayload = signingPayload(
  'ApproveKeyAccountNomination',
  KeyAccountNominationType,
)
const RejectKeyAccountNominationPayload = signingPayload(
  'RejectKeyAccountNomination',
  KeyAccountNominationType,
)
const WithdrawKeyAccountNominationPayload = verbPayload(
  'WithdrawKeyAccountNomination',
  KeyAccountNominationType,
)

type Answer = Promise<KeyAccountNominationEntity | UserError>

@Resolver(() => KeyAccountNominationType)
class NominationResolver {
  @FieldResolver(() => KeyAccountType, {
    nullable: true,
    description: 'Whom it is about; null until a listing is accepted.',
  })
  keyAccount(): KeyAccountType {
    return compiled()
  }

  @Query(() => KeyAccountNominationType, { nullable: true, description: 'One nomination.' })
  @RequiresPermission('keyAccountNomination:read')
  keyAccountNomination(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => KeyAccountNominationConnection, { description: 'Nominations, the newest first.' })
  @RequiresPermission('keyAccountNomination:read')
  keyAccountNominations(
    @Args(() => inputs.KeyAccountNominationArgs) _args: inputs.KeyAccountNominationArgs,
  ): object {
    return compiled()
  }

  @Mutation(() => ProposeKeyAccountNominationPayload, {
    description: 'Proposes, signed, that a client is listed, tested again or released.',
  })
  @RequiresPermission('keyAccountNomination:propose')
  proposeKeyAccountNomination(
    @Arg('input', () => inputs.ProposeKeyAccountNominationInput)
    input: inputs.ProposeKeyAccountNominationInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.propose(context, input)
  }

  @Mutation(() => ReviewKeyAccountNominationPayload, {
    description: 'Gives a review that the signature policy asks for.',
  })
  @RequiresPermission('keyAccountNomination:review')
  reviewKeyAccountNomination(
    @Arg('input', () => inputs.ReviewKeyAccountNominationInput)
    input: inputs.ReviewKeyAccountNominationInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.review(context, input)
  }

  @Mutation(() => ApproveKeyAccountNominationPayload, {
    description: 'Approves, signed; with the last signature it is so.',
  })
  @RequiresPermission('keyAccountNomination:approve')
  approveKeyAccountNomination(
    @Arg('input', () => inputs.ApproveKeyAccountNominationInput)
    input: inputs.ApproveKeyAccountNominationInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.approve(context, input)
  }

  @Mutation(() => RejectKeyAccountNominationPayload, { description: 'Rejects, signed and with a reason.' })
  @RequiresPermission('keyAccountNomination:reject')
  rejectKeyAccountNomination(
    @Arg('input', () => inputs.RejectKeyAccountNominationInput)
    input: inputs.RejectKeyAccountNominationInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reject(context, input)
  }

  @Mutation(() => WithdrawKeyAccountNominationPayload, { description: 'Takes one’s own nomination back.' })
  @RequiresPermission('keyAccountNomination:withdraw')
  withdrawKeyAccountNomination(
    @Arg('input', () => inputs.WithdrawKeyAccountNominationInput)
    input: inputs.WithdrawKeyAccountNominationInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.withdraw(context, input)
  }
}

@Resolver(() => SigningType)
class NominationOfSigningResolver {
  @FieldResolver(() => KeyAccountNominationType, {
    nullable: true,
    description: 'The nomination of a key account that it is about, where it is about one that you may read.',
  })
  keyAccountNomination(): KeyAccountNominationType {
    return compiled()
  }
}

export const NOMINATION_RESOLVERS = [NominationOfSigningResolver, NominationResolver] as const
