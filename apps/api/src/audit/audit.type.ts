import { AUDIT_SUBJECTS, AUDIT_SUBJECT_LABELS, type Text } from '@steward/domain'
import { Field, ID, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { AuthorityLimitType } from '../complaints/authority-limit.type.ts'
import { ComplaintTaskType, ComplaintType } from '../complaints/complaint.type.ts'
import { ControlledDocumentType, DocumentRevisionType } from '../documents/document.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import {
  BuildingType,
  DepartmentType,
  ProjectType,
  StaffType,
  UnitType,
} from '../organization/organization.type.ts'
import { WorkingCalendarType } from '../working-time/working-calendar.type.ts'

export const AuditSubjectEnum = publishEnum(
  'AuditSubject',
  AUDIT_SUBJECTS.map((subject) => subject.toUpperCase()),
  'The kind of record that an entry is about.',
  Object.fromEntries(
    AUDIT_SUBJECTS.map((subject): [string, Text] => [subject.toUpperCase(), AUDIT_SUBJECT_LABELS[subject]]),
  ),
)

@ObjectType('AuditChange', { description: 'One member of a record, before and after.' })
export class AuditChangeType {
  @Field(() => String, { description: 'Its name in the record, e.g. `departmentId`.' }) field: string
  @Field(() => String, { nullable: true, description: 'As text; lists as JSON. Null: there was none.' })
  before: string | null
  @Field(() => String, {
    nullable: true,
    description: 'As text; lists as JSON. Null: there is none any more.',
  })
  after: string | null
  @Field(() => Boolean, {
    description:
      'The value is personal: before and after are SHA-256 commitments, which prove it and tell nothing.',
  })
  isProtected: boolean
}

const subject = { nullable: true, description: 'The record, where it is of that kind and you may read it.' }

@ObjectType('AuditEntry', {
  implements: Node,
  description:
    'Who changed which record, when and by which verb. Written in the transaction that changed it; never altered. Administrators see the entries about people, places, limits and imports; auditors all of them.',
})
export class AuditEntryType extends Node {
  @Field(() => DateTime) at: Date
  @Field(() => StaffType, { nullable: true, description: 'Null when the system itself acted.' })
  actor: StaffType | null
  @Field(() => String, {
    description:
      'The permission that allowed it, e.g. `complaint:acknowledge`; `system` for the system itself.',
  })
  verb: string
  @Field(() => AuditSubjectEnum) subjectType: string
  @Field(() => ID, { nullable: true, description: 'Null where the record is only a part of another.' })
  subjectId: string | null
  @Field(() => ComplaintType, subject) complaint: ComplaintType | null
  @Field(() => ComplaintTaskType, subject) task: ComplaintTaskType | null
  @Field(() => ClientType, subject) client: ClientType | null
  @Field(() => StaffType, subject) staff: StaffType | null
  @Field(() => DepartmentType, subject) department: DepartmentType | null
  @Field(() => ProjectType, subject) project: ProjectType | null
  @Field(() => BuildingType, subject) building: BuildingType | null
  @Field(() => UnitType, subject) unit: UnitType | null
  @Field(() => AuthorityLimitType, subject) authorityLimit: AuthorityLimitType | null
  @Field(() => ControlledDocumentType, subject) controlledDocument: ControlledDocumentType | null
  @Field(() => DocumentRevisionType, subject) documentRevision: DocumentRevisionType | null
  @Field(() => WorkingCalendarType, subject) workingCalendar: WorkingCalendarType | null
  @Field(() => [AuditChangeType], {
    description: 'By name of the member; empty where a value was only shown.',
  })
  changes: AuditChangeType[]
  @Field(() => String, { nullable: true, description: 'Why a protected value was shown.' })
  reason: string | null
  @Field(() => String, {
    description: 'The request that did it; all entries of one act have the same. Also stands in the log.',
  })
  requestId: string
}

export const AuditEntryConnection = connectionOf('AuditEntry', AuditEntryType)
