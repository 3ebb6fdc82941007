import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actor, complaint, NOW, task, uuid } from '../../test/given.ts'
import { SEVERITIES, PURPOSES, type Status } from '../complaints/vocabulary.ts'
import { parseInput } from '../input.ts'
import { actionsFrom, canTransition, unreachable } from '../lifecycle/state-machine.ts'
import { addWorkingMinutes, workingMinutesBetween } from '../working-time/working-minutes.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { WEEKDAYS } from '../working-time/local-day.ts'
import { promisesAfter, promisesAfterTask, type CaseStep } from './case-promises.ts'
import { draft, madePromise, type PromiseTerms } from './make-promise.ts'
import {
  answerPromise,
  makePromise,
  pausePromise,
  resumePromise,
  supersedePromise,
} from './promise-actions.ts'
import {
  chooseRule,
  DEFAULT_PROMISE_POLICY,
  DEFAULT_PROMISE_RULES,
  PROMISE_POLICY_INPUTS,
  type CaseForPolicy,
  type PromiseRule,
} from './promise-policy.ts'
import { promiseOutlook, spokenTime } from './promise-outlook.ts'
import { nextDueOf, promiseFacts, PROMISE_TRANSITIONS, type CasePromise } from './promise.ts'
import { PROMISE_STATUSES } from './vocabulary.ts'

const HOURS = [
  { fromMinute: 510, toMinute: 720 },
  { fromMinute: 810, toMinute: 1080 },
]
const calendar: WorkingCalendar = {
  timeZone: 'Asia/Shanghai',
  week: Object.fromEntries(
    WEEKDAYS.map((weekday, at) => [weekday, at < 5 ? HOURS : []]),
  ) as unknown as WorkingCalendar['week'],
  specialDays: [],
  observesHolidays: false,
  publishedYears: [],
  revision: 4,
}
let serial = 500
const terms: PromiseTerms = {
  calendar,
  policy: DEFAULT_PROMISE_POLICY,
  categoryPath: [],
  grade: null,
  newId: () => uuid(serial++),
}
/** A Friday, ten in the morning at the place. */
const FRIDAY = NOW
const at = (hours: number): Date => new Date(FRIDAY.getTime() + hours * 3_600_000)
const made = (more = {}, kind: CasePromise['kind'] = 'ANSWER'): CasePromise =>
  madePromise(draft(kind, more), complaint(), FRIDAY, terms).promise

const agent = actor('CR_SPECIALIST')
const around = (pauses: Parameters<typeof answerPromise>[4]['pauses'] = []) => ({
  complaint: complaint(),
  calendar,
  pauses,
  newId: terms.newId,
})

describe('the policy', () => {
  const rule = (more: Partial<PromiseRule>): PromiseRule => ({ ...DEFAULT_PROMISE_RULES[0]!, ...more })
  const it_: CaseForPolicy = {
    severity: 1,
    purpose: 'ACCUSATION',
    grade: 'A',
    categoryPath: ['leaf', 'root'],
  }

  it('promises an answer on the same working day where no row is more specific', () => {
    const plain = { severity: 3, purpose: 'CRITICISM', grade: null, categoryPath: [] } as const
    expect(chooseRule(DEFAULT_PROMISE_RULES, 'ANSWER', plain)).toMatchObject({
      rule: { budgetMinutes: null },
      because: [],
    })
  })

  it('lets the row with most conditions win, then category before grade, purpose and severity, and the nearer category', () => {
    const order = [
      rule({ purpose: 'ACCUSATION', severity: 1 }),
      rule({ categoryId: 'leaf' }),
      rule({ categoryId: 'root' }),
      rule({ grade: 'A' }),
      rule({ purpose: 'ACCUSATION' }),
      rule({ severity: 1 }),
      rule({}),
    ]
    for (const [from] of order.entries()) {
      const rest = order.slice(from)
      const chosen = chooseRule(rest.toReversed(), 'ANSWER', it_)!
      expect(chosen.rule).toBe(rest[0])
      expect(chosen.outdone).toEqual(rest.slice(1))
    }
  })

  it('never chooses a row that does not match, whatever the rows and their order', () => {
    const rules = fc.array(
      fc.record({
        severity: fc.constantFrom(null, ...SEVERITIES),
        purpose: fc.constantFrom(null, ...PURPOSES),
        categoryId: fc.constantFrom(null, 'leaf', 'root', 'other'),
      }),
    )
    fc.assert(
      fc.property(
        rules,
        fc.constantFrom(...SEVERITIES),
        fc.constantFrom(null, ...PURPOSES),
        (rows, severity, purpose) => {
          const case_ = { ...it_, severity, purpose }
          const all = rows.map((row) => rule(row))
          const chosen = chooseRule(all, 'ANSWER', case_)
          const matching = all.filter(
            (row) =>
              (row.severity ?? severity) === severity &&
              (row.purpose ?? purpose) === purpose &&
              (row.categoryId === null || case_.categoryPath.includes(row.categoryId)),
          )
          expect(chosen === undefined).toBe(matching.length === 0)
          if (chosen) expect(matching).toContain(chosen.rule)
        },
      ),
    )
  })

  it('refuses two rows with the same conditions, and one that leaves somebody without an answer', () => {
    const parsed = (rules: readonly PromiseRule[]) =>
      parseInput(PROMISE_POLICY_INPUTS.set, { rules, expectedRevision: 0 })
    expect(parsed(DEFAULT_PROMISE_RULES).ok).toBe(true)
    expect(parsed([rule({}), rule({})])).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'rules.1.kind' }] },
    })
    expect(parsed([rule({ severity: 1 })])).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'rules' }] },
    })
    expect(parsed([rule({ escalateAfterMinutes: [60, 60] })])).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'rules.0.escalateAfterMinutes' }] },
    })
  })
})

