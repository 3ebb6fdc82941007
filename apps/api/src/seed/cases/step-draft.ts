/** A step as it is planned: which verb, whose, and how long after the one before. */
import type * as complaints from '../../complaints/complaint.service.ts'
import type * as tasks from '../../complaints/task.service.ts'
import type { Member } from '../organizations/world.ts'

export type CaseVerb = Exclude<keyof typeof complaints, 'register'>
export type OrderVerb = keyof typeof tasks

export interface StepDraft {
  readonly verb: CaseVerb | OrderVerb
  /** `approver`: the lowest whose limit covers what stands on the table then. */
  readonly by: Member | 'approver'
  /** The approver is whom it is about, not who does it. */
  readonly names?: 'approver'
  /** After the step before: from, to. */
  readonly hours: readonly [number, number]
  /** Does not wait for the morning. */
  readonly atOnce?: true
  readonly input: (at: Date) => object
}

export const step = (
  verb: StepDraft['verb'],
  by: StepDraft['by'],
  hours: StepDraft['hours'],
  input: object | ((at: Date) => object) = {},
): StepDraft => ({
  verb,
  by,
  hours,
  input: typeof input === 'function' ? (input as (at: Date) => object) : () => input,
})
