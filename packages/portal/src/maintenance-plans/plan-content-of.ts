import type { PlanContent, Recurrence } from '@steward/domain'
import type { PlanTextOf } from './plan-documents.ts'

type MeasureText = NonNullable<PlanTextOf['measures']>[number]

/** The rule of a measure as the domain reads it. */
export const ruleOf = (line: MeasureText): Recurrence => ({
  frequency: line.frequency,
  interval: line.interval,
  from: line.from,
  until: line.until,
  weekdays: line.weekdays,
  monthDay: line.monthDay,
  nth: line.nth as Recurrence['nth'],
  missingDay: line.missingDay,
  shift: line.shift,
})

/** A revision as the domain reads it, so that places in it have names. */
export const planContentOf = (text: PlanTextOf): PlanContent => ({
  title: text.title ?? '',
  ownerId: text.ownerId,
  startsOn: text.startsOn,
  endsOn: text.endsOn,
  summary: text.summary,
  objectives: text.objectives ?? [],
  measures: (text.measures ?? []).map((line) => ({ ...line, recurrence: ruleOf(line) })),
  budget: text.budget ?? [],
})
