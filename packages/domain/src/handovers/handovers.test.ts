import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actor, complaint, NOW, SERVICE, uuid } from '../../test/given.ts'
import {
  acceptHandover,
  assign,
  declineHandover,
  handOver,
  lapse,
  offerHandover,
  replyHandover,
  responsibleFor,
  takeBackHandover,
  askHandover,
  type Actor,
  type CaseAtHand,
  type CasePromise,
  type Complaint,
  type Handover,
  type HandoverAtHand,
  type HandoverItem,
  type Result,
} from '../index.ts'

let ids = 50_000
const newId = () => uuid(ids++)

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const promiseOf = (case_: Complaint, more: Partial<CasePromise> = {}): CasePromise => ({
  id: newId(),
  complaintId: case_.id,
  kind: 'ANSWER',
  status: 'OPEN',
  what: null,
  clientId: null,
  channel: 'PHONE',
  ownerId: responsibleFor(case_),
  departmentId: SERVICE,
  madeById: null,
  madeAt: NOW,
  basis: 'BUDGET',
  startedAt: NOW,
  budgetMinutes: 60,
  statedAt: null,
  dueAt: NOW,
  explanation: {} as CasePromise['explanation'],
  warnBeforeMinutes: 0,
  escalateAfterMinutes: [],
  pauseCapMinutes: 0,
  pausedAt: null,
  pausedUntil: null,
  brokenAt: null,
  escalationLevel: 0,
  fulfilledAt: null,
  fulfilledById: null,
  fulfilledBy: null,
  answer: null,
  answerChannel: null,
  supersedesId: null,
  assent: null,
  settledAt: null,
  taskId: null,
  version: 1,
  updatedAt: NOW,
  updatedById: null,
  ...more,
})

const agent = () => actor('SERVICE_AGENT', { departmentId: SERVICE })
const to = (person: Actor) => ({ kind: 'person', actor: person }) as const
const offer = { receiverId: uuid(1), departmentId: null, note: '下班' }

/** One case of the giver's with a promise, offered to the receiver. */
const offered = (giver: Actor, receiver: Actor) => {
  const before = complaint({ registeredById: giver.staffId })
  const owed = [promiseOf(before)]
  const input = { ...offer, expectedVersion: before.version }
  const change = value(handOver(before, input, giver, NOW, { owed, receiver: to(receiver), newId }))
  const { handover, items } = change.handover!
  const after = { ...before, ...change.patch }
  const at: HandoverAtHand = { handover, items, cases: [{ complaint: after, owed }], newId }
  return { before, after, owed, at, step: { expectedVersion: handover.version } }
}

