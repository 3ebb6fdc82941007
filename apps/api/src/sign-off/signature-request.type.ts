import {
  PROOF_LEVEL_LABELS,
  PROOF_LEVELS,
  PROOF_SUBJECTS,
  type ProofLevel,
  type ProofSubject,
  type SignatureProof,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { DateTime, MinorUnits } from '../graphql/scalars.ts'
import { RoleEnum } from '../organization/organization.type.ts'
import type { Shown } from './ceremony.service.ts'
import type { SignatureRequest } from './signature-proof.entity.ts'
import { MeaningEnum, SignatureProofEnum } from './sign-off.type.ts'

export const ProofLevelEnum = publishEnum(
  'ProofLevel',
  PROOF_LEVELS,
  'How surely a signer must have shown that it is them, the weakest first.',
  PROOF_LEVEL_LABELS,
)
export const ProofSubjectEnum = publishEnum(
  'ProofSubject',
  PROOF_SUBJECTS,
  'What a rule is about: a meaning of signatures, or AMOUNT: whatever commits a sum from some amount on.',
)

@ObjectType({ description: 'One value of what is signed, in words.' })
export class SignedLine {
  @Field(() => String, { description: 'JSON pointer below the content that is signed.' }) path: string
  @Field(() => String, { description: 'Which part of the content, e.g. `Option 2`.' }) part: string
  @Field(() => String) label: string
  @Field(() => String, { description: 'As a person reads it; of an instant ISO 8601, of an amount decimal.' })
  value: string
  @Field(() => Boolean) isInstant: boolean
  @Field(() => Boolean) isAmount: boolean
  @Field(() => Boolean, { description: 'Signed like the rest, but not for reading: ids, counters.' })
  isTechnical: boolean
}

@ObjectType({
  description: 'In a demonstration only: what everybody may know. Null where the person has their own.',
})
export class DemonstrationSecrets {
  @Field(() => String, { nullable: true }) pin: string | null
  @Field(() => String) password: string
  @Field(() => String, { nullable: true }) code: string | null
}

/** Which ways of proof somebody has. */
export interface SignatureWays {
  readonly open: readonly SignatureProof[]
  readonly demonstration: Omit<DemonstrationSecrets, never> | null
  /** An administrator said whose one of the passkeys is. */
  readonly isCountersigned: boolean
}

@ObjectType('SignatureRequest', {
  description: 'A signature that waits for its proof: exactly what is signed. Good once, for five minutes.',
})
export class SignatureRequestType {
  @Field(() => ID) id: string
  @Field(() => MeaningEnum) meaning: string
  @Field(() => String, { description: 'What the signer says by signing.' }) sentence: string
  @Field(() => String, { description: 'What follows from it.' }) consequence: string
  @Field(() => String, { description: 'That it is for good.' }) finality: string
  @Field(() => String, { description: 'The kind of record, e.g. `Complaint`.' }) subjectType: string
  @Field(() => String, { nullable: true, description: 'The number that the record is known by.' })
  subject: string | null
  @Field(() => Int) revision: number
  @Field(() => RoleEnum, { description: 'The role it is signed in.' }) role: string
  @Field(() => String, { nullable: true, description: 'What the signer wrote.' }) comment: string | null
  @Field(() => MinorUnits, { nullable: true, description: 'What the signature commits.' })
  amountMinor: number | null
  @Field(() => [SignedLine], { description: 'All that is signed.' }) lines: SignedLine[]
  @Field(() => String, { description: 'SHA-256 of the canonical content, hex.' }) contentHash: string
  @Field(() => String, { description: 'SHA-256 over all that is proven, hex: the challenge of a passkey.' })
  statement: string
  @Field(() => ProofLevelEnum) level: ProofLevel
  @Field(() => [SignatureProofEnum], { description: 'The ways of proof that are enough.' })
  wanted: SignatureProof[]
  @Field(() => [SignatureProofEnum], { description: 'Those of them that the signer has set up.' })
  open: SignatureProof[]
  @Field(() => Boolean, {
    description:
      'Only a passkey will do, and the one that the signer has waits for an administrator to confirm it.',
  })
  passkeyWaits: boolean
  @Field(() => DemonstrationSecrets, { nullable: true }) demonstration: DemonstrationSecrets | null
  @Field(() => DateTime) expiresAt: Date

  static of(
    request: SignatureRequest,
    shown: Shown,
    words: Pick<SignatureRequestType, 'sentence' | 'consequence' | 'finality' | 'lines' | 'subject'> & {
      readonly wanted: readonly SignatureProof[]
      readonly open: readonly SignatureProof[]
      readonly passkeyWaits: boolean
      readonly demonstration: SignatureWays['demonstration']
    },
  ): SignatureRequestType {
    const { meaning, subjectType, revision, role, comment, amountMinor, contentHash, statement } = shown
    return Object.assign(new SignatureRequestType(), {
      id: toGlobalId('SignatureRequest', request.id),
      level: request.level,
      expiresAt: request.expiresAt,
      meaning,
      subjectType,
      revision,
      role,
      comment,
      amountMinor,
      contentHash,
      statement,
      ...words,
    })
  }
}

@ObjectType({ description: 'Proven: call the same verbs again with the same input, within five minutes.' })
export class SignatureProven {
  @Field(() => SignatureProofEnum) method: SignatureProof
  @Field(() => DateTime) provedAt: Date
}

@ObjectType('SignatureProofRule', { description: 'What your organization asks signatures to be proven by.' })
export class SignatureProofRuleType {
  @Field(() => ProofSubjectEnum) subject: ProofSubject
  @Field(() => ProofLevelEnum) level: ProofLevel
  @Field(() => MinorUnits, {
    nullable: true,
    description: 'Of AMOUNT: from this sum on; null: no sum asks for more.',
  })
  fromMinor: number | null
  @Field(() => Boolean, { description: 'The same as the house’s own rule.' }) isDefault: boolean
}
