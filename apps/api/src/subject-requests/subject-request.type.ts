import {
  SUBJECT_PROOF_LABELS,
  SUBJECT_PROOFS,
  SUBJECT_REFUSAL_RULES,
  SUBJECT_REFUSALS,
  SUBJECT_REQUEST_KIND_LABELS,
  SUBJECT_REQUEST_KINDS,
  SUBJECT_REQUEST_STATUS_LABELS,
  SUBJECT_REQUEST_STATUSES,
  SUBJECT_REQUEST_TRANSITIONS,
  SUBJECT_REQUESTER_LABELS,
  SUBJECT_REQUESTERS,
  type SubjectRefusal,
  type Text,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { ChannelEnum } from '../complaints/complaint.enums.ts'
import { DocumentRevisionType } from '../documents/document.type.ts'
import { ExportRequestType } from '../exports/export.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'

export const SubjectRequestKindEnum = publishEnum(
  'SubjectRequestKind',
  SUBJECT_REQUEST_KINDS,
  'What a person asks of us about their own data.',
  SUBJECT_REQUEST_KIND_LABELS,
)
export const SubjectRequestStatusEnum = publishEnum(
  'SubjectRequestStatus',
  SUBJECT_REQUEST_STATUSES,
  'How far a request of a data subject is.',
  SUBJECT_REQUEST_STATUS_LABELS,
)
export const SubjectRequesterEnum = publishEnum(
  'SubjectRequester',
  SUBJECT_REQUESTERS,
  'Who asks.',
  SUBJECT_REQUESTER_LABELS,
)
export const SubjectProofEnum = publishEnum(
  'SubjectProof',
  SUBJECT_PROOFS,
  'How it was proven who asks.',
  SUBJECT_PROOF_LABELS,
)
export const SubjectRefusalEnum = publishEnum(
  'SubjectRefusal',
  SUBJECT_REFUSALS,
  'Why a request can be refused; each stands on an article of the law.',
  Object.fromEntries(
    SUBJECT_REFUSALS.map((reason) => [reason, SUBJECT_REFUSAL_RULES[reason].label]),
  ) as Readonly<Record<SubjectRefusal, Text>>,
)
export const SubjectRequestActionEnum = publishEnum(
  'SubjectRequestAction',
  [...new Set(SUBJECT_REQUEST_TRANSITIONS.map(({ action }) => actionName(action)))],
  'What can be done with a request; the mutation of the same name does it.',
)
export const SubjectRequestOrderEnum = publishEnum(
  'SubjectRequestOrder',
  ['DUE', 'NEWEST'],
  'What is due first, or what was registered last.',
)

@ObjectType('SubjectRequest', {
  implements: Node,
  description:
    'What a person asked about their own data (个人信息主体请求): who asks is proven, then it is answered or refused with a reason, in time.',
})
export class SubjectRequestType extends Node {
  @Field(() => String, { description: '`SR-2611-001`.' }) number: string
  @Field(() => ClientType, { nullable: true, description: 'Whose data it is about.' })
  client: ClientType | null
  @Field(() => SubjectRequestKindEnum) kind: string
  @Field(() => SubjectRequestStatusEnum) status: string
  @Field(() => SubjectRequesterEnum) askedBy: string
  @Field(() => String, { nullable: true, description: 'Of an agent or a relative.' }) requesterName:
    | string
    | null
  @Field(() => ChannelEnum) channel: string
  @Field(() => String, { nullable: true, description: 'What is asked for.' }) words: string | null
  @Field(() => StaffType, { nullable: true }) registeredBy: StaffType | null
  @Field(() => DateTime) registeredAt: Date
  @Field(() => DateTime, { description: 'When the answer is owed.' }) dueAt: Date
  @Field(() => SubjectProofEnum, { nullable: true }) proof: string | null
  @Field(() => String, { nullable: true, description: 'What was seen, without numbers of documents.' })
  proofNote: string | null
  @Field(() => StaffType, { nullable: true }) verifiedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) verifiedAt: Date | null
  @Field(() => StaffType, { nullable: true }) decidedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) decidedAt: Date | null
  @Field(() => String, { nullable: true, description: 'What they were told.' }) answer: string | null
  @Field(() => SubjectRefusalEnum, { nullable: true }) refusal: string | null
  @Field(() => DocumentRevisionType, {
    nullable: true,
    description: 'Of an erasure: its certificate, from the first of two signatures on.',
  })
  erasure: DocumentRevisionType | null
  @Field(() => ExportRequestType, {
    nullable: true,
    description: 'Of a copy: the request for use outside the company by which it is made.',
  })
  exportRequest: ExportRequestType | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [SubjectRequestActionEnum]) availableActions: string[]
}

export const SubjectRequestConnection = connectionOf('SubjectRequest', SubjectRequestType)

@ObjectType('SubjectRequestPolicy', {
  description: 'By when requests of data subjects are answered, in working days.',
})
export class SubjectRequestPolicyType {
  @Field(() => Int, { description: 'Working days from registration.' }) answerWithinDays: number
  @Field(() => Int, { description: 'Working days before the answer is due; 0: no warning.' })
  warnBeforeDays: number
  @Field(() => Int, {
    description: 'Working days after the answer was due; then it is escalated to general management.',
  })
  escalateAfterDays: number
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
