/** A plan as its form holds it, and as the server takes it. */
import {
  dayNumber,
  dayText,
  RECURRENCE,
  type DayShift,
  type MissingDay,
  type PlanContent,
  type PlanCostKind,
  type PlanMeans,
  type PlanMeasure,
  type Recurrence,
  type RecurrenceFrequency,
  type Weekday,
} from '@steward/domain'
import type { PlanContentInput } from '@steward/graphql-client'
import { planContentOf } from './plan-content-of.ts'
import type { PlanTextOf } from './plan-documents.ts'

export interface RuleValues {
  readonly frequency?: RecurrenceFrequency
  readonly interval?: number | null
  readonly from?: string
  readonly until?: string
  readonly weekdays?: readonly Weekday[]
  /** By the day of the month, or by one of its weekdays. */
  readonly by?: 'DAY' | 'WEEKDAY'
  readonly monthDay?: number
  readonly nth?: number
  readonly weekday?: Weekday
  readonly missingDay?: MissingDay
  readonly shift?: DayShift
}

/** What a measure says, whenever it comes. */
export interface WorkValues {
  readonly key: string
  readonly means?: PlanMeans
  readonly title?: string
  readonly gap?: string
  readonly instruction?: string
  readonly effect?: string
  readonly dueAfterDays?: number | null
  readonly dependsOn?: string
  readonly estimatedMinutes?: number | null
  readonly estimatedMinor?: number | null
  readonly budgetLine?: string
  readonly needsEvidence?: boolean
}

export interface MeasureValues extends WorkValues {
  readonly assigneeId?: string
  readonly recurrence?: RuleValues
}

export interface ObjectiveValues {
  readonly key: string
  readonly measure?: PlanMeasure
  readonly target?: number | null
  readonly baseline?: number | null
  readonly note?: string
}

export interface BudgetValues {
  readonly key: string
  readonly kind?: PlanCostKind
  readonly title?: string
  readonly amountMinor?: number | null
}

export interface PlanValues {
  readonly title?: string
  readonly ownerId?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly summary?: string
  /** Of a facility plan. */
  readonly equipmentIds?: readonly string[]
  readonly objectives?: readonly ObjectiveValues[]
  readonly measures?: readonly MeasureValues[]
  readonly budget?: readonly BudgetValues[]
}

/** Stable over all revisions, and of no meaning. */
export const freshKey = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 8)

export const freshMeasure = (): MeasureValues => ({
  key: freshKey(),
  recurrence: { frequency: 'MONTHLY', interval: 1, by: 'DAY', shift: 'NEXT', missingDay: 'LAST_DAY' },
  dueAfterDays: 7,
  estimatedMinutes: 60,
  estimatedMinor: 0,
})

/** Named where something is said. */
export const said = <Name extends string>(name: Name, value: string | null | undefined) =>
  (value?.trim() ? { [name]: value } : {}) as { [K in Name]?: string }
const number = (value: number | null | undefined): number => value ?? (undefined as unknown as number)

/** Only what the frequency goes by: what was typed for another one stays in the form. */
export const ruleInput = (rule: RuleValues = {}, startsOn?: string) => {
  const { frequency = 'MONTHLY', by = 'DAY' } = rule
  const byMonth = frequency === 'MONTHLY' || frequency === 'YEARLY'
  return {
    frequency,
    ...(frequency === 'ONCE' ? {} : { interval: number(rule.interval) }),
    // Where nobody says otherwise a measure begins with its plan.
    from: rule.from || (frequency === 'ONCE' ? '' : (startsOn ?? '')),
    ...(frequency === 'ONCE' ? {} : said('until', rule.until)),
    ...(frequency === 'WEEKLY' ? { weekdays: [...(rule.weekdays ?? [])] } : {}),
    ...(byMonth && by === 'DAY' && rule.monthDay ? { monthDay: rule.monthDay } : {}),
    ...(byMonth && by === 'WEEKDAY' && rule.nth && rule.weekday
      ? { nth: rule.nth, weekdays: [rule.weekday] }
      : {}),
    missingDay: rule.missingDay ?? 'LAST_DAY',
    shift: rule.shift ?? 'NEXT',
  } as const
}

/** The rule, where it is whole. */
export const ruleIn = (rule: RuleValues | undefined, startsOn?: string): Recurrence | undefined => {
  const parsed = RECURRENCE.safeParse(ruleInput(rule, startsOn))
  return parsed.success ? parsed.data : undefined
}

