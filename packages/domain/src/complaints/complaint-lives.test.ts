import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { actor, complaint, ENGINEERING, NOW, SERVICE, uuid } from '../../test/given.ts'
import { INPUTS, run, type CaseAction } from '../../test/run.ts'
import type { Actor } from '../access/actor.ts'
import { limitFor } from '../access/conditions.ts'
import { actionsFrom } from '../lifecycle/state-machine.ts'
import { approvalLimits, authorityAmount, DEFAULT_AUTHORITY_LIMITS } from './authority-matrix.ts'
import { DEFAULT_AGREEMENT_POLICY, needsAgreement } from './agreement.ts'
import { closingGaps } from './closing.ts'
import type { ComplaintChange } from './complaint-change.ts'
import { COMPLAINT_TRANSITIONS } from './complaint-transitions.ts'
import type { Complaint, ComplaintOption } from './complaint.ts'
import { acceptTask, cancelTask, completeTask, returnTask } from './task-actions.ts'
import { caseAfterTasks, type ComplaintTask } from './task.ts'
import {
  CAUSES,
  COMMITTED_OPTION_STATUSES,
  CONFIRMATION_MODES,
  OPTION_KINDS,
  type OptionStatus,
} from './vocabulary.ts'

/** A small office: several people hold several roles, so that everybody is tempted to decide on their own work. */
const STAFF: readonly Actor[] = [
  actor(['CS_MANAGER', 'CR_SUPERVISOR', 'QUALITY', 'GM_OFFICE']),
  actor(['CR_SUPERVISOR', 'CR_SPECIALIST']),
  actor(['CS_MANAGER', 'CR_SPECIALIST']),
  actor(['GENERAL_MANAGER', 'GM_OFFICE', 'QUALITY']),
  actor('SERVICE_AGENT', { departmentId: SERVICE }),
  actor(['SITE_MANAGER', 'CR_SPECIALIST'], { departmentId: ENGINEERING }),
]
const ACTIONS = Object.keys(INPUTS) as CaseAction[]

interface Move {
  readonly who: number
  readonly pick: number
  /** Out of the blue instead of by a button. */
  readonly wild: boolean
  readonly more: object
}

