import { BREACH_STATUS_LABELS, BREACH_STATUSES, BREACH_TRANSITIONS } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { DepartmentType, StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'
import { InformationCheckType, InformationItemType } from './inventory.type.ts'

export const BreachStatusEnum = publishEnum(
  'InformationBreachStatus',
  BREACH_STATUSES,
  'How far a breach is dealt with.',
  BREACH_STATUS_LABELS,
)
const BreachActionEnum = publishEnum(
  'InformationBreachAction',
  [...new Set(BREACH_TRANSITIONS.map(({ action }) => actionName(action)))],
  'What can be done about a breach; the mutation of the same name does it.',
)

@ObjectType('InformationBreach', {
  implements: Node,
  description: 'Unauthorised reading of client information: recorded, the person heard, concluded. Kept.',
})
export class InformationBreachType extends Node {
  @Field(() => String) number: string
  @Field(() => BreachStatusEnum) status: string
  @Field(() => DepartmentType, { nullable: true }) department: DepartmentType | null
  @Field(() => InformationItemType, { nullable: true }) item: InformationItemType | null
  @Field(() => InformationCheckType, { nullable: true, description: 'The check at which it was found.' })
  check: InformationCheckType | null
  @Field(() => StaffType, { nullable: true, description: 'Whose it is.' }) staff: StaffType | null
  @Field(() => LocalDate) happenedOn: string
  @Field(() => String, { nullable: true, description: 'What was read, and how; null to an auditor.' })
  what: string | null
  @Field(() => String, { nullable: true, description: 'What shows it.' }) evidence: string | null
  @Field(() => StaffType, { nullable: true }) recordedBy: StaffType | null
  @Field(() => DateTime) recordedAt: Date
  @Field(() => String, { nullable: true, description: 'What the person says to it, in their own words.' })
  statement: string | null
  @Field(() => DateTime, { nullable: true }) statedAt: Date | null
  @Field(() => String, { nullable: true }) conclusion: string | null
  @Field(() => String, { nullable: true, description: 'Why it was concluded without hearing the person.' })
  unheard: string | null
  @Field(() => StaffType, { nullable: true }) concludedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) concludedAt: Date | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [BreachActionEnum]) availableActions: string[]
}

export const InformationBreachConnection = connectionOf('InformationBreach', InformationBreachType)
