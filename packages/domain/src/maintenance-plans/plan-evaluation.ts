/** What a plan came to: objective against outcome, against comparable clients, and what a result cost. Pure and in whole numbers. */
import { text, type Text } from '../text.ts'
import type { PlanObjective } from './plan-content.ts'
import type { PlanMeasure } from './vocabulary.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const PLAN_VERDICTS = ['REACHED', 'PARTLY', 'MISSED', 'NOT_MEASURABLE'] as const
export type PlanVerdict = (typeof PLAN_VERDICTS)[number]
export const PLAN_VERDICT_LABELS: Labels<PlanVerdict> = {
  REACHED: text('达成', 'Reached'),
  PARTLY: text('部分达成', 'Partly reached'),
  MISSED: text('未达成', 'Missed'),
  NOT_MEASURABLE: text('无法衡量', 'Not measurable'),
}

/** Why an outcome has no figure. */
export const PLAN_UNMEASURED_REASONS = [
  'NOT_BEGUN',
  'NOBODY',
  'NO_GRADE',
  'NO_VISITS',
  'NO_MACHINES',
] as const
export type PlanUnmeasuredReason = (typeof PLAN_UNMEASURED_REASONS)[number]
export const PLAN_UNMEASURED_REASON_LABELS: Labels<PlanUnmeasuredReason> = {
  NOT_BEGUN: text('方案期尚未开始', 'The period of the plan has not begun'),
  NOBODY: text('方案没有涉及任何客户', 'The plan has reached no client'),
  NO_GRADE: text('期末没有公布的等级', 'No grade was published by the end'),
  NO_VISITS: text('期内没有满意度回访', 'No visit asked for satisfaction in the period'),
  NO_MACHINES: text('方案没有涉及任何设备', 'The plan names no machine that existed then'),
}

/** Below so many comparable clients a median says nothing. */
export const LEAST_COMPARABLE_CLIENTS = 5

/** Where less is better: the first grade, and few complaints. */
const BETTER_BELOW: readonly PlanMeasure[] = ['GRADE', 'COMPLAINTS']
/** How many of the measure's unit are one result: a grade, a percentage point, a complaint fewer, a whole unit of money. */
const RESULT_UNIT: Readonly<Record<PlanMeasure, number>> = {
  GRADE: 1,
  SATISFACTION: 100,
  COMPLAINTS: 1,
  REVENUE: 100,
  AVAILABILITY: 100,
}
export const PLAN_RESULT_LABELS: Labels<PlanMeasure> = {
  GRADE: text('每提升一级', 'Each grade gained'),
  SATISFACTION: text('满意度每提高一个百分点', 'Each point of satisfaction'),
  COMPLAINTS: text('每减少一件投诉', 'Each complaint fewer'),
  REVENUE: text('每增收一元', 'Each unit of revenue'),
  AVAILABILITY: text('完好率每提高一个百分点', 'Each point of availability'),
}

/** How far a change is for the better; below 0 for the worse. */
export const betterBy = (measure: PlanMeasure, change: number): number =>
  BETTER_BELOW.includes(measure) ? 0 - change : change

/** What the statement finds of one measure; medians of the change of each client. */
export interface MeasuredOutcome {
  readonly before: number | null
  readonly now: number | null
  readonly reason: PlanUnmeasuredReason | null
  readonly ownChange: number | null
  readonly comparableClients: number
  readonly comparableChange: number | null
}

export interface ObjectiveOutcome {
  readonly key: string
  readonly measure: PlanMeasure
  readonly target: number
  readonly before: number | null
  /** Not measured but as the plan stated it. */
  readonly isBeforeStated: boolean
  readonly now: number | null
  readonly verdict: PlanVerdict
  readonly reason: PlanUnmeasuredReason | null
  /** For the better, in the unit of the measure; below 0 for the worse. */
  readonly gained: number | null
  /** Minor units spent for one result; null where nothing was gained. */
  readonly costPerResultMinor: number | null
  readonly comparableClients: number
  /** Median change of the plan's clients and of comparable ones, for the better; null where too few. */
  readonly ownGain: number | null
  readonly comparableGain: number | null
  /** Their difference. It says nothing of what caused it. */
  readonly gainBeyond: number | null
}

const judged = (measure: PlanMeasure, target: number, before: number | null, now: number): PlanVerdict => {
  if (betterBy(measure, now - target) >= 0) return 'REACHED'
  return before !== null && betterBy(measure, now - before) > 0 ? 'PARTLY' : 'MISSED'
}

/** So much for each, rounded down; exact for all safe sums. */
const shareOf = (sumMinor: number, unit: number, count: number): number =>
  Number((BigInt(sumMinor) * BigInt(unit)) / BigInt(count))