describe('first-asked responsibility', () => {
  it('stays with the giver until it is accepted, and moves with what was promised', () => {
    const [giver, receiver] = [agent(), agent()]
    const { before, after, at, step } = offered(giver, receiver)
    expect(responsibleFor(after)).toBe(giver.staffId)
    expect(after).toMatchObject({ assigneeId: before.assigneeId, status: before.status })
    const { cases, items, to: status, signs } = value(acceptHandover(at, step, receiver, NOW))
    expect({ status, signs }).toEqual({ status: 'ACCEPTED', signs: 'RECEIVED' })
    expect(cases[0]).toMatchObject({
      patch: { assigneeId: receiver.staffId, handoverId: null },
      promises: [{ patch: { ownerId: receiver.staffId } }],
    })
    expect(items.map(({ patch }) => patch.outcome)).toEqual(['MOVED', 'MOVED'])
  })

  it('is given away by nobody else, and not twice', () => {
    const [giver, receiver] = [agent(), agent()]
    const { after, before } = offered(giver, receiver)
    const again = (it_: Complaint, who: Actor) =>
      handOver(it_, { ...offer, expectedVersion: it_.version }, who, NOW, {
        owed: [],
        receiver: to(receiver),
        newId,
      })
    expect(again(after, giver)).toMatchObject({ error: { reason: 'isNotHandedOver' } })
    expect(again(before, receiver)).toMatchObject({ error: { reason: 'actorIsResponsible' } })
  })

  it('goes only to somebody else, who can read the case and keep what was promised', () => {
    const giver = agent()
    const it_ = complaint({ registeredById: giver.staffId })
    const given = (receiver: Actor | undefined, owed: readonly CasePromise[]) =>
      handOver(it_, { ...offer, expectedVersion: it_.version }, giver, NOW, {
        owed,
        receiver: { kind: 'person', actor: receiver },
        newId,
      })
    const refused = { error: { code: 'INVALID_INPUT', fields: [{ path: 'receiverId' }] } }
    expect(given(giver, [])).toMatchObject(refused)
    expect(given(undefined, [])).toMatchObject(refused)
    // Outside their territory; and a technician says nothing to clients.
    expect(given(actor('SITE_MANAGER'), [])).toMatchObject(refused)
    expect(given(actor('TECHNICIAN'), [promiseOf(it_)])).toMatchObject(refused)
    expect(given(actor('TECHNICIAN'), []).ok).toBe(true)
  })

  it('is not accepted by the giver, by a stranger, or after an answer', () => {
    const [giver, receiver] = [agent(), agent()]
    const { at, step } = offered(giver, receiver)
    expect(acceptHandover(at, step, agent(), NOW)).toMatchObject({ error: { reason: 'permission' } })
    expect(acceptHandover(at, step, giver, NOW).ok).toBe(false)
    const declined = { ...at, handover: { ...at.handover, status: 'DECLINED' as const } }
    expect(acceptHandover(declined, step, receiver, NOW)).toMatchObject({ error: { code: 'WRONG_STATUS' } })
    expect(acceptHandover(at, { expectedVersion: 9 }, receiver, NOW)).toMatchObject({
      error: { code: 'STALE_RECORD' },
    })
  })

  it('lapses when case control puts somebody else in charge', () => {
    const [giver, receiver] = [agent(), agent()]
    const { after, at } = offered(giver, receiver)
    const office = actor('GM_OFFICE')
    const input = { expectedVersion: after.version, handlingDepartmentId: SERVICE, assigneeId: uuid(77) }
    const assigned = { ...after, ...value(assign(after, input, office, NOW)).patch }
    expect(assigned.handoverId).toBeNull()
    expect(lapse(at, assigned, office, NOW)).toMatchObject({
      to: 'LAPSED',
      items: [{ patch: { outcome: 'ELSEWHERE' } }, { patch: { outcome: 'ELSEWHERE' } }],
    })
  })
})

