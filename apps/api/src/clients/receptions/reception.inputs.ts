import { Field, ID, InputType, Int } from 'type-graphql'
import { ChannelEnum } from '../../complaints/complaint.enums.ts'
import { IdField } from '../../graphql/id-field.ts'
import { DateTime, LocalDate } from '../../graphql/scalars.ts'
import { ReceptionDirectionEnum, ReceptionPurposeEnum } from './reception.type.ts'

const maybe = { nullable: true } as const

@InputType()
abstract class ReceptionWords {
  @Field(() => ChannelEnum, { defaultValue: 'PHONE' }) channel: string
  @Field(() => ReceptionDirectionEnum, { defaultValue: 'IN' }) direction: string
  @Field(() => ReceptionPurposeEnum, { defaultValue: 'INQUIRY' }) purpose: string
  @Field(() => String, { description: 'What was said; at most 1,000 characters.' }) words: string
  @IdField('ClientContact', maybe) contactId?: string
  @IdField('ClientMember', maybe) memberId?: string
  @Field(() => String, maybe) result?: string
  @Field(() => String, maybe) nextStep?: string
  @Field(() => LocalDate, { nullable: true, description: 'By when the next step is to be taken.' })
  nextOn?: string
}

@InputType()
export class RecordReceptionInput extends ReceptionWords {
  @IdField('Client') clientId: string
  @Field(() => DateTime, { nullable: true, description: 'When it took place; absent: just now.' }) at?: Date
}

@InputType()
export class AmendReceptionInput extends ReceptionWords {
  @IdField('Reception') receptionId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class FinishReceptionInput {
  @IdField('Reception') receptionId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
  @Field(() => String, { nullable: true, description: 'What came of it; at most 500 characters.' })
  outcome?: string
}

@InputType()
export class ReceptionFilter {
  @Field(() => ID, maybe) client?: string
  @Field(() => ID, { nullable: true, description: 'Staff who wrote it down.' }) recordedBy?: string
  @Field(() => Boolean, {
    nullable: true,
    description: 'Written down by the reader, or of a client whom the reader answers for.',
  })
  concernsMe?: boolean
  @Field(() => [ChannelEnum], maybe) channel?: string[]
  @Field(() => [ReceptionPurposeEnum], maybe) purpose?: string[]
  @Field(() => DateTime, { nullable: true, description: 'Took place at or after.' }) from?: Date
  @Field(() => DateTime, { nullable: true, description: 'Took place before.' }) before?: Date
  @Field(() => Boolean, { nullable: true, description: 'Has a next step for a day, and it is not done.' })
  nextOpen?: boolean
  @Field(() => LocalDate, { nullable: true, description: 'Whose next step is for a day before this one.' })
  nextBefore?: string
}
