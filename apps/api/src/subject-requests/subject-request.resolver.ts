import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, signingPayload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { prepareCopy } from './copy/prepare-copy.service.ts'
import type { SubjectRequestEntity, SubjectRequestPolicyEntity } from './subject-request.entity.ts'
import * as inputs from './subject-request.inputs.ts'
import * as service from './subject-request.service.ts'
import {
  SubjectRequestConnection,
  SubjectRequestPolicyType,
  SubjectRequestType,
} from './subject-request.type.ts'

const RegisterSubjectRequestPayload = payload('RegisterSubjectRequest', SubjectRequestType, 'eligible')
const VerifySubjectRequestPayload = verbPayload('VerifySubjectRequest', SubjectRequestType)
const PrepareCopySubjectRequestPayload = signingPayload('PrepareCopySubjectRequest', SubjectRequestType)
const AnswerSubjectRequestPayload = verbPayload('AnswerSubjectRequest', SubjectRequestType)
const RefuseSubjectRequestPayload = verbPayload('RefuseSubjectRequest', SubjectRequestType)
const WithdrawSubjectRequestPayload = verbPayload('WithdrawSubjectRequest', SubjectRequestType)
const SetSubjectRequestPolicyPayload = payload('SetSubjectRequestPolicy', SubjectRequestPolicyType, 'stale')

type Answer = Promise<SubjectRequestEntity | UserError>

@Resolver(() => SubjectRequestType)
export class SubjectRequestResolver {
  @Query(() => SubjectRequestType, { nullable: true, description: 'One request that you may read.' })
  @RequiresPermission('subjectRequest:read')
  subjectRequest(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => SubjectRequestConnection, {
    description: 'Requests of data subjects that you may read, by when they are due.',
  })
  @RequiresPermission('subjectRequest:read')
  subjectRequests(@Args(() => inputs.SubjectRequestArgs) _args: inputs.SubjectRequestArgs): object {
    return compiled()
  }

  @Query(() => SubjectRequestPolicyType, {
    nullable: true,
    description: 'Null until somebody has set one: 15 working days, warned 3 before, escalated 2 after.',
  })
  @RequiresPermission('subjectRequestPolicy:read')
  subjectRequestPolicy(): object | null {
    return compiled()
  }

  @Mutation(() => RegisterSubjectRequestPayload, {
    description: 'Writes down what a person asks about their own data; its clock begins.',
  })
  @RequiresPermission('subjectRequest:register')
  registerSubjectRequest(
    @Arg('input', () => inputs.RegisterSubjectRequestInput) input: inputs.RegisterSubjectRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.register(context, input)
  }

  @Mutation(() => VerifySubjectRequestPayload, { description: 'It is proven who asks, and how.' })
  @RequiresPermission('subjectRequest:verify')
  verifySubjectRequest(
    @Arg('input', () => inputs.VerifySubjectRequestInput) input: inputs.VerifySubjectRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.verify(context, input)
  }

  @Mutation(() => PrepareCopySubjectRequestPayload, {
    description:
      'Asks, signed, for the copy of all that is held about the person; the general manager approves it.',
  })
  @RequiresPermission('subjectRequest:prepareCopy')
  prepareCopySubjectRequest(
    @Arg('input', () => inputs.PrepareCopySubjectRequestInput) input: inputs.PrepareCopySubjectRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return prepareCopy(context, input)
  }

  @Mutation(() => AnswerSubjectRequestPayload, {
    description: 'Answers, after it is proven who asks, by somebody other than who proved it.',
  })
  @RequiresPermission('subjectRequest:answer')
  answerSubjectRequest(
    @Arg('input', () => inputs.AnswerSubjectRequestInput) input: inputs.AnswerSubjectRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.answer(context, input)
  }

  @Mutation(() => RefuseSubjectRequestPayload, {
    description: 'Refuses with a reason that fits the request, and stands on an article of the law.',
  })
  @RequiresPermission('subjectRequest:refuse')
  refuseSubjectRequest(
    @Arg('input', () => inputs.RefuseSubjectRequestInput) input: inputs.RefuseSubjectRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.refuse(context, input)
  }

  @Mutation(() => WithdrawSubjectRequestPayload, { description: 'Whoever asked took it back.' })
  @RequiresPermission('subjectRequest:withdraw')
  withdrawSubjectRequest(
    @Arg('input', () => inputs.WithdrawSubjectRequestInput) input: inputs.WithdrawSubjectRequestInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.withdraw(context, input)
  }

  @Mutation(() => SetSubjectRequestPolicyPayload, {
    description: 'By when what is registered from now on is answered.',
  })
  @RequiresPermission('subjectRequestPolicy:set')
  setSubjectRequestPolicy(
    @Arg('input', () => inputs.SetSubjectRequestPolicyInput) input: inputs.SetSubjectRequestPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<SubjectRequestPolicyEntity | UserError> {
    return service.setPolicy(context, input)
  }
}
