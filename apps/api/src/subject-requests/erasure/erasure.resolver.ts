import { can } from '@steward/domain'
import { Arg, Ctx, ID, InputType, Int, Field, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { IdField } from '../../graphql/id-field.ts'
import { signingPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { SubjectRequestEntity } from '../subject-request.entity.ts'
import { factsOfSubjectRequest } from '../subject-request.service.ts'
import { SubjectRequestType } from '../subject-request.type.ts'
import { previewOf } from './erasure-preview.service.ts'
import { erase } from './erasure.service.ts'
import { ErasurePreview } from './erasure.type.ts'

@InputType()
class EraseSubjectRequestInput {
  @IdField('SubjectRequest') subjectRequestId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

const EraseSubjectRequestPayload = signingPayload('EraseSubjectRequest', SubjectRequestType)

@Resolver()
export class ErasureResolver {
  @Query(() => ErasurePreview, { description: 'Looks at an erasure before it is signed; changes nothing.' })
  @RequiresPermission('subjectRequest:erase')
  async erasurePreview(
    @Arg('subjectRequestId', () => ID) subjectRequestId: string,
    @Ctx() { signedIn, dataSource, locale }: RequestContext,
  ): Promise<ErasurePreview> {
    if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
    const { actor } = signedIn
    const { organizationId: orgId } = actor
    return withTenant(dataSource, orgId, async (manager) => {
      const id = fromGlobalId('SubjectRequest', subjectRequestId)
      const request = id === undefined ? null : await manager.findOneBy(SubjectRequestEntity, { orgId, id })
      if (!request || !can(actor, 'subjectRequest:read', await factsOfSubjectRequest(manager, request)))
        throw accessError('NOT_FOUND', locale)
      return Object.assign(new ErasurePreview(), await previewOf(manager, orgId, request.clientId))
    })
  }

  @Mutation(() => EraseSubjectRequestPayload, {
    description:
      'Certifies, signed, that the client of the request is erased; carried out once the supervising manager has signed the record, too.',
  })
  @RequiresPermission('subjectRequest:erase')
  eraseSubjectRequest(
    @Arg('input', () => EraseSubjectRequestInput) input: EraseSubjectRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<SubjectRequestEntity | UserError> {
    return erase(context, input)
  }
}
