import {
  BUSINESS_CONDITION_LABELS,
  BUSINESS_CONDITIONS,
  CREDIT_STATUS_LABELS,
  CREDIT_STATUSES,
  PAYMENT_ATTITUDE_LABELS,
  PAYMENT_ATTITUDES,
  PAYMENT_INSTRUMENT_LABELS,
  PAYMENT_INSTRUMENTS,
  POTENTIAL_LABELS,
  POTENTIALS,
  SATISFACTION_LABELS,
  SATISFACTIONS,
  SERVICE_CHANNEL_LABELS,
  SERVICE_CHANNELS,
  SERVICE_FREQUENCIES,
  SERVICE_FREQUENCY_LABELS,
} from '@steward/domain'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { IdField } from '../../graphql/id-field.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, MinorUnits } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'

const BusinessConditionEnum = publishEnum(
  'BusinessCondition',
  BUSINESS_CONDITIONS,
  'How the business of a company goes.',
  BUSINESS_CONDITION_LABELS,
)
const CreditStatusEnum = publishEnum(
  'CreditStatus',
  CREDIT_STATUSES,
  'How far a company can be trusted with credit.',
  CREDIT_STATUS_LABELS,
)
const PaymentAttitudeEnum = publishEnum(
  'PaymentAttitude',
  PAYMENT_ATTITUDES,
  'How willingly a client pays.',
  PAYMENT_ATTITUDE_LABELS,
)
const PaymentInstrumentEnum = publishEnum(
  'PaymentInstrument',
  PAYMENT_INSTRUMENTS,
  'By what a client pays.',
  PAYMENT_INSTRUMENT_LABELS,
)
const ServiceChannelEnum = publishEnum(
  'ServiceChannel',
  SERVICE_CHANNELS,
  'How a client is served.',
  SERVICE_CHANNEL_LABELS,
)
const ServiceFrequencyEnum = publishEnum(
  'ServiceFrequency',
  SERVICE_FREQUENCIES,
  'How often a client is served.',
  SERVICE_FREQUENCY_LABELS,
)
const PotentialEnum = publishEnum(
  'Potential',
  POTENTIALS,
  'How much more a client may become to us.',
  POTENTIAL_LABELS,
)
export const SatisfactionEnum = publishEnum(
  'Satisfaction',
  SATISFACTIONS,
  'The seven steps of satisfaction, best first.',
  SATISFACTION_LABELS,
)

const MAYBE = { nullable: true } as const

/** The open lines, as they are stated and as they are read. */
@ObjectType()
@InputType()
abstract class StatusLines {
  @Field(() => String, MAYBE) legalRepresentative?: string | null
  @Field(() => String, MAYBE) generalManager?: string | null
  @Field(() => String, MAYBE) contactPerson?: string | null
  @Field(() => String, MAYBE) businessLicence?: string | null
  @Field(() => String, MAYBE) taxRegistration?: string | null
  @Field(() => String, MAYBE) website?: string | null
  @Field(() => String, MAYBE) mainBusiness?: string | null
  @Field(() => Int, MAYBE) headcount?: number | null
  @Field(() => BusinessConditionEnum, MAYBE) businessCondition?: string | null
  @Field(() => String, MAYBE) paymentHandler?: string | null
  @Field(() => PaymentAttitudeEnum, MAYBE) paymentAttitude?: string | null
  @Field(() => PaymentInstrumentEnum, MAYBE) paymentInstrument?: string | null
  @Field(() => MinorUnits, MAYBE) highestMonthlyPurchaseMinor?: number | null
  @Field(() => MinorUnits, MAYBE) averageMonthlyPurchaseMinor?: number | null
  @Field(() => ServiceChannelEnum, MAYBE) serviceChannel?: string | null
  @Field(() => ServiceFrequencyEnum, MAYBE) serviceFrequency?: string | null
  @Field(() => PotentialEnum, MAYBE) potential?: string | null
  @Field(() => SatisfactionEnum, MAYBE) satisfaction?: string | null
  @Field(() => String, MAYBE) remark?: string | null
}

@InputType()
export class RecordStatusOfClientInput extends StatusLines {
  @IdField('Client') clientId: string
  @Field(() => Int, { description: 'The `ordinal` that the person saw; 0 while there was no record.' })
  expectedOrdinal: number
  @Field(() => String, { nullable: true, description: 'Left out, like all sealed lines: as before.' })
  banks?: string | null
  @Field(() => String, MAYBE) bankAccount?: string | null
  @Field(() => String, MAYBE) loans?: string | null
  @Field(() => MinorUnits, { nullable: true, description: 'A year.' }) cashTurnoverMinor?: number | null
  @Field(() => CreditStatusEnum, MAYBE) creditStatus?: string | null
  @Field(() => [String], {
    defaultValue: [],
    description: 'Names of sealed lines that are to be kept no more.',
  })
  clear: string[]
}

@InputType()
export class RevealStatusOfClientInput {
  @IdField('ClientStatusRecord', { description: 'Of which version.' }) statusRecordId: string
  @Field(() => [String], { description: 'Names of the sealed lines that are needed; only they are shown.' })
  fields: string[]
  @Field(() => String, { description: 'What they are needed for; on record.' }) reason: string
}

@ObjectType({
  description:
    'Money and credit of a company, shown for a reason that is on record. Null: not on file, or not asked for.',
})
export class RevealedStatus {
  @Field(() => String, MAYBE) banks: string | null
  @Field(() => String, MAYBE) bankAccount: string | null
  @Field(() => String, MAYBE) loans: string | null
  @Field(() => MinorUnits, { nullable: true, description: 'A year.' }) cashTurnoverMinor: number | null
  @Field(() => CreditStatusEnum, MAYBE) creditStatus: string | null
}

@ObjectType('ClientStatusRecord', {
  implements: Node,
  description:
    'One version of the status record of a company (客户状况记录表). Of its money only what is on file, and masked forms; the rest: `revealStatusOfClient`.',
})
export class ClientStatusRecordType extends StatusLines implements Node {
  @Field(() => Int, { description: 'From 1; give the latest as `expectedOrdinal`.' }) ordinal: number
  declare id: string
  @Field(() => String, { nullable: true, description: 'e.g. `****6789`.' }) bankAccountMasked: string | null
  @Field(() => [String], { description: 'Names of the sealed lines that are there, as in `RevealedStatus`.' })
  onFile: string[]
  @Field(() => [String], {
    description: 'Names of the lines in which it differs from the version before it, sealed ones too.',
  })
  changedFields: string[]
  @Field(() => Boolean, {
    description: 'False: what was sealed was erased, and nobody can read it any more.',
  })
  isReadable: boolean
  @Field(() => StaffType, { nullable: true }) recordedBy: StaffType | null
  @Field(() => DateTime) recordedAt: Date
}
