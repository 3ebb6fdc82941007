import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { ComplaintEntity } from './complaint.entity.ts'
import * as inputs from './complaint.inputs.ts'
import * as payloads from './complaint.payloads.ts'
import * as service from './complaint.service.ts'

type Answer = Promise<ComplaintEntity | UserError>

/** The verbs around the option on the table: proposed, reviewed, approved, offered, confirmed or refused. */
@Resolver()
export class RemedyVerbsResolver {
  @Mutation(() => payloads.ProposeComplaintPayload, {
    description: 'Proposes one to four remedies, one of them recommended.',
  })
  @RequiresPermission('complaint:propose')
  proposeComplaint(
    @Arg('input', () => inputs.ProposeComplaintInput) input: inputs.ProposeComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.propose(context, input)
  }

  @Mutation(() => payloads.ReviewComplaintPayload, {
    description:
      'Looks over the option on the table where the signature policy asks for it; who does not agree sends the proposal back. Never one of your own.',
  })
  @RequiresPermission('complaint:review')
  reviewComplaint(
    @Arg('input', () => inputs.ReviewComplaintInput) input: inputs.ReviewComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.review(context, input)
  }

  @Mutation(() => payloads.RecordOralApprovalOfComplaintPayload, {
    description:
      'Records that somebody with the authority approved by word, before acting; they owe their signature from here on.',
  })
  @RequiresPermission('complaint:recordOralApproval')
  recordOralApprovalOfComplaint(
    @Arg('input', () => inputs.RecordOralApprovalOfComplaintInput)
    input: inputs.RecordOralApprovalOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.recordOralApproval(context, input)
  }

  @Mutation(() => payloads.SignOralApprovalOfComplaintPayload, {
    description: 'Signs what one approved by word.',
  })
  @RequiresPermission('complaint:signOralApproval')
  signOralApprovalOfComplaint(
    @Arg('input', () => inputs.SignOralApprovalOfComplaintInput)
    input: inputs.SignOralApprovalOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.signOralApproval(context, input)
  }

  @Mutation(() => payloads.DenyOralApprovalOfComplaintPayload, {
    description: 'Says that one did not approve; possible until something is carried out.',
  })
  @RequiresPermission('complaint:denyOralApproval')
  denyOralApprovalOfComplaint(
    @Arg('input', () => inputs.DenyOralApprovalOfComplaintInput)
    input: inputs.DenyOralApprovalOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.denyOralApproval(context, input)
  }

  @Mutation(() => payloads.ApproveComplaintPayload, {
    description: 'Approves the option on the table, within the limit of authority; never one of your own.',
  })
  @RequiresPermission('complaint:approve')
  approveComplaint(
    @Arg('input', () => inputs.ApproveComplaintInput) input: inputs.ApproveComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.approve(context, input)
  }

  @Mutation(() => payloads.RejectComplaintPayload, {
    description: 'Sends the proposal back to investigation.',
  })
  @RequiresPermission('complaint:reject')
  rejectComplaint(
    @Arg('input', () => inputs.RejectComplaintInput) input: inputs.RejectComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reject(context, input)
  }

  @Mutation(() => payloads.OfferComplaintPayload, {
    description: 'Notes that the approved option was offered to the client.',
  })
  @RequiresPermission('complaint:offer')
  offerComplaint(
    @Arg('input', () => inputs.OfferComplaintInput) input: inputs.OfferComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.offer(context, input)
  }

  @Mutation(() => payloads.LogContactAttemptOfComplaintPayload, {
    description: 'Notes an attempt in vain to reach the client.',
  })
  @RequiresPermission('complaint:logContactAttempt')
  logContactAttemptOfComplaint(
    @Arg('input', () => inputs.LogContactAttemptOfComplaintInput)
    input: inputs.LogContactAttemptOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.logContactAttempt(context, input)
  }

  @Mutation(() => payloads.ConfirmComplaintPayload, {
    description:
      "Records whose word ended the question: the client's, a public reply, an authority's, or nobody reachable.",
  })
  @RequiresPermission('complaint:confirm')
  confirmComplaint(
    @Arg('input', () => inputs.ConfirmComplaintInput) input: inputs.ConfirmComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.confirm(context, input)
  }

  @Mutation(() => payloads.RefuseOptionOfComplaintPayload, {
    description: 'Records that the client refused the option; the next one comes up for approval.',
  })
  @RequiresPermission('complaint:refuseOption')
  refuseOptionOfComplaint(
    @Arg('input', () => inputs.RefuseOptionOfComplaintInput) input: inputs.RefuseOptionOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.refuseOption(context, input)
  }

  @Mutation(() => payloads.RecordAgreementOfComplaintPayload, {
    description:
      'Records that the client signed the settlement agreement on paper; whoever saw it answers for that.',
  })
  @RequiresPermission('complaint:recordAgreement')
  recordAgreementOfComplaint(
    @Arg('input', () => inputs.RecordAgreementOfComplaintInput)
    input: inputs.RecordAgreementOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.recordAgreement(context, input)
  }
}
