/** The evaluation sheet of a plan, measured over its own time and the time before. */
import {
  availability,
  dayAfter,
  dayNumber,
  dayText,
  planFigures,
  startOfDay,
  type BudgetOutcome,
  type FoundOfPlan,
  type MachineFigures,
  type MeasuredOutcome,
  type PlanFigures,
  type PlanMeasure,
  type PlanObjective,
  type PlanUnmeasuredReason,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { dayOf } from '../../money/day-of-organization.service.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import type { MaintenancePlan } from '../plans/plan.entity.ts'
import {
  COST_OF_MACHINES,
  MACHINES,
  MEASURED_OF_CLIENTS,
  MEASURED_OF_COMMUNITY,
  TASKS_AND_MONEY,
} from './plan-measures.ts'

type Found = Readonly<Record<string, number | string | null>>

interface Period {
  readonly from: string
  readonly until: string
  readonly beforeFrom: string
  readonly timeZone: string
}

const WHY: Readonly<Record<PlanMeasure, PlanUnmeasuredReason>> = {
  GRADE: 'NO_GRADE',
  SATISFACTION: 'NO_VISITS',
  COMPLAINTS: 'NOBODY',
  REVENUE: 'NOBODY',
  AVAILABILITY: 'NO_MACHINES',
}

const whole = (value: number | string | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value)

const readings =
  (row: Found) =>
  (measure: PlanMeasure): MeasuredOutcome => ({
    before: whole(row[`${measure}Before`]),
    now: whole(row[`${measure}Now`]),
    reason: WHY[measure],
    ownChange: whole(row[`${measure}OwnChange`]),
    comparableClients: whole(row[`${measure}Comparable`]) ?? 0,
    comparableChange: whole(row[`${measure}ComparableChange`]),
  })

const NOT_BEGUN: MeasuredOutcome = {
  before: null,
  now: null,
  reason: 'NOT_BEGUN',
  ownChange: null,
  comparableClients: 0,
  comparableChange: null,
}

interface Machine {
  readonly id: string
  readonly installedOn: string | null
  readonly retiredAt: Date | null
  readonly outages: readonly { readonly startedAt: string; readonly endedAt: string | null }[]
}

/** Availability over all machines, and what they cost. */
const ofMachines = async (
  manager: EntityManager,
  { orgId, id, projectId }: MaintenancePlan,
  { from, until, beforeFrom, timeZone }: Period,
): Promise<{ readonly figures: MachineFigures; readonly found: Found }> => {
  const at = (day: string) => startOfDay(day, timeZone)
  const [start, middle, end] = [at(beforeFrom), at(from), at(dayAfter(until))]
  const machines = await manager.query<Machine[]>(MACHINES, [orgId, id, projectId, start, end])
  const share = (period: { readonly from: Date; readonly until: Date }): number | null => {
    const shares = machines.flatMap(({ installedOn, retiredAt, outages }) => {
      const still = outages.map(({ startedAt, endedAt }) => ({
        startedAt: new Date(startedAt),
        endedAt: endedAt === null ? null : new Date(endedAt),
      }))
      const since = installedOn === null ? null : at(installedOn)
      return availability(still, period, { since, gone: retiredAt }) ?? []
    })
    return shares.length === 0 ? null : Math.floor(shares.reduce((sum, it) => sum + it, 0) / shares.length)
  }
  const begun = (first: Date, last: Date): number =>
    machines
      .flatMap(({ outages }) => outages)
      .filter(({ startedAt }) => new Date(startedAt) >= first && new Date(startedAt) < last).length
  const ids = machines.map((it) => it.id)
  const [cost] = await manager.query<Record<'costBeforeMinor' | 'costMinor', number>[]>(COST_OF_MACHINES, [
    orgId,
    id,
    from,
    until,
    beforeFrom,
    timeZone,
    projectId,
    ids,
  ])
  return {
    figures: {
      machines: machines.length,
      outagesBefore: begun(start, middle),
      outages: begun(middle, end),
      costBeforeMinor: Number(cost!.costBeforeMinor),
      costMinor: Number(cost!.costMinor),
    },
    found: {
      AVAILABILITYBefore: share({ from: start, until: middle }),
      AVAILABILITYNow: share({ from: middle, until: end }),
    },
  }
}

interface Work {
  readonly tasks: Readonly<Record<'due' | 'done' | 'late' | 'cancelled' | 'feedback', number>>
  readonly budget: readonly BudgetOutcome[]
}

/** @param objectives of the revision in force */
export const figuresOfPlan = async (
  manager: EntityManager,
  plan: MaintenancePlan,
  objectives: readonly PlanObjective[],
  now: Date,
): Promise<PlanFigures> => {
  const { orgId, id, kind, projectId, startsOn: from, endsOn } = plan
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const today = await dayOf(manager, orgId, now)
  const hasBegun = today >= from
  const until = !hasBegun ? from : today < endsOn ? today : endsOn
  const days = dayNumber(until)! - dayNumber(from)! + 1
  const period: Period = { from, until, beforeFrom: dayText(dayNumber(from)! - days), timeZone }
  const [work] = await manager.query<Work[]>(TASKS_AND_MONEY, [orgId, id, today, timeZone])
  const given = [orgId, id, from, until, period.beforeFrom, timeZone]
  const machines = kind === 'FACILITY' ? await ofMachines(manager, plan, period) : null
  const [row] =
    kind === 'FACILITY'
      ? await manager.query<Found[]>(MEASURED_OF_COMMUNITY, [...given, projectId])
      : await manager.query<Found[]>(MEASURED_OF_CLIENTS, given)
  const measured = readings({ ...row, ...machines?.found })
  const found: FoundOfPlan = {
    from,
    until,
    beforeFrom: period.beforeFrom,
    clients: whole(row?.clients) ?? 0,
    tasks: work!.tasks,
    feedbackCount: work!.tasks.feedback,
    machines: machines?.figures ?? null,
    budget: work!.budget,
    measured: hasBegun ? measured : () => NOT_BEGUN,
  }
  return planFigures(objectives, found)
}
