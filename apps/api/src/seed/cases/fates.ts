/** How cases go: each row is so many cases whose people take these steps, in this order, and then stop. */
import type { Channel, Track } from '@steward/domain'

export type StepName =
  | 'contain'
  | 'acknowledge'
  | 'beginInvestigation'
  | 'investigate'
  | 'ruleResponsibility'
  | 'propose'
  | 'approve'
  | 'reject'
  | 'approveByWord'
  | 'signWord'
  | 'offer'
  | 'logContactAttempt'
  | 'confirm'
  | 'confirmUnreachable'
  | 'refuseOption'
  | 'dispatch'
  | 'accept'
  | 'return'
  | 'assignOrder'
  | 'complete'
  | 'resolve'
  | 'followUp'
  | 'followUpUnreached'
  | 'followUpDissatisfied'
  | 'close'
  | 'reopen'
  | 'withdraw'
  | 'refer'
  | 'answerReferral'
  | 'decline'
  | 'dismiss'
  | 'merge'

export interface Fate {
  readonly cases: number
  readonly track: Track
  readonly steps: readonly StepName[]
  /** Registered so many days ago: from, to. */
  readonly days: readonly [number, number]
  /** What the first option costs, in yuan, where it matters who may approve it. */
  readonly yuan?: readonly [number, number]
  readonly channel?: Channel
  readonly anonymous?: true
}

const fate = (
  cases: number,
  track: Track,
  steps: Fate['steps'],
  days: Fate['days'],
  more: Partial<Fate> = {},
): Fate => ({ cases, track, steps, days, ...more })

const FOUND: Fate['steps'] = ['acknowledge', 'investigate', 'ruleResponsibility']
const PROPOSED: Fate['steps'] = [...FOUND, 'propose']
const OFFERED: Fate['steps'] = [...PROPOSED, 'approve', 'offer']
const AGREED: Fate['steps'] = [...OFFERED, 'confirm']
const CARRIED_OUT: Fate['steps'] = ['dispatch', 'accept', 'complete', 'resolve']
const RESOLVED: Fate['steps'] = [...AGREED, ...CARRIED_OUT]
const CLOSED: Fate['steps'] = [...RESOLVED, 'followUp', 'close']
const THREE_ATTEMPTS: Fate['steps'] = ['logContactAttempt', 'logContactAttempt', 'logContactAttempt']
/** The first option is refused, the second is approved and offered in its turn. */
const OFFERED_SECOND: Fate['steps'] = [...OFFERED, 'refuseOption', 'approve', 'offer']
const AGREED_AGAIN: Fate['steps'] = ['propose', 'approve', 'offer', 'confirm', ...CARRIED_OUT]

/** Above the supervisor's limit of 500 yuan, above the manager's of 5,000, above the director's of 50,000. */
const FOR_SUPERVISOR = { yuan: [1, 480] } as const
const FOR_MANAGER = { yuan: [620, 4_800] } as const
const FOR_DIRECTOR = { yuan: [6_000, 45_000] } as const
const FOR_GENERAL_MANAGER = { yuan: [60_000, 168_000] } as const

