/** That a grade should be another one: overridden before the directory, appealed after it; decided by somebody else. */
import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import type { FactBag } from '../../access/facts.ts'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import { fail, ok, type Result } from '../../errors.ts'
import { expectedVersion, id, words } from '../../input.ts'
import { refusal, type Transition } from '../../lifecycle/state-machine.ts'
import type { EvaluationAction, GradeChangeKind, GradeChangeStatus } from './vocabulary.ts'

/** The row of the table `grade_change`. What was asked never changes any more. */
export interface GradeChange {
  id: string
  cycleId: string
  clientId: string
  evaluationId: string
  kind: GradeChangeKind
  status: GradeChangeStatus
  /** What the evaluation said when it was asked; null: no grade. */
  fromGrade: string | null
  toGrade: string
  reason: string
  /** Where it can be checked: a record, a file, who was asked. */
  evidence: string
  raisedById: string
  raisedAt: Date
  decidedById: string | null
  decidedAt: Date | null
  decisionNote: string | null
  /** Of a granted appeal: the amendment that carried it out. */
  carriedOutById: string | null
  version: number
}

const base = { class: 'internal', permission: 'evaluation:read' } as const satisfies FieldRule
const spoken = { class: 'personal', permission: 'evaluation:read' } as const satisfies FieldRule

export const GRADE_CHANGE_FIELDS: Readonly<Record<keyof GradeChange, FieldRule>> = {
  id: base,
  cycleId: base,
  clientId: base,
  evaluationId: base,
  kind: base,
  status: base,
  fromGrade: base,
  toGrade: base,
  reason: spoken,
  evidence: spoken,
  raisedById: base,
  raisedAt: base,
  decidedById: base,
  decidedAt: base,
  decisionNote: spoken,
  carriedOutById: base,
  version: base,
}

const asked = { evaluationId: id(), toGrade: words(10), reason: words(500), evidence: words(500) }
const decision = { granted: z.boolean(), note: words(500), expectedVersion: expectedVersion() }

export const EVALUATION_INPUTS = {
  override: z.object(asked),
  decideOverride: z.object(decision),
  appeal: z.object(asked),
  decideAppeal: z.object(decision),
} as const satisfies Record<EvaluationAction, z.ZodType>

type Row = Transition<GradeChangeStatus, EvaluationAction>
const decide = (action: 'decideOverride' | 'decideAppeal', from: GradeChangeStatus): readonly Row[] =>
  (['GRANTED', 'REFUSED'] as const).map((to) => ({
    action,
    from: [from],
    to,
    requires: ['actorIsNotPreparer'],
    accountable: 'CS_MANAGER',
    permission: `evaluation:${action}`,
  }))

export const GRADE_CHANGE_TRANSITIONS: readonly Row[] = [
  {
    action: 'override',
    from: [],
    to: 'OVERRIDE_PROPOSED',
    requires: [],
    accountable: 'CR_SUPERVISOR',
    permission: 'evaluation:override',
  },
  {
    action: 'appeal',
    from: [],
    to: 'APPEALED',
    requires: [],
    accountable: 'CR_SPECIALIST',
    permission: 'evaluation:appeal',
  },
  ...decide('decideOverride', 'OVERRIDE_PROPOSED'),
  ...decide('decideAppeal', 'APPEALED'),
]

/** What whoever decides is held apart from: whoever asked. */
export const gradeChangeFacts = (
  it: Pick<GradeChange, 'status' | 'raisedById'>,
): FactBag & { readonly status: GradeChangeStatus } => ({
  status: it.status,
  registeredById: it.raisedById,
  preparedById: it.raisedById,
})

export const decideGradeChange = (
  change: GradeChange,
  action: 'decideOverride' | 'decideAppeal',
  { granted, note }: { readonly granted: boolean; readonly note: string },
  actor: Actor,
  facts: FactBag,
  now: Date,
): Result<Partial<GradeChange>> => {
  const status = granted ? 'GRANTED' : 'REFUSED'
  const no = refusal(
    GRADE_CHANGE_TRANSITIONS,
    action,
    actor,
    { ...facts, ...gradeChangeFacts(change) },
    status,
  )
  if (no) return fail(no)
  return ok({ status, decidedById: actor.staffId, decidedAt: now, decisionNote: note })
}
