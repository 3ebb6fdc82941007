import {
  ARCHIVE_GAP_STATE_LABELS,
  ARCHIVE_GAP_STATES,
  ARCHIVE_PART_LABELS,
  ARCHIVE_PARTS,
} from '@steward/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { IdField } from '../../graphql/id-field.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { RoleEnum, StaffType } from '../../organization/organization.type.ts'
import { ClientKindEnum, ClientRelationEnum } from '../client.type.ts'
import { CustomFieldDefinition } from '../fields/custom-field.type.ts'

export const ArchivePartEnum = publishEnum(
  'ArchivePart',
  ARCHIVE_PARTS,
  'What an archive can be asked to have.',
  ARCHIVE_PART_LABELS,
)
const ArchiveGapStateEnum = publishEnum(
  'ArchiveGapState',
  ARCHIVE_GAP_STATES,
  'Where an archive falls short of a requirement.',
  ARCHIVE_GAP_STATE_LABELS,
)

const MAYBE = { nullable: true } as const

@ObjectType('ArchiveRequirement', {
  implements: Node,
  description: 'One line of the policy of what archives must have.',
})
export class ArchiveRequirementType extends Node {
  @Field(() => ArchivePartEnum) part: string
  @Field(() => CustomFieldDefinition, { nullable: true, description: 'Of a CUSTOM_FIELD: which.' })
  field: CustomFieldDefinition | null
  @Field(() => [ClientKindEnum]) kinds: string[]
  @Field(() => [ClientRelationEnum]) relations: string[]
  @Field(() => Int, { nullable: true, description: 'Days; null: it does not grow stale.' })
  staleAfterDays: number | null
  @Field(() => RoleEnum, { description: 'Who owes it where nobody answers for the client in person.' })
  owedBy: string
  @Field(() => DateTime, { nullable: true, description: 'Set: it is asked of nobody any more.' })
  retiredAt: Date | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('ArchiveGap', {
  description: 'One requirement that an archive does not meet, as it is at this moment.',
})
export class ArchiveGapType {
  @Field(() => ID) requirementId: string
  @Field(() => ArchivePartEnum) part: string
  @Field(() => String, { nullable: true, description: 'Of a custom field: its name in Chinese.' })
  fieldLabelZh: string | null
  @Field(() => String, MAYBE) fieldLabelEn: string | null
  @Field(() => ArchiveGapStateEnum) state: string
  @Field(() => DateTime, {
    nullable: true,
    description: 'Of a STALE one: when it was last written or confirmed.',
  })
  since: Date | null
  @Field(() => String, { nullable: true, description: 'Of a WRONG one: what the spot check said.' })
  note: string | null
  @Field(() => RoleEnum, { description: 'Who owes it where nobody answers for the client in person.' })
  owedBy: string
}

@ObjectType('ConfirmedPart', { description: 'A part of an archive that was confirmed with the client.' })
export class ConfirmedPartType {
  @Field(() => ArchivePartEnum) part: string
  @Field(() => String, MAYBE) fieldLabelZh: string | null
  @Field(() => String, MAYBE) fieldLabelEn: string | null
}

@ObjectType('ArchiveConfirmation', {
  implements: Node,
  description: 'That somebody went through parts of an archive with the client.',
})
export class ArchiveConfirmationType extends Node {
  @Field(() => [ConfirmedPartType]) parts: ConfirmedPartType[]
  @Field(() => String, MAYBE) note: string | null
  @Field(() => StaffType, MAYBE) confirmedBy: StaffType | null
  @Field(() => DateTime) confirmedAt: Date
}

@InputType()
export class SetArchiveRequirementInput {
  @IdField('ArchiveRequirement', { nullable: true, description: 'Absent: a new one.' })
  requirementId?: string
  @Field(() => Int, { nullable: true, description: 'Of one that exists: the `version` that the person saw.' })
  expectedVersion?: number
  @Field(() => ArchivePartEnum) part: string
  @IdField('CustomField', { nullable: true, description: 'Of a CUSTOM_FIELD.' }) fieldId?: string
  @Field(() => [ClientKindEnum]) kinds: string[]
  @Field(() => [ClientRelationEnum]) relations: string[]
  @Field(() => Int, { nullable: true, description: '1 to 3650; absent: it does not grow stale.' })
  staleAfterDays?: number
  @Field(() => RoleEnum, { description: 'CR_SPECIALIST, SERVICE_AGENT, SITE_MANAGER or CR_SUPERVISOR.' })
  owedBy: string
}

@InputType()
export class RetireArchiveRequirementInput {
  @IdField('ArchiveRequirement') requirementId: string
  @Field(() => Int) expectedVersion: number
}

@InputType()
export class ConfirmArchiveOfClientInput {
  @IdField('Client') clientId: string
  @IdField('ArchiveRequirement', { list: true, description: 'What is still true; at most 60.' })
  requirementIds: string[]
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' }) note?: string
}
