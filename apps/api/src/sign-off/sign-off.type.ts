import { MEANINGS, MEANING_LABELS, SIGNATURE_PROOF_LABELS, SIGNATURE_PROOFS } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, MinorUnits } from '../graphql/scalars.ts'
import { RoleEnum, StaffType } from '../organization/organization.type.ts'

export const MeaningEnum = publishEnum(
  'SignOffMeaning',
  MEANINGS,
  'What a signature says of its content.',
  MEANING_LABELS,
)

export const SignatureProofEnum = publishEnum(
  'SignatureProof',
  SIGNATURE_PROOFS,
  'How a signature was proven. PASSKEY: by the signer’s own device, over exactly this content.',
  SIGNATURE_PROOF_LABELS,
)

@ObjectType('SignOff', { implements: Node, description: 'Who answers for exactly which content.' })
export class SignOffType extends Node {
  @Field(() => MeaningEnum) meaning: string
  @Field(() => StaffType, { nullable: true }) signer: StaffType | null
  @Field(() => RoleEnum, { description: 'The role signed in.' }) role: string
  @Field(() => DateTime) at: Date
  @Field(() => Int, { description: 'Version of the record whose content was signed.' }) revision: number
  @Field(() => String, { description: 'SHA-256 of the canonical content, hex.' }) contentHash: string
  @Field(() => MinorUnits, {
    nullable: true,
    description: 'What the signature commits; null where no money is concerned.',
  })
  amountMinor: number | null
  @Field(() => SignatureProofEnum) proofMethod: string
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was proven; null where the session was enough.',
  })
  provedAt: Date | null
  @Field(() => Int, {
    nullable: true,
    description: 'Of a signing: the alternative decided on; 0 is the whole.',
  })
  part: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'Which step of its signing; null for a record of one person.',
  })
  step: number | null
  @Field(() => StaffType, { nullable: true, description: 'For whom it was signed, by a delegation.' })
  onBehalfOf: StaffType | null
  @Field(() => String, { nullable: true }) comment: string | null
}
