/** The grading cycle 评估周期 and the directory that it leads to 客户分级目录: who does which step, and what is signed. */
import type { FactBag } from '../../access/facts.ts'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import type { Transition } from '../../lifecycle/state-machine.ts'
import type { ContentShape } from '../../sign-off/canonical-content.ts'
import type { GradingStandard } from '../standard.ts'
import type { GradingCycleAction, GradingCycleStatus } from './vocabulary.ts'

/** How many clients of the directory have a grade; null: none. */
export interface GradeCount {
  readonly grade: string | null
  readonly count: number
}

/** The row of the table `grading_cycle`. */
export interface GradingCycle {
  id: string
  /** `GC-2611-001`. */
  number: string
  name: string
  status: GradingCycleStatus
  /** Until this day everything is counted; of the organization's calendar. */
  asOfOn: string
  /** Clients of these communities; empty: all. */
  projectIds: readonly string[]
  /** Of an amendment: the cycle whose granted appeals it carries out, and no more. */
  amendsId: string | null
  /** The standard as it was in force when scoring began: everything is computed from this copy. */
  standard: GradingStandard | null
  standardRevisionId: string | null
  standardHash: string | null
  openedById: string
  openedAt: Date
  scoringAt: Date | null
  scoredAt: Date | null
  /** Clients that were there when scoring began, how many are scored, and after whom it goes on. */
  totalCount: number
  scoredCount: number
  cursorId: string | null
  /** Raised each time that the directory is prepared. */
  revision: number
  preparedById: string | null
  preparedAt: Date | null
  listCount: number | null
  /** SHA-256 over client and grade of each entry, in order: see `directoryHash`. */
  listHash: string | null
  gradeCounts: readonly GradeCount[]
  reviewsOwed: number
  reviewerId: string | null
  decidedById: string | null
  decidedAt: Date | null
  publishedById: string | null
  publishedAt: Date | null
  /** Why it was sent back or cancelled. */
  note: string | null
  version: number
}

const base = { class: 'internal', permission: 'gradingCycle:read' } as const satisfies FieldRule
const spoken = { class: 'personal', permission: 'gradingCycle:read' } as const satisfies FieldRule

export const GRADING_CYCLE_FIELDS: Readonly<Record<keyof GradingCycle, FieldRule>> = {
  id: base,
  number: base,
  name: base,
  status: base,
  asOfOn: base,
  projectIds: base,
  amendsId: base,
  standard: base,
  standardRevisionId: base,
  standardHash: base,
  openedById: base,
  openedAt: base,
  scoringAt: base,
  scoredAt: base,
  totalCount: base,
  scoredCount: base,
  cursorId: base,
  revision: base,
  preparedById: base,
  preparedAt: base,
  listCount: base,
  listHash: base,
  gradeCounts: base,
  reviewsOwed: base,
  reviewerId: base,
  decidedById: base,
  decidedAt: base,
  publishedById: base,
  publishedAt: base,
  note: spoken,
  version: base,
}

/** What everybody signs: the list by its hash, by which standard it came about, and how many have which grade. */
export const GRADE_DIRECTORY_SHAPE: { readonly [key: string]: ContentShape } = {
  gradeDirectory: {
    number: 'internal',
    name: 'internal',
    asOfOn: 'internal',
    projectIds: ['internal'],
    amendsId: 'internal',
    standardRevisionId: 'internal',
    standardHash: 'internal',
    revision: 'internal',
    listCount: 'internal',
    listHash: 'internal',
    preparedById: 'internal',
  },
  gradeCounts: [{ grade: 'internal', count: 'internal' }],
}

type Row = Transition<GradingCycleStatus, GradingCycleAction>
const row = (
  action: GradingCycleAction,
  from: readonly GradingCycleStatus[],
  to: GradingCycleStatus,
  accountable: Row['accountable'],
  rest: Partial<Pick<Row, 'requires' | 'signs'>> = {},
): Row => ({ action, from, to, requires: [], accountable, ...rest, permission: `gradingCycle:${action}` })

const decided = ['actorIsNotPreparer', 'actorIsNotReviewer'] as const

/** From SCORING to SCORED it goes by itself, when the last client is scored. */
export const GRADING_CYCLE_TRANSITIONS: readonly Row[] = [
  row('open', [], 'OPEN', 'CR_SUPERVISOR'),
  row('score', ['OPEN'], 'SCORING', 'CR_SUPERVISOR'),
  row('prepare', ['SCORED'], 'PREPARED', 'CR_SPECIALIST', { signs: 'PREPARED' }),
  row('review', ['PREPARED', 'REVIEWED'], 'REVIEWED', 'QUALITY', {
    requires: ['reviewIsOwed', ...decided],
    signs: 'REVIEWED',
  }),
  row('approve', ['PREPARED', 'REVIEWED'], 'APPROVED', 'CS_MANAGER', {
    requires: ['reviewsAreDone', ...decided],
    signs: 'APPROVED',
  }),
  row('reject', ['PREPARED', 'REVIEWED'], 'SCORED', 'CS_MANAGER', {
    requires: ['actorIsNotPreparer'],
    signs: 'REJECTED',
  }),
  row('publish', ['APPROVED'], 'PUBLISHED', 'CR_SUPERVISOR'),
  row(
    'cancel',
    ['OPEN', 'SCORING', 'SCORED', 'PREPARED', 'REVIEWED', 'APPROVED'],
    'CANCELLED',
    'CR_SUPERVISOR',
  ),
]

export const gradingCycleFacts = (
  it: Pick<GradingCycle, 'status' | 'openedById' | 'preparedById' | 'reviewsOwed' | 'reviewerId'>,
): FactBag & { readonly status: GradingCycleStatus } => ({
  status: it.status,
  registeredById: it.openedById,
  preparedById: it.preparedById,
  reviewsOwed: it.reviewsOwed,
  reviewerId: it.reviewerId,
})

/** `GC-2611-001`; `month` as `numberPeriod()` writes it. */
export const gradingCycleNumber = (month: string, serial: number): string =>
  `GC-${month}-${String(serial).padStart(3, '0')}`

/** Do two cycles concern a client in common? An empty list is all of them. */
export const scopesMeet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((id) => other.includes(id))
