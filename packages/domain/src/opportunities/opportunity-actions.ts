/** What each verb makes of an opportunity. Pure: the clock is an argument. */
import type { Actor } from '../access/actor.ts'
import { fail, ok, type Result } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { endOfNthWorkingDay } from '../working-time/nth-working-day.ts'
import type { OpportunityInput } from './opportunity-inputs.ts'
import {
  isOpenStage,
  OPPORTUNITY_TRANSITIONS,
  opportunityFacts,
  untouchedDays,
  type Opportunity,
  type OpportunityPolicy,
} from './opportunity.ts'
import type { OpportunityAction, OpportunityStatus } from './vocabulary.ts'

type Patch = Partial<Opportunity>

/** The status to which the verb leads, or why not. */
export const opportunityStep = (
  action: OpportunityAction,
  actor: Actor,
  it: Opportunity,
  keyAccountManagerId: string | null,
): Result<OpportunityStatus> => {
  const facts = opportunityFacts(it, keyAccountManagerId)
  const refused = refusal(OPPORTUNITY_TRANSITIONS, action, actor, facts)
  if (refused) return fail(refused)
  const { to } = OPPORTUNITY_TRANSITIONS.find((row) => row.action === action && row.from.includes(it.status))!
  return ok(to === 'SAME' ? it.status : to)
}

/** When it counts as untouched: at the end of the n-th working day after the touch; null of one that has ended. */
export const stallsAt = (
  policy: OpportunityPolicy,
  calendar: WorkingCalendar,
  status: OpportunityStatus,
  touchedAt: Date,
): Date | null =>
  isOpenStage(status) ? endOfNthWorkingDay(calendar, touchedAt, untouchedDays(policy, status)) : null

/** Something was done about it. */
const touched = (now: Date): Patch => ({ touchedAt: now, stalledAt: null })

const FIRST_TIME: Readonly<
  Partial<Record<OpportunityStatus, 'proposedAt' | 'quotedAt' | 'agreedAt' | 'wonAt'>>
> = { PROPOSAL: 'proposedAt', QUOTATION: 'quotedAt', SIGNING: 'agreedAt', WON: 'wonAt' }

/** It comes to a stage, and keeps when it first did. */
export const comesTo = (it: Opportunity, status: OpportunityStatus, now: Date): Patch => {
  const first = FIRST_TIME[status]
  return { ...touched(now), status, ...(first && it[first] === null ? { [first]: now } : {}) }
}

export const followedUp = (input: OpportunityInput<'contact'>, now: Date): Patch => ({
  ...touched(now),
  nextStep: input.nextStep,
  nextStepOn: input.nextStepOn,
})

export const givenTo = (assigneeId: string, now: Date): Patch => ({ ...touched(now), assigneeId })

const ENDED = { stallsAt: null, stalledAt: null, nextStep: null, nextStepOn: null } as const

/** What was agreed on in the end. */
export type Contract = {
  readonly [K in 'wonMinor' | 'contractOn' | 'contractNumber']: NonNullable<Opportunity[K]>
}

export const wonBy = (it: Opportunity, contract: Contract, now: Date): Patch => ({
  ...comesTo(it, 'WON', now),
  ...ENDED,
  wonMinor: contract.wonMinor,
  contractOn: contract.contractOn,
  contractNumber: contract.contractNumber,
})

export const lostBy = (input: OpportunityInput<'lose'>, now: Date): Patch => ({
  ...ENDED,
  touchedAt: now,
  status: 'LOST',
  lostAt: now,
  lossReason: input.reason,
})

/** It is worked on again, from the beginning; how far it once came stays. */
export const reopened = (now: Date): Patch => ({
  ...touched(now),
  status: 'NEED',
  lostAt: null,
  lossReason: null,
})
