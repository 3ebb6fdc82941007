import {
  COST_CLASS_LABELS,
  COST_CLASSES,
  LABOUR_ROLES,
  ROLE_LABELS,
  SHARE_RULE_LABELS,
  SHARE_RULES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../../clients/client.type.ts'
import { ComplaintType } from '../../complaints/complaint.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { ProjectType, StaffType } from '../../organization/organization.type.ts'

export const CostClassEnum = publishEnum(
  'CostClass',
  COST_CLASSES,
  'What a cost is for: winning, keeping, serving, dealing.',
  COST_CLASS_LABELS,
)
export const ShareRuleEnum = publishEnum(
  'ShareRule',
  SHARE_RULES,
  'How what a project costs is shared by those who pay for its units.',
  SHARE_RULE_LABELS,
)
export const LabourRoleEnum = publishEnum(
  'LabourRole',
  LABOUR_ROLES,
  'Whose minutes are counted: each has a rate an hour.',
  ROLE_LABELS,
)

@ObjectType('CostEvent', {
  implements: Node,
  description: 'What a client, or a project, cost: never edited, voided with a reason.',
})
export class CostEventType extends Node {
  @Field(() => String, { description: 'E.g. `K2611-00042`.' }) number: string
  @Field(() => CostClassEnum) costClass: string
  @Field(() => ClientType, { nullable: true, description: 'Null: a project’s.' })
  client: ClientType | null
  @Field(() => ProjectType, { nullable: true, description: 'The project, or where the client belonged.' })
  project: ProjectType | null
  @Field(() => ShareRuleEnum, { nullable: true, description: 'Of a project’s.' }) shareRule: string | null
  @Field(() => LocalDate) occurredOn: string
  @Field(() => Int, { description: 'Of `labourRole`; 0: none.' }) labourMinutes: number
  @Field(() => LabourRoleEnum, { nullable: true }) labourRole: string | null
  @Field(() => MinorUnits) materialMinor: number
  @Field(() => MinorUnits, { description: 'Paid to somebody outside.' }) outsideMinor: number
  @Field(() => String, { nullable: true }) purpose: string | null
  @Field(() => ComplaintType, { nullable: true }) complaint: ComplaintType | null
  @Field(() => StaffType, { nullable: true }) recordedBy: StaffType | null
  @Field(() => DateTime) recordedAt: Date
  @Field(() => DateTime, { nullable: true }) voidedAt: Date | null
  @Field(() => String, { nullable: true }) voidReason: string | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const CostEventConnection = connectionOf('CostEvent', CostEventType)
