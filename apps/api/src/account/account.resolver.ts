import { Arg, Ctx, Field, InputType, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { proveIdentity } from '../access/proof.service.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { IdField } from '../graphql/id-field.ts'
import { payload } from '../graphql/payload.ts'
import { DateTime } from '../graphql/scalars.ts'
import { UserError } from '../graphql/user-error.ts'
import {
  FactorAdded,
  FactorRemoved,
  IdentityProved,
  OneTimeCodeSetUp,
  PinSet,
  RecoveryCodesRenewed,
  RecoveryCodeType,
  SecondFactorType,
} from './account.type.ts'
import * as factors from './factor.service.ts'
import { pinSetAt, setPin } from './pin.service.ts'

@InputType({
  description: 'Nothing at all in a demonstration; else the password, and a code where one is set up.',
})
class ProveIdentityInput {
  @Field(() => String, { nullable: true }) password?: string
  @Field(() => String, { nullable: true, description: 'Six digits of the app, or a recovery code.' })
  code?: string
}

@InputType()
class SetUpOneTimeCodeInput {
  @Field(() => String, { description: 'What you call the device, e.g. `my phone`.' }) name: string
}

@InputType()
class ConfirmOneTimeCodeInput {
  @IdField('SecondFactor') factorId: string
  @Field(() => String, { description: 'Six digits that the app shows now.' }) code: string
}

@InputType()
class RemoveFactorInput {
  @IdField('SecondFactor') factorId: string
}

@InputType({ description: 'Says nothing: it is your own set.' })
class RenewRecoveryCodesInput {
  @Field(() => Boolean, { defaultValue: true, description: 'The old codes are void.' }) renew: boolean
}

@InputType()
class SetPinInput {
  @Field(() => String, { description: 'Six digits; neither one digit repeated nor six in a row.' })
  pin: string
}

const SetPinPayload = payload('SetPin', PinSet, 'eligible')
const ProveIdentityPayload = payload('ProveIdentity', IdentityProved, 'eligible')
const SetUpOneTimeCodePayload = payload('SetUpOneTimeCode', OneTimeCodeSetUp, 'eligible')
const ConfirmOneTimeCodePayload = payload('ConfirmOneTimeCode', FactorAdded, 'eligible')
const RemoveFactorPayload = payload('RemoveFactor', FactorRemoved, 'eligible')
const RenewRecoveryCodesPayload = payload('RenewRecoveryCodes', RecoveryCodesRenewed, 'eligible')

/**
 * One's own way in. The door asks only that somebody is signed in: who still owes a second factor has no role yet, and must be
 * able to set it up.
 */
@Resolver()
export class AccountResolver {
  @Query(() => [SecondFactorType], { description: 'Your own second factors.' })
  @RequiresPermission('signed-in')
  mySecondFactors(): SecondFactorType[] {
    return compiled()
  }

  @Query(() => [RecoveryCodeType], {
    description: 'Your own recovery codes: which are used, never what they say.',
  })
  @RequiresPermission('signed-in')
  myRecoveryCodes(): RecoveryCodeType[] {
    return compiled()
  }

  @Query(() => DateTime, {
    nullable: true,
    description: 'Since when you have had your signing PIN; null without one.',
  })
  @RequiresPermission('signed-in')
  mySigningPinSetAt(@Ctx() context: RequestContext): Promise<Date | null> {
    return pinSetAt(context)
  }

  @Mutation(() => SetPinPayload, {
    description: 'Sets or changes your signing PIN. Needs a fresh proof.',
  })
  @RequiresPermission('signed-in')
  setPin(
    @Arg('input', () => SetPinInput) input: SetPinInput,
    @Ctx() context: RequestContext,
  ): Promise<PinSet | UserError> {
    return setPin(context, input)
  }

  @Mutation(() => ProveIdentityPayload, {
    description: 'Shows again that it is you; what needs a fresh proof is possible for five minutes.',
  })
  @RequiresPermission('signed-in')
  async proveIdentity(
    @Arg('input', () => ProveIdentityInput) input: ProveIdentityInput,
    @Ctx() context: RequestContext,
  ): Promise<IdentityProved | UserError> {
    const proof = await proveIdentity(context, input)
    return proof instanceof UserError ? proof : Object.assign(new IdentityProved(), proof)
  }

  @Mutation(() => SetUpOneTimeCodePayload, {
    description: 'Begins to set up an authenticator app. Needs a fresh proof.',
  })
  @RequiresPermission('signed-in')
  setUpOneTimeCode(
    @Arg('input', () => SetUpOneTimeCodeInput) input: SetUpOneTimeCodeInput,
    @Ctx() context: RequestContext,
  ): Promise<OneTimeCodeSetUp | UserError> {
    return factors.setUpOneTimeCode(context, input)
  }

  @Mutation(() => ConfirmOneTimeCodePayload, {
    description: 'Shows that the app works; from now on signing in asks for its codes.',
  })
  @RequiresPermission('signed-in')
  confirmOneTimeCode(
    @Arg('input', () => ConfirmOneTimeCodeInput) input: ConfirmOneTimeCodeInput,
    @Ctx() context: RequestContext,
  ): Promise<FactorAdded | UserError> {
    return factors.confirmOneTimeCode(context, input)
  }

  @Mutation(() => RemoveFactorPayload, {
    description: 'Removes one of your second factors. Needs a fresh proof.',
  })
  @RequiresPermission('signed-in')
  removeFactor(
    @Arg('input', () => RemoveFactorInput) input: RemoveFactorInput,
    @Ctx() context: RequestContext,
  ): Promise<FactorRemoved | UserError> {
    return factors.removeFactor(context, input)
  }

  @Mutation(() => RenewRecoveryCodesPayload, {
    description: 'Makes a new set of recovery codes. Needs a fresh proof.',
  })
  @RequiresPermission('signed-in')
  renewRecoveryCodes(
    @Arg('input', () => RenewRecoveryCodesInput) input: RenewRecoveryCodesInput,
    @Ctx() context: RequestContext,
  ): Promise<RecoveryCodesRenewed | UserError> {
    return factors.renewRecoveryCodes(context, input)
  }
}
