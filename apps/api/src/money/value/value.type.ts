import {
  COST_SOURCE_LABELS,
  COST_SOURCES,
  VALUE_GROUPING_LABELS,
  VALUE_GROUPINGS,
  VALUE_ORDERS,
  VALUE_QUADRANT_LABELS,
  VALUE_QUADRANTS,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ClientKindEnum, ClientRelationEnum } from '../../clients/client.type.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { CostClassEnum, LabourRoleEnum } from '../costs/cost-event.type.ts'

export const CostSourceEnum = publishEnum(
  'CostSource',
  COST_SOURCES,
  'Where a cost comes from: recorded, or told by another record.',
  COST_SOURCE_LABELS,
)
export const ValueGroupingEnum = publishEnum(
  'ValueGrouping',
  VALUE_GROUPINGS,
  'By what clients are grouped.',
  VALUE_GROUPING_LABELS,
)
export const ValueQuadrantEnum = publishEnum(
  'ValueQuadrant',
  VALUE_QUADRANTS,
  'Where a client lies between the middle value and the middle cost to serve.',
  VALUE_QUADRANT_LABELS,
)
export const ValueOrderEnum = publishEnum(
  'ValueOrder',
  VALUE_ORDERS,
  'The largest first; LOSS: the smallest profit first.',
)

@ObjectType({ description: 'What an hour of a role is assumed to cost.' })
export class LabourRate {
  @Field(() => LabourRoleEnum) role: string
  @Field(() => MinorUnits, { description: 'An hour.' }) perHourMinor: number
}

@ObjectType({ description: 'What the figures of value rest on.' })
export class ValueAssumed {
  @Field(() => Int, { description: '0: the defaults; give it as `expectedRevision`.' }) revision: number
  @Field(() => [LabourRate]) rates: LabourRate[]
  @Field(() => Int, {
    description: 'What contracted service leaves of revenue, in hundredths of a per cent.',
  })
  serviceMarginBasisPoints: number
  @Field(() => Int, { description: 'For how many more years a client is expected to stay.' })
  expectedYears: number
  @Field(() => Int, { description: 'A year, in hundredths of a per cent.' }) discountBasisPoints: number
}

@ObjectType({ description: 'One revision of what is assumed; never changed.' })
export class ValueAssumptionRevision extends ValueAssumed {
  @Field(() => String, { nullable: true }) reason: string | null
  @Field(() => String, { nullable: true, description: 'Who set it.' }) setBy: string | null
  @Field(() => DateTime) setAt: Date
}

@ObjectType({ description: 'Costs of one class.' })
export class CostOfClass {
  @Field(() => CostClassEnum) costClass: string
  @Field(() => MinorUnits) minor: number
}

@ObjectType({ description: 'How punctually what fell due in a quarter was paid.' })
export class PunctualQuarter {
  @Field(() => LocalDate, { description: 'Its first day.' }) quarter: string
  @Field(() => MinorUnits) dueMinor: number
  @Field(() => Int, {
    description: 'Share of the value received by its due day, in hundredths of a per cent.',
  })
  paidOnTimeBasisPoints: number
}

/** What everybody, a group and one client have in common. */
@ObjectType()
abstract class ValueFigures {
  @Field(() => LocalDate, { nullable: true, description: 'The first day on which something fell due.' })
  firstOn: string | null
  @Field(() => LocalDate, { description: 'Until when: today.' }) to: string
  @Field(() => MinorUnits, { description: 'What fell due, neither void nor a deposit.' }) revenueMinor: number
  @Field(() => MinorUnits, { description: 'Revenue × the assumed margin.' }) marginMinor: number
  @Field(() => [CostOfClass], { description: 'All classes.' }) costs: CostOfClass[]
  @Field(() => MinorUnits, { description: 'Retention, service and transaction.' }) toServeMinor: number
  @Field(() => MinorUnits, { description: 'Margin less all costs: what has happened.' }) profitMinor: number
  @Field(() => MinorUnits, {
    nullable: true,
    description: 'Of the years to come, discounted; null where the history is shorter than 90 days.',
  })
  expectedMinor: number | null
  @Field(() => MinorUnits, { description: 'Profit and expected.' }) lifetimeMinor: number
  @Field(() => Int, {
    nullable: true,
    description: 'Share of the value received by its due day, in hundredths of a per cent.',
  })
  paidOnTimeBasisPoints: number | null
  @Field(() => Int, { nullable: true, description: 'Mean days late, in tenths.' }) daysLateTenths:
    | number
    | null
}

@ObjectType({ description: 'What one client is worth, over the whole history.' })
export class ClientValue extends ValueFigures {
  @Field(() => ID) clientId: string
  @Field(() => MinorUnits, { description: 'Received and allocated, without deposits.' })
  collectedMinor: number
  @Field(() => Int, {
    description:
      'Since the first stay, the first sum due or the opening of the archive, whichever was first.',
  })
  tenureDays: number
  @Field(() => Int, {
    nullable: true,
    description: 'Revenue of the last year against the year before, in hundredths of a per cent.',
  })
  growthBasisPoints: number | null
  @Field(() => [PunctualQuarter], { description: 'The oldest first.' }) quarters: PunctualQuarter[]
  @Field(() => ValueAssumed) assumed: ValueAssumed
}

