import {
  AGE_BAND_LABELS,
  AGE_BANDS,
  EDUCATION_LABELS,
  EDUCATIONS,
  HOUSING_LABELS,
  HOUSINGS,
  ID_DOCUMENT_TYPE_LABELS,
  ID_DOCUMENT_TYPES,
  INCOME_BAND_LABELS,
  INCOME_BANDS,
} from '@steward/domain'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { IdField } from '../../graphql/id-field.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'

const AgeBandEnum = publishEnum('AgeBand', AGE_BANDS, 'How old a person is, about.', AGE_BAND_LABELS)
const EducationEnum = publishEnum('Education', EDUCATIONS, 'The highest completed.', EDUCATION_LABELS)
const IncomeBandEnum = publishEnum(
  'IncomeBand',
  INCOME_BANDS,
  'Of the household, a year, in the organization’s currency.',
  INCOME_BAND_LABELS,
)
const HousingEnum = publishEnum('Housing', HOUSINGS, 'How a person is housed.', HOUSING_LABELS)
const IdDocumentTypeEnum = publishEnum(
  'IdDocumentType',
  ID_DOCUMENT_TYPES,
  'What a person is identified by.',
  ID_DOCUMENT_TYPE_LABELS,
)

const MAYBE = { nullable: true } as const

/** The particulars, as they are stated and as they are shown. */
@ObjectType()
@InputType()
abstract class ProfileParticulars {
  @Field(() => LocalDate, MAYBE) birthday?: string | null
  @Field(() => AgeBandEnum, MAYBE) ageBand?: string | null
  @Field(() => String, MAYBE) occupation?: string | null
  @Field(() => EducationEnum, MAYBE) education?: string | null
  @Field(() => IncomeBandEnum, MAYBE) incomeBand?: string | null
  @Field(() => HousingEnum, MAYBE) housing?: string | null
  @Field(() => String, MAYBE) associations?: string | null
  @Field(() => LocalDate, MAYBE) purchasedOn?: string | null
  @Field(() => Int, { nullable: true, description: 'In hundredths of a square metre.' })
  purchaseArea?: number | null
  @Field(() => MinorUnits, MAYBE) purchaseAmountMinor?: number | null
  @Field(() => String, MAYBE) eventsAttended?: string | null
  @Field(() => IdDocumentTypeEnum, MAYBE) idDocumentType?: string | null
  @Field(() => String, MAYBE) idDocumentNumber?: string | null
}

@InputType()
export class SetProfileOfClientInput extends ProfileParticulars {
  @IdField('Client') clientId: string
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while there was no profile.' })
  expectedVersion: number
  @Field(() => [String], {
    defaultValue: [],
    description: 'Names of particulars that are to be kept no more; whatever is left out stays as it is.',
  })
  clear: string[]
}

@InputType()
export class RevealProfileOfClientInput {
  @IdField('Client') clientId: string
  @Field(() => [String], { description: 'Names of the particulars that are needed; only they are shown.' })
  fields: string[]
  @Field(() => String, { description: 'What they are needed for; on record.' }) reason: string
}

@ObjectType({
  description:
    'Particulars of a person, shown for a reason that is on record. Null: not on file, or not asked for.',
})
export class RevealedProfile extends ProfileParticulars {}

@ObjectType('ClientProfile', {
  implements: Node,
  description:
    'What is on file about a person, with their consent: which particulars, and never more of them than a masked form. The particulars themselves: `revealProfileOfClient`.',
})
export class ClientProfileType extends Node {
  @Field(() => [String], { description: 'Names of the particulars that are there, as in `RevealedProfile`.' })
  onFile: string[]
  @Field(() => String, { nullable: true, description: 'e.g. `3101********34`.' })
  idDocumentNumberMasked: string | null
  @Field(() => Boolean, { description: 'False: it was erased, and nobody can read it any more.' })
  isReadable: boolean
  @Field(() => StaffType, { nullable: true }) setBy: StaffType | null
  @Field(() => DateTime) setAt: Date
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
