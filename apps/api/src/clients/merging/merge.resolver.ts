import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, signingPayload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { SigningType } from '../../sign-off/signing.type.ts'
import type { ClientMergeEntity } from './merge.entity.ts'
import * as inputs from './merge.inputs.ts'
import { clientMergePreview, clientMergeReversal, likelyDuplicates } from './merge-preview.service.ts'
import * as service from './merge.service.ts'
import {
  ClientMergeConnection,
  ClientMergePreviewType,
  ClientMergeReversalType,
  ClientMergeType,
  LikelyDuplicateType,
} from './merge.type.ts'

const ProposeClientMergePayload = payload('ProposeClientMerge', ClientMergeType, 'eligible', 'signature')
const ReviewClientMergePayload = signingPayload('ReviewClientMerge', ClientMergeType)
const ApproveClientMergePayload = signingPayload('ApproveClientMerge', ClientMergeType)
const RejectClientMergePayload = signingPayload('RejectClientMerge', ClientMergeType)
const WithdrawClientMergePayload = verbPayload('WithdrawClientMerge', ClientMergeType)
const ReverseClientMergePayload = signingPayload('ReverseClientMerge', ClientMergeType)

type Answer = Promise<ClientMergeEntity | UserError>

@Resolver(() => ClientMergeType)
class ClientMergeResolver {
  @Query(() => ClientMergeType, { nullable: true, description: 'One merge of two clients.' })
  @RequiresPermission('clientMerge:read')
  clientMerge(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => ClientMergeConnection, { description: 'Merges of clients, the newest first.' })
  @RequiresPermission('clientMerge:read')
  clientMerges(@Args(() => inputs.ClientMergeArgs) _args: inputs.ClientMergeArgs): object {
    return compiled()
  }

  @Query(() => ClientMergePreviewType, {
    description: 'What a merge of two clients would find; nothing is changed. No value of theirs is in it.',
  })
  @RequiresPermission('clientMerge:propose')
  clientMergePreview(
    @Args(() => inputs.ClientMergePreviewArgs) asked: inputs.ClientMergePreviewArgs,
    @Ctx() context: RequestContext,
  ): Promise<ClientMergePreviewType> {
    return clientMergePreview(context, asked)
  }

  @Query(() => ClientMergeReversalType, {
    description: 'What taking a merge back would do now, field by field; nothing is changed.',
  })
  @RequiresPermission('clientMerge:reverse')
  clientMergeReversal(
    @Arg('merge', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ClientMergeReversalType> {
    return clientMergeReversal(context, id)
  }

  @Query(() => [LikelyDuplicateType], {
    description:
      'Clients that are likely the same: with the same number, or of the same name in the same unit.',
  })
  @RequiresPermission('clientMerge:propose')
  likelyDuplicates(
    @Arg('client', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<LikelyDuplicateType[]> {
    return likelyDuplicates(context, id)
  }

  @Mutation(() => ProposeClientMergePayload, {
    description: 'Proposes, signed, that one client’s archive goes into another’s.',
  })
  @RequiresPermission('clientMerge:propose')
  proposeClientMerge(
    @Arg('input', () => inputs.ProposeClientMergeInput) input: inputs.ProposeClientMergeInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.propose(context, input)
  }

  @Mutation(() => ReviewClientMergePayload, {
    description: 'Gives a review that the signature policy asks for.',
  })
  @RequiresPermission('clientMerge:review')
  reviewClientMerge(
    @Arg('input', () => inputs.ReviewClientMergeInput) input: inputs.ReviewClientMergeInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.review(context, input)
  }

  @Mutation(() => ApproveClientMergePayload, {
    description: 'Approves, signed; the last signature carries the merge, or its reversal, out.',
  })
  @RequiresPermission('clientMerge:approve')
  approveClientMerge(
    @Arg('input', () => inputs.ApproveClientMergeInput) input: inputs.ApproveClientMergeInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.approve(context, input)
  }

  @Mutation(() => RejectClientMergePayload, { description: 'Rejects, signed and with a reason.' })
  @RequiresPermission('clientMerge:reject')
  rejectClientMerge(
    @Arg('input', () => inputs.RejectClientMergeInput) input: inputs.RejectClientMergeInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reject(context, input)
  }

  @Mutation(() => WithdrawClientMergePayload, { description: 'Takes one’s own proposal back.' })
  @RequiresPermission('clientMerge:withdraw')
  withdrawClientMerge(
    @Arg('input', () => inputs.WithdrawClientMergeInput) input: inputs.WithdrawClientMergeInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.withdraw(context, input)
  }

  @Mutation(() => ReverseClientMergePayload, {
    description:
      'Proposes, signed, to take a merge back; somebody else approves. Of several the newest first.',
  })
  @RequiresPermission('clientMerge:reverse')
  reverseClientMerge(
    @Arg('input', () => inputs.ReverseClientMergeInput) input: inputs.ReverseClientMergeInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reverse(context, input)
  }
}

@Resolver(() => SigningType)
class ClientMergeOfSigningResolver {
  @FieldResolver(() => ClientMergeType, {
    nullable: true,
    description: 'The merge of clients that it is about, where it is about one that you may read.',
  })
  clientMerge(): ClientMergeType {
    return compiled()
  }
}

export const CLIENT_MERGE_RESOLVERS = [ClientMergeOfSigningResolver, ClientMergeResolver] as const
