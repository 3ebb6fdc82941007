/** One input a verb. What is valid, the domain's `COMPLAINT_INPUTS` say; here stand names, types and words for programs. */
import { Field, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { DateTime, LocalDate, MinorUnits } from '../graphql/scalars.ts'
import { HandMadePromiseKindEnum } from '../promises/promise.enums.ts'
import {
  CauseEnum,
  ChannelEnum,
  ConfirmationModeEnum,
  KindEnum,
  OptionKindEnum,
  PurposeEnum,
  TrackEnum,
} from './complaint.enums.ts'

const maybe = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

@InputType({ description: 'Registers a case as it is told, with the client on the phone.' })
export class RegisterComplaintInput {
  @Field(() => KindEnum) kind: string
  @Field(() => ChannelEnum) channel: string
  @Field(() => Int, { description: '1 (most severe) to 4.' }) severity: number
  @Field(() => TrackEnum, told('Absent: by severity. 1 and 2 are never quick.')) track?: string
  @Field(() => PurposeEnum, maybe) purpose?: string
  @Field(() => CauseEnum, maybe) cause?: string
  @IdField('ComplaintCategory', maybe) categoryId?: string
  @Field(() => Boolean, { defaultValue: false, description: 'Names no client and no contact.' })
  anonymous: boolean
  @IdField('Client', maybe) clientId?: string
  @Field(() => String, maybe) contactName?: string
  @Field(() => String, told('As dictated; it is normalised and kept out of lists.')) contactPhone?: string
  @IdField('Unit', told('Its building and project are taken from it.')) unitId?: string
  @IdField('Building', maybe) buildingId?: string
  @IdField('Project', maybe) projectId?: string
  @Field(() => String, { description: 'One line, at most 200 characters.' }) summary: string
  @Field(() => String, { description: 'What happened, in full.' }) facts: string
  @Field(() => String, told('What is asked for, besides money too.')) demand?: string
  @Field(() => String, told('What was done at once to stop the damage.')) containment?: string
  @Field(() => DateTime, maybe) occurredAt?: Date
  @Field(() => Boolean, { defaultValue: false, description: 'Read back to the person, who confirmed it.' })
  readBack: boolean
  @Field(() => String, told("The case's key in another system.")) externalReference?: string
  @Field(() => DateTime, told('By when an authority (12345 hotline) wants its answer; overrides ours.'))
  outsideDeadlineAt?: Date
  @IdField('Reception', told('The reception at which it was told, of the same client: the two are linked.'))
  receptionId?: string
}

@InputType()
abstract class ComplaintVerbInput {
  @IdField('Complaint') complaintId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class AcknowledgeComplaintInput extends ComplaintVerbInput {
  @IdField('Department') handlingDepartmentId: string
  @IdField('Staff', maybe) assigneeId?: string
  @Field(() => Int, maybe) severity?: number
  @Field(() => PurposeEnum, maybe) purpose?: string
  @Field(() => CauseEnum, maybe) cause?: string
  @IdField('ComplaintCategory', maybe) categoryId?: string
}

@InputType()
export class AssignComplaintInput extends ComplaintVerbInput {
  @IdField('Department') handlingDepartmentId: string
  @IdField('Staff', maybe) assigneeId?: string
}

@InputType()
export class ContainComplaintInput extends ComplaintVerbInput {
  @Field(() => String, { description: 'What was done at once, within emergency authority.' })
  containment: string
}

@InputType()
abstract class FindingsInput extends ComplaintVerbInput {
  @Field(() => String, maybe) findings?: string
  @Field(() => Boolean, told('Was it really so?')) wasReal?: boolean
  @Field(() => Int, told('Our share of the fault, percent.')) faultShare?: number
  @IdField('Department', maybe) proposedResponsibleDepartmentId?: string
  @Field(() => CauseEnum, maybe) cause?: string
}

@InputType()
export class InvestigateComplaintInput extends FindingsInput {}

@InputType()
export class RecordFindingsOfComplaintInput extends FindingsInput {
  @Field(() => String, told('Why it happened.')) causeNote?: string
  @Field(() => String, told('What prevents a recurrence.')) preventionNote?: string
}

@InputType()
export class RuleResponsibilityOfComplaintInput extends ComplaintVerbInput {
  @IdField('Department', told('Absent: nobody of ours.')) responsibleDepartmentId?: string
  @Field(() => Int, { description: 'Percent.' }) faultShare: number
  @Field(() => String) comment: string
}

@InputType()
export class ComplaintOptionInput {
  @Field(() => OptionKindEnum) kind: string
  @Field(() => String) description: string
  @Field(() => MinorUnits, { description: '0 where it costs nothing.' }) amountMinor: number
  @Field(() => Boolean, { defaultValue: false, description: 'Exactly one of the options is.' })
  recommended: boolean
}

@InputType()
export class ProposeComplaintInput extends ComplaintVerbInput {
  @Field(() => [ComplaintOptionInput], {
    description: 'One to four, in the order in which they would be offered.',
  })
  options: ComplaintOptionInput[]
  @Field(() => CauseEnum, maybe) cause?: string
  @Field(() => Int, maybe) faultShare?: number
}

/** A signature that can be given for somebody else. */
@InputType()
abstract class SigningVerbInput extends ComplaintVerbInput {
  @IdField('Delegation', {
    nullable: true,
    description: 'By whose delegation it is signed; absent: by your own right.',
  })
  delegationId?: string
}

@InputType()
export class ReviewComplaintInput extends SigningVerbInput {
  @Field(() => Boolean, {
    description: 'False: the whole proposal goes back to investigation, with the comment as the reason.',
  })
  agrees: boolean
  @Field(() => String, maybe) comment?: string
}

@InputType()
export class RecordOralApprovalOfComplaintInput extends ComplaintVerbInput {
  @IdField('Staff', { description: 'Who approved by word; they could approve it by signature too.' })
  approverId: string
  @Field(() => DateTime, { description: 'When, before acting; within the last 24 hours.' }) givenAt: Date
  @Field(() => String, { description: 'What was asked, and what was answered.' }) words: string
}
@InputType()
export class SignOralApprovalOfComplaintInput extends ComplaintVerbInput {
  @Field(() => String, maybe) comment?: string
}

@InputType()
export class ApproveComplaintInput extends SigningVerbInput {
  @Field(() => String, maybe) comment?: string
}

@InputType()
abstract class ReasonInput extends ComplaintVerbInput {
  @Field(() => String) reason: string
}

@InputType()
export class RejectComplaintInput extends SigningVerbInput {
  @Field(() => String) reason: string
}

@InputType()
export class DenyOralApprovalOfComplaintInput extends ReasonInput {}
@InputType()
export class RefuseOptionOfComplaintInput extends ReasonInput {}
@InputType()
export class ReopenComplaintInput extends ReasonInput {}
@InputType()
export class WithdrawComplaintInput extends ReasonInput {}
@InputType()
export class DismissComplaintInput extends ReasonInput {}

@InputType()
export class OfferComplaintInput extends ComplaintVerbInput {
  @Field(() => String, maybe) note?: string
}

@InputType()
export class LogContactAttemptOfComplaintInput extends ComplaintVerbInput {
  @Field(() => ChannelEnum) channel: string
  @Field(() => String, maybe) note?: string
}

@InputType()
export class ConfirmComplaintInput extends ComplaintVerbInput {
  @Field(() => ConfirmationModeEnum) mode: string
  @Field(() => String, { description: "The client's word, or where the reply was made." }) note: string
}

@InputType({ description: 'That the client signed the settlement agreement, on paper.' })
export class RecordAgreementOfComplaintInput extends ComplaintVerbInput {
  @Field(() => String, { description: 'Who signed on the client’s side; at most 60 characters.' })
  signer: string
  @Field(() => LocalDate, { description: 'When: not before it was approved, nor in the future.' })
  signedOn: string
  @Field(() => String, maybe) note?: string
}

@InputType()
export class DispatchComplaintInput extends ComplaintVerbInput {
  @IdField('Department') departmentId: string
  @IdField('Staff', maybe) assigneeId?: string
  @Field(() => String) instruction: string
  @Field(() => DateTime, maybe) dueAt?: Date
}

@InputType()
export class ResolveComplaintInput extends ComplaintVerbInput {
  @Field(() => String, { description: 'What was done.' }) outcome: string
  @Field(() => CauseEnum, maybe) cause?: string
  @Field(() => String, maybe) causeNote?: string
  @Field(() => String, maybe) preventionNote?: string
}

@InputType()
export class FollowUpComplaintInput extends ComplaintVerbInput {
  @Field(() => Boolean, told('Null where nobody could be reached.')) satisfied?: boolean
  @Field(() => String) note: string
}

@InputType()
export class CloseComplaintInput extends ComplaintVerbInput {
  @Field(() => String, maybe) reason?: string
}

@InputType()
export class ReferComplaintInput extends ReasonInput {
  @Field(() => String, { description: 'The third party: developer, neighbour, utility.' }) to: string
}

@InputType()
export class AnswerReferralOfComplaintInput extends ComplaintVerbInput {
  @Field(() => String, { description: "The third party's answer." }) answer: string
}

@InputType()
export class MakePromiseOfComplaintInput extends ComplaintVerbInput {
  @Field(() => HandMadePromiseKindEnum) kind: string
  @Field(() => String, told('In words; required for OTHER.')) what?: string
  @Field(() => DateTime, { description: 'By when.' }) dueAt: Date
  @Field(() => ChannelEnum, told('Absent: the channel on which the case came in.')) channel?: string
}

@InputType({ description: 'To a colleague or to a department: exactly one of the two.' })
export class HandOverComplaintInput extends ComplaintVerbInput {
  @IdField('Staff', told('The colleague.')) receiverId?: string
  @IdField('Department', told('The department; whoever of it accepts takes over.')) departmentId?: string
  @Field(() => String, { description: 'A word why.' }) note: string
}

@InputType()
export class DeclineComplaintInput extends ReasonInput {
  @Field(() => String, { description: 'What we can do instead.' }) alternative: string
}

@InputType()
export class MergeComplaintInput extends ReasonInput {
  @IdField('Complaint') intoId: string
}

@InputType()
export class RevealPhoneOfComplaintInput {
  @IdField('Complaint') complaintId: string
  @Field(() => String, { description: 'What the number is needed for; logged.' }) reason: string
}
