/** One input a verb. What is valid, the domain's `DOCUMENT_INPUTS` and `parseContent()` say. */
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { CauseEnum } from '../complaints/complaint.enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { LocalDate, MinorUnits } from '../graphql/scalars.ts'
import { MeaningEnum } from '../sign-off/sign-off.type.ts'
import { ProofLevelEnum } from '../sign-off/signature-request.type.ts'
import { SigningKindEnum } from '../sign-off/signing.type.ts'
import { RoleEnum, SiteTierEnum } from '../organization/organization.type.ts'
import { GradingStandardInput } from './standard.inputs.ts'
import {
  ControlStatusEnum,
  DocumentKindEnum,
  DocumentOrderEnum,
  RevisionStatusEnum,
} from './document.enums.ts'

const maybe = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

@InputType({ description: 'A clause of a written document.' })
export class DocumentClauseInput {
  @Field(() => String, { description: 'At most 200 characters.' }) heading: string
  @Field(() => String, told('Its paragraphs, one a line.')) body?: string
}

@InputType({ description: 'A row of the authority matrix: up to how much a role approves.' })
export class DocumentLimitInput {
  @Field(() => RoleEnum, { description: 'A role that approves remedies.' }) role: string
  @Field(() => CauseEnum, told('Absent: for every cause without a row of its own.')) cause?: string
  @Field(() => MinorUnits, { description: 'Inclusive; 0 approves what costs nothing.' }) limitMinor: number
}

@InputType({ description: 'One signature that a rule asks for.' })
export class DocumentRuleStepInput {
  @Field(() => MeaningEnum, { description: 'PREPARED first, REVIEWED any number of times, APPROVED last.' })
  meaning: string
  @Field(() => [RoleEnum], { description: 'Who may give it; empty: every role that holds the permission.' })
  roles: string[]
  @Field(() => Int, told('Working minutes from when it is awaited; absent: no time is set.'))
  dueMinutes?: number
  @Field(() => [Int], told('Working minutes after that at which it is told one level higher, each time.'))
  escalateAfterMinutes?: number[]
  @Field(
    () => ProofLevelEnum,
    told('The least proof: PIN, FULL or PASSKEY; absent: what meaning and amount ask.'),
  )
  level?: string
}

@InputType({ description: 'A rule of the signature policy; the tiers of a kind are its rules.' })
export class DocumentRuleInput {
  @Field(() => SigningKindEnum) kind: string
  @Field(() => MinorUnits, { description: 'From this amount on; 0 where no money is concerned.' })
  fromMinor: number
  @Field(() => [String], told('Of the client; absent or empty: all.')) grades?: string[]
  @Field(() => [SiteTierEnum], told('Tiers of the site; absent or empty: all.')) siteTiers?: string[]
  @Field(() => [DocumentRuleStepInput]) steps: DocumentRuleStepInput[]
}

@InputType({ description: 'The content, as the kind of document has it: exactly one of the members.' })
export class DocumentContentInput {
  @Field(() => [DocumentClauseInput], told('Of a written document; at most 200.'))
  clauses?: DocumentClauseInput[]
  @Field(() => [DocumentLimitInput], told('Of the authority matrix; replaces all of it.'))
  limits?: DocumentLimitInput[]
  @Field(() => [DocumentRuleInput], told('Of the signature policy; replaces all of it.'))
  rules?: DocumentRuleInput[]
  @Field(() => GradingStandardInput, told('Of the grading standard; replaces all of it.'))
  standard?: GradingStandardInput
}

@InputType()
abstract class DocumentHeadInput {
  @Field(() => String, { description: 'At most 120 characters.' }) title: string
  @IdField('Department', { description: 'The department that carries it out.' })
  executingDepartmentId: string
  @IdField('Department', { description: 'The department that watches over it.' })
  supervisingDepartmentId: string
  @IdField('Department', { description: 'The department that writes it.' }) editingDepartmentId: string
  @Field(() => LocalDate, told('From the beginning of this day it is in force; absent: from its approval.'))
  effectiveOn?: string
  @Field(() => DocumentContentInput) content: DocumentContentInput
}

@InputType({ description: 'A new document, as a draft; its number follows from its kind.' })
export class DraftDocumentInput extends DocumentHeadInput {
  @Field(() => DocumentKindEnum) kind: string
  @IdField('Complaint', told('The case that it is about: of settlement agreements, and of these always.'))
  complaintId?: string
}

@InputType()
abstract class RevisionVerbInput {
  @IdField('DocumentRevision') revisionId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType({ description: 'Begins the next revision, worded as the one in force.' })
export class AmendDocumentInput extends RevisionVerbInput {}

@InputType({ description: 'Words a draft anew, as a whole.' })
export class ChangeDocumentInput extends DocumentHeadInput {
  @IdField('DocumentRevision') revisionId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
  @Field(() => String, told('Statement of changes; asked for at last when it is submitted.'))
  changeReason?: string
}

@InputType({ description: 'Makes a draft final and signs it as prepared.' })
export class SubmitDocumentInput extends RevisionVerbInput {
  @Field(() => String, told('Statement of changes, where the draft has none; of an amendment it is needed.'))
  changeReason?: string
}

/** A signature that can be given for somebody else. */
@InputType()
abstract class SignedVerbInput extends RevisionVerbInput {
  @IdField('Delegation', told('By whose delegation it is signed; absent: by your own right.'))
  delegationId?: string
}

@InputType()
export class ReviewDocumentInput extends SignedVerbInput {
  @Field(() => String, maybe) note?: string
}

@InputType()
export class ApproveDocumentInput extends SignedVerbInput {
  @Field(() => String, maybe) note?: string
}

@InputType()
export class RejectDocumentInput extends SignedVerbInput {
  @Field(() => String) reason: string
}

@InputType()
export class WithdrawDocumentInput extends RevisionVerbInput {
  @Field(() => String, maybe) reason?: string
}

@InputType()
export class RetireDocumentInput extends RevisionVerbInput {
  @Field(() => String) reason: string
}

@InputType({ description: 'Which documents; absent members do not filter, all others must hold.' })
export class ControlledDocumentFilter {
  @Field(() => [DocumentKindEnum], maybe) kind?: string[]
  @Field(() => [ControlStatusEnum], maybe) controlStatus?: string[]
  @Field(() => [RevisionStatusEnum], told('Where the revision on its way stands.')) openStatus?: string[]
  @Field(() => ID, told('Executing, supervising or editing department.')) department?: string
  @Field(() => ID, told('The case that it is about.')) complaint?: string
  @Field(() => String, told('Part of number or title; letters of either case.')) search?: string
}

@ArgsType()
export class ControlledDocumentArgs extends PageArgs {
  @Field(() => ControlledDocumentFilter, maybe) filter?: ControlledDocumentFilter
  @Field(() => DocumentOrderEnum, { defaultValue: DocumentOrderEnum.NUMBER }) orderBy: string
}
