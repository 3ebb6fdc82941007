import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { IdField } from '../graphql/id-field.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { Staff } from '../organization/organization.entity.ts'
import { StaffType } from '../organization/organization.type.ts'
import { SecondFactorType } from './account.type.ts'
import { endOtherSessions, endSession } from './session.service.ts'
import { requestPasswordReset } from './forgotten-password.service.ts'
import {
  PasswordResetIssued,
  PasswordResetRequested,
  PasswordResetUsed,
  SessionsEnded,
  SessionType,
} from './session.type.ts'
import * as access from './staff-access.service.ts'

@InputType()
class EndSessionInput {
  @IdField('Session') sessionId: string
}
@InputType({ description: 'Says nothing: they are your own.' })
class EndOtherSessionsInput {
  @Field(() => Boolean, { defaultValue: true, description: 'Always true.' }) end: boolean
}
@InputType()
abstract class AccessOfStaffInput {
  @IdField('Staff') staffId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}
@InputType()
class ResetFactorsInput extends AccessOfStaffInput {}
@InputType()
class EndSessionsInput extends AccessOfStaffInput {}
@InputType({ description: 'That a passkey is this person’s.' })
class CountersignPasskeyInput extends AccessOfStaffInput {
  @IdField('SecondFactor') factorId: string
}
@InputType()
class IssuePasswordResetInput extends AccessOfStaffInput {}
@InputType()
class RequestPasswordResetInput {
  @Field(() => String, { description: '`name@organization-code`.' }) signInName: string
}
@InputType()
class UsePasswordResetInput {
  @Field(() => String, { description: 'What follows `#reset=` in the link.' }) token: string
  @Field(() => String, { description: 'At least 15 characters.' }) password: string
}

const EndSessionPayload = payload('EndSession', SessionsEnded)
const EndOtherSessionsPayload = payload('EndOtherSessions', SessionsEnded)
const ResetFactorsPayload = payload('ResetFactors', StaffType, 'stale', 'eligible')
const CountersignPasskeyPayload = payload('CountersignPasskey', StaffType, 'stale', 'eligible')
const EndSessionsPayload = payload('EndSessions', StaffType, 'stale', 'eligible')
const IssuePasswordResetPayload = payload('IssuePasswordReset', PasswordResetIssued, 'stale', 'eligible')
const RequestPasswordResetPayload = payload('RequestPasswordReset', PasswordResetRequested)
const UsePasswordResetPayload = payload('UsePasswordReset', PasswordResetUsed, 'eligible')

/** Where people are signed in, and what an administrator does to somebody else's way in. */
@Resolver()
export class SessionResolver {
  @Query(() => [SessionType], { description: 'Where you are signed in now, the latest first.' })
  @RequiresPermission('signed-in')
  mySessions(): SessionType[] {
    return compiled()
  }

  @Query(() => ID, { nullable: true, description: 'Which of your sessions this one is.' })
  @RequiresPermission('signed-in')
  mySessionId(@Ctx() { signedIn }: RequestContext): string | null {
    return signedIn ? toGlobalId('Session', signedIn.sessionId) : null
  }

  @Query(() => [SessionType], { description: 'Where a member of staff is signed in now.' })
  @RequiresPermission('staff:readAccess')
  sessionsOfStaff(@Arg('staff', () => ID) _staff: string): SessionType[] {
    return compiled()
  }

  @Query(() => [SecondFactorType], { description: 'What a member of staff has besides a password.' })
  @RequiresPermission('staff:readAccess')
  factorsOfStaff(@Arg('staff', () => ID) _staff: string): SecondFactorType[] {
    return compiled()
  }

  @Mutation(() => EndSessionPayload, { description: 'Ends one of your sessions at once.' })
  @RequiresPermission('signed-in')
  endSession(
    @Arg('input', () => EndSessionInput) input: EndSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<SessionsEnded | UserError> {
    return endSession(context, input)
  }

  @Mutation(() => EndOtherSessionsPayload, { description: 'Ends all your sessions but this one.' })
  @RequiresPermission('signed-in')
  endOtherSessions(
    @Arg('input', () => EndOtherSessionsInput) _input: EndOtherSessionsInput,
    @Ctx() context: RequestContext,
  ): Promise<SessionsEnded | UserError> {
    return endOtherSessions(context)
  }

  @Query(() => [SecondFactorType], {
    description: 'Passkeys that wait for an administrator to say whose they are, the oldest first.',
  })
  @RequiresPermission('staff:countersignPasskey')
  passkeysToCountersign(): SecondFactorType[] {
    return compiled()
  }

  @Mutation(() => CountersignPasskeyPayload, {
    description:
      'Says that a passkey is that person’s, in the ledger: from then on it proves what only a passkey proves. Never one’s own. Needs a fresh proof.',
  })
  @RequiresPermission('staff:countersignPasskey')
  countersignPasskey(
    @Arg('input', () => CountersignPasskeyInput) input: CountersignPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<Staff | UserError> {
    return access.countersignPasskey(context, input)
  }

  @Mutation(() => ResetFactorsPayload, {
    description: 'Takes all second factors of somebody away, who has lost them, and ends their sessions.',
  })
  @RequiresPermission('staff:resetFactors')
  resetFactors(
    @Arg('input', () => ResetFactorsInput) input: ResetFactorsInput,
    @Ctx() context: RequestContext,
  ): Promise<Staff | UserError> {
    return access.resetFactors(context, input)
  }

  @Mutation(() => EndSessionsPayload, { description: 'Ends all sessions of somebody else at once.' })
  @RequiresPermission('staff:endSessions')
  endSessions(
    @Arg('input', () => EndSessionsInput) input: EndSessionsInput,
    @Ctx() context: RequestContext,
  ): Promise<Staff | UserError> {
    return access.endSessions(context, input)
  }

  @Mutation(() => IssuePasswordResetPayload, {
    description: 'Makes a one-time link to a new password, to be handed over; an earlier one is void.',
  })
  @RequiresPermission('staff:issuePasswordReset')
  issuePasswordReset(
    @Arg('input', () => IssuePasswordResetInput) input: IssuePasswordResetInput,
    @Ctx() context: RequestContext,
  ): Promise<PasswordResetIssued | UserError> {
    return access.issuePasswordReset(context, input)
  }

  @Mutation(() => RequestPasswordResetPayload, {
    description: 'Asks for a one-time link by mail, for whoever cannot sign in. Always answered alike.',
  })
  @RequiresPermission('anonymous')
  requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput) input: RequestPasswordResetInput,
    @Ctx() context: RequestContext,
  ): Promise<PasswordResetRequested | UserError> {
    return requestPasswordReset(context, input)
  }

  @Mutation(() => UsePasswordResetPayload, { description: 'Sets a new password by a one-time link.' })
  @RequiresPermission('anonymous')
  usePasswordReset(
    @Arg('input', () => UsePasswordResetInput) input: UsePasswordResetInput,
    @Ctx() context: RequestContext,
  ): Promise<PasswordResetUsed | UserError> {
    return access.usePasswordReset(context, input)
  }
}