export const objectiveOutcome = (
  { key, measure, target, baseline }: PlanObjective,
  found: MeasuredOutcome,
  spentMinor: number,
): ObjectiveOutcome => {
  const before = found.before ?? baseline
  const { now } = found
  const gained = now === null || before === null ? null : betterBy(measure, now - before)
  const isEnough = found.comparableClients >= LEAST_COMPARABLE_CLIENTS
  const gainOf = (change: number | null) => (change === null ? null : betterBy(measure, change))
  const ownGain = gainOf(found.ownChange)
  const comparableGain = isEnough ? gainOf(found.comparableChange) : null
  return {
    key,
    measure,
    target,
    before,
    isBeforeStated: found.before === null && before !== null,
    now,
    verdict: now === null ? 'NOT_MEASURABLE' : judged(measure, target, before, now),
    reason: now === null ? (found.reason ?? 'NOT_BEGUN') : null,
    gained,
    costPerResultMinor:
      gained !== null && gained > 0 && spentMinor > 0
        ? shareOf(spentMinor, RESULT_UNIT[measure], gained)
        : null,
    comparableClients: found.comparableClients,
    ownGain,
    comparableGain,
    gainBeyond: ownGain === null || comparableGain === null ? null : ownGain - comparableGain,
  }
}

export interface BudgetOutcome {
  readonly key: string
  readonly title: string
  readonly approvedMinor: number
  readonly spentMinor: number
}

/** Tasks of a period. Late: done after their last day, or not done and their last day past. */
export interface TaskCounts {
  readonly due: number
  readonly done: number
  readonly late: number
  readonly cancelled: number
}

/** Of the machines of a facility plan, in the time before and during it. */
export interface MachineFigures {
  readonly machines: number
  readonly outagesBefore: number
  readonly outages: number
  /** Of all of them together, minor units. */
  readonly costBeforeMinor: number
  readonly costMinor: number
}

/** The evaluation sheet: frozen in the summary of the plan when that is submitted. */
export interface PlanFigures {
  readonly from: string
  readonly until: string
  /** As many days just before. */
  readonly beforeFrom: string
  readonly clients: number
  readonly machines: number
  readonly tasksDue: number
  readonly tasksDone: number
  readonly tasksLate: number
  readonly tasksCancelled: number
  readonly feedbackCount: number
  readonly budgetMinor: number
  readonly spentMinor: number
  readonly costPerTaskMinor: number | null
  readonly outagesBefore: number | null
  readonly outages: number | null
  readonly machineCostBeforeMinor: number | null
  readonly machineCostMinor: number | null
  readonly objectives: readonly ObjectiveOutcome[]
  readonly budget: readonly BudgetOutcome[]
}

export interface FoundOfPlan {
  readonly from: string
  readonly until: string
  readonly beforeFrom: string
  readonly clients: number
  readonly tasks: TaskCounts
  readonly feedbackCount: number
  /** Null of a plan for clients. */
  readonly machines: MachineFigures | null
  readonly budget: readonly BudgetOutcome[]
  readonly measured: (measure: PlanMeasure) => MeasuredOutcome
}

const sum = (rows: readonly BudgetOutcome[], of: (row: BudgetOutcome) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

export const planFigures = (objectives: readonly PlanObjective[], found: FoundOfPlan): PlanFigures => {
  const { tasks, machines, budget } = found
  const spentMinor = sum(budget, (line) => line.spentMinor)
  const each = (costMinor: number | undefined): number | null =>
    machines && machines.machines > 0 && costMinor !== undefined
      ? shareOf(costMinor, 1, machines.machines)
      : null
  return {
    from: found.from,
    until: found.until,
    beforeFrom: found.beforeFrom,
    clients: found.clients,
    machines: machines?.machines ?? 0,
    tasksDue: tasks.due,
    tasksDone: tasks.done,
    tasksLate: tasks.late,
    tasksCancelled: tasks.cancelled,
    feedbackCount: found.feedbackCount,
    budgetMinor: sum(budget, (line) => line.approvedMinor),
    spentMinor,
    costPerTaskMinor: tasks.done > 0 ? shareOf(spentMinor, 1, tasks.done) : null,
    outagesBefore: machines?.outagesBefore ?? null,
    outages: machines?.outages ?? null,
    machineCostBeforeMinor: each(machines?.costBeforeMinor),
    machineCostMinor: each(machines?.costMinor),
    objectives: objectives.map((it) => objectiveOutcome(it, found.measured(it.measure), spentMinor)),
    budget,
  }
}
