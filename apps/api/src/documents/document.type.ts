import { Field, Int, ObjectType } from 'type-graphql'
import { CauseEnum } from '../complaints/complaint.enums.ts'
import { ComplaintOptionType, ComplaintType } from '../complaints/complaint.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../graphql/scalars.ts'
import { DepartmentType, RoleEnum, SiteTierEnum, StaffType } from '../organization/organization.type.ts'
import { ProofLevelEnum } from '../sign-off/signature-request.type.ts'
import { SigningKindEnum, SigningType } from '../sign-off/signing.type.ts'
import { MeaningEnum, SignOffType } from '../sign-off/sign-off.type.ts'
import { GradingCriterionType, GradingEarnedType, GradingGradeType } from './standard.type.ts'
import {
  ControlStatusEnum,
  DestroyedSubjectEnum,
  DocumentActionEnum,
  DocumentKindEnum,
  InformationMediumEnum,
  PlaceChangeEnum,
  RevisionStatusEnum,
  SegmentKindEnum,
} from './document.enums.ts'

const hidden = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

@ObjectType('DocumentClause', { description: 'A clause of a written document.' })
export class DocumentClauseType {
  @Field(() => String) heading: string
  @Field(() => String, { description: 'Its paragraphs, one a line; empty where the heading says all.' })
  body: string
}

@ObjectType('DocumentLimit', { description: 'A row of the authority matrix as a revision has it.' })
export class DocumentLimitType {
  @Field(() => RoleEnum) role: string
  @Field(() => CauseEnum, told('Null: for every cause that has no row of its own.')) cause: string | null
  @Field(() => MinorUnits, { description: 'Inclusive.' }) limitMinor: number
}

@ObjectType('DocumentRuleStep', {
  description: 'One signature that a rule of the signature policy asks for, with its rule.',
})
export class DocumentRuleStepType {
  @Field(() => Int, { description: 'Which rule, from 0.' }) rule: number
  @Field(() => SigningKindEnum) kind: string
  @Field(() => MinorUnits, { description: 'Of the rule: from this amount on.' }) fromMinor: number
  @Field(() => [String], { description: 'Of the rule: grades of the client; empty: all.' }) grades: string[]
  @Field(() => [SiteTierEnum], { description: 'Of the rule: tiers of the site; empty: all.' })
  siteTiers: string[]
  @Field(() => Int, { description: 'Which step of the rule, from 0.' }) position: number
  @Field(() => MeaningEnum) meaning: string
  @Field(() => [RoleEnum], { description: 'Who may give it; empty: every role that holds the permission.' })
  roles: string[]
  @Field(() => Int, told('Working minutes from when it is awaited; null: no time is set.'))
  dueMinutes: number | null
  @Field(() => [Int], {
    description: 'Working minutes after that at which it is told one level higher, each time.',
  })
  escalateAfterMinutes: number[]
  @Field(() => ProofLevelEnum, told('The least proof of it; null: what meaning and amount ask.'))
  level: string | null
}

@ObjectType('DestroyedThing', {
  description: 'One thing of a destruction record, with how it was destroyed.',
})
export class DestroyedThingType {
  @Field(() => DestroyedSubjectEnum) subject: string
  @Field(() => String) what: string
  @Field(() => InformationMediumEnum) medium: string
  @Field(() => String, { description: 'Shredded, burned, erased …' }) method: string
  @Field(() => String) place: string
  @Field(() => LocalDate) destroyedOn: string
  @Field(() => String, told('Who watched, beside the two who sign; null: nobody else.'))
  witnesses: string | null
}