describe('a due time', () => {
  it('of the same working day is its end, and on a day off the end of the next one', () => {
    expect(made().dueAt).toEqual(at(8))
    const saturday = madePromise(draft('ANSWER'), complaint(), at(24), terms).promise
    expect(saturday.dueAt).toEqual(at(80))
    expect(saturday.explanation.lines.map(({ kind }) => kind)).toEqual(['DAY_OFF', 'WORK', 'WORK'])
  })

  it('is what an authority says, where it says anything; and that does not rest', () => {
    const hotline = complaint({ outsideDeadlineAt: at(100) })
    const { promise } = madePromise(draft('ANSWER'), hotline, FRIDAY, terms)
    expect(promise).toMatchObject({ basis: 'OUTSIDE_DEADLINE', dueAt: at(100), pauseCapMinutes: 0 })
    const keeper = actor('CR_SUPERVISOR')
    expect(actionsFrom(PROMISE_TRANSITIONS, keeper, promiseFacts(promise, hotline))).not.toContain('pause')
  })

  it('is explained by lines that add up to what was owed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        (budgetMinutes, later) => {
          const startedAt = new Date(FRIDAY.getTime() + later * 60_000)
          const policy = {
            revision: 2,
            rules: [{ ...DEFAULT_PROMISE_RULES[0]!, budgetMinutes, warnBeforeMinutes: 0 }],
          }
          const { promise, schedule } = madePromise(draft('ANSWER'), complaint(), startedAt, {
            ...terms,
            policy,
          })
          const counted = promise.explanation.lines.filter(({ kind }) => kind === 'WORK')
          expect(counted.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(budgetMinutes)
          expect(promise.dueAt).toEqual(addWorkingMinutes(calendar, startedAt, budgetMinutes).at)
          expect(schedule.map(({ dueAt }) => dueAt)).toEqual(
            schedule.map(({ dueAt }) => dueAt).toSorted((a, b) => +a - +b),
          )
        },
      ),
    )
  })
})

