/** A dossier as it is returned, read and shown. */
import { DOSSIER_HEAD_LABELS, DOSSIER_PARTS, DOSSIER_SEALED_HEADS } from '@steward/domain'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'

const DossierSealedHeadEnum = publishEnum(
  'DossierSealedHead',
  DOSSIER_SEALED_HEADS,
  'A head of the dossier that is kept sealed.',
  DOSSIER_HEAD_LABELS,
)
const DossierPartEnum = publishEnum(
  'DossierPart',
  DOSSIER_PARTS,
  'In what a version of a dossier differs from the one before.',
)

const MAYBE = { nullable: true } as const

/** The open heads, as they are stated and as they are read. */
@ObjectType()
@InputType()
abstract class DossierHeads {
  @Field(() => String, MAYBE) shareholders?: string | null
  @Field(() => String, MAYBE) executives?: string | null
  @Field(() => String, MAYBE) plannedProjects?: string | null
  @Field(() => String, MAYBE) tendering?: string | null
  @Field(() => String, MAYBE) contractHabits?: string | null
  @Field(() => String, MAYBE) priceLevel?: string | null
  @Field(() => String, MAYBE) cooperation?: string | null
  @Field(() => Int, {
    nullable: true,
    description: 'Basis points of what the client spends on such services.',
  })
  ourShareBasisPoints?: number | null
}

@ObjectType('DossierRival', { description: 'Who else serves a key account.' })
export class DossierRivalType {
  @Field(() => String) name: string
  @Field(() => Int, { nullable: true, description: 'Basis points.' }) shareBasisPoints: number | null
  @Field(() => String, MAYBE) strengths: string | null
  @Field(() => String, MAYBE) weaknesses: string | null
}

@InputType()
export class DossierRivalInput {
  @Field(() => String, { description: 'At most 100 characters.' }) name: string
  @Field(() => Int, { nullable: true, description: 'Basis points; all together at most 10,000.' })
  shareBasisPoints?: number | null
  @Field(() => String, { nullable: true, description: 'At most 500 characters.' }) strengths?: string | null
  @Field(() => String, { nullable: true, description: 'At most 500 characters.' }) weaknesses?: string | null
}

@ObjectType('KeyAccountDossier', {
  implements: Node,
  description: 'One version of the dossier of a key account. Versions are never edited.',
})
export class KeyAccountDossierType extends Node {
  @Field(() => Int, { description: 'From 1.' }) ordinal: number
  @Field(() => String, MAYBE) shareholders: string | null
  @Field(() => String, MAYBE) executives: string | null
  @Field(() => String, MAYBE) plannedProjects: string | null
  @Field(() => String, MAYBE) tendering: string | null
  @Field(() => String, MAYBE) contractHabits: string | null
  @Field(() => String, MAYBE) priceLevel: string | null
  @Field(() => String, MAYBE) cooperation: string | null
  @Field(() => Int, MAYBE) ourShareBasisPoints: number | null
  @Field(() => [DossierRivalType], { nullable: true, description: 'The map of competition.' })
  rivals: DossierRivalType[] | null
  @Field(() => [DossierSealedHeadEnum], { description: 'Sealed heads that are on file.' }) onFile: string[]
  @Field(() => [DossierPartEnum], { description: 'In what it differs from the version before it.' })
  changedParts: string[]
  @Field(() => Boolean, { description: 'The key of what is sealed is still there.' }) isReadable: boolean
  @Field(() => StaffType, MAYBE) recordedBy: StaffType | null
  @Field(() => DateTime) recordedAt: Date
}

@InputType()
export class RecordDossierOfKeyAccountInput extends DossierHeads {
  @IdField('KeyAccount') keyAccountId: string
  @Field(() => Int, { description: 'Of the version that the person saw; 0 while there was none.' })
  expectedOrdinal: number
  @Field(() => String, { nullable: true, description: 'Sealed; left out, it is carried over.' })
  assets?: string | null
  @Field(() => String, { nullable: true, description: 'Sealed; left out, it is carried over.' })
  abilityToPay?: string | null
  @Field(() => String, { nullable: true, description: 'Sealed; left out, it is carried over.' })
  credit?: string | null
  @Field(() => [DossierSealedHeadEnum], {
    nullable: true,
    description: 'Sealed heads that are kept no more.',
  })
  clear?: string[]
  @Field(() => [DossierRivalInput], { nullable: true, description: 'At most 12.' })
  rivals?: DossierRivalInput[]
}

@InputType()
export class RevealDossierOfKeyAccountInput {
  @IdField('KeyAccountDossier') dossierId: string
  @Field(() => [DossierSealedHeadEnum]) heads: string[]
  @Field(() => String, { description: '4 to 200 characters; stands on record.' }) reason: string
}

@ObjectType('RevealedDossier', { description: 'What was asked for of money and credit; the rest is null.' })
export class RevealedDossier {
  @Field(() => String, MAYBE) assets: string | null
  @Field(() => String, MAYBE) abilityToPay: string | null
  @Field(() => String, MAYBE) credit: string | null
}
