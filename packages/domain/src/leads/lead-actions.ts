/** What each verb makes of a lead. Pure: the clock and the policy are arguments. */
import type { Actor } from '../access/actor.ts'
import { fail, notEligible, ok, type NotEligible, type Result } from '../errors.ts'
import type { FactBag } from '../access/facts.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import { text } from '../text.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { endOfNthWorkingDay } from '../working-time/nth-working-day.ts'
import type { LeadInput } from './lead-inputs.ts'
import { LEAD_TRANSITIONS } from './lead-transitions.ts'
import type { Lead, LeadPolicy } from './lead.ts'
import type { LeadAction, LeadStatus } from './vocabulary.ts'

type Patch = Partial<Lead>

/** By when what happens next: the warning, and the return to the pool. */
export interface LeadClock {
  readonly warnsAt: Date | null
  readonly returnsAt: Date
}

/** Touched at that instant: the day of it does not count. */
export const leadClock = (policy: LeadPolicy, calendar: WorkingCalendar, touchedAt: Date): LeadClock => {
  const { returnAfterDays, warnBeforeDays } = policy
  return {
    warnsAt:
      warnBeforeDays > 0 && warnBeforeDays < returnAfterDays
        ? endOfNthWorkingDay(calendar, touchedAt, returnAfterDays - warnBeforeDays)
        : null,
    returnsAt: endOfNthWorkingDay(calendar, touchedAt, returnAfterDays),
  }
}

/** What scopes and life cycle ask of a lead. */
export const leadFacts = (lead: Pick<Lead, 'status' | 'openedById' | 'assigneeId' | 'pooledAt'>) =>
  ({
    status: lead.status,
    registeredById: lead.openedById,
    assigneeId: lead.assigneeId,
    pooledAt: lead.pooledAt,
  }) satisfies FactBag

/** The status to which the verb leads, or why not. */
export const leadStep = (action: LeadAction, actor: Actor, lead: Lead): Result<LeadStatus> => {
  const refused = refusal(LEAD_TRANSITIONS, action, actor, leadFacts(lead))
  if (refused) return fail(refused)
  const { to } = LEAD_TRANSITIONS.find((it) => it.action === action && it.from.includes(lead.status))!
  return ok(to === 'SAME' ? lead.status : to)
}

/** Of whoever takes it over: nothing of it was touched before. */
export const handedTo = (assigneeId: string, status: LeadStatus, now: Date): Patch => ({
  status,
  assigneeId,
  assignedAt: now,
  touchedAt: now,
  pooledAt: null,
})

/** Back to the pool: what was planned was somebody's plan. */
export const pooled = (now: Date): Patch => ({
  status: 'NEW',
  assigneeId: null,
  assignedAt: null,
  pooledAt: now,
  returnsAt: null,
  nextStep: null,
  nextStepOn: null,
})

export const contacted = (lead: Lead, status: LeadStatus, input: LeadInput<'contact'>, now: Date): Patch => ({
  status,
  touchedAt: now,
  contactedAt: lead.contactedAt ?? now,
  nextStep: input.nextStep,
  nextStepOn: input.nextStepOn,
})

export const qualified = (lead: Lead, input: LeadInput<'qualify'>, now: Date): Patch => ({
  status: 'QUALIFIED',
  touchedAt: now,
  qualifiedAt: lead.qualifiedAt ?? now,
  need: input.need ?? lead.need,
})

const ENDED = { pooledAt: null, returnsAt: null, nextStep: null, nextStepOn: null } as const

export const lost = (input: LeadInput<'lose'>, now: Date): Patch => ({
  ...ENDED,
  status: 'LOST',
  lostAt: now,
  lossReason: input.reason,
})

export const converted = (clientId: string, now: Date): Patch => ({
  ...ENDED,
  status: 'CONVERTED',
  convertedAt: now,
  clientId,
})

/** Refused at the bound of a day, not in silence. */
export const tooManyClaims = ({ claimsADay }: LeadPolicy): NotEligible =>
  notEligible(
    'claimsADay',
    text(
      `今天已认领 ${claimsADay} 条，已到每人每天的上限；请先跟进手上的线索。`,
      `You have claimed ${claimsADay} leads today, the most that one person may; look after those first.`,
    ),
  )
