import { PROOF_METHOD_LABELS, PROOF_METHODS } from '@steward/domain'
import { Field, ID, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { DateTime } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { FactorKindEnum } from '../graphql/user-error.ts'

export const ProofMethodEnum = publishEnum(
  'ProofMethod',
  PROOF_METHODS,
  'How somebody showed that it is them.',
  PROOF_METHOD_LABELS,
)

@ObjectType('SecondFactor', { description: 'An authenticator app or a passkey that somebody has set up.' })
export class SecondFactorType {
  @Field(() => ID) id: string
  @Field(() => FactorKindEnum) kind: string
  @Field(() => String, { description: 'What its owner calls it.' }) name: string
  @Field(() => DateTime) confirmedAt: Date
  @Field(() => DateTime, { nullable: true }) lastUsedAt: Date | null
  @Field(() => DateTime, {
    nullable: true,
    description:
      'Of a passkey: when an administrator said whose it is; null: it waits for that, and proves no signature for which only a passkey will do.',
  })
  countersignedAt: Date | null
  @Field(() => StaffType, { nullable: true, description: 'Whose it is.' }) staff: StaffType | null
}

@ObjectType('RecoveryCode', {
  description: 'A code on paper for the day the phone is gone; never shown again.',
})
export class RecoveryCodeType {
  @Field(() => ID) id: string
  @Field(() => DateTime, { nullable: true, description: 'Each is good once.' }) usedAt: Date | null
}

@ObjectType({ description: 'What an authenticator app needs, once.' })
export class OneTimeCodeSetUp {
  @Field(() => ID) factorId: string
  @Field(() => String, { description: 'For a QR code: `otpauth://totp/…`.' }) uri: string
  @Field(() => String, { description: 'The same, to be typed: base32.' }) secret: string
}

@ObjectType({ description: 'Set up; from now on signing in asks for it.' })
export class FactorAdded {
  @Field(() => ID) factorId: string
  @Field(() => [String], {
    description: 'New recovery codes, shown this once; empty where the person has some already.',
  })
  recoveryCodes: string[]
}

@ObjectType({ description: 'Removed; it lets nobody in any more.' })
export class FactorRemoved {
  @Field(() => ID) factorId: string
}

@ObjectType({ description: 'New recovery codes, shown this once; the old ones are void.' })
export class RecoveryCodesRenewed {
  @Field(() => [String]) recoveryCodes: string[]
}

@ObjectType({ description: 'The person has shown that it is them; good for five minutes.' })
export class IdentityProved {
  @Field(() => DateTime) provedAt: Date
  @Field(() => ProofMethodEnum) provedBy: string
}

@ObjectType({ description: 'From now on the PIN proves signatures that records need.' })
export class PinSet {
  @Field(() => DateTime) setAt: Date
}