@ObjectType('DocumentRevision', {
  implements: Node,
  description: 'One revision of a controlled document. Once submitted its content never changes again.',
})
export class DocumentRevisionType extends Node {
  // The type comes after this one.
  @Field(() => ControlledDocumentType, hidden) document: object | null
  @Field(() => DocumentKindEnum) kind: string
  @Field(() => RevisionStatusEnum) status: string
  @Field(() => Int, { description: 'From 0, in the order in which they were begun.' }) ordinal: number
  @Field(() => String, { description: 'As it is written on the document, e.g. `A/1`.' }) label: string
  @Field(() => String, told('Mark of the change, e.g. `a`; null of a first revision.')) mark: string | null
  @Field(() => Int, { description: 'Count of changed places against the revision that it amends.' })
  changeCount: number
  @Field(() => DocumentRevisionType, told('The revision that it amends.')) base: object | null
  @Field(() => String) title: string
  @Field(() => DepartmentType, told('The department that carries it out.'))
  executingDepartment: DepartmentType | null
  @Field(() => DepartmentType, told('The department that watches over it.'))
  supervisingDepartment: DepartmentType | null
  @Field(() => DepartmentType, told('The department that writes it.'))
  editingDepartment: DepartmentType | null
  @Field(() => String, told('Statement of changes.')) changeReason: string | null
  @Field(() => [DocumentClauseType], told('Of a written document, in order; empty of every other.'))
  clauses: DocumentClauseType[] | null
  @Field(() => [DocumentLimitType], told('Of the authority matrix, lowest role first; empty of every other.'))
  limits: DocumentLimitType[] | null
  @Field(() => [DocumentRuleStepType], told('Of the signature policy, rule by rule; empty of every other.'))
  rules: DocumentRuleStepType[] | null
  @Field(() => [GradingCriterionType], told('Of a grading standard, in order; empty of every other.'))
  criteria: GradingCriterionType[] | null
  @Field(() => [GradingGradeType], told('Of a grading standard, the best first; empty of every other.'))
  grades: GradingGradeType[] | null
  @Field(() => [GradingEarnedType], told('Of a grading standard; empty of every other.'))
  earns: GradingEarnedType[] | null
  @Field(() => Int, told('Of a grading standard: what must be known of a client, in ten-thousandths.'))
  leastWeight: number | null
  @Field(() => [DestroyedThingType], told('Of a destruction record; empty of every other.'))
  destroyed: DestroyedThingType[] | null
  @Field(() => LocalDate, told('From the beginning of this day; null: from its approval.'))
  effectiveOn: string | null
  @Field(() => StaffType, told('Null: what the organization began with.')) draftedBy: StaffType | null
  @Field(() => DateTime) draftedAt: Date
  @Field(() => StaffType, told('Who submitted it.')) preparedBy: StaffType | null
  @Field(() => DateTime, hidden) submittedAt: Date | null
  @Field(() => Int, { description: 'Reviews that are still asked for before it can be approved.' })
  reviewsOwed: number
  @Field(() => Boolean, {
    description: 'Does the signature that is awaited now await yours, or that of somebody you may sign for?',
  })
  awaitsMe: boolean
  @Field(() => [SigningType], {
    description: 'Its rounds of signatures, the newest first: a rejected one is followed by another.',
  })
  signings: SigningType[]
  @Field(() => DateTime, hidden) approvedAt: Date | null
  @Field(() => DateTime, hidden) effectiveAt: Date | null
  @Field(() => DateTime, told('When it was superseded, made obsolete or withdrawn.')) endedAt: Date | null
  @Field(() => String, told('Why it was made obsolete or withdrawn.')) endReason: string | null
  @Field(() => StaffType, told('Who refused to sign it the last time.')) rejectedBy: StaffType | null
  @Field(() => DateTime, hidden) rejectedAt: Date | null
  @Field(() => String, hidden) rejectedReason: string | null
  @Field(() => [SignOffType], { description: 'The signatures on it, first to last.' }) signOffs: SignOffType[]
  @Field(() => Int) version: number
  @Field(() => [DocumentActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
}

@ObjectType('ControlledDocument', {
  implements: Node,
  description: 'A document whose revisions are drafted, signed, in force and replaced under control.',
})
export class ControlledDocumentType extends Node {
  @Field(() => String, { description: 'Unique in the organization, never reused.' }) number: string
  @Field(() => DocumentKindEnum) kind: string
  @Field(() => String, { description: 'As the revision in force has it, else the first draft.' })
  title: string
  @Field(() => ControlStatusEnum) controlStatus: string
  @Field(() => DepartmentType, told('The department that carries it out.'))
  executingDepartment: DepartmentType | null
  @Field(() => DepartmentType, told('The department that watches over it.'))
  supervisingDepartment: DepartmentType | null
  @Field(() => DepartmentType, told('The department that writes it.'))
  editingDepartment: DepartmentType | null
  @Field(() => ComplaintType, told('The case that it is about.')) complaint: ComplaintType | null
  @Field(() => ComplaintOptionType, told('The remedy of it that is agreed on.'))
  option: ComplaintOptionType | null
  @Field(() => DocumentRevisionType, told('What everybody goes by.'))
  effectiveRevision: DocumentRevisionType | null
  @Field(() => DocumentRevisionType, told('The one that is on its way.'))
  openRevision: DocumentRevisionType | null
  @Field(() => RevisionStatusEnum, told('Where that one stands.')) openStatus: string | null
  @Field(() => [DocumentRevisionType], { description: 'All revisions, the newest first.' })
  revisions: DocumentRevisionType[]
  @Field(() => DateTime) updatedAt: Date
  @Field(() => Int) version: number
}

export const ControlledDocumentConnection = connectionOf('ControlledDocument', ControlledDocumentType)

@ObjectType('DocumentSegment', { description: 'A piece of a text that was changed.' })
export class DocumentSegmentType {
  @Field(() => SegmentKindEnum) kind: string
  @Field(() => String) text: string
}

@ObjectType('DocumentPlace', { description: 'One changed place between two revisions.' })
export class DocumentPlaceType {
  @Field(() => PlaceChangeEnum) change: string
  @Field(() => String, { description: 'Where it stands, in the language asked for.' }) where: string
  @Field(() => String, told('Null where nothing was.')) before: string | null
  @Field(() => String, told('Null where nothing is any more.')) after: string | null
  @Field(() => [DocumentSegmentType], { description: 'Of a changed text, word by word; else empty.' })
  words: DocumentSegmentType[]
}