export const contentInput = (values: PlanValues): PlanContentInput => ({
  title: values.title ?? '',
  ownerId: values.ownerId ?? '',
  startsOn: values.startsOn ?? '',
  endsOn: values.endsOn ?? '',
  ...said('summary', values.summary),
  objectives: (values.objectives ?? []).map(({ key, measure, target, baseline, note }) => ({
    key,
    measure: measure as PlanMeasure,
    target: number(target),
    ...(typeof baseline === 'number' ? { baseline } : {}),
    ...said('note', note),
  })),
  measures: (values.measures ?? []).map((it) => ({
    key: it.key,
    means: it.means as PlanMeans,
    title: it.title ?? '',
    ...said('gap', it.gap),
    ...said('instruction', it.instruction),
    ...said('effect', it.effect),
    ...said('assigneeId', it.assigneeId),
    recurrence: ruleInput(it.recurrence, values.startsOn),
    dueAfterDays: it.dueAfterDays ?? 0,
    ...said('dependsOn', it.dependsOn),
    estimatedMinutes: it.estimatedMinutes ?? 0,
    estimatedMinor: it.estimatedMinor ?? 0,
    ...said('budgetLine', it.budgetLine),
    needsEvidence: it.needsEvidence ?? false,
  })),
  budget: (values.budget ?? []).map(({ key, kind, title, amountMinor }) => ({
    key,
    kind: kind as PlanCostKind,
    title: title ?? '',
    amountMinor: number(amountMinor),
  })),
})

const ruleValues = (rule: Recurrence): RuleValues => ({
  frequency: rule.frequency,
  interval: rule.interval,
  from: rule.from,
  ...said('until', rule.until),
  weekdays: rule.weekdays,
  by: rule.monthDay === null && rule.nth !== null ? 'WEEKDAY' : 'DAY',
  ...(rule.monthDay === null ? {} : { monthDay: rule.monthDay }),
  ...(rule.nth === null ? {} : { nth: rule.nth }),
  ...(rule.weekdays[0] ? { weekday: rule.weekdays[0] } : {}),
  missingDay: rule.missingDay,
  shift: rule.shift,
})

/** A content as the form holds it. */
export const valuesOfContent = (content: PlanContent): PlanValues => ({
  title: content.title,
  ...said('ownerId', content.ownerId),
  startsOn: content.startsOn,
  endsOn: content.endsOn,
  ...said('summary', content.summary),
  objectives: content.objectives.map(({ key, measure, target, baseline, note }) => ({
    key,
    measure,
    target,
    baseline,
    ...said('note', note),
  })),
  measures: content.measures.map((line) => ({
    key: line.key,
    means: line.means,
    title: line.title,
    ...said('gap', line.gap),
    ...said('instruction', line.instruction),
    ...said('effect', line.effect),
    ...said('assigneeId', line.assigneeId),
    recurrence: ruleValues(line.recurrence),
    dueAfterDays: line.dueAfterDays,
    ...said('dependsOn', line.dependsOn),
    estimatedMinutes: line.estimatedMinutes,
    estimatedMinor: line.estimatedMinor,
    ...said('budgetLine', line.budgetLine),
    needsEvidence: line.needsEvidence,
  })),
  budget: content.budget.map((line) => ({ ...line })),
})

/** What a revision says, to be gone on with. */
export const valuesOf = (text: PlanTextOf): PlanValues => ({
  ...valuesOfContent(planContentOf(text)),
  equipmentIds: (text.machines ?? []).map(({ equipmentId }) => equipmentId),
})

const moved = (on: string | undefined, days: number): string | undefined =>
  on === undefined ? undefined : dayText((dayNumber(on) ?? 0) + days)

/** The same plan for the period after it. */
export const renewed = (values: PlanValues): PlanValues => {
  const [first, last] = [dayNumber(values.startsOn ?? '') ?? 0, dayNumber(values.endsOn ?? '') ?? 0]
  const days = last - first + 1
  return {
    ...values,
    startsOn: dayText(first + days),
    endsOn: dayText(last + days),
    measures: (values.measures ?? []).map((it) => ({
      ...it,
      recurrence: {
        ...it.recurrence,
        ...said('from', moved(it.recurrence?.from, days)),
        ...said('until', moved(it.recurrence?.until, days)),
      },
    })),
  }
}

/** Refusals come by the path of the input; the fields of the form bear them without the content around. */
export const atFields = (
  errors: Readonly<Record<string, string>>,
  values: PlanValues,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([path, sentence]) => {
      const at = path.replace(/^content\./, '')
      const [, nth] = /^measures\.(\d+)\.recurrence\.monthDay$/.exec(at) ?? []
      const byWeekday = nth && values.measures?.[Number(nth)]?.recurrence?.by === 'WEEKDAY'
      return [byWeekday ? `measures.${nth}.recurrence.nth` : at, sentence]
    }),
  )
