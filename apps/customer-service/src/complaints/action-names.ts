import {
  COMPLAINT_ACTIONS,
  HANDOVER_EVENTS,
  NEXT_STEPS,
  PROMISE_EVENTS,
  type ComplaintAction,
  type ComplaintEventAction,
  type Status,
} from '@steward/domain'
import type {
  ComplaintAction as PublishedAction,
  ComplaintEventAction as PublishedEvent,
} from '@steward/graphql-client'

/** Every verb of a case that already exists. */
export type CaseAction = Exclude<ComplaintAction, 'register'>

const published = (action: string): string => action.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

const BY_PUBLISHED = new Map<string, ComplaintAction>(
  COMPLAINT_ACTIONS.map((action) => [published(action), action]),
)

/** The domain's verb of a published one: `LOG_CONTACT_ATTEMPT` → `logContactAttempt`. A newer server's verb is not known here. */
export const actionOf = (name: PublishedAction): ComplaintAction | undefined => BY_PUBLISHED.get(name)

const EVENTS = new Map<string, ComplaintEventAction>(
  [...COMPLAINT_ACTIONS, ...PROMISE_EVENTS, ...HANDOVER_EVENTS].map((action) => [published(action), action]),
)

/** What a line of the timeline tells: a verb of the case, or what became of a promise or a hand-over. */
export const eventOf = (name: PublishedEvent): ComplaintEventAction | undefined => EVENTS.get(name)

/** The verbs that the server allows, those that move the case on apart from the others and most usual first. */
export function orderActions(
  status: Status,
  available: readonly PublishedAction[],
  /** Allowed otherwise. */
  besides: readonly CaseAction[] = [],
): { readonly next: readonly CaseAction[]; readonly others: readonly CaseAction[] } {
  const own = available
    .map(actionOf)
    .filter((action): action is CaseAction => action !== undefined && action !== 'register')
  const allowed = [...new Set([...own, ...besides])]
  const steps = new Set(NEXT_STEPS[status].map(({ action }) => action))
  return {
    next: [...steps].filter((action): action is CaseAction =>
      (allowed as readonly string[]).includes(action),
    ),
    others: allowed.filter((action) => !steps.has(action)),
  }
}