const more = fc.record(
  {
    mode: fc.constantFrom(...CONFIRMATION_MODES),
    satisfied: fc.constantFrom(true, true, true, false, null),
    cause: fc.constantFrom(...CAUSES),
    assigneeId: fc.constantFrom(null, ...STAFF.map((it) => it.staffId)),
    options: fc
      .array(
        fc.record({
          kind: fc.constantFrom(...OPTION_KINDS),
          amountMinor: fc.nat(8_000_00),
          description: fc.constant('补救'),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((options) => options.map((it, at) => ({ ...it, recommended: at === options.length - 1 }))),
    preventionNote: fc.constantFrom(null, '每季检查'),
    agrees: fc.constantFrom(true, true, true, false),
    comment: fc.constant('看过'),
  },
  { requiredKeys: [] },
)
const move: fc.Arbitrary<Move> = fc.record({
  who: fc.nat(STAFF.length - 1),
  pick: fc.nat(1_000),
  wild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  more,
})
/** Ways that end a case early are drawn less often, so that lives become long. */
const RARE: readonly CaseAction[] = [
  'withdraw',
  'refer',
  'decline',
  'dismiss',
  'merge',
  'reject',
  'assign',
  'contain',
]

interface Life {
  readonly case: Complaint
  readonly options: readonly ComplaintOption[]
  readonly tasks: readonly ComplaintTask[]
}
interface Step {
  readonly before: Life
  readonly after: Life
  readonly actor: Actor
  readonly change: ComplaintChange
  readonly promisedMinor: number
}

const promised = (options: readonly ComplaintOption[]): number =>
  options
    .filter((it) => (COMMITTED_OPTION_STATUSES as readonly OptionStatus[]).includes(it.status))
    .reduce((sum, it) => sum + it.amountMinor, 0)

const replaced = <T extends { readonly id: string }>(
  all: readonly T[],
  changed: readonly T[],
): readonly T[] => [...all.filter((it) => !changed.some((other) => other.id === it.id)), ...changed]

/** Somebody, sometimes, does something about an order. */
const workOnTasks = (life: Life, actor_: Actor, pick: number): Life => {
  const order = life.tasks[pick % Math.max(1, life.tasks.length)]
  if (order === undefined) return life
  const step = { expectedVersion: order.version }
  const result = [
    () => acceptTask(order, step, actor_, NOW),
    () => completeTask(order, { ...step, evidenceNote: '已完成' }, actor_, NOW),
    () => returnTask(order, { ...step, reason: '缺材料' }, actor_, NOW),
    () => cancelTask(order, { ...step, reason: '改期' }, actor_, NOW),
  ][[0, 1, 0, 1, 0, 1, 2, 3][pick % 8]!]!()
  if (!result.ok) return life
  const tasks = replaced(life.tasks, [{ ...order, ...result.value.patch }])
  return { ...life, tasks, case: { ...life.case, ...caseAfterTasks(tasks) } }
}

/** Sometimes the agreement that is owed has been drafted and approved meanwhile. */
const signAgreement = (life: Life, pick: number): Life =>
  life.case.agreementOwed && pick % 3 === 0
    ? { ...life, case: { ...life.case, agreementRevisionId: uuid(31), agreementHash: 'ab'.repeat(32) } }
    : life

/** Plays the moves as the service would, and tells every verb that went through. */
const play = (first: Complaint, moves: readonly Move[]): readonly Step[] => {
  let life: Life = { case: first, options: [], tasks: [] }
  let id = 1_000
  const steps: Step[] = []
  for (const { who, pick, wild, more: given } of moves) {
    const actor_ = STAFF[who]!
    life = signAgreement(workOnTasks(life, actor_, pick), pick)
    const buttons = actionsFrom(COMPLAINT_TRANSITIONS, actor_, life.case).filter((it) => it !== 'register')
    const usual = buttons.filter((it) => !RARE.includes(it))
    const choice = wild ? ACTIONS : pick % 25 !== 0 && usual.length > 0 ? usual : buttons
    const action = choice[pick % Math.max(1, choice.length)]
    if (action === undefined) continue
    const promisedMinor = promised(life.options)
    const result = run(action, life.case, actor_, given, {
      options: life.options.filter((it) => it.revision === life.case.proposalRevision),
      tasks: life.tasks,
      approvedForClientMinor: promisedMinor,
      agreements: DEFAULT_AGREEMENT_POLICY,
      reviewsFor: (_, amountMinor) => Number(amountMinor >= 2_000_00),
      approver: STAFF[pick % STAFF.length],
      signBy: NOW,
      newId: () => uuid(id++),
      today: '2026-11-20',
      agreementSince: '2026-11-20',
      owed: [],
      receiver: { kind: 'department', id: uuid(1) },
      into: { id: uuid(12), status: 'REGISTERED' },
    })
    if (!result.ok) continue
    expect(buttons).toContain(action)
    const change = result.value
    const after: Life = {
      case: { ...life.case, ...change.patch },
      options: replaced(life.options, change.options),
      tasks: change.task === null ? life.tasks : [...life.tasks, change.task],
    }
    steps.push({ before: life, after, actor: actor_, change, promisedMinor })
    life = after
  }
  return steps
}

const fresh = fc.record({ track: fc.constantFrom('QUICK', 'FORMAL'), anonymous: fc.boolean() }).map((it) =>
  complaint({
    ...it,
    version: 1,
    cause: null,
    findings: null,
    investigatedById: null,
    faultShare: null,
    causeNote: null,
    preventionNote: null,
    proposerId: null,
    reviewsOwed: 0,
    reviewerId: null,
    proposalRevision: 0,
    currentOptionId: null,
    currentOptionKind: null,
    amountMinor: null,
    authorityAmountMinor: null,
    approverId: null,
    approvalOwedUntil: null,
    approvedAt: null,
    offeredAt: null,
    confirmationMode: null,
    confirmedAt: null,
    contactAttempts: 0,
    agreementOwed: false,
    handlerId: null,
    resolvedAt: null,
    followedUpById: null,
    followedUpAt: null,
    followUpSatisfied: null,
    followUpCount: 0,
    referralAnsweredAt: null,
  }),
)

let lives: readonly (readonly Step[])[] = []
let steps: readonly Step[] = []
const of = (action: CaseAction): readonly Step[] => steps.filter((it) => it.change.action === action)

beforeAll(() => {
  lives = fc
    .sample(fc.tuple(fresh, fc.array(move, { minLength: 60, maxLength: 120 })), {
      numRuns: 400,
      seed: 20_261_120,
    })
    .map(([first, moves]) => play(first, moves))
  steps = lives.flat()
}, 120_000)

describe('in 400 lives of up to 120 moves', () => {
  it('every verb and every status is met, most cases more than once proposed', () => {
    expect(new Set(steps.map((it) => it.change.action))).toEqual(new Set(ACTIONS))
    expect(new Set(steps.map((it) => it.after.case.status)).size).toBe(15)
    expect(steps.some((it) => it.after.case.proposalRevision > 1)).toBe(true)
    expect(of('approve').length).toBeGreaterThan(60)
    expect(of('close').length).toBeGreaterThan(50)
  })

  it('nobody approves or rejects their own proposal', () => {
    for (const { actor: who, before } of [...of('approve'), ...of('reject')]) {
      expect(who.staffId).not.toBe(before.case.proposerId)
    }
  })

  it('nothing is approved while a review is owed, nor by who reviewed or prepared it', () => {
    expect(of('review').length).toBeGreaterThan(50)
    expect(of('review').some(({ after }) => after.case.status === 'INVESTIGATING')).toBe(true)
    for (const { actor: who, before } of [...of('approve'), ...of('review')]) {
      expect(who.staffId).not.toBe(before.case.reviewerId)
      expect(who.staffId).not.toBe(before.case.proposerId)
    }
    for (const { before } of of('approve')) expect(before.case.reviewsOwed).toBe(0)
    for (const { before, after, change } of of('review'))
      expect([change.signs, before.case.reviewsOwed - after.case.reviewsOwed]).toEqual(
        after.case.status === 'PROPOSED' ? ['REVIEWED', 1] : ['REJECTED', before.case.reviewsOwed],
      )
  })

  it('what was approved by word is signed by who gave it or goes back, before anything closes', () => {
    expect(of('signOralApproval').length).toBeGreaterThan(5)
    for (const { actor: who, before } of [...of('signOralApproval'), ...of('denyOralApproval')])
      expect(who.staffId).toBe(before.case.approverId)
    for (const { actor: who, after } of of('recordOralApproval'))
      expect([after.case.approverId, after.case.proposerId]).not.toContain(
        who.staffId === after.case.approverId ? who.staffId : null,
      )
    for (const { before } of [...of('close'), ...of('refuseOption')])
      expect(before.case.approvalOwedUntil).toBeNull()
  })

  it('nobody approves above their limit, counting all that stands promised to the client', () => {
    for (const { actor: who, before, after, promisedMinor } of of('approve')) {
      const amount = authorityAmount(promisedMinor, before.case.amountMinor ?? Number.NaN)
      expect(amount).toBeLessThanOrEqual(limitFor(who, before.case.cause))
      expect(after.case.authorityAmountMinor).toBe(amount)
      const limits = approvalLimits(DEFAULT_AUTHORITY_LIMITS, who.roles)
      expect(amount).toBeLessThanOrEqual(
        Math.max(limits.approvalLimitMinor, ...Object.values(limits.approvalLimitMinorByCause)),
      )
    }
  })

  it('nobody asks the client about work of their own', () => {
    for (const { actor: who, before } of of('followUp')) {
      expect(who.staffId).not.toBe(before.case.handlerId)
      expect(before.tasks.filter((it) => it.status !== 'CANCELLED').map((it) => it.assigneeId)).not.toContain(
        who.staffId,
      )
    }
  })

  it('nobody rules on their own findings', () => {
    for (const { actor: who, before } of [...of('ruleResponsibility'), ...of('decline'), ...of('dismiss')]) {
      expect(before.case.findings).not.toBeNull()
      expect(who.staffId).not.toBe(before.case.investigatedById)
    }
  })

  it('nothing is carried out that was not approved by one, and confirmed by the client or in their stead', () => {
    for (const { before } of of('dispatch')) {
      expect(before.case.approverId).not.toBeNull()
      expect(before.case.confirmationMode).not.toBeNull()
      expect(before.options.find((it) => it.id === before.case.currentOptionId)?.status).toBe('ACCEPTED')
    }
    for (const { before } of of('resolve')) {
      if (before.case.track === 'FORMAL') expect(before.case.confirmationMode).not.toBeNull()
      expect(before.case.openTaskCount).toBe(0)
    }
  })

  it('a large sum is carried out, and its case closed, once the client signed the agreement', () => {
    expect(of('recordAgreement').length).toBeGreaterThan(5)
    const large = (life: Life) =>
      needsAgreement(DEFAULT_AGREEMENT_POLICY, life.case.currentOptionKind, life.case.amountMinor)
    expect(of('dispatch').some(({ before }) => large(before))).toBe(true)
    for (const { before } of [...of('dispatch'), ...of('close')])
      if (large(before)) expect(before.case.agreementSignedOn).not.toBeNull()
    for (const { after } of steps)
      if (after.case.approvedAt === null) expect(after.case.agreementSignedOn).toBeNull()
  })

  it('nothing closes with a gap', () => {
    for (const { before, after } of of('close')) {
      expect(closingGaps(before.case)).toEqual([])
      expect(after.case.openTaskCount).toBe(0)
      if (before.case.status === 'REFERRED') {
        expect(after.case.referralAnsweredAt).not.toBeNull()
      } else {
        expect(after.case.cause).not.toBeNull()
        expect(after.case.followedUpById).not.toBeNull()
        expect(after.case.followedUpById).not.toBe(after.case.handlerId)
        expect(after.case.followUpSatisfied).not.toBe(false)
        if (after.case.track === 'FORMAL') {
          expect(after.case.confirmationMode).not.toBeNull()
          expect(after.case.preventionNote).not.toBeNull()
        }
      }
    }
  })

  it('a client counts as unreachable after three attempts only', () => {
    const confirmed = of('confirm').filter((it) => it.after.case.confirmationMode === 'UNREACHABLE')
    expect(confirmed.length).toBeGreaterThan(0)
    for (const { before } of confirmed) expect(before.case.contactAttempts).toBeGreaterThanOrEqual(3)
  })

  it('at most one option of a proposal is promised at a time, and it is the one on the table', () => {
    for (const { after } of steps) {
      const standing = after.options.filter(
        (it) => it.revision === after.case.proposalRevision && promised([{ ...it, amountMinor: 1 }]) > 0,
      )
      expect(standing.length).toBeLessThanOrEqual(1)
      const approved = ['APPROVED', 'CLIENT_CONFIRMED', 'EXECUTING'].includes(after.case.status)
      if (approved) expect(standing.map((it) => it.id)).toEqual([after.case.currentOptionId])
    }
  })

  it('every step counts the version on by one and is explained by the table', () => {
    for (const { before, after, change } of steps) {
      expect(after.case.version).toBe(before.case.version + 1)
      expect(
        COMPLAINT_TRANSITIONS.some(
          (row) =>
            row.action === change.action &&
            row.from.includes(before.case.status) &&
            (row.to === 'SAME' ? before.case.status : row.to) === after.case.status &&
            (row.signs ?? null) === change.signs,
        ),
      ).toBe(true)
    }
  })
})
