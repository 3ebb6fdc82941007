import { Arg, Ctx, Field, FieldResolver, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { ClientType } from '../clients/client.type.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { IdField } from '../graphql/id-field.ts'
import { verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { AttachmentEntity } from './attachment.entity.ts'
import * as service from './attachment.service.ts'
import { AttachmentType } from './attachment.type.ts'

@InputType()
class RemoveAttachmentInput {
  @IdField('Attachment') attachmentId: string
  @Field(() => Int) expectedVersion: number
  @Field(() => String, { description: 'Why; stays with the line.' }) reason: string
}

const RemoveAttachmentPayload = verbPayload('RemoveAttachment', AttachmentType)

@Resolver(() => ClientType)
export class AttachmentResolver {
  @FieldResolver(() => [AttachmentType], {
    description: 'Files, the newest first; of those that were removed the line is left.',
  })
  attachments(): object {
    return compiled()
  }

  @Mutation(() => RemoveAttachmentPayload, {
    description: 'Takes the content of a file away for good; who, when and why stays on record.',
  })
  @RequiresPermission('attachment:remove')
  removeAttachment(
    @Arg('input', () => RemoveAttachmentInput) input: RemoveAttachmentInput,
    @Ctx() context: RequestContext,
  ): Promise<AttachmentEntity | UserError> {
    return service.remove(context, input)
  }
}
