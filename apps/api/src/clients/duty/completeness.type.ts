import { COMPLETENESS_BY, COMPLETENESS_BY_LABELS } from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { ArchivePartEnum } from './duty.type.ts'

export const CompletenessByEnum = publishEnum(
  'CompletenessBy',
  COMPLETENESS_BY,
  'How totals of the duty are divided.',
  COMPLETENESS_BY_LABELS,
)

@ObjectType({ description: 'How complete the archives of one project, department or manager are.' })
export class CompletenessRow {
  @Field(() => ID, {
    nullable: true,
    description: 'Of the project, department or manager; null: of none.',
  })
  id: string | null
  @Field(() => String, { nullable: true }) name: string | null
  @Field(() => Int, { description: 'Archives in use.' }) clients: number
  @Field(() => Int, { description: 'Those that lack nothing.' }) complete: number
  @Field(() => Int, { description: 'Those in which a spot check found something wrong.' }) wrong: number
}

@ObjectType({ description: 'How often one requirement is not met.' })
export class CompletenessPart {
  @Field(() => ID) requirementId: string
  @Field(() => ArchivePartEnum) part: string
  @Field(() => String, { nullable: true }) fieldLabelZh: string | null
  @Field(() => String, { nullable: true }) fieldLabelEn: string | null
  @Field(() => Int) missing: number
  @Field(() => Int) stale: number
  @Field(() => Int) wrong: number
}

@ObjectType({ description: 'How complete archives are, as they are at this moment.' })
export class ArchiveCompleteness {
  @Field(() => CompletenessRow) total: CompletenessRow
  @Field(() => [CompletenessRow], { description: 'The largest first.' }) rows: CompletenessRow[]
  @Field(() => [CompletenessPart], { description: 'What is not met most, first.' }) parts: CompletenessPart[]
}
