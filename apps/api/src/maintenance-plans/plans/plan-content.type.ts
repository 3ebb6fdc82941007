/** What a revision of a plan says, as published: lists of small objects. */
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { DateTime, LocalDate, MinorUnits, RawValue } from '../../graphql/scalars.ts'
import { EquipmentClassEnum } from '../../equipment/equipment.type.ts'
import { RoleEnum } from '../../organization/organization.type.ts'
import { MeaningEnum, SignatureProofEnum } from '../../sign-off/sign-off.type.ts'
import { WeekdayEnum } from '../../working-time/working-calendar.type.ts'
import {
  DayShiftEnum,
  MissingDayEnum,
  PlanChangeKindEnum,
  PlanCostKindEnum,
  PlanMeansEnum,
  PlanMeasureEnum,
  RecurrenceFrequencyEnum,
} from '../plan.enums.ts'

const KEY = { description: 'Stable over all revisions of the plan.' }
const MAYBE = { nullable: true } as const

@ObjectType('PlanObjective', { description: 'What a plan is to bring, measured.' })
export class PlanObjectiveType {
  @Field(() => String, KEY) key: string
  @Field(() => PlanMeasureEnum) measure: string
  @Field(() => RawValue, {
    description:
      'Of GRADE the rank (1 the highest), of COMPLAINTS a number at most, of REVENUE minor units, else 1/10,000.',
  })
  target: number
  @Field(() => RawValue, { nullable: true, description: 'How it stood; in the unit of the target.' })
  baseline: number | null
  @Field(() => String, MAYBE) note: string | null
}

@ObjectType('PlanMeasureLine', {
  description:
    'One line of the strengthening form: gap, measure, owner, date, effect. Its schedule is a rule on local dates.',
})
export class PlanMeasureLineType {
  @Field(() => String, KEY) key: string
  @Field(() => PlanMeansEnum) means: string
  @Field(() => String) title: string
  @Field(() => String, MAYBE) gap: string | null
  @Field(() => String, MAYBE) instruction: string | null
  @Field(() => String, { nullable: true, description: 'What is hoped for.' }) effect: string | null
  @Field(() => ID, { nullable: true, description: 'Null: whoever is named when it is decomposed.' })
  assigneeId: string | null
  @Field(() => String, MAYBE) assigneeName: string | null
  @Field(() => RecurrenceFrequencyEnum) frequency: string
  @Field(() => Int, { description: 'Every so many days, weeks, months or years.' }) interval: number
  @Field(() => LocalDate, { description: 'The first day that may be an occurrence.' }) from: string
  @Field(() => LocalDate, { nullable: true, description: 'The last; null: the end of the plan.' })
  until: string | null
  @Field(() => [WeekdayEnum]) weekdays: string[]
  @Field(() => Int, { nullable: true, description: '1 to 31; -1 the last.' }) monthDay: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'Which of the weekday in the month, 1 to 4; -1 the last.',
  })
  nth: number | null
  @Field(() => MissingDayEnum) missingDay: string
  @Field(() => DayShiftEnum) shift: string
  @Field(() => Int, { description: 'After an occurrence.' }) dueAfterDays: number
  @Field(() => String, { nullable: true, description: 'Key of the measure that comes before.' })
  dependsOn: string | null
  @Field(() => Int, { description: 'Each time.' }) estimatedMinutes: number
  @Field(() => MinorUnits, { description: 'Each time.' }) estimatedMinor: number
  @Field(() => String, { nullable: true, description: 'Key of the line that it is paid from.' })
  budgetLine: string | null
  @Field(() => Boolean) needsEvidence: boolean
}

@ObjectType('PlanBudgetLine', { description: 'What money of a plan is for.' })
export class PlanBudgetLineType {
  @Field(() => String, KEY) key: string
  @Field(() => PlanCostKindEnum) kind: string
  @Field(() => String) title: string
  @Field(() => MinorUnits) amountMinor: number
}

@ObjectType('PlanSignature', { description: 'One signature on a revision, shown to whoever reads the plan.' })
export class PlanSignatureType {
  @Field(() => MeaningEnum) meaning: string
  @Field(() => String) signerName: string
  @Field(() => String, { nullable: true, description: 'For whom, by delegation.' }) onBehalfOf: string | null
  @Field(() => RoleEnum) role: string
  @Field(() => DateTime) at: string
  @Field(() => String, { description: 'SHA-256 of what was signed.' }) contentHash: string
  @Field(() => SignatureProofEnum) proofMethod: string
}

@ObjectType('PlanCommunity', { description: 'A community whose clients are in the segment of a plan.' })
export class PlanCommunityType {
  @Field(() => ID) projectId: string
  @Field(() => String) name: string
}

@ObjectType('PlanMachine', { description: 'A machine that a facility plan is for.' })
export class PlanMachineType {
  @Field(() => ID) equipmentId: string
  @Field(() => String) number: string
  @Field(() => String) name: string
  @Field(() => EquipmentClassEnum) class: string
  @Field(() => Boolean, { description: 'It is in the register no more: nothing is done for it.' })
  isRetired: boolean
}

@ObjectType('PlanChange', { description: 'One place in which two revisions of a plan differ, in words.' })
export class PlanChangeType {
  @Field(() => String, { description: 'As comments name it, e.g. `measures.k1.recurrence`.' }) anchor: string
  @Field(() => PlanChangeKindEnum) change: string
  @Field(() => String) where: string
  @Field(() => String, { nullable: true, description: 'Null: it was not there.' }) before: string | null
  @Field(() => String, { nullable: true, description: 'Null: it is gone.' }) after: string | null
}
