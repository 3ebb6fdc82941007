/** What a standard makes of many clients, and of two standards what each makes of the same ones: counts, moves, and what the grades earn. */
import type { Evaluation, NoGrade } from './evaluation.ts'
import { whatChanged } from './explanation.ts'
import type { GradingStandard } from './standard.ts'

/** How many have each grade; of those that have none why, and for want of which criteria. */
export interface Distribution {
  readonly grades: Readonly<Record<string, number>>
  readonly ungraded: Readonly<Record<NoGrade, number>>
  /** Criteria that were missing of those without a grade. */
  readonly wanting: Readonly<Record<string, number>>
}

const raised = (counts: Record<string, number>, key: string, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by
}

export const distributionOf = (evaluations: Iterable<Evaluation>): Distribution => {
  const [grades, wanting]: [Record<string, number>, Record<string, number>] = [{}, {}]
  const ungraded = { MISSING: 0, TOO_LITTLE: 0 }
  for (const { grade, ungraded: why, lines } of evaluations) {
    if (grade !== null) raised(grades, grade)
    if (why === null) continue
    ungraded[why] += 1
    for (const { raw, criterion } of lines) if (raw === null) raised(wanting, criterion)
  }
  return { grades, ungraded, wanting }
}

/** What grades earn in a year: time of staff in minutes, and money besides, in minor units. */
export interface Workload {
  readonly minutes: number
  readonly costMinor: number
}

/** Of one client of the grade. */
export const workloadOfGrade = ({ earns }: Pick<GradingStandard, 'earns'>, grade: string): Workload =>
  earns
    .filter((it) => it.grade === grade)
    .reduce<Workload>(
      (sum, { timesAYear, minutes, costMinor }) => ({
        minutes: sum.minutes + timesAYear * minutes,
        costMinor: sum.costMinor + timesAYear * costMinor,
      }),
      { minutes: 0, costMinor: 0 },
    )

/** Of so many clients of each grade. */
export const workloadOf = (
  standard: Pick<GradingStandard, 'earns'>,
  counts: Readonly<Record<string, number>>,
): Workload =>
  Object.entries(counts).reduce<Workload>(
    (sum, [grade, clients]) => {
      const { minutes, costMinor } = workloadOfGrade(standard, grade)
      return { minutes: sum.minutes + clients * minutes, costMinor: sum.costMinor + clients * costMinor }
    },
    { minutes: 0, costMinor: 0 },
  )

/** Clients that were in one grade and are in another; null: not graded. */
export interface Move {
  readonly from: string | null
  readonly to: string | null
  readonly clients: number
}

export const movesOf = (pairs: Iterable<readonly [Evaluation, Evaluation]>): readonly Move[] => {
  const found = new Map<string, Move>()
  for (const [{ grade: from }, { grade: to }] of pairs) {
    const key = JSON.stringify([from, to])
    found.set(key, { from, to, clients: (found.get(key)?.clients ?? 0) + 1 })
  }
  return [...found.values()]
}

/** A criterion and by how much it moved the total, ten-thousandths. */
export interface MoveReason {
  readonly criterion: string
  readonly moved: number
}

/** The criteria that moved a client the most, at most so many. */
export const reasonsOf = (before: Evaluation, after: Evaluation, most = 3): readonly MoveReason[] =>
  whatChanged(before, after)
    .filter(({ moved }) => moved !== 0)
    .slice(0, most)
    .map(({ criterion, moved }) => ({ criterion, moved }))
