import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { Partner, PartnerCredential } from './partner.entity.ts'
import {
  AddPartnerInput,
  IssuePartnerCredentialInput,
  RevokePartnerCredentialInput,
} from './partner.inputs.ts'
import * as service from './partner.service.ts'
import {
  CredentialUsageConnection,
  IssuedCredentialType,
  PartnerCredentialType,
  PartnerType,
} from './partner.type.ts'

const AddPartnerPayload = payload('AddPartner', PartnerType, 'duplicate')
const IssuePartnerCredentialPayload = payload('IssuePartnerCredential', IssuedCredentialType)
const RevokePartnerCredentialPayload = verbPayload('RevokePartnerCredential', PartnerCredentialType)

@Resolver(() => PartnerCredentialType)
export class PartnerResolver {
  @Query(() => [PartnerType], { description: 'Companies whose programs may come in, by name.' })
  @RequiresPermission('partner:read')
  partners(): PartnerType[] {
    return compiled()
  }

  @Query(() => PartnerType, { nullable: true, description: 'One partner.' })
  @RequiresPermission('partner:read')
  partner(@Arg('id', () => ID) _id: string): PartnerType {
    return compiled()
  }

  @FieldResolver(() => CredentialUsageConnection, {
    description: 'What it spent, day by day, the newest first.',
  })
  usage(@Args(() => PageArgs) _args: PageArgs): object {
    return compiled()
  }

  @Mutation(() => AddPartnerPayload, { description: 'Adds a company whose programs may come in.' })
  @RequiresPermission('partner:add')
  addPartner(
    @Arg('input', () => AddPartnerInput) input: AddPartnerInput,
    @Ctx() context: RequestContext,
  ): Promise<Partner | UserError> {
    return service.add(context, input)
  }

  @Mutation(() => IssuePartnerCredentialPayload, {
    description: 'Makes a credential for a program of a partner; its token is shown this once.',
  })
  @RequiresPermission('partner:issueCredential')
  issuePartnerCredential(
    @Arg('input', () => IssuePartnerCredentialInput) input: IssuePartnerCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<service.IssuedCredential | UserError> {
    return service.issueCredential(context, input)
  }

  @Mutation(() => RevokePartnerCredentialPayload, {
    description: 'Takes a credential back; its next request is answered UNAUTHENTICATED.',
  })
  @RequiresPermission('partner:revokeCredential')
  revokePartnerCredential(
    @Arg('input', () => RevokePartnerCredentialInput) input: RevokePartnerCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<PartnerCredential | UserError> {
    return service.revokeCredential(context, input)
  }
}
