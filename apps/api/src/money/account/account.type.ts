import { DEBT_AGE_LABELS, DEBT_AGES } from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'

export const DebtAgeEnum = publishEnum(
  'DebtAge',
  DEBT_AGES,
  'By how many days something is overdue.',
  DEBT_AGE_LABELS,
)

@ObjectType({ description: 'What is open in one band of age.' })
export class AgedSum {
  @Field(() => DebtAgeEnum) band: string
  @Field(() => Int) count: number
  @Field(() => MinorUnits, { nullable: true, description: 'To those who may see amounts.' })
  minor: number | null
}

@ObjectType({ description: 'How punctually what was due until today has been paid, over the whole history.' })
export class Punctuality {
  @Field(() => Int) dueCount: number
  @Field(() => Int) onTimeCount: number
  @Field(() => Int, {
    nullable: true,
    description: 'Share paid by the due day, in hundredths of a per cent; null where nothing was due.',
  })
  onTimeBasisPoints: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'Mean days late in tenths; one that is still open counts until today.',
  })
  meanDaysLateTenths: number | null
  @Field(() => LocalDate, { nullable: true, description: 'Since when: the first due day on record.' })
  since: string | null
}

@ObjectType({ description: 'How a client stands: balance and age of what they owe, read in one statement.' })
export class ClientAccount {
  @Field(() => ID) clientId: string
  @Field(() => Int) openCount: number
  @Field(() => Int) overdueCount: number
  @Field(() => LocalDate, { nullable: true, description: 'The oldest due day of what is open.' })
  openSince: string | null
  @Field(() => MinorUnits, { nullable: true, description: 'To those who may see amounts, as all sums here.' })
  openMinor: number | null
  @Field(() => MinorUnits, { nullable: true }) overdueMinor: number | null
  @Field(() => MinorUnits, { nullable: true, description: 'Paid and not allocated.' })
  creditMinor: number | null
  @Field(() => MinorUnits, { nullable: true, description: 'Open less credit; below nought we owe them.' })
  balanceMinor: number | null
  @Field(() => [AgedSum], { description: 'All bands, the youngest first.' }) ages: AgedSum[]
  @Field(() => Punctuality) punctuality: Punctuality
}

@ObjectType({ description: 'How much of what fell due in a span has been collected in one project.' })
export class ProjectCollection {
  @Field(() => ID) projectId: string
  @Field(() => String) projectName: string
  @Field(() => Int) dueCount: number
  @Field(() => MinorUnits) dueMinor: number
  @Field(() => MinorUnits) collectedMinor: number
  @Field(() => Int, { nullable: true, description: 'Collection rate in hundredths of a per cent.' })
  rateBasisPoints: number | null
  @Field(() => Int, { description: 'Clients who owe something overdue.' }) debtors: number
  @Field(() => MinorUnits, { description: 'Overdue today, whenever it was due.' }) overdueMinor: number
  @Field(() => [AgedSum], { description: 'All that is open today, by age.' }) ages: AgedSum[]
}
