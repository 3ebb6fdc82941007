import {
  HELD_SOURCE_LABELS,
  HELD_SOURCES,
  INFORMATION_CLASS_LABELS,
  INFORMATION_CLASSES,
  INFORMATION_FINDING_LABELS,
  INFORMATION_FINDINGS,
  INFORMATION_KIND_LABELS,
  INFORMATION_KINDS,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { InformationMediumEnum } from '../documents/document.enums.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { DepartmentType, StaffType } from '../organization/organization.type.ts'

export const InformationKindEnum = publishEnum(
  'InformationKind',
  INFORMATION_KINDS,
  'What kind of client information is kept.',
  INFORMATION_KIND_LABELS,
)
export const InformationClassEnum = publishEnum(
  'InformationClass',
  INFORMATION_CLASSES,
  'What disclosure of what is kept would mean.',
  INFORMATION_CLASS_LABELS,
)
export const InformationFindingEnum = publishEnum(
  'InformationFinding',
  INFORMATION_FINDINGS,
  'What a check of an inventory came to.',
  INFORMATION_FINDING_LABELS,
)
export const HeldSourceEnum = publishEnum(
  'HeldSource',
  HELD_SOURCES,
  'From what the system knows that client information is held.',
  HELD_SOURCE_LABELS,
)

@ObjectType('HeldInformation', {
  description: 'Client information that people of a department hold, as the system itself knows it now.',
})
export class HeldInformation {
  @Field(() => HeldSourceEnum) source: string
  @Field(() => ID, { nullable: true, description: 'The record; null where a row stands for many.' })
  recordId: string | null
  @Field(() => String, { nullable: true, description: 'Its number or name.' }) name: string | null
  @Field(() => InformationMediumEnum) medium: string
  @Field(() => String, { nullable: true, description: 'In whose hands; null where a row stands for many.' })
  keeper: string | null
  @Field(() => Int, { description: 'How many copies or files the row stands for.' }) count: number
  @Field(() => DateTime, { nullable: true }) since: Date | null
  @Field(() => LocalDate, { nullable: true, description: 'The last day; null: as long as the archive.' })
  until: string | null
}

@ObjectType('InformationItemStatement', {
  implements: Node,
  description: 'An item of an inventory as it was stated once.',
})
export class InformationItemStatementType extends Node {
  @Field(() => InformationKindEnum) kind: string
  @Field(() => String) name: string
  @Field(() => InformationMediumEnum) medium: string
  @Field(() => String) place: string
  @Field(() => StaffType, { nullable: true }) keeper: StaffType | null
  @Field(() => String) purpose: string
  @Field(() => InformationClassEnum) class: string
  @Field(() => LocalDate) keptFrom: string
  @Field(() => Int, { nullable: true }) keepMonths: number | null
  @Field(() => String) destruction: string
  @Field(() => StaffType, { nullable: true }) statedBy: StaffType | null
  @Field(() => DateTime) statedAt: Date
}

@ObjectType('InformationItem', {
  implements: Node,
  description: 'Something with client information that a department keeps; it names no client.',
})
export class InformationItemType extends Node {
  @Field(() => DepartmentType, { nullable: true }) department: DepartmentType | null
  @Field(() => InformationKindEnum) kind: string
  @Field(() => String) name: string
  @Field(() => InformationMediumEnum) medium: string
  @Field(() => String, { description: 'Which cabinet, which computer, which system.' }) place: string
  @Field(() => StaffType, { nullable: true }) keeper: StaffType | null
  @Field(() => String) purpose: string
  @Field(() => InformationClassEnum) class: string
  @Field(() => LocalDate) keptFrom: string
  @Field(() => Int, { nullable: true, description: 'Months; null: as long as its purpose lasts.' })
  keepMonths: number | null
  @Field(() => String, { description: 'How it is destroyed then.' }) destruction: string
  @Field(() => StaffType, { nullable: true }) enteredBy: StaffType | null
  @Field(() => DateTime) enteredAt: Date
  @Field(() => DateTime, { nullable: true, description: 'Since when it is not kept any more.' })
  retiredAt: Date | null
  @Field(() => StaffType, { nullable: true }) retiredBy: StaffType | null
  @Field(() => String, { nullable: true }) retireReason: string | null
  @Field(() => [InformationItemStatementType], { description: 'As it was stated, the newest first.' })
  statements: InformationItemStatementType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('InformationConfirmation', {
  implements: Node,
  description: 'That the head of a department went through its inventory.',
})
export class InformationConfirmationType extends Node {
  @Field(() => Int, { description: 'Items of its own that stood on it.' }) items: number
  @Field(() => Int, { description: 'Rows that the system knew of.' }) held: number
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => StaffType, { nullable: true }) confirmedBy: StaffType | null
  @Field(() => DateTime) confirmedAt: Date
}

@ObjectType('InformationCheck', {
  implements: Node,
  description: 'That somebody of another department looked whether an inventory is so.',
})
export class InformationCheckType extends Node {
  @Field(() => InformationItemType, { nullable: true, description: 'Null: the inventory as a whole.' })
  item: InformationItemType | null
  @Field(() => InformationFindingEnum) finding: string
  @Field(() => String) note: string
  @Field(() => StaffType, { nullable: true }) checkedBy: StaffType | null
  @Field(() => DateTime) checkedAt: Date
}

@ObjectType('InformationInventory', {
  implements: Node,
  description: 'The client information that a department keeps; its head confirms it on a schedule.',
})
export class InformationInventoryType extends Node {
  @Field(() => DepartmentType, { nullable: true }) department: DepartmentType | null
  @Field(() => LocalDate, { description: 'The last day for the next confirmation.' }) dueOn: string
  @Field(() => DateTime, { nullable: true }) confirmedAt: Date | null
  @Field(() => StaffType, { nullable: true }) confirmedBy: StaffType | null
  @Field(() => Int, { description: 'How many items of its own are kept now.' }) itemCount: number
  @Field(() => [InformationItemType], { description: 'What is kept now, by when it was entered.' })
  items: InformationItemType[]
  @Field(() => [InformationItemType], { description: 'What is not kept any more.' })
  retiredItems: InformationItemType[]
  @Field(() => [InformationConfirmationType], { description: 'The newest first.' })
  confirmations: InformationConfirmationType[]
  @Field(() => [InformationCheckType], { description: 'The newest first.' }) checks: InformationCheckType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('InformationInventoryPolicy', { description: 'How often inventories are confirmed.' })
export class InformationInventoryPolicyType {
  @Field(() => Int, { description: 'Months from one confirmation to the next.' }) confirmEveryMonths: number
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