/** 300 cases: three in five have ended well, one in ten otherwise, the rest lies on somebody's desk. */
export const DEMO_FATES: readonly Fate[] = [
  // Settled by whoever took the call
  fate(95, 'QUICK', ['resolve', 'followUp', 'close'], [12, 180]),
  fate(3, 'QUICK', ['resolve', 'followUp'], [1.2, 6]),
  fate(6, 'QUICK', ['resolve'], [0.2, 4]),
  fate(3, 'QUICK', [], [0.002, 0.04]),
  fate(4, 'QUICK', [], [0.06, 0.4]),
  fate(2, 'QUICK', [], [1.5, 3]),
  fate(1, 'QUICK', ['resolve', 'followUpDissatisfied'], [2, 4]),
  fate(4, 'QUICK', ['withdraw'], [5, 150]),

  // The whole road
  fate(51, 'FORMAL', CLOSED, [24, 180]),
  fate(2, 'FORMAL', CLOSED, [30, 160], { channel: 'HOTLINE_12345' }),
  fate(2, 'FORMAL', CLOSED, [30, 170], { anonymous: true }),
  fate(5, 'FORMAL', [...OFFERED_SECOND, 'confirm', ...CARRIED_OUT, 'followUp', 'close'], [24, 170]),
  fate(
    2,
    'FORMAL',
    [
      ...OFFERED,
      ...THREE_ATTEMPTS,
      'confirmUnreachable',
      ...CARRIED_OUT,
      ...THREE_ATTEMPTS,
      'followUpUnreached',
      'close',
    ],
    [40, 170],
  ),
  fate(3, 'FORMAL', [...RESOLVED, 'followUpDissatisfied', ...AGREED_AGAIN, 'followUp', 'close'], [35, 170]),
  fate(
    3,
    'FORMAL',
    [...AGREED, 'dispatch', 'return', 'assignOrder', 'accept', 'complete', 'resolve', 'followUp', 'close'],
    [25, 170],
  ),
  fate(3, 'FORMAL', ['acknowledge', 'refer', 'answerReferral', 'close'], [20, 160]),
  fate(1, 'FORMAL', [...CLOSED, 'reopen', ...AGREED_AGAIN, 'followUp', 'close'], [60, 150]),

  // Other ends
  fate(3, 'FORMAL', ['acknowledge', 'withdraw'], [4, 150]),
  fate(3, 'FORMAL', [...OFFERED, 'withdraw'], [15, 160]),
  fate(8, 'FORMAL', ['acknowledge', 'investigate', 'dismiss'], [6, 175]),
  fate(5, 'FORMAL', ['acknowledge', 'investigate', 'decline'], [8, 170]),
  fate(2, 'FORMAL', [...PROPOSED, 'decline'], [10, 120]),
  fate(4, 'FORMAL', ['merge'], [3, 120]),

  // On somebody's desk
  fate(2, 'FORMAL', [], [0.004, 0.035]),
  fate(3, 'FORMAL', [], [0.08, 0.6]),
  fate(2, 'FORMAL', [], [1.2, 3]),
  fate(1, 'FORMAL', [], [5, 8]),
  fate(6, 'FORMAL', ['acknowledge'], [0.3, 3]),
  fate(3, 'FORMAL', ['acknowledge'], [6, 15]),
  fate(4, 'FORMAL', ['acknowledge', 'beginInvestigation'], [1, 6]),
  fate(3, 'FORMAL', FOUND, [2, 9]),
  fate(2, 'FORMAL', [...CLOSED, 'reopen'], [25, 50]),
  fate(1, 'FORMAL', [...RESOLVED, 'followUpDissatisfied'], [16, 30]),
  fate(1, 'FORMAL', [...OFFERED_SECOND, 'refuseOption'], [12, 25]),
  fate(2, 'FORMAL', [...PROPOSED, 'reject'], [6, 15]),
  fate(3, 'FORMAL', PROPOSED, [3, 8], FOR_SUPERVISOR),
  fate(5, 'FORMAL', PROPOSED, [4, 16], FOR_MANAGER),
  fate(2, 'FORMAL', PROPOSED, [5, 12], FOR_DIRECTOR),
  fate(1, 'FORMAL', PROPOSED, [6, 10], FOR_GENERAL_MANAGER),
  fate(1, 'FORMAL', [...OFFERED, 'refuseOption'], [7, 16]),
  fate(2, 'FORMAL', [...PROPOSED, 'approve'], [5, 12]),
  // Asked by telephone: one signature is owed since a moment ago, one was given.
  fate(1, 'FORMAL', [...PROPOSED, 'approveByWord'], [2.5, 3.5], FOR_MANAGER),
  fate(1, 'FORMAL', [...PROPOSED, 'approveByWord', 'offer', 'signWord', 'confirm'], [9, 16], FOR_MANAGER),
  fate(3, 'FORMAL', OFFERED, [6, 14]),
  fate(2, 'FORMAL', [...OFFERED, 'logContactAttempt', 'logContactAttempt'], [9, 18]),
  fate(3, 'FORMAL', AGREED, [7, 16]),
  fate(9, 'FORMAL', [...AGREED, 'dispatch'], [7, 14]),
  fate(6, 'FORMAL', [...AGREED, 'dispatch', 'accept'], [8, 16]),
  fate(2, 'FORMAL', [...AGREED, 'dispatch', 'return'], [9, 18]),
  fate(2, 'FORMAL', [...AGREED, 'dispatch', 'accept', 'complete'], [11, 22]),
  fate(4, 'FORMAL', RESOLVED, [13, 26]),
  fate(3, 'FORMAL', [...RESOLVED, 'followUp'], [16, 30]),
  fate(3, 'FORMAL', ['acknowledge', 'refer'], [3, 14]),
  fate(2, 'FORMAL', ['acknowledge', 'refer', 'answerReferral'], [8, 20]),
]

export const PEER_FATES: readonly Fate[] = [
  fate(4, 'QUICK', ['resolve', 'followUp', 'close'], [5, 90]),
  fate(1, 'QUICK', [], [0.05, 0.3]),
  fate(2, 'FORMAL', CLOSED, [25, 90]),
  fate(1, 'FORMAL', ['acknowledge'], [0.5, 2]),
  fate(1, 'FORMAL', PROPOSED, [4, 9]),
  fate(1, 'FORMAL', [...AGREED, 'dispatch'], [8, 14]),
]
