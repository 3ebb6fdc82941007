import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import type { UserError } from '../graphql/user-error.ts'
import { compiled } from '../graphql/compiled.ts'
import {
  CompleteSignInInput,
  CompleteSignInPayload,
  DemonstrationSignIn,
  SignInAsInput,
  SignInAsPayload,
  SignInInput,
  SignInPayload,
  SignOutInput,
  SignOutPayload,
  SignOutSuccess,
  ViewerType,
} from './access.type.ts'
import { RequiresPermission } from './permission.ts'
import { completeSignIn } from './second-step.service.ts'
import type { SignedInViewer } from './signed-in-viewer.ts'
import { demonstrationSignIns, signIn, signInAs, signOut } from './sign-in.service.ts'

@Resolver()
export class AccessResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  @RequiresPermission('anonymous')
  viewer(): ViewerType {
    return compiled()
  }

  @Query(() => [DemonstrationSignIn], {
    description: 'Whom one can sign in as by a click; empty outside demonstration mode.',
  })
  @RequiresPermission('anonymous')
  demonstrationSignIns(@Ctx() context: RequestContext): Promise<DemonstrationSignIn[]> {
    return demonstrationSignIns(context)
  }

  @Mutation(() => SignInPayload, {
    description: 'Signs in by name and password and sets the session cookie.',
  })
  @RequiresPermission('anonymous')
  signIn(
    @Arg('input', () => SignInInput) input: SignInInput,
    @Ctx() context: RequestContext,
  ): Promise<SignedInViewer | UserError> {
    return signIn(context, input)
  }

  @Mutation(() => CompleteSignInPayload, {
    description: 'The second step, after a right password: a one-time code or a recovery code.',
  })
  @RequiresPermission('anonymous')
  completeSignIn(
    @Arg('input', () => CompleteSignInInput) input: CompleteSignInInput,
    @Ctx() context: RequestContext,
  ): Promise<SignedInViewer | UserError> {
    return completeSignIn(context, input)
  }

  @Mutation(() => SignInAsPayload, { description: 'Signs in as a seeded person; demonstration mode only.' })
  @RequiresPermission('anonymous')
  signInAs(
    @Arg('input', () => SignInAsInput) input: SignInAsInput,
    @Ctx() context: RequestContext,
  ): Promise<SignedInViewer | UserError> {
    return signInAs(context, input)
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session; its token is dead at once.' })
  @RequiresPermission('anonymous')
  signOut(
    @Arg('input', () => SignOutInput) input: SignOutInput,
    @Ctx() context: RequestContext,
  ): Promise<SignOutSuccess> {
    return signOut(context, input.everywhere)
  }
}
