/** What each verb makes of an alert. Pure: the clock is an argument. */
import type { Actor } from '../access/actor.ts'
import type { FactBag } from '../access/facts.ts'
import { fail, ok, type Result } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import {
  SILENCE_ALERT_TRANSITIONS,
  type SilenceAlert,
  type SilenceAlertAction,
  type SilenceAlertStatus,
} from './silence-alert.ts'

/** The status to which the verb leads, or why not. `client`: what scopes ask of whom the alert is about. */
export const silenceAlertStep = (
  action: SilenceAlertAction,
  actor: Actor,
  status: SilenceAlertStatus,
  client: FactBag,
): Result<SilenceAlertStatus> => {
  const record = { ...client, status }
  const refused = refusal(SILENCE_ALERT_TRANSITIONS, action, actor, record)
  if (refused) return fail(refused)
  const { to } = SILENCE_ALERT_TRANSITIONS.find((it) => it.action === action)!
  return ok(to === 'SAME' ? status : to)
}

type Taken = Pick<SilenceAlert, 'status' | 'acknowledgedById' | 'acknowledgedAt'>

/** Who shall go still has to take it on, unless it is whoever says so, or whose it is already. */
export const takenBy = (visitorId: string, actor: Actor, alert: Taken, now: Date): Taken => {
  const isTheirs = visitorId === alert.acknowledgedById
  if (isTheirs)
    return { status: alert.status, acknowledgedById: visitorId, acknowledgedAt: alert.acknowledgedAt }
  return visitorId === actor.staffId
    ? { status: 'ACKNOWLEDGED', acknowledgedById: visitorId, acknowledgedAt: now }
    : { status: 'OPEN', acknowledgedById: null, acknowledgedAt: null }
}