describe('a shift hand-over', () => {
  const giver = agent()
  const night = agent()
  const mine = (n: number, more: Partial<Complaint> = {}): CaseAtHand => {
    const it_ = complaint({
      id: uuid(1_000 + n),
      number: `2611-000${n}`,
      assigneeId: giver.staffId,
      nextDueAt: new Date(NOW.getTime() - n),
      ...more,
    })
    return { complaint: it_, owed: [promiseOf(it_)] }
  }
  const make = (cases: readonly CaseAtHand[]) =>
    offerHandover(
      {
        receiverId: night.staffId,
        departmentId: null,
        note: '3 栋钥匙在前台',
        items: cases.map(({ complaint: { id } }) => ({ complaintId: id, remark: '已致电' })),
      },
      cases,
      giver,
      NOW,
      { receiver: to(night), newId },
    )

  it('freezes the list, what is due first on top', () => {
    const { items, handover } = value(make([mine(1), mine(2)]))
    expect(handover).toMatchObject({ kind: 'SHIFT', status: 'OFFERED', giverId: giver.staffId })
    expect(
      items.map(({ number, promiseKind, remark, position }) => [number, promiseKind, remark, position]),
    ).toEqual([
      ['2611-0002', null, '已致电', 1],
      ['2611-0002', 'ANSWER', null, 2],
      ['2611-0001', null, '已致电', 3],
      ['2611-0001', 'ANSWER', null, 4],
    ])
  })

  it('names the line that is not the giver’s', () => {
    expect(make([mine(1), mine(2, { assigneeId: uuid(77) })])).toMatchObject({
      error: { fields: [{ path: 'items.1.complaintId' }] },
    })
  })

  it('moves what stands, marks what is different, and takes along what was promised meanwhile', () => {
    const cases = [mine(1), mine(2), mine(3)]
    const { handover, items } = value(make(cases))
    const waiting = (it_: CaseAtHand, more: Partial<Complaint> = {}) => ({
      ...it_.complaint,
      handoverId: handover.id,
      ...more,
    })
    const late = promiseOf(cases[0]!.complaint)
    const now: CaseAtHand[] = [
      // Its promise was kept meanwhile, and another one made.
      { complaint: waiting(cases[0]!), owed: [late] },
      // Somebody else has it.
      { complaint: waiting(cases[1]!, { handoverId: null, assigneeId: uuid(77) }), owed: cases[1]!.owed },
      { complaint: waiting(cases[2]!), owed: cases[2]!.owed },
    ]
    const change = value(
      acceptHandover({ handover, items, cases: now, newId }, { expectedVersion: 1 }, night, NOW),
    )
    const outcome = (n: number) =>
      change.items.filter(({ item }) => item.number === `2611-000${n}`).map(({ patch }) => patch.outcome)
    expect([outcome(1), outcome(2), outcome(3)]).toEqual([
      ['MOVED', 'SETTLED'],
      ['ELSEWHERE', 'ELSEWHERE'],
      ['MOVED', 'MOVED'],
    ])
    expect(change.added).toMatchObject([{ promiseId: late.id, outcome: 'MOVED', position: 7 }])
    expect(change.cases.map(({ complaint: { number } }) => number)).toEqual(['2611-0001', '2611-0003'])
    expect(change.cases[0]?.promises).toMatchObject([{ promise: late, patch: { ownerId: night.staffId } }])
  })

  it('answers a question before it is accepted, and none that nobody asked', () => {
    const { handover, items } = value(make([mine(1)]))
    const at = { handover, items, cases: [], newId }
    const itemId = items[0]!.id
    const step = { expectedVersion: 1, itemId }
    expect(replyHandover(at, { ...step, reply: '是' }, giver, NOW)).toMatchObject({
      error: { reason: 'question' },
    })
    const asked = value(askHandover(at, { ...step, question: '钥匙在哪？' }, night, NOW))
    expect(asked.items).toMatchObject([{ patch: { question: '钥匙在哪？', askedById: night.staffId } }])
  })
})

/**
 * A world of three agents, two cases and whatever they do: at every moment each promise that is owed has one person who answers
 * for it, the very one who answers for its case; and that person changes only where somebody accepted, or was assigned.
 */
