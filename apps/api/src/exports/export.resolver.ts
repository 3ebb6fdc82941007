import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, signingPayload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { SigningType } from '../sign-off/signing.type.ts'
import { copiesBearing } from './copies-bearing.service.ts'
import * as copies from './copy.service.ts'
import type { ControlledCopyEntity, ExportRequestEntity } from './export.entity.ts'
import * as inputs from './export.inputs.ts'
import * as service from './export.service.ts'
import {
  ControlledCopyConnection,
  ControlledCopyType,
  ExportRequestConnection,
  ExportRequestType,
  FetchedCopyType,
  RecognizedCopyType,
} from './export.type.ts'

const SubmitExportRequestPayload = payload('SubmitExportRequest', ExportRequestType, 'eligible', 'signature')
const ReviewExportRequestPayload = signingPayload('ReviewExportRequest', ExportRequestType)
const ApproveExportRequestPayload = signingPayload('ApproveExportRequest', ExportRequestType)
const RejectExportRequestPayload = signingPayload('RejectExportRequest', ExportRequestType)
const WithdrawExportRequestPayload = verbPayload('WithdrawExportRequest', ExportRequestType)
const ProduceExportRequestPayload = verbPayload('ProduceExportRequest', ExportRequestType)
const ProduceControlledCopyPayload = verbPayload('ProduceControlledCopy', ControlledCopyType)
const FetchControlledCopyPayload = verbPayload('FetchControlledCopy', FetchedCopyType)
const ReceiveControlledCopyPayload = signingPayload('ReceiveControlledCopy', ControlledCopyType)
const ReturnControlledCopyPayload = verbPayload('ReturnControlledCopy', ControlledCopyType)
const DestroyControlledCopyPayload = signingPayload('DestroyControlledCopy', ControlledCopyType)

type Answer = Promise<ExportRequestEntity | UserError>
type Copy = Promise<ControlledCopyEntity | UserError>

@Resolver(() => ExportRequestType)
class ExportRequestResolver {
  @Query(() => ExportRequestType, { nullable: true, description: 'One request for client information.' })
  @RequiresPermission('exportRequest:read')
  exportRequest(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => ExportRequestConnection, { description: 'Requests that are yours, or that you oversee.' })
  @RequiresPermission('exportRequest:read')
  exportRequests(@Args(() => inputs.ExportRequestArgs) _args: inputs.ExportRequestArgs): object {
    return compiled()
  }

  @Mutation(() => SubmitExportRequestPayload, {
    description: 'Asks for the use of client information, signed. What is asked for never changes any more.',
  })
  @RequiresPermission('exportRequest:submit')
  submitExportRequest(
    @Arg('input', () => inputs.SubmitExportRequestInput) input: inputs.SubmitExportRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.submit(context, input)
  }

  @Mutation(() => ReviewExportRequestPayload, {
    description: 'Gives a review that the signature policy asks for.',
  })
  @RequiresPermission('exportRequest:review')
  reviewExportRequest(
    @Arg('input', () => inputs.ReviewExportRequestInput) input: inputs.ReviewExportRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.review(context, input)
  }

  @Mutation(() => ApproveExportRequestPayload, {
    description: 'Approves, signed: outside the company the general manager alone, and nobody their own.',
  })
  @RequiresPermission('exportRequest:approve')
  approveExportRequest(
    @Arg('input', () => inputs.ApproveExportRequestInput) input: inputs.ApproveExportRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.approve(context, input)
  }

  @Mutation(() => RejectExportRequestPayload, { description: 'Rejects, signed and with a reason.' })
  @RequiresPermission('exportRequest:reject')
  rejectExportRequest(
    @Arg('input', () => inputs.RejectExportRequestInput) input: inputs.RejectExportRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reject(context, input)
  }

  @Mutation(() => WithdrawExportRequestPayload, { description: 'Takes one’s own request back.' })
  @RequiresPermission('exportRequest:withdraw')
  withdrawExportRequest(
    @Arg('input', () => inputs.WithdrawExportRequestInput) input: inputs.WithdrawExportRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.withdraw(context, input)
  }

