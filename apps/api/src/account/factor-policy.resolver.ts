import { Arg, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { RoleEnum } from '../organization/organization.type.ts'
import { FactorPolicySet, FactorPolicyType } from './factor-policy.type.ts'
import { removeFactorPolicy, setFactorPolicy } from './factor-policy.service.ts'

@InputType()
class SetFactorPolicyInput {
  @Field(() => RoleEnum) role: string
  @Field(() => Int, { description: '0 to 90.' }) graceDays: number
}
@InputType()
class RemoveFactorPolicyInput {
  @Field(() => RoleEnum) role: string
}

const SetFactorPolicyPayload = payload('SetFactorPolicy', FactorPolicySet)
const RemoveFactorPolicyPayload = payload('RemoveFactorPolicy', FactorPolicySet)

@Resolver()
export class FactorPolicyResolver {
  @Query(() => [FactorPolicyType], { description: 'Which roles must have a second factor.' })
  @RequiresPermission('factorPolicy:read')
  factorPolicies(): FactorPolicyType[] {
    return compiled()
  }

  @Mutation(() => SetFactorPolicyPayload, {
    description: 'Asks a role for a second factor, with days of grace.',
  })
  @RequiresPermission('factorPolicy:set')
  setFactorPolicy(
    @Arg('input', () => SetFactorPolicyInput) input: SetFactorPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<FactorPolicySet | UserError> {
    return setFactorPolicy(context, input)
  }

  @Mutation(() => RemoveFactorPolicyPayload, { description: 'Asks the role for nothing more.' })
  @RequiresPermission('factorPolicy:remove')
  removeFactorPolicy(
    @Arg('input', () => RemoveFactorPolicyInput) input: RemoveFactorPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<FactorPolicySet | UserError> {
    return removeFactorPolicy(context, input)
  }
}
