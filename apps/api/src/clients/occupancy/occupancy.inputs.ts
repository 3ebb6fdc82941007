import { OCCUPANCY_RELATIONS } from '@steward/domain'
import { Field, Float, InputType, Int } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { IdField } from '../../graphql/id-field.ts'
import { LocalDate } from '../../graphql/scalars.ts'

const OccupancyRelationEnum = publishEnum(
  'OccupancyRelation',
  OCCUPANCY_RELATIONS,
  'In which relation somebody owns or uses a unit; each is a `ClientRelation` too.',
)

@InputType({ description: 'That the client owns or uses a unit.' })
export class NewOccupancy {
  @IdField('Unit') unitId: string
  @Field(() => OccupancyRelationEnum) relation: string
  @Field(() => LocalDate, { description: 'The first day.' }) fromOn: string
  @Field(() => LocalDate, { nullable: true, description: 'The last day; absent: still.' }) toOn?: string
  @Field(() => LocalDate, { nullable: true, description: 'When they moved in, where that is another day.' })
  movedInOn?: string
  @Field(() => Float, {
    nullable: true,
    description: 'Share of an owner in per cent, to the hundredth; those of a unit come to 100 at most.',
  })
  sharePercent?: number
}

@InputType()
export class RecordOccupancyInput extends NewOccupancy {
  @IdField('Client') clientId: string
}

@InputType()
export class EndOccupancyInput {
  @IdField('ClientOccupancy') occupancyId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; needed unless it was recorded in error.',
  })
  toOn?: string
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'It never was so: the entry is taken back, and stays in the audit trail alone.',
  })
  recordedInError: boolean
}