  @Mutation(() => ProduceExportRequestPayload, {
    description: 'Has the approved copies made. The worker makes them; whoever asked is told.',
  })
  @RequiresPermission('exportRequest:produce')
  produceExportRequest(
    @Arg('input', () => inputs.ProduceExportRequestInput) input: inputs.ProduceExportRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.produce(context, input)
  }
}

@Resolver(() => ControlledCopyType)
class ControlledCopyResolver {
  @Query(() => ControlledCopyType, { nullable: true, description: 'One controlled copy.' })
  @RequiresPermission('controlledCopy:read')
  controlledCopy(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => ControlledCopyConnection, { description: 'Who has what: copies, those due first.' })
  @RequiresPermission('controlledCopy:read')
  controlledCopies(@Args(() => inputs.ControlledCopyArgs) _args: inputs.ControlledCopyArgs): object {
    return compiled()
  }

  @Query(() => [RecognizedCopyType], {
    description:
      'From the text of a file, or of a piece of one, the copies that it can have been taken from; the best first.',
  })
  @RequiresPermission('controlledCopy:readMark')
  copiesBearing(
    @Arg('text', () => String, { description: 'At most 90,000 bytes.' }) text: string,
    @Ctx() context: RequestContext,
  ): Promise<RecognizedCopyType[]> {
    return copiesBearing(context, text)
  }

  @Mutation(() => ProduceControlledCopyPayload, {
    description: 'Has a copy made again whose making FAILED. The worker makes it; whoever asked is told.',
  })
  @RequiresPermission('controlledCopy:produce')
  produceControlledCopy(
    @Arg('input', () => inputs.ProduceControlledCopyInput) input: inputs.ProduceControlledCopyInput,
    @Ctx() context: RequestContext,
  ): Copy {
    return copies.produce(context, input)
  }

  @Mutation(() => FetchControlledCopyPayload, {
    description: 'A link to the file, for who asked for the copies: once, for 15 minutes.',
  })
  @RequiresPermission('controlledCopy:fetch')
  fetchControlledCopy(
    @Arg('input', () => inputs.FetchControlledCopyInput) input: inputs.FetchControlledCopyInput,
    @Ctx() context: RequestContext,
  ): Promise<copies.FetchedCopy | UserError> {
    return copies.fetchCopy(context, input)
  }

  @Mutation(() => ReceiveControlledCopyPayload, {
    description:
      'Signs for a copy: from here on its holder answers for it, and the file is gone from the house.',
  })
  @RequiresPermission('controlledCopy:receive')
  receiveControlledCopy(
    @Arg('input', () => inputs.ReceiveControlledCopyInput) input: inputs.ReceiveControlledCopyInput,
    @Ctx() context: RequestContext,
  ): Copy {
    return copies.receive(context, input)
  }

  @Mutation(() => ReturnControlledCopyPayload, { description: 'Takes a copy back from who holds it.' })
  @RequiresPermission('controlledCopy:return')
  returnControlledCopy(
    @Arg('input', () => inputs.ReturnControlledCopyInput) input: inputs.ReturnControlledCopyInput,
    @Ctx() context: RequestContext,
  ): Copy {
    return copies.returnCopy(context, input)
  }

  @Mutation(() => DestroyControlledCopyPayload, {
    description:
      'Certifies, signed, that a copy was destroyed; it is once the supervising manager has signed, too.',
  })
  @RequiresPermission('controlledCopy:destroy')
  destroyControlledCopy(
    @Arg('input', () => inputs.DestroyControlledCopyInput) input: inputs.DestroyControlledCopyInput,
    @Ctx() context: RequestContext,
  ): Copy {
    return copies.destroy(context, input)
  }
}

@Resolver(() => SigningType)
class ExportRequestOfSigningResolver {
  @FieldResolver(() => ExportRequestType, {
    nullable: true,
    description:
      'The request for client information that it is about, where it is about one that you may read.',
  })
  exportRequest(): ExportRequestType {
    return compiled()
  }
}

export const EXPORT_RESOLVERS = [
  ExportRequestOfSigningResolver,
  ExportRequestResolver,
  ControlledCopyResolver,
] as const