describe('nothing falls between two shifts', () => {
  interface World {
    readonly cases: readonly CaseAtHand[]
    readonly handovers: readonly { readonly handover: Handover; readonly items: readonly HandoverItem[] }[]
  }
  const people = [agent(), agent(), agent()]
  const office = actor('GM_OFFICE')
  const moves = fc.array(
    fc.record({
      what: fc.constantFrom(
        'handOver',
        'offer',
        'accept',
        'decline',
        'takeBack',
        'assign',
        'promise',
        'keep',
      ),
      who: fc.nat(2),
      whom: fc.nat(2),
      which: fc.nat(1),
    }),
    { maxLength: 30 },
  )

  const write = (world: World, changed: readonly CaseAtHand[]): World => ({
    ...world,
    cases: world.cases.map((it_) => changed.find(({ complaint: { id } }) => id === it_.complaint.id) ?? it_),
  })

  const begin = (): World => ({
    handovers: [],
    cases: [0, 1].map((n) => {
      const it_ = complaint({ id: uuid(2_000 + n), registeredById: people[n]!.staffId })
      return { complaint: it_, owed: [promiseOf(it_)] }
    }),
  })

  const answer = (
    world: World,
    who: Actor,
    verb: typeof acceptHandover | typeof declineHandover | typeof takeBackHandover,
    reason: string,
  ): World => {
    for (const { handover, items } of world.handovers) {
      const cases = world.cases.filter(({ complaint: { id } }) =>
        items.some((item) => item.complaintId === id),
      )
      const result = verb(
        { handover, items, cases, newId },
        { expectedVersion: handover.version, reason },
        who,
        NOW,
      )
      if (!result.ok) continue
      const after = write(
        world,
        result.value.cases.map(({ complaint: it_, patch, promises }) => ({
          complaint: { ...it_, ...patch },
          owed: cases
            .find(({ complaint: { id } }) => id === it_.id)!
            .owed.map((one) => ({ ...one, ...promises.find(({ promise }) => promise.id === one.id)?.patch })),
        })),
      )
      return { ...after, handovers: world.handovers.filter((one) => one.handover.id !== handover.id) }
    }
    return world
  }

  const play = (world: World, move: { what: string; who: number; whom: number; which: number }): World => {
    const [who, whom] = [people[move.who]!, people[move.whom]!]
    const at = world.cases[move.which]!
    const { complaint: it_, owed } = at
    switch (move.what) {
      case 'handOver': {
        const input = { ...offer, expectedVersion: it_.version }
        const result = handOver(it_, input, who, NOW, { owed, receiver: to(whom), newId })
        if (!result.ok) return world
        const after = write(world, [{ complaint: { ...it_, ...result.value.patch }, owed }])
        return { ...after, handovers: [...world.handovers, result.value.handover!] }
      }
      case 'offer': {
        const listed = world.cases.filter(
          ({ complaint: one }) => responsibleFor(one) === who.staffId && one.handoverId === null,
        )
        const items = listed.map(({ complaint: { id } }) => ({ complaintId: id, remark: null }))
        const input = { receiverId: whom.staffId, departmentId: null, note: null, items }
        const result = offerHandover(input, listed, who, NOW, { receiver: to(whom), newId })
        if (!result.ok || items.length === 0) return world
        const made = result.value
        const after = write(
          world,
          listed.map((one) => ({ ...one, complaint: { ...one.complaint, handoverId: made.handover.id } })),
        )
        return { ...after, handovers: [...world.handovers, made] }
      }
      case 'accept':
        return answer(world, who, acceptHandover, '')
      case 'decline':
        return answer(world, who, declineHandover, '忙')
      case 'takeBack':
        return answer(world, who, takeBackHandover, '')
      case 'assign': {
        const input = {
          expectedVersion: it_.version,
          handlingDepartmentId: SERVICE,
          assigneeId: whom.staffId,
        }
        const result = assign(it_, input, office, NOW)
        if (!result.ok) return world
        const after = { ...it_, ...result.value.patch }
        const moved = owed.map((one) => ({ ...one, ownerId: responsibleFor(after) }))
        return write(world, [{ complaint: after, owed: moved }])
      }
      case 'promise':
        return write(world, [{ ...at, owed: [...owed, promiseOf(it_)] }])
      default:
        return write(world, [{ ...at, owed: owed.slice(1) }])
    }
  }

  it('whatever is offered, accepted, declined, taken back or assigned', () => {
    fc.assert(
      fc.property(moves, (all) => {
        let world = begin()
        for (const move of all) {
          const before = world.cases
          world = play(world, move)
          for (const [n, { complaint: it_, owed }] of world.cases.entries()) {
            const responsible = responsibleFor(it_)
            expect(owed.map(({ ownerId }) => ownerId)).toEqual(owed.map(() => responsible))
            const moved = responsibleFor(before[n]!.complaint) !== responsible
            if (moved) expect(['accept', 'assign']).toContain(move.what)
            if (moved && move.what === 'accept') expect(responsible).toBe(people[move.who]!.staffId)
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
