/** Silence after complaints that led to nothing: whoever complains twice in vain and then says no more has not become content. */
import { dayText } from '../working-time/local-day.ts'
import type { SilencePolicy } from './silence-policy.ts'

export interface ComplaintInVain {
  readonly id: string
  readonly on: number
}

export interface Unanswered {
  /** The complaints in the window, the oldest first. */
  readonly complaintIds: readonly string[]
  readonly lastOn: string
  readonly quietDays: number
  readonly silentOn: string
}

/**
 * `inVain`: complaints without result up to today. `lastContact`: the last day on which the client or we spoke (receptions, requests, cases of every kind): paying by contract is no
 * speaking, and does not end this silence.
 */
export const unansweredOf = (
  inVain: readonly ComplaintInVain[],
  lastContact: number | null,
  today: number,
  { complaints, complaintWindowDays, quietDays }: SilencePolicy,
): Unanswered | null => {
  const within = inVain
    .filter(({ on }) => on <= today && on > today - complaintWindowDays)
    .sort((p, q) => p.on - q.on || (p.id < q.id ? -1 : 1))
  const last = within.at(-1)
  if (!last || within.length < complaints) return null
  const since = Math.max(last.on, lastContact ?? last.on)
  const silentOn = since + quietDays
  if (today < silentOn) return null
  return {
    complaintIds: within.map(({ id }) => id),
    lastOn: dayText(since),
    quietDays: today - since,
    silentOn: dayText(silentOn),
  }
}
