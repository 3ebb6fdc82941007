import {
  ERASURE_BLOCK_LABELS,
  ERASURE_BLOCKS,
  ERASURE_GOES,
  ERASURE_GOES_LABELS,
  ERASURE_STAYS,
  ERASURE_STAYS_RULES,
  type ErasureStays,
  type Text,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { LocalDate } from '../../graphql/scalars.ts'

const ErasureBlockEnum = publishEnum(
  'ErasureBlock',
  ERASURE_BLOCKS,
  'What stands in the way of an erasure.',
  ERASURE_BLOCK_LABELS,
)
const ErasureGoesEnum = publishEnum(
  'ErasureGoes',
  ERASURE_GOES,
  'What an erasure takes for good.',
  ERASURE_GOES_LABELS,
)
const ErasureStaysEnum = publishEnum(
  'ErasureStays',
  ERASURE_STAYS,
  'What stays after an erasure, under the code instead of the name.',
  Object.fromEntries(ERASURE_STAYS.map((what) => [what, ERASURE_STAYS_RULES[what].label])) as Readonly<
    Record<ErasureStays, Text>
  >,
)

@ObjectType({ description: 'Something that stands in the way of an erasure.' })
class ErasureBlocking {
  @Field(() => ErasureBlockEnum) kind: string
  @Field(() => String, { description: 'Of the case, receivable, statement, document, request or client.' })
  number: string
}

@ObjectType({ description: 'How much of a kind an erasure takes for good.' })
class ErasureTaken {
  @Field(() => ErasureGoesEnum) what: string
  @Field(() => Int) count: number
}

@ObjectType({ description: 'How much of a kind stays, under the code instead of the name.' })
class ErasureLeft {
  @Field(() => ErasureStaysEnum) what: string
  @Field(() => Int) count: number
}

@ObjectType({ description: 'A controlled copy that somebody has, or can still get, with the person in it.' })
class ErasureCopyOut {
  @Field(() => String) number: string
  @Field(() => String) recipient: string
  @Field(() => String) holder: string
  @Field(() => LocalDate, { description: 'When it is to be back.' }) dueOn: string
}

@ObjectType({ description: 'A file of an import that still holds the person.' })
class ErasureSource {
  @Field(() => String) name: string
  @Field(() => String) custodian: string
  @Field(() => LocalDate, { description: 'Its last day of custody.' }) destroyBy: string
}

@ObjectType({
  description:
    'What an erasure would take, what would stay and why, and what stands in its way; counted now.',
})
export class ErasurePreview {
  @Field(() => [ErasureBlocking], { description: 'Nothing is erased while there is any.' })
  blocks: ErasureBlocking[]
  @Field(() => [ErasureTaken]) goes: ErasureTaken[]
  @Field(() => [ErasureLeft]) stays: ErasureLeft[]
  @Field(() => [ErasureCopyOut], { description: 'Copies that somebody has; they are asked back at once.' })
  copies: ErasureCopyOut[]
  @Field(() => [ErasureSource], { description: 'Files of imports that still hold them.' })
  sources: ErasureSource[]
}
