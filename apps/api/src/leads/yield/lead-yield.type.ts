import { Field, ID, Int, ObjectType } from 'type-graphql'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'

@ObjectType({
  description:
    'What became of the leads of one source, or of one campaign, that were opened within a time. All counts are of those leads, up to today.',
})
export class LeadYieldRow {
  @Field(() => ID, { nullable: true, description: 'Of the source or campaign; null: without a campaign.' })
  id: string | null
  @Field(() => String, { nullable: true }) name: string | null
  @Field(() => Int) leads: number
  @Field(() => Int, { description: 'Contacted at least once.' }) contacted: number
  @Field(() => Int) qualified: number
  @Field(() => Int) converted: number
  @Field(() => Int) lost: number
  @Field(() => Int, { description: 'Different clients that they became: several leads may lead to one.' })
  clients: number
  @Field(() => Int, {
    nullable: true,
    description: 'Median from opening to conversion, in hours; null where none was converted.',
  })
  medianHours: number | null
  @Field(() => MinorUnits, {
    nullable: true,
    description:
      'Whole cost of the campaigns that began within the time, in minor units; null where none has a known cost, and to those who may not see it.',
  })
  costMinor: number | null
  @Field(() => MinorUnits, {
    nullable: true,
    description: '`costMinor` by `clients`, half up; null where either is missing.',
  })
  costPerClientMinor: number | null
}

@ObjectType({ description: 'What leads came to: by source, by campaign, and all together.' })
export class LeadYield {
  @Field(() => LocalDate) from: string
  @Field(() => LocalDate) to: string
  @Field(() => LeadYieldRow) total: LeadYieldRow
  @Field(() => [LeadYieldRow], { description: 'Most leads first.' }) bySource: LeadYieldRow[]
  @Field(() => [LeadYieldRow], { description: 'Most leads first.' }) byCampaign: LeadYieldRow[]
}
