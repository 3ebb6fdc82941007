import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { ViewerType } from '../access/access.type.ts'
import * as passkeys from '../access/passkeys.service.ts'
import { RequiresPermission } from '../access/permission.ts'
import type { SignedInViewer } from '../access/signed-in-viewer.ts'
import type { RequestContext } from '../context.ts'
import { payload } from '../graphql/payload.ts'
import { UserError } from '../graphql/user-error.ts'
import { FactorAdded, IdentityProved } from './account.type.ts'
import { addPasskey, beginPasskey } from './passkey.service.ts'

@ObjectType({ description: 'What the browser is to do with an authenticator.' })
export class PasskeyCeremony {
  @Field(() => String, {
    description: 'WebAuthn options as JSON, with a challenge that is good once and for five minutes.',
  })
  options: string
}

@InputType({ description: 'Says nothing: the server makes the challenge.' })
class BeginPasskeySignInInput {
  @Field(() => Boolean, { defaultValue: true, description: 'Always true.' }) begin: boolean
}
@InputType({ description: 'Says nothing: the server makes the challenge.' })
class BeginPasskeyProofInput {
  @Field(() => Boolean, { defaultValue: true, description: 'Always true.' }) begin: boolean
}
@InputType({ description: 'Says nothing: it is your own.' })
class BeginPasskeyInput {
  @Field(() => Boolean, { defaultValue: true, description: 'Always true.' }) begin: boolean
}

const RESPONSE = { description: 'What the authenticator answered, as JSON.' }

@InputType()
class SignInWithPasskeyInput {
  @Field(() => String, RESPONSE) response: string
}
@InputType()
class ProveWithPasskeyInput {
  @Field(() => String, RESPONSE) response: string
}
@InputType()
class AddPasskeyInput {
  @Field(() => String, { description: 'What you call the device.' }) name: string
  @Field(() => String, RESPONSE) response: string
}

const BeginPasskeySignInPayload = payload('BeginPasskeySignIn', PasskeyCeremony)
const SignInWithPasskeyPayload = payload('SignInWithPasskey', ViewerType, 'eligible')
const BeginPasskeyProofPayload = payload('BeginPasskeyProof', PasskeyCeremony)
const ProveWithPasskeyPayload = payload('ProveWithPasskey', IdentityProved, 'eligible')
const BeginPasskeyPayload = payload('BeginPasskey', PasskeyCeremony, 'eligible')
const AddPasskeyPayload = payload('AddPasskey', FactorAdded, 'eligible')

const ceremony = (options: string) => Object.assign(new PasskeyCeremony(), { options })

@Resolver()
export class PasskeyResolver {
  @Mutation(() => BeginPasskeySignInPayload, {
    description: 'Asks for a challenge to sign in with a passkey.',
  })
  @RequiresPermission('anonymous')
  async beginPasskeySignIn(
    @Arg('input', () => BeginPasskeySignInInput) _input: BeginPasskeySignInInput,
    @Ctx() context: RequestContext,
  ): Promise<PasskeyCeremony> {
    return ceremony(await passkeys.beginPasskeySignIn(context))
  }

  @Mutation(() => SignInWithPasskeyPayload, { description: 'Signs in with a passkey alone.' })
  @RequiresPermission('anonymous')
  signInWithPasskey(
    @Arg('input', () => SignInWithPasskeyInput) input: SignInWithPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<SignedInViewer | UserError> {
    return passkeys.signInWithPasskey(context, input)
  }

  @Mutation(() => BeginPasskeyProofPayload, {
    description: 'Asks for a challenge to show again that it is you.',
  })
  @RequiresPermission('signed-in')
  async beginPasskeyProof(
    @Arg('input', () => BeginPasskeyProofInput) _input: BeginPasskeyProofInput,
    @Ctx() context: RequestContext,
  ): Promise<PasskeyCeremony> {
    return ceremony(await passkeys.beginPasskeyProof(context))
  }

  @Mutation(() => ProveWithPasskeyPayload, { description: 'Shows again, by passkey, that it is you.' })
  @RequiresPermission('signed-in')
  async proveWithPasskey(
    @Arg('input', () => ProveWithPasskeyInput) input: ProveWithPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<IdentityProved | UserError> {
    const proof = await passkeys.proveWithPasskey(context, input)
    return proof instanceof UserError ? proof : Object.assign(new IdentityProved(), proof)
  }

  @Mutation(() => BeginPasskeyPayload, {
    description: 'Asks for a challenge to add a passkey. Needs a fresh proof.',
  })
  @RequiresPermission('signed-in')
  async beginPasskey(
    @Arg('input', () => BeginPasskeyInput) _input: BeginPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<PasskeyCeremony | UserError> {
    const options = await beginPasskey(context)
    return typeof options === 'string' ? ceremony(options) : options
  }

  @Mutation(() => AddPasskeyPayload, { description: 'Adds a passkey. Needs a fresh proof.' })
  @RequiresPermission('signed-in')
  addPasskey(
    @Arg('input', () => AddPasskeyInput) input: AddPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<FactorAdded | UserError> {
    return addPasskey(context, input)
  }
}
