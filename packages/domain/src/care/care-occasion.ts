/** An occasion of care: why somebody is greeted or called, when, and what became of it. */
import type { FactBag } from '../access/facts.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { DueCare } from './care-due.ts'
import type { CareAction, CareStatus, CareWithdrawal } from './vocabulary.ts'

export interface CareOccasion extends DueCare {
  readonly id: string
  readonly clientId: string
  readonly status: CareStatus
  /** What was said and done stands in a reception of the client. */
  readonly receptionId: string | null
  /** Why it was put off or skipped. */
  readonly reason: string | null
  /** Why they were contacted although the rules of contact said no. */
  readonly despite: string | null
  readonly withdrawal: CareWithdrawal | null
  /** How often it was put off. */
  readonly postponed: number
  readonly settledById: string | null
  readonly settledAt: Date | null
  readonly createdAt: Date
  readonly version: number
}

const base = { class: 'internal', permission: 'careOccasion:read' } as const satisfies FieldRule
const said = { class: 'personal', permission: 'careOccasion:read' } as const satisfies FieldRule

/** Kind and day of a birthday say when somebody was born, but for the year: none reads occasions who may not read particulars. */
export const CARE_OCCASION_FIELDS: Readonly<Record<keyof CareOccasion, FieldRule>> = {
  id: base,
  key: base,
  clientId: base,
  contactId: base,
  kind: base,
  festival: base,
  occursOn: said,
  dueOn: said,
  means: base,
  owner: base,
  status: base,
  receptionId: base,
  reason: said,
  despite: said,
  withdrawal: base,
  postponed: base,
  settledById: base,
  settledAt: base,
  createdAt: base,
  version: base,
}

type Row = Transition<CareStatus, CareAction>
const row = (action: CareAction, to: CareStatus | 'SAME'): Row => ({
  action,
  from: ['PLANNED'],
  to,
  requires: [],
  accountable: 'CR_SPECIALIST',
  permission: `careOccasion:${action}`,
})

/** The worker makes and withdraws them; people do the rest. */
export const CARE_TRANSITIONS: readonly Row[] = [
  row('complete', 'DONE'),
  row('postpone', 'SAME'),
  row('skip', 'SKIPPED'),
]

export const careFacts = (
  it: Pick<CareOccasion, 'status'>,
  ofClient: FactBag,
): FactBag & { readonly status: CareStatus } => ({ ...ofClient, status: it.status })
