import { Arg, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from 'type-graphql'
import { PasskeyCeremony } from '../account/passkey.resolver.ts'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { IdField } from '../graphql/id-field.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { payload } from '../graphql/payload.ts'
import { MinorUnits } from '../graphql/scalars.ts'
import { UserError } from '../graphql/user-error.ts'
import { proveSignature } from './prove-signature.service.ts'
import { beginSignature, findSignatureRequests } from './signature-request.service.ts'
import { proofRules, setProofRule } from './signature-rule.service.ts'
import {
  ProofLevelEnum,
  ProofSubjectEnum,
  SignatureProofRuleType,
  SignatureProven,
  SignatureRequestType,
} from './signature-request.type.ts'

@InputType()
class BeginSignatureInput {
  @IdField('SignatureRequest', { list: true, description: 'What one answer is to sign, 1 to 50.' })
  requestIds: string[]
}

@InputType({ description: 'One kind of proof: the PIN, or password and code, or what a passkey answered.' })
class ProveSignatureInput {
  @IdField('SignatureRequest', { list: true, description: 'What this one act signs, 1 to 50.' })
  requestIds: string[]
  @Field(() => String, { nullable: true, description: 'Six digits.' }) pin?: string
  @Field(() => String, { nullable: true }) password?: string
  @Field(() => String, { nullable: true, description: 'Six digits of the app, or a recovery code.' })
  code?: string
  @Field(() => String, {
    nullable: true,
    description: 'What the authenticator answered to the options of `beginSignature`, as JSON.',
  })
  response?: string
}

@InputType()
class SetSignatureProofRuleInput {
  @Field(() => ProofSubjectEnum) subject: string
  @Field(() => ProofLevelEnum) level: string
  @Field(() => MinorUnits, { nullable: true, description: 'Of AMOUNT: from this sum on; absent: from none.' })
  fromMinor?: number
}

const BeginSignaturePayload = payload('BeginSignature', PasskeyCeremony, 'eligible')
const ProveSignaturePayload = payload('ProveSignature', SignatureProven, 'eligible')
const SetSignatureProofRulePayload = payload('SetSignatureProofRule', SignatureProofRuleType)

/** Showing what is signed, and proving that it is the signer. */
@Resolver()
export class SignatureResolver {
  @Query(() => [SignatureRequestType], {
    description:
      'What you are about to sign, each in full, as `SignatureRequired` named it. NOT_FOUND for others’.',
  })
  @RequiresPermission('signed-in')
  signatureRequests(
    @Arg('ids', () => [ID]) ids: string[],
    @Ctx() context: RequestContext,
  ): Promise<SignatureRequestType[]> {
    return findSignatureRequests(
      context,
      ids.map((id) => fromGlobalId('SignatureRequest', id) ?? id),
    )
  }

  @Query(() => [SignatureProofRuleType], { description: 'What signatures must be proven by.' })
  @RequiresPermission('signatureProof:read')
  signatureProofRules(@Ctx() context: RequestContext): Promise<SignatureProofRuleType[]> {
    return proofRules(context)
  }

  @Mutation(() => BeginSignaturePayload, {
    description: 'Asks for the options to sign with a passkey; its challenge is what is signed.',
  })
  @RequiresPermission('signed-in')
  async beginSignature(
    @Arg('input', () => BeginSignatureInput) input: BeginSignatureInput,
    @Ctx() context: RequestContext,
  ): Promise<PasskeyCeremony | UserError> {
    const options = await beginSignature(context, input)
    return typeof options === 'string' ? Object.assign(new PasskeyCeremony(), { options }) : options
  }

  @Mutation(() => ProveSignaturePayload, {
    description: 'Shows that it is you who signs. Then call the verbs again, with the same input.',
  })
  @RequiresPermission('signed-in')
  proveSignature(
    @Arg('input', () => ProveSignatureInput) input: ProveSignatureInput,
    @Ctx() context: RequestContext,
  ): Promise<SignatureProven | UserError> {
    return proveSignature(context, input)
  }

  @Mutation(() => SetSignatureProofRulePayload, {
    description: 'Sets what signatures of one meaning, or from one sum on, must be proven by.',
  })
  @RequiresPermission('signatureProof:set')
  setSignatureProofRule(
    @Arg('input', () => SetSignatureProofRuleInput) input: SetSignatureProofRuleInput,
    @Ctx() context: RequestContext,
  ): Promise<SignatureProofRuleType | UserError> {
    return setProofRule(context, input)
  }
}
