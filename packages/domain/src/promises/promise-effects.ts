import type { ComplaintAction, Status, Track } from '../complaints/vocabulary.ts'
import type { PolicyKind } from './promise-policy.ts'
import type { PromiseKind } from './vocabulary.ts'

/** What a step of the case does to the case's promises. */
export interface PromiseEffect {
  readonly action: ComplaintAction
  /** Only where the step leads there … */
  readonly to?: readonly Status[]
  /** … or on this track. */
  readonly track?: Track
  /** Kinds that are fulfilled by it: it is a word to the client, or the very thing that was owed. */
  readonly keeps?: readonly PromiseKind[]
  /** What is owed from here on, where the policy has a rule for it. */
  readonly makes?: readonly PolicyKind[]
  /** Everything still owed lapses: the case ends without it. */
  readonly cancels?: true
}

/**
 * Which step means what. A step counts as an answer only where it cannot be taken without the client hearing from us: a case
 * that is acknowledged inside, or a call that nobody took, answers nothing.
 */
export const PROMISE_EFFECTS: readonly PromiseEffect[] = [
  { action: 'register', makes: ['ANSWER', 'ARRIVAL'] },
  // Somebody was there and stopped the damage.
  { action: 'contain', keeps: ['ARRIVAL'] },
  { action: 'offer', keeps: ['ANSWER'] },
  { action: 'confirm', keeps: ['ANSWER'] },
  { action: 'refuseOption', keeps: ['ANSWER'] },
  { action: 'dispatch', makes: ['EXECUTION'] },
  // On the quick track the agent settles the matter with the client, at once.
  { action: 'resolve', track: 'QUICK', keeps: ['ANSWER', 'ARRIVAL'], makes: ['RETURN_VISIT'] },
  { action: 'resolve', track: 'FORMAL', keeps: ['ARRIVAL'], makes: ['RETURN_VISIT'] },
  { action: 'followUp', keeps: ['RETURN_VISIT', 'ANSWER'] },
  // Dissatisfied: the next word is owed anew.
  { action: 'followUp', to: ['INVESTIGATING', 'REGISTERED'], makes: ['ANSWER'] },
  { action: 'reopen', makes: ['ANSWER'] },
  { action: 'refer', makes: ['REFERRAL_ANSWER'] },
  { action: 'answerReferral', keeps: ['REFERRAL_ANSWER'] },
  // The reasons, and the alternative, are the answer.
  { action: 'decline', keeps: ['ANSWER'], cancels: true },
  { action: 'dismiss', keeps: ['ANSWER'], cancels: true },
  { action: 'close', cancels: true },
  { action: 'withdraw', cancels: true },
  { action: 'merge', cancels: true },
]

export interface EffectsOfStep {
  readonly keeps: readonly PromiseKind[]
  readonly makes: readonly PolicyKind[]
  readonly cancels: boolean
}

/** All that a step does. `track` is the one that the case was on before. */
export const effectsOf = (step: {
  readonly action: ComplaintAction
  readonly to: Status
  readonly track: Track
}): EffectsOfStep => {
  const rows = PROMISE_EFFECTS.filter(
    ({ action, to, track }) =>
      action === step.action &&
      (to === undefined || to.includes(step.to)) &&
      (track === undefined || track === step.track),
  )
  return {
    keeps: rows.flatMap(({ keeps = [] }) => keeps),
    makes: rows.flatMap(({ makes = [] }) => makes),
    cancels: rows.some(({ cancels }) => cancels === true),
  }
}
