import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { ChannelEnum } from '../complaints/complaint.enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import {
  SubjectProofEnum,
  SubjectRefusalEnum,
  SubjectRequestKindEnum,
  SubjectRequestOrderEnum,
  SubjectRequestStatusEnum,
  SubjectRequesterEnum,
} from './subject-request.type.ts'

const MAYBE = { nullable: true } as const

@InputType()
export class RegisterSubjectRequestInput {
  @IdField('Client', { description: 'Whose data it is about.' }) clientId: string
  @Field(() => SubjectRequestKindEnum) kind: string
  @Field(() => SubjectRequesterEnum) askedBy: string
  @Field(() => String, {
    nullable: true,
    description: 'Of an agent or a relative, and of nobody else; at most 60 characters.',
  })
  requesterName?: string
  @Field(() => ChannelEnum) channel: string
  @Field(() => String, { description: 'What is asked for, in their words; at most 4,000 characters.' })
  words: string
}

@InputType()
abstract class SubjectRequestVerbInput {
  @IdField('SubjectRequest') subjectRequestId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class VerifySubjectRequestInput extends SubjectRequestVerbInput {
  @Field(() => SubjectProofEnum, { description: 'An agent shows authority, a relative kinship.' })
  proof: string
  @Field(() => String, { description: 'What was seen, at most 500 characters; no numbers of documents.' })
  proofNote: string
}

@InputType()
export class PrepareCopySubjectRequestInput extends SubjectRequestVerbInput {}

@InputType()
export class AnswerSubjectRequestInput extends SubjectRequestVerbInput {
  @Field(() => String, { description: 'What was done, and what they were told; at most 4,000 characters.' })
  answer: string
}

@InputType()
export class RefuseSubjectRequestInput extends SubjectRequestVerbInput {
  @Field(() => SubjectRefusalEnum) refusal: string
  @Field(() => String, { description: 'What they were told; at most 4,000 characters.' }) answer: string
}

@InputType()
export class WithdrawSubjectRequestInput extends SubjectRequestVerbInput {
  @Field(() => String, { description: 'How they took it back; at most 2,000 characters.' }) answer: string
}

@InputType()
export class SetSubjectRequestPolicyInput {
  @Field(() => Int, { description: '1 to 60 working days from registration.' }) answerWithinDays: number
  @Field(() => Int, { description: 'Working days, fewer than `answerWithinDays`; 0: no warning.' })
  warnBeforeDays: number
  @Field(() => Int, { description: '1 to 60 working days after the answer was due.' })
  escalateAfterDays: number
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}

@InputType({ description: 'Which requests; absent members do not filter.' })
class SubjectRequestFilter {
  @Field(() => [SubjectRequestStatusEnum], MAYBE) status?: string[]
  @Field(() => [SubjectRequestKindEnum], MAYBE) kind?: string[]
  @Field(() => ID, { nullable: true, description: 'About this client.' }) client?: string
}

@ArgsType()
export class SubjectRequestArgs extends PageArgs {
  @Field(() => SubjectRequestFilter, MAYBE) filter?: SubjectRequestFilter
  @Field(() => SubjectRequestOrderEnum, { nullable: true, description: 'Default: DUE.' }) orderBy?: string
}
