import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { ComplaintType } from '../complaints/complaint.type.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, signingPayload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { SigningType } from '../sign-off/signing.type.ts'
import type { DocumentRevisionEntity } from './document.entity.ts'
import * as inputs from './document.inputs.ts'
import * as service from './document.service.ts'
import {
  ControlledDocumentConnection,
  ControlledDocumentType,
  DocumentPlaceType,
  DocumentRevisionType,
} from './document.type.ts'
import { difference } from './revision-difference.query.ts'

const DraftDocumentPayload = payload('DraftDocument', DocumentRevisionType, 'eligible', 'duplicate')
const AmendDocumentPayload = verbPayload('AmendDocument', DocumentRevisionType)
const ChangeDocumentPayload = verbPayload('ChangeDocument', DocumentRevisionType)
const SubmitDocumentPayload = signingPayload('SubmitDocument', DocumentRevisionType)
const ReviewDocumentPayload = signingPayload('ReviewDocument', DocumentRevisionType)
const ApproveDocumentPayload = signingPayload('ApproveDocument', DocumentRevisionType)
const RejectDocumentPayload = signingPayload('RejectDocument', DocumentRevisionType)
const WithdrawDocumentPayload = verbPayload('WithdrawDocument', DocumentRevisionType)
const RetireDocumentPayload = signingPayload('RetireDocument', DocumentRevisionType)

type Answer = Promise<DocumentRevisionEntity | UserError>

@ArgsType()
class RevisionDifferenceArgs {
  @Field(() => ID, { description: 'A revision …' }) from: string
  @Field(() => ID, { description: '… and another one of the same document.' }) to: string
}

/** The agreements of a case stand on it. */
@Resolver(() => ComplaintType)
export class AgreementsOfComplaintResolver {
  @FieldResolver(() => [ControlledDocumentType], {
    description: 'Its settlement agreements that you may see, the newest first.',
  })
  agreements(): ControlledDocumentType[] {
    return compiled()
  }
}

/** Each verb answers the revision that it is about; of `amendDocument`, the one that begins. */
@Resolver(() => SigningType)
export class DocumentResolver {
  @FieldResolver(() => DocumentRevisionType, {
    nullable: true,
    description: 'The revision that it is about, where it is about one that you may read.',
  })
  documentRevision(): DocumentRevisionType {
    return compiled()
  }

  @Query(() => ControlledDocumentType, { nullable: true, description: 'One controlled document.' })
  @RequiresPermission('document:read')
  controlledDocument(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => DocumentRevisionType, {
    name: 'documentRevision',
    nullable: true,
    description: 'One revision of a controlled document.',
  })
  @RequiresPermission('document:read')
  oneRevision(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => ControlledDocumentConnection, { description: 'The controlled documents, by number.' })
  @RequiresPermission('document:read')
  controlledDocuments(
    @Args(() => inputs.ControlledDocumentArgs) _args: inputs.ControlledDocumentArgs,
  ): object {
    return compiled()
  }

  @Query(() => [DocumentPlaceType], {
    description: 'Where two revisions of a document differ: head first, then the content in order.',
  })
  @RequiresPermission('document:readContent')
  revisionDifference(
    @Args(() => RevisionDifferenceArgs) asked: RevisionDifferenceArgs,
    @Ctx() context: RequestContext,
  ): Promise<DocumentPlaceType[]> {
    return difference(context, asked)
  }

  @Mutation(() => DraftDocumentPayload, { description: 'Begins a new document.' })
  @RequiresPermission('document:draft')
  draftDocument(
    @Arg('input', () => inputs.DraftDocumentInput) input: inputs.DraftDocumentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.draft(context, input)
  }

  @Mutation(() => AmendDocumentPayload, {
    description: 'Begins the next revision; the one in force stays so until the next is effective.',
  })
  @RequiresPermission('document:amend')
  amendDocument(
    @Arg('input', () => inputs.AmendDocumentInput) input: inputs.AmendDocumentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.amend(context, input)
  }

  @Mutation(() => ChangeDocumentPayload, { description: 'Words a draft anew.' })
  @RequiresPermission('document:change')
  changeDocument(
    @Arg('input', () => inputs.ChangeDocumentInput) input: inputs.ChangeDocumentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.change(context, input)
  }

  @Mutation(() => SubmitDocumentPayload, {
    description: 'Signs the draft as prepared and gives it on to those who review and approve it.',
  })
  @RequiresPermission('document:submit')
  submitDocument(
    @Arg('input', () => inputs.SubmitDocumentInput) input: inputs.SubmitDocumentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.submit(context, input)
  }

  @Mutation(() => ReviewDocumentPayload, {
    description: 'Signs that you have read the revision and find it fit to be approved.',
  })
  @RequiresPermission('document:review')
  reviewDocument(
    @Arg('input', () => inputs.ReviewDocumentInput) input: inputs.ReviewDocumentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.review(context, input)
  }

  @Mutation(() => ApproveDocumentPayload, {
    description: 'The last signature: in force at once, or from the beginning of its day.',
  })
  @RequiresPermission('document:approve')
  approveDocument(
    @Arg('input', () => inputs.ApproveDocumentInput) input: inputs.ApproveDocumentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.approve(context, input)
  }

  @Mutation(() => RejectDocumentPayload, {
    description: 'Refuses to sign, with the reason: it is a draft again.',
  })
  @RequiresPermission('document:reject')
  rejectDocument(
    @Arg('input', () => inputs.RejectDocumentInput) input: inputs.RejectDocumentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reject(context, input)
  }

  @Mutation(() => WithdrawDocumentPayload, { description: 'Ends a revision that is not approved yet.' })
  @RequiresPermission('document:withdraw')
  withdrawDocument(
    @Arg('input', () => inputs.WithdrawDocumentInput) input: inputs.WithdrawDocumentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.withdraw(context, input)
  }

  @Mutation(() => RetireDocumentPayload, {
    description:
      'Makes an approved revision obsolete, signed: before its day, or the one in force and the document with it.',
  })
  @RequiresPermission('document:retire')
  retireDocument(
    @Arg('input', () => inputs.RetireDocumentInput) input: inputs.RetireDocumentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.retire(context, input)
  }
}