@ObjectType({ description: 'What a group of clients is worth together.' })
export class ValueGroup extends ValueFigures {
  @Field(() => String, {
    nullable: true,
    description: 'A word of the vocabulary, the id of the project or tag, or the year; null: of none.',
  })
  key: string | null
  @Field(() => String, { nullable: true, description: 'Of a project or tag.' }) name: string | null
  @Field(() => Int) clients: number
  @Field(() => Int, { description: 'Clients whose profit lies below nought.' }) atALoss: number
}

@ObjectType({
  description: 'What clients of one grade, whose archives were opened in one year, are worth together.',
})
export class ValueOfGrade {
  @Field(() => String, { nullable: true, description: 'Of the newest directory; null: not graded.' })
  grade: string | null
  @Field(() => Int, { description: 'The year in which the archive was opened.' }) cohort: number
  @Field(() => Int) clients: number
  @Field(() => Int, { description: 'Clients whose profit lies below nought.' }) atALoss: number
  @Field(() => MinorUnits) revenueMinor: number
  @Field(() => MinorUnits, { description: 'Retention, service and transaction.' }) toServeMinor: number
  @Field(() => MinorUnits) profitMinor: number
  @Field(() => MinorUnits, { description: 'Profit and expected.' }) lifetimeMinor: number
  @Field(() => Int, {
    nullable: true,
    description: 'What the grade earns by the standard in force, of one client in a year: minutes of staff.',
  })
  earnsMinutes: number | null
  @Field(() => MinorUnits, { nullable: true, description: 'And money besides.' }) earnsMinor: number | null
}

@ObjectType({ description: 'How many clients lie in a quadrant.' })
export class QuadrantCount {
  @Field(() => ValueQuadrantEnum) quadrant: string
  @Field(() => Int) clients: number
}

@ObjectType({ description: 'What all clients that one may see are worth, and what that rests on.' })
export class ValueTotals extends ValueGroup {
  @Field(() => MinorUnits, { nullable: true, description: 'Of the middle client.' })
  middleProfitMinor: number | null
  @Field(() => MinorUnits, { nullable: true, description: 'Of the middle client.' })
  middleToServeMinor: number | null
  @Field(() => [QuadrantCount]) quadrants: QuadrantCount[]
  @Field(() => ValueAssumed) assumed: ValueAssumed
}

@ObjectType({ description: 'One client in a list by value.' })
export class ValueRow {
  @Field(() => ID) clientId: string
  @Field(() => String) code: string
  @Field(() => String, { description: 'The code, to those who may not read names.' }) name: string
  @Field(() => ClientKindEnum) kind: string
  @Field(() => ClientRelationEnum) relation: string
  @Field(() => String, { nullable: true }) projectName: string | null
  @Field(() => ValueQuadrantEnum) quadrant: string
  @Field(() => LocalDate, { nullable: true }) firstOn: string | null
  @Field(() => MinorUnits) revenueMinor: number
  @Field(() => MinorUnits) marginMinor: number
  @Field(() => MinorUnits) acquisitionMinor: number
  @Field(() => MinorUnits) toServeMinor: number
  @Field(() => MinorUnits) profitMinor: number
  @Field(() => MinorUnits, { nullable: true }) expectedMinor: number | null
  @Field(() => MinorUnits) lifetimeMinor: number
}

@ObjectType({ description: 'A page of clients by value.' })
export class ValuePage {
  @Field(() => [ValueRow]) rows: ValueRow[]
  @Field(() => String, { nullable: true, description: 'Give it as `after`; null: there are no more.' })
  next: string | null
}

@ObjectType({ description: 'A quarter of one opening year.' })
export class CohortQuarter {
  @Field(() => LocalDate, { description: 'Its first day.' }) quarter: string
  @Field(() => MinorUnits, { description: 'Profit so far of a client of that year, on average.' })
  perClientMinor: number
}

@ObjectType({ description: 'Clients whose archives were opened in one year: their profit, added up.' })
export class ValueCohort {
  @Field(() => Int) year: number
  @Field(() => Int) clients: number
  @Field(() => [CohortQuarter], { description: 'The oldest first.' }) quarters: CohortQuarter[]
}

@ObjectType({ description: 'One cost of one client: recorded, or told by another record.' })
export class CostLine {
  @Field(() => CostSourceEnum) source: string
  @Field(() => CostClassEnum) costClass: string
  @Field(() => LocalDate) occurredOn: string
  @Field(() => ID) clientId: string
  @Field(() => String, { description: 'The code, to those who may not read names.' }) clientName: string
  @Field(() => MinorUnits, { description: 'This client’s share, half up.' }) minor: number
  @Field(() => String, { nullable: true, description: 'What for; the name of the campaign.' })
  purpose: string | null
  @Field(() => Int, { description: 'Of the whole cost, also where it is shared.' }) labourMinutes: number
  @Field(() => LabourRoleEnum, { nullable: true }) labourRole: string | null
  @Field(() => MinorUnits, { nullable: true, description: 'Assumed, an hour.' }) rateMinor: number | null
  @Field(() => String, {
    nullable: true,
    description: 'Of the cost or, to who may read whose it is, the case.',
  })
  number: string | null
  @Field(() => ID, { nullable: true, description: 'Likewise.' }) recordId: string | null
}

@ObjectType({ description: 'A page of costs.' })
export class CostLines {
  @Field(() => [CostLine]) lines: CostLine[]
  @Field(() => String, { nullable: true, description: 'Give it as `after`; null: there are no more.' })
  next: string | null
}

@ObjectType({ description: 'What other assumptions would make of today’s figures; nothing is written.' })
export class ValuePreview {
  @Field(() => ValueTotals) before: ValueTotals
  @Field(() => ValueTotals) after: ValueTotals
}
