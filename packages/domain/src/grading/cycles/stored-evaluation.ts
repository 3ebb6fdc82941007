/** An evaluation as it is kept: short enough for a million rows, and made again from its snapshot bit for bit. */
import { sha256Hex } from '../../sign-off/canonical-content.ts'
import {
  evaluate,
  type Evaluation,
  type EvaluationLine,
  type LineStanding,
  type RawValues,
} from '../evaluation.ts'
import type { GradingStandard } from '../standard.ts'
import type { GradeMovement } from './vocabulary.ts'

/** Criterion, standing, raw, score, contribution, gap: in the order of the standard. */
export type StoredLine = readonly [
  criterion: string,
  standing: 'M' | 'D' | 'L',
  raw: number | null,
  score: number | null,
  contribution: number,
  gap: number | null,
]

const SHORT = { MEASURED: 'M', DEFAULT: 'D', LEFT_OUT: 'L' } as const satisfies Record<LineStanding, string>
const LONG = { M: 'MEASURED', D: 'DEFAULT', L: 'LEFT_OUT' } as const

export const storedLines = ({ lines }: Pick<Evaluation, 'lines'>): readonly StoredLine[] =>
  lines.map(({ criterion, standing, raw, score, contribution, gap }) => [
    criterion,
    SHORT[standing],
    raw,
    score,
    contribution,
    gap,
  ])

export const readLines = (stored: readonly StoredLine[]): readonly EvaluationLine[] =>
  stored.map(([criterion, standing, raw, score, contribution, gap]) => ({
    criterion,
    standing: LONG[standing],
    raw,
    score,
    contribution,
    gap,
  }))

/** What is snapshot of a client: each criterion of the standard, missing ones as null, so that nothing is silent. */
export const snapshotOf = (standard: GradingStandard, values: RawValues): Record<string, number | null> =>
  Object.fromEntries(standard.criteria.map(({ key }) => [key, values[key] ?? null]))

/** The part of a kept evaluation that follows from its snapshot and the standard. */
export interface ComputedEvaluation {
  readonly lines: readonly StoredLine[]
  readonly total: number | null
  readonly proposedGrade: string | null
  readonly ungraded: string | null
}

export const computed = (standard: GradingStandard, snapshot: RawValues): ComputedEvaluation => {
  const evaluation = evaluate(standard, snapshot)
  const { total, grade, ungraded } = evaluation
  return { lines: storedLines(evaluation), total, proposedGrade: grade, ungraded }
}

/** Does the snapshot lead to what is kept, bit for bit? */
export const isAsComputed = (
  standard: GradingStandard,
  kept: ComputedEvaluation & { readonly snapshot: RawValues },
): boolean => {
  const { lines, total, proposedGrade, ungraded } = kept
  return (
    JSON.stringify(computed(standard, kept.snapshot)) ===
    JSON.stringify({ lines, total, proposedGrade, ungraded })
  )
}

/** How a grade stands to the one before, by the order of the standard; a grade that this standard does not know is no measure: NEW. */
export const movementOf = (
  { grades }: Pick<GradingStandard, 'grades'>,
  before: string | null,
  now: string | null,
): GradeMovement | null => {
  const rank = (grade: string): number => grades.findIndex((it) => it.grade === grade)
  if (before === null || rank(before) < 0) return now === null ? null : 'NEW'
  if (now === null) return 'LOST'
  const [then, today] = [rank(before), rank(now)]
  return today < then ? 'UP' : today > then ? 'DOWN' : 'SAME'
}

export interface DirectoryEntry {
  readonly clientId: string
  readonly grade: string | null
}

/** One line of what is signed of a list. */
export const directoryLine = ({ clientId, grade }: DirectoryEntry): string => `${clientId} ${grade ?? '-'}`

/** What is signed of a list: SHA-256 over its lines, in the order of the clients' ids, with a line feed between two. Long lists are hashed line by line: the same. */
export const directoryHash = (entries: readonly DirectoryEntry[]): string =>
  sha256Hex(
    entries
      .toSorted((one, other) => (one.clientId < other.clientId ? -1 : 1))
      .map(directoryLine)
      .join('\n'),
  )
