import { SPOT_CHECK_RESULT_LABELS, SPOT_CHECK_RESULTS } from '@steward/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { IdField } from '../../graphql/id-field.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { ProjectType, StaffType } from '../../organization/organization.type.ts'
import { ClientType } from '../client.type.ts'
import { ArchiveRequirementType } from '../duty/duty.type.ts'

export const SpotCheckResultEnum = publishEnum(
  'SpotCheckResult',
  SPOT_CHECK_RESULTS,
  'What a check of an archive found.',
  SPOT_CHECK_RESULT_LABELS,
)

@ObjectType('SpotCheckEntry', { implements: Node, description: 'One archive of a draw, and what was found.' })
export class SpotCheckEntryType extends Node {
  @Field(() => Int, { description: 'From 1, as it was drawn.' }) position: number
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => StaffType, { nullable: true, description: 'Who answered for the client when it was drawn.' })
  owner: StaffType | null
  @Field(() => SpotCheckResultEnum, { nullable: true }) result: string | null
  @Field(() => ArchiveRequirementType, { nullable: true, description: 'Of a WRONG one: which part.' })
  requirement: ArchiveRequirementType | null
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => StaffType, { nullable: true }) checkedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) checkedAt: Date | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('SpotCheck', {
  implements: Node,
  description: 'A draw of archives to check. It stays on record with its seed, also when nobody checks them.',
})
export class SpotCheckType extends Node {
  @Field(() => String, {
    description: 'By which it was drawn: `md5(seed || id of the client)`, the smallest first.',
  })
  seed: string
  @Field(() => Int, { description: 'Of how many archives it was drawn.' }) population: number
  @Field(() => Int) size: number
  @Field(() => Int, { description: 'How many have a result.' }) checked: number
  @Field(() => Int, { description: 'How many of those are wrong.' }) wrong: number
  @Field(() => ProjectType, { nullable: true, description: 'Drawn of this project only.' })
  project: ProjectType | null
  @Field(() => StaffType, { nullable: true, description: 'Drawn of the clients of this person only.' })
  manager: StaffType | null
  @Field(() => StaffType, { nullable: true }) drawnBy: StaffType | null
  @Field(() => DateTime) drawnAt: Date
  @Field(() => [SpotCheckEntryType]) entries: SpotCheckEntryType[]
}

export const SpotCheckConnection = connectionOf('SpotCheck', SpotCheckType)

@ObjectType({ description: 'What spot checks found with one person who answers for clients.' })
export class SpotCheckTally {
  @Field(() => ID, { nullable: true, description: 'Null: clients for whom nobody answers in person.' })
  staffId: string | null
  @Field(() => String, { nullable: true }) name: string | null
  @Field(() => Int) checked: number
  @Field(() => Int) wrong: number
}

@InputType()
export class DrawSpotCheckInput {
  @Field(() => Int, { description: '1 to 50; fewer are drawn where there are fewer.' }) size: number
  @IdField('Project', { nullable: true }) projectId?: string
  @IdField('Staff', { nullable: true, description: 'Of the clients of this person only.' }) managerId?: string
}

@InputType()
export class RecordSpotCheckInput {
  @IdField('SpotCheckEntry') entryId: string
  @Field(() => Int) expectedVersion: number
  @Field(() => SpotCheckResultEnum) result: string
  @IdField('ArchiveRequirement', { nullable: true, description: 'Of a WRONG one: which part.' })
  requirementId?: string
  @Field(() => String, {
    nullable: true,
    description: 'Of a WRONG one: what is wrong; at most 300 characters.',
  })
  note?: string
}
