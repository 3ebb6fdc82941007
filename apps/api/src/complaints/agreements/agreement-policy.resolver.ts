import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { VerbContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload } from '../../graphql/payload.ts'
import { MinorUnits } from '../../graphql/scalars.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { AgreementPolicyEntity } from './agreement-policy.entity.ts'
import { setAgreementPolicy } from './agreement-policy.service.ts'

@ObjectType('AgreementPolicy', {
  description: 'From which sum on a remedy needs a settlement agreement that the client signs.',
})
class AgreementPolicyType {
  @Field(() => MinorUnits, { description: 'Of refunds, fee credits, discounts and compensation; inclusive.' })
  moneyFromMinor: number
  @Field(() => MinorUnits, { description: 'Of repairs and replacements; inclusive.' }) worksFromMinor: number
  @Field(() => Int) version: number
}

@InputType()
class SetAgreementPolicyInput {
  @Field(() => MinorUnits, { description: 'At least 1.' }) moneyFromMinor: number
  @Field(() => MinorUnits, { description: 'At least 1.' }) worksFromMinor: number
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}

const SetAgreementPolicyPayload = payload('SetAgreementPolicy', AgreementPolicyType, 'stale')

@Resolver()
export class AgreementPolicyResolver {
  @Query(() => AgreementPolicyType, {
    nullable: true,
    description:
      'From which sum on an agreement is owed; null while the defaults of the house hold (5,000.00 and 10,000.00).',
  })
  @RequiresPermission('agreementPolicy:read')
  agreementPolicy(): AgreementPolicyType {
    return compiled()
  }

  @Mutation(() => SetAgreementPolicyPayload, {
    description: 'Sets from which sum on an agreement is owed; for what is approved from now on.',
  })
  @RequiresPermission('agreementPolicy:set')
  setAgreementPolicy(
    @Arg('input', () => SetAgreementPolicyInput) input: SetAgreementPolicyInput,
    @Ctx() context: VerbContext,
  ): Promise<AgreementPolicyEntity | UserError> {
    return setAgreementPolicy(context, input)
  }
}
