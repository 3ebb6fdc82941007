import { LOSS_STEP_LABELS, LOSS_STEPS, SILENCE_MEASURES, text } from '@steward/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { DateTime, LocalDate } from '../../graphql/scalars.ts'

export const SilenceMeasureEnum = publishEnum(
  'SilenceMeasure',
  SILENCE_MEASURES,
  'By what clients are judged: their own rhythm, or the model of all.',
  {
    RHYTHM: text('自身节奏', 'Their own rhythm'),
    MODEL: text('整体模型', 'The model of all'),
  },
)
export const LossStepEnum = publishEnum(
  'LossStep',
  LOSS_STEPS,
  'The four steps to losing a client.',
  LOSS_STEP_LABELS,
)
export const ClientSignKindEnum = publishEnum(
  'ClientSignKind',
  ['PAYMENT', 'RECEPTION', 'CASE'],
  'What counts as a sign of a client.',
  {
    PAYMENT: text('缴费', 'Payment'),
    RECEPTION: text('来电来访', 'Came to us'),
    CASE: text('投诉或诉求', 'Case'),
  },
)

@ObjectType({ description: 'One sign of a client: a payment, a reception in which they came to us, a case.' })
export class ClientSign {
  @Field(() => LocalDate) on: string
  @Field(() => ClientSignKindEnum) kind: string
  @Field(() => Boolean, { description: 'Of a case: a complaint that came to nothing.' }) inVain: boolean
}

@ObjectType({ description: 'How often a client gives a sign, and whether it is unusual that none has come.' })
export class ClientRhythm {
  @Field(() => ID) clientId: string
  @Field(() => LocalDate, { description: 'Today.' }) today: string
  @Field(() => [ClientSign], { description: 'The oldest first; the last 200.' }) signs: ClientSign[]
  @Field(() => Int, { description: 'Days between signs: how many such gaps there are.' }) gaps: number
  @Field(() => Int, { nullable: true, description: 'The middle gap, in days.' }) usualGapDays: number | null
  @Field(() => LocalDate, { nullable: true }) lastOn: string | null
  @Field(() => Int, { nullable: true, description: 'Days since the last sign.' }) quietDays: number | null
  @Field(() => SilenceMeasureEnum, { nullable: true, description: 'Null: too few gaps, and no model.' })
  measure: string | null
  @Field(() => Int, {
    nullable: true,
    description: 'Today, in 1/10,000: the quantile of the gap so far among their own, or 1 − P(alive).',
  })
  score: number | null
  @Field(() => Int, { nullable: true }) threshold: number | null
  @Field(() => LocalDate, {
    nullable: true,
    description: 'From when on it is, or would be, silence if nothing comes.',
  })
  silentOn: string | null
  @Field(() => Boolean) isSilent: boolean
  @Field(() => LossStepEnum, { nullable: true, description: 'Null: none of the four.' }) step: string | null
}

@ObjectType({ description: 'Clients who are on a step now, and what they had said within a year.' })
export class LossStepCount {
  @Field(() => LossStepEnum) step: string
  @Field(() => Int) clients: number
  @Field(() => Int, { description: 'Of those, had complained within a year.' }) complained: number
  @Field(() => Int, { description: 'Of those, had neither grumbled nor complained.' }) saidNothing: number
}

@ObjectType({ description: 'The four steps of all clients in use.' })
export class LossFunnel {
  @Field(() => LocalDate, { description: 'The day of the organization that it was reckoned for.' })
  asOf: string
  @Field(() => DateTime, { description: 'When it was reckoned: once a night.' }) reckonedAt: Date
  @Field(() => Int, { description: 'Clients in use.' }) clients: number
  @Field(() => [LossStepCount], { description: 'All four, in order.' }) steps: LossStepCount[]
}

@ObjectType({ description: 'Whom a rule would call silent today, among the clients looked at.' })
export class SilencePreview {
  @Field(() => Int, { description: 'In use and drawn by digest; at most 5,000.' }) clients: number
  @Field(() => Int, { description: 'Under the rule in force.' }) before: number
  @Field(() => Int, { description: 'Under this one.' }) after: number
}

@ObjectType({ description: 'Clients with these two scores.' })
export class RfmCell {
  @Field(() => Int, { description: '1 to 5; 5: paid most recently.' }) recency: number
  @Field(() => Int, { description: '1 to 5; 5: paid most often.' }) frequency: number
  @Field(() => Int) clients: number
  @Field(() => Int, { description: 'Mean score of money, in tenths.' }) monetaryTenths: number
}

@ObjectType({ description: 'What a score means: from when on they last paid, and how often within a year.' })
export class RfmBound {
  @Field(() => Int, { description: '1 to 5.' }) score: number
  @Field(() => LocalDate, { nullable: true, description: 'Last payment, the earliest; null: nobody has it.' })
  lastFrom: string | null
  @Field(() => LocalDate, { nullable: true }) lastTo: string | null
  @Field(() => Int, { nullable: true, description: 'Days of payment within a year, the fewest.' })
  timesFrom: number | null
  @Field(() => Int, { nullable: true }) timesTo: number | null
}

@ObjectType({ description: 'All clients in use who have ever paid, by how recently and how often.' })
export class RfmGrid {
  @Field(() => LocalDate, { description: 'The day of the organization that it was reckoned for.' })
  asOf: string
  @Field(() => DateTime, { description: 'When it was reckoned: once a night.' }) reckonedAt: Date
  @Field(() => Int) clients: number
  @Field(() => [RfmCell], { description: 'Only cells with clients.' }) cells: RfmCell[]
  @Field(() => [RfmBound], { description: 'Of scores 1 to 5.' }) bounds: RfmBound[]
}

@InputType({ description: 'Which clients: those on a step, or with these scores.' })
export class SilenceClientFilter {
  @Field(() => LossStepEnum, { nullable: true }) step?: string
  @Field(() => Int, { nullable: true, description: '1 to 5.' }) recency?: number
  @Field(() => Int, { nullable: true, description: '1 to 5.' }) frequency?: number
}

@ObjectType({ description: 'One client on a step, or in a cell.' })
export class SilenceClientRow {
  @Field(() => ID) clientId: string
  @Field(() => String) code: string
  @Field(() => String, { description: 'The code, to those who may not read names.' }) name: string
  @Field(() => String, { nullable: true }) projectName: string | null
  @Field(() => LossStepEnum, { nullable: true }) step: string | null
  @Field(() => LocalDate, { nullable: true, description: 'Of the last payment.' }) lastPaidOn: string | null
  @Field(() => Int, { nullable: true, description: 'Days of payment within a year.' }) times: number | null
  @Field(() => Int, { nullable: true, description: 'Score of money, 1 to 5.' }) monetary: number | null
}

@ObjectType({ description: 'A page of such clients.' })
export class SilenceClientPage {
  @Field(() => [SilenceClientRow]) rows: SilenceClientRow[]
  @Field(() => String, { nullable: true, description: 'Give it as `after`; null: there are no more.' })
  next: string | null
}
