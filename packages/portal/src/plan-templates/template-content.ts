/** A template as it was published, as its form holds it, and as the server takes it. */
import {
  dayText,
  planFromTemplate,
  type DayShift,
  type PlanContent,
  type PlanCostKind,
  type PlanMeans,
  type PlanMeasure,
  type PlanTemplateContent,
  type RecurrenceFrequency,
  type Weekday,
} from '@steward/domain'
import type { PlanTemplateContentInput, PlanTemplateTextFragment } from '@steward/graphql-client'
import {
  freshKey,
  said,
  type BudgetValues,
  type ObjectiveValues,
  type WorkValues,
} from '../maintenance-plans/plan-values.ts'

export const contentOf = (text: PlanTemplateTextFragment): PlanTemplateContent => ({
  title: text.title,
  durationDays: text.durationDays,
  summary: text.summary,
  objectives: text.objectives.map(({ key, measure, target, note }) => ({
    key,
    measure,
    target: Number(target),
    note,
  })),
  measures: text.measures.map((line) => ({
    key: line.key,
    means: line.means,
    title: line.title,
    gap: line.gap,
    instruction: line.instruction,
    effect: line.effect,
    recurrence: {
      frequency: line.frequency,
      interval: line.interval,
      startAfterDays: line.startAfterDays,
      untilAfterDays: line.untilAfterDays,
      weekdays: [...line.weekdays],
      monthDay: line.monthDay,
      nth: line.nth as -1 | null,
      missingDay: line.missingDay,
      shift: line.shift,
    },
    dueAfterDays: line.dueAfterDays,
    dependsOn: line.dependsOn,
    estimatedMinutes: line.estimatedMinutes,
    estimatedMinor: line.estimatedMinor,
    budgetLine: line.budgetLine,
    needsEvidence: line.needsEvidence,
  })),
  budget: text.budget.map(({ key, kind, title, amountMinor }) => ({ key, kind, title, amountMinor })),
})

/** The plan that would begin on this day; nobody answers for it yet. */
export const planOf = (text: PlanTemplateTextFragment, startsOn: string): PlanContent =>
  planFromTemplate(contentOf(text), startsOn, '')

/** The first of the next month: a day from which is easily counted. */
export const exampleStart = (today: string): string => {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return dayText(Date.UTC(year, month, 1) / 86_400_000)
}

export interface MeasureValues extends WorkValues {
  readonly frequency?: RecurrenceFrequency
  readonly interval?: number | null
  readonly startAfterDays?: number | null
  readonly weekdays?: readonly Weekday[]
  readonly shift?: DayShift
}
export interface TemplateValues {
  readonly title?: string
  readonly durationDays?: number | null
  readonly summary?: string
  readonly objectives?: readonly Omit<ObjectiveValues, 'baseline'>[]
  readonly measures?: readonly MeasureValues[]
  readonly budget?: readonly BudgetValues[]
}

export const freshMeasure = (): MeasureValues => ({
  key: freshKey(),
  frequency: 'MONTHLY',
  interval: 3,
  startAfterDays: 14,
  shift: 'NEXT',
  dueAfterDays: 7,
  estimatedMinutes: 60,
  estimatedMinor: 0,
})

/** What was typed, over what stood before: a rule's finer points that have no field here stay as they were. */
export const inputOf = (
  values: TemplateValues,
  before?: PlanTemplateTextFragment,
): PlanTemplateContentInput => ({
  title: values.title ?? '',
  durationDays: values.durationDays ?? 0,
  ...said('summary', values.summary),
  objectives: (values.objectives ?? []).map(({ key, measure, target, note }) => ({
    key,
    measure: measure as PlanMeasure,
    target: target ?? (undefined as unknown as number),
    ...said('note', note),
  })),
  measures: (values.measures ?? []).map((it) => {
    const old = before?.measures.find(({ key }) => key === it.key)
    const kept = old && old.frequency === it.frequency ? old : undefined
    const isOnce = it.frequency === 'ONCE'
    return {
      key: it.key,
      means: it.means as PlanMeans,
      title: it.title ?? '',
      ...said('gap', it.gap),
      ...said('instruction', it.instruction),
      ...said('effect', it.effect),
      recurrence: {
        frequency: it.frequency ?? 'MONTHLY',
        ...(isOnce ? {} : { interval: it.interval ?? (undefined as unknown as number) }),
        startAfterDays: it.startAfterDays ?? (undefined as unknown as number),
        weekdays: it.frequency === 'WEEKLY' ? [...(it.weekdays ?? [])] : kept ? [...kept.weekdays] : [],
        shift: it.shift ?? 'NEXT',
        ...(kept ? { missingDay: kept.missingDay } : {}),
        ...(kept?.untilAfterDays == null ? {} : { untilAfterDays: kept.untilAfterDays }),
        ...(kept?.monthDay == null ? {} : { monthDay: kept.monthDay }),
        ...(kept?.nth == null ? {} : { nth: kept.nth }),
      },
      dueAfterDays: it.dueAfterDays ?? 0,
      ...said('dependsOn', it.dependsOn),
      estimatedMinutes: it.estimatedMinutes ?? 0,
      estimatedMinor: it.estimatedMinor ?? 0,
      ...said('budgetLine', it.budgetLine),
      needsEvidence: it.needsEvidence ?? false,
    }
  }),
  budget: (values.budget ?? []).map(({ key, kind, title, amountMinor }) => ({
    key,
    kind: kind as PlanCostKind,
    title: title ?? '',
    amountMinor: amountMinor ?? (undefined as unknown as number),
  })),
})

export const valuesOf = (text: PlanTemplateTextFragment): TemplateValues => ({
  title: text.title,
  durationDays: text.durationDays,
  ...said('summary', text.summary),
  objectives: text.objectives.map(({ key, measure, target, note }) => ({
    key,
    measure,
    target: Number(target),
    ...said('note', note),
  })),
  measures: text.measures.map((line) => ({
    key: line.key,
    means: line.means,
    title: line.title,
    ...said('gap', line.gap),
    ...said('instruction', line.instruction),
    ...said('effect', line.effect),
    frequency: line.frequency,
    interval: line.interval,
    startAfterDays: line.startAfterDays,
    weekdays: line.weekdays,
    shift: line.shift,
    dueAfterDays: line.dueAfterDays,
    ...said('dependsOn', line.dependsOn),
    estimatedMinutes: line.estimatedMinutes,
    estimatedMinor: line.estimatedMinor,
    ...said('budgetLine', line.budgetLine),
    needsEvidence: line.needsEvidence,
  })),
  budget: text.budget.map((line) => ({ ...line })),
})

/** Refusals come by the path of the input; the fields of the form bear them without what is around them. */
export const atFields = (errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([path, sentence]) => [
      path.replace(/^content\./, '').replace('.recurrence.', '.'),
      sentence,
    ]),
  )
