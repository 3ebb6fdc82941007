import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { ComplaintType } from '../complaints/complaint.type.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { giveDelegation, revokeDelegation } from './delegation.service.ts'
import type { DelegationEntity } from './signing.entity.ts'
import { SignOffType } from './sign-off.type.ts'
import * as types from './signing.type.ts'

const GiveDelegationPayload = payload('GiveDelegation', types.DelegationType, 'eligible', 'signature')
const RevokeDelegationPayload = payload(
  'RevokeDelegation',
  types.DelegationType,
  'stale',
  'eligible',
  'signature',
)

@Resolver(() => SignOffType)
export class SignOffOfSigningResolver {
  @FieldResolver(() => types.SigningType, {
    nullable: true,
    description: 'The signing that it is a step of; null for a record of one person.',
  })
  signing(): types.SigningType {
    return compiled()
  }
}

@Resolver(() => types.DelegationType)
export class DelegationResolver {
  @FieldResolver(() => types.SignOffConnection, {
    description: 'What was signed by it, newest first, of what you may read.',
  })
  signOffs(@Args(() => PageArgs) _args: PageArgs): object {
    return compiled()
  }
}

@Resolver(() => ComplaintType)
export class SigningResolver {
  @FieldResolver(() => [types.SigningType], { description: 'Its rounds of signatures, newest first.' })
  signings(): types.SigningType[] {
    return compiled()
  }

  @Query(() => types.SigningType, {
    name: 'signing',
    nullable: true,
    description: 'One round of signatures.',
  })
  @RequiresPermission('signOff:read')
  oneSigning(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => types.SigningConnection, {
    name: 'signings',
    description: 'Rounds of signatures: what waits for mine, and who owes which.',
  })
  @RequiresPermission('signOff:read')
  allSignings(@Args(() => types.SigningArgs) _args: types.SigningArgs): object {
    return compiled()
  }

  @Query(() => [types.SigningDebtType], {
    description: 'Who owes which signatures, by name. What nobody can sign: `signings` with `awaitsNobody`.',
  })
  @RequiresPermission('signing:readOwed')
  signingDebts(): object {
    return compiled()
  }

  @Query(() => types.DelegationConnection, {
    description: 'Delegations that you gave or have, or that you oversee.',
  })
  @RequiresPermission('delegation:read')
  delegations(@Args(() => types.DelegationArgs) _args: types.DelegationArgs): object {
    return compiled()
  }

  @Mutation(() => GiveDelegationPayload, {
    description:
      'Lets somebody sign for you, signed; your own rights of the day they sign are the most it gives.',
  })
  @RequiresPermission('delegation:give')
  giveDelegation(
    @Arg('input', () => types.GiveDelegationInput) input: types.GiveDelegationInput,
    @Ctx() context: RequestContext,
  ): Promise<DelegationEntity | UserError> {
    return giveDelegation(context, input)
  }

  @Mutation(() => RevokeDelegationPayload, { description: 'Ends a delegation at once.' })
  @RequiresPermission('delegation:revoke')
  revokeDelegation(
    @Arg('input', () => types.RevokeDelegationInput) input: types.RevokeDelegationInput,
    @Ctx() context: RequestContext,
  ): Promise<DelegationEntity | UserError> {
    return revokeDelegation(context, input)
  }
}