describe('the life of a promise', () => {
  it('reaches every state but the one that only the end of a case brings about', () => {
    expect(unreachable(PROMISE_TRANSITIONS, 'OPEN', PROMISE_STATUSES)).toEqual(['CANCELLED'])
    for (const from of ['KEPT', 'SUPERSEDED', 'CANCELLED'] as const)
      expect(
        ['answer', 'supersede', 'pause', 'resume'].filter((it_) =>
          canTransition(PROMISE_TRANSITIONS, it_ as 'answer', from),
        ),
      ).toEqual([])
  })

  const said = { answer: '已告知', channel: 'PHONE', nextDueAt: null } as const

  it('is kept up to the last moment and broken after it, whether or not the clock came round', () => {
    const promise = made()
    const inTime = answerPromise(promise, { ...said, expectedVersion: 1 }, agent, promise.dueAt, around())
    expect(inTime).toMatchObject({ ok: true, value: { to: 'KEPT', patch: { settledAt: promise.dueAt } } })
    const late = new Date(promise.dueAt.getTime() + 1)
    const tooLate = answerPromise(promise, { ...said, expectedVersion: 1 }, agent, late, around())
    expect(tooLate).toMatchObject({
      ok: true,
      value: { to: 'BROKEN', patch: { brokenAt: promise.dueAt, fulfilledAt: late } },
    })
  })

  it('stays broken when it is fulfilled late, and accepts the word although the clock wrote in between', () => {
    const broken: CasePromise = {
      ...made(),
      status: 'BROKEN',
      brokenAt: at(8),
      version: 2,
      updatedById: null,
    }
    const late = answerPromise(broken, { ...said, expectedVersion: 1 }, agent, at(30), around())
    expect(late).toMatchObject({
      ok: true,
      value: { from: 'BROKEN', to: 'BROKEN', patch: { fulfilledAt: at(30), settledAt: at(30) } },
    })
    const byAColleague = { ...broken, updatedById: uuid(9) }
    expect(
      answerPromise(byAColleague, { ...said, expectedVersion: 1 }, agent, at(30), around()),
    ).toMatchObject({
      ok: false,
      error: { code: 'STALE_RECORD' },
    })
  })

  it('gets another time by a promise that points at it, with how the client agreed', () => {
    const promise = made()
    const result = supersedePromise(
      promise,
      { expectedVersion: 1, dueAt: at(50), assent: '客户同意' },
      agent,
      at(1),
      around(),
    )
    expect(result).toMatchObject({
      ok: true,
      value: { to: 'SUPERSEDED', next: { supersedesId: promise.id, statedAt: at(50), assent: '客户同意' } },
    })
    expect(
      supersedePromise(promise, { expectedVersion: 1, dueAt: at(1), assent: 'x' }, agent, at(1), around()),
    ).toMatchObject({
      error: { fields: [{ path: 'dueAt' }] },
    })
  })

  it('rests for exactly the working time of its pauses, and no longer than the cap', () => {
    const keeper = actor('CR_SUPERVISOR')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 20_000 }), (begin, length) => {
        const promise = made()
        const pausedAt = new Date(FRIDAY.getTime() + begin * 60_000)
        const paused = pausePromise(
          promise,
          { expectedVersion: 1, reason: 'PARTS', note: null },
          keeper,
          pausedAt,
          around(),
        )
        if (!paused.ok) throw new Error(paused.error.code)
        const resting = { ...promise, ...paused.value.patch }
        const resumedAt = new Date(pausedAt.getTime() + length * 60_000)
        const resumed = resumePromise(
          resting,
          { expectedVersion: 2, note: null },
          keeper,
          resumedAt,
          around([paused.value.pause!]),
        )
        if (!resumed.ok) throw new Error(resumed.error.code)
        const after = { ...resting, ...resumed.value.patch }
        const rested = Math.min(
          workingMinutesBetween(calendar, pausedAt, resumedAt).minutes,
          promise.pauseCapMinutes,
        )
        const moved = workingMinutesBetween(calendar, promise.dueAt, after.dueAt).minutes
        expect(moved).toBe(rested)
        expect(after.dueAt <= resting.dueAt).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('promises a time at any time, a remedy only once it is approved', () => {
    const input = { kind: 'EXECUTION', what: null, channel: null, dueAt: at(5), expectedVersion: 7 } as const
    expect(makePromise(complaint({ approvedAt: null }), input, agent, at(0))).toMatchObject({
      error: { reason: 'remedyIsApproved' },
    })
    expect(makePromise(complaint(), input, agent, at(0))).toMatchObject({
      ok: true,
      value: { promise: { kind: 'EXECUTION' } },
    })
    expect(makePromise(complaint({ approvedAt: null }), { ...input, kind: 'ANSWER' }, agent, at(0)).ok).toBe(
      true,
    )
  })
})

describe('what a step of the case does', () => {
  const step = (
    action: CaseStep['change']['action'],
    to: Status,
    more: Partial<CaseStep> = {},
  ): CaseStep => ({
    change: { action, to, patch: {}, task: null, promise: null },
    before: complaint(),
    after: complaint({ status: to }),
    ...more,
  })
  const after = (it_: CaseStep, owed: readonly CasePromise[] = []) =>
    promisesAfter(it_, owed, agent, at(1), terms)

  it('registers with an answer owed, and nothing else by the built-in policy', () => {
    const { made: promises, nextDueAt } = after({ ...step('register', 'REGISTERED'), before: undefined })
    expect(promises.map(({ promise }) => promise.kind)).toEqual(['ANSWER'])
    expect(nextDueAt).toEqual(at(8))
  })

  it('is answered by an offer, not by an acknowledgement inside', () => {
    expect(after(step('acknowledge', 'ACKNOWLEDGED'), [made()]).changed).toEqual([])
    expect(after(step('offer', 'APPROVED'), [made()])).toMatchObject({
      changed: [{ patch: { status: 'KEPT', fulfilledBy: 'offer' } }],
      nextDueAt: null,
    })
  })

  it('lapses with a withdrawal and a merger; what was broken stays broken', () => {
    const broken: CasePromise = { ...made(), status: 'BROKEN' }
    for (const [action, to] of [
      ['withdraw', 'WITHDRAWN'],
      ['merge', 'MERGED'],
    ] as const) {
      const { changed, nextDueAt } = after(step(action, to), [made(), broken])
      expect(changed.map(({ patch }) => patch.status)).toEqual(['CANCELLED', undefined])
      expect(changed.every(({ patch }) => patch.settledAt !== null)).toBe(true)
      expect(nextDueAt).toBeNull()
    }
  })

  it('is owed sooner when the case proves more severe, never later', () => {
    const worse = { before: complaint({ severity: 3 }), after: complaint({ severity: 1 }) }
    const {
      changed,
      made: [stricter],
    } = after(step('acknowledge', 'ACKNOWLEDGED', worse), [made()])
    expect(changed).toMatchObject([{ patch: { status: 'SUPERSEDED' } }])
    expect(stricter!.promise.dueAt.getTime()).toBeLessThan(at(8).getTime())
    const milder = { before: complaint({ severity: 1 }), after: complaint({ severity: 3 }) }
    expect(after(step('acknowledge', 'ACKNOWLEDGED', milder), [made()])).toMatchObject({
      changed: [],
      made: [],
    })
  })

  it('promises an order by its own time, and keeps that when the order is done', () => {
    const order = task({ dueAt: at(30) })
    const given = step('dispatch', 'EXECUTING')
    const {
      made: [one],
    } = after({ ...given, change: { ...given.change, task: order } })
    expect(one!.promise).toMatchObject({ kind: 'EXECUTION', taskId: order.id, dueAt: at(30) })
    expect(promisesAfterTask(order.id, 'DONE', [one!.promise], agent, at(2)).changed[0]!.patch.status).toBe(
      'KEPT',
    )
    expect(
      promisesAfterTask(order.id, 'CANCELLED', [one!.promise], agent, at(2)).changed[0]!.patch.status,
    ).toBe('CANCELLED')
  })

  it('hands what is owed to whoever has the case now', () => {
    const moved = { before: complaint(), after: complaint({ assigneeId: uuid(27) }) }
    expect(after(step('assign', 'ACKNOWLEDGED', moved), [made()]).changed).toMatchObject([
      { patch: { ownerId: uuid(27) } },
    ])
  })

  it('shows the soonest of what is not settled', () => {
    const [one, other] = [made(), { ...made(), dueAt: at(2) }]
    expect(nextDueOf([one, other])).toEqual(at(2))
    expect(nextDueOf([one, { ...other, settledAt: at(1) }])).toEqual(one.dueAt)
  })
})

describe('the outlook while a case is still being told', () => {
  it('is what registering it makes, for every severity and purpose', () => {
    for (const severity of SEVERITIES)
      for (const purpose of [null, ...PURPOSES]) {
        const after = complaint({ severity, purpose, status: 'REGISTERED' })
        const change = {
          action: 'register',
          to: 'REGISTERED',
          patch: after,
          task: null,
          promise: null,
        } as const
        const { made: owed } = promisesAfter({ change, before: undefined, after }, [], agent, FRIDAY, terms)
        const told = promiseOutlook({ severity, purpose }, FRIDAY, terms)
        expect(told.map(({ kind, dueAt }) => ({ kind, dueAt }))).toEqual(
          owed.map(({ promise: { kind, dueAt } }) => ({ kind, dueAt })),
        )
        expect(told.map(({ explanation }) => explanation)).toEqual(
          owed.map(({ promise: { explanation } }) => explanation),
        )
      }
  })

  it('is said as one says a time: today, tomorrow, else the day; midnight belongs to the day that ends', () => {
    const spoken = (at: string) => {
      const { zh, en } = spokenTime(new Date(at), new Date('2026-11-30T08:00:00Z'), 'Asia/Shanghai')
      return [zh, en]
    }
    expect(spoken('2026-11-30T09:30:00Z')).toEqual(['今天 17:30', 'today 17:30'])
    expect(spoken('2026-11-30T16:00:00Z')).toEqual(['今天 24:00', 'today 24:00'])
    expect(spoken('2026-12-01T01:05:00Z')).toEqual(['明天 09:05', 'tomorrow 09:05'])
    expect(spoken('2026-12-02T02:00:00Z')).toEqual(['12月2日 周三 10:00', 'Wed Dec 2, 10:00'])
  })
})
