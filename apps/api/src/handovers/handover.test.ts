/** Hand-overs through GraphQL: one case to a colleague, and a whole shift. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let evening: Person
let night: Person

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
  evening = story.as('SERVICE_AGENT')
  night = await story.colleague(['SERVICE_AGENT'], 'service')
})

const idOf = ({ staffId }: Person) => toGlobalId('Staff', staffId)

interface Case {
  readonly version: number
  readonly assignee: { id: string } | null
  readonly handlingDepartment: { id: string } | null
  readonly handover: { id: string; version: number; availableActions: string[] } | null
  readonly availableActions: string[]
  readonly events: { action: string; note: string | null }[]
  readonly promises: { owner: { id: string } | null; settledAt: string | null }[]
}

const CASE = `query($id: ID!) { complaint(id: $id) { version assignee { id } handlingDepartment { id } availableActions
  handover { id version availableActions } events { action note } promises { owner { id } settledAt } } }`

const caseAs = async (person: Person, id: string): Promise<Case | null> =>
  (await person.get<{ complaint: Case | null }>(CASE, { id })).complaint

const responsible = async (id: string): Promise<{ assignee: string | null; owners: (string | null)[] }> => {
  const it_ = (await caseAs(story.as('GM_OFFICE'), id))!
  return {
    assignee: it_.assignee?.id ?? null,
    owners: it_.promises.filter(({ settledAt }) => settledAt === null).map(({ owner }) => owner?.id ?? null),
  }
}

/** The evening agent offers a case of hers. */
const handOver = (to: object, on: Payload, by = evening): Promise<Payload> =>
  by.does(
    'handOverComplaint',
    { complaintId: on.id, expectedVersion: on.version, note: '下班，请接着跟', ...to },
    'id version handover { id version }',
  )

const LIST = `id version status kind caseCount answeredBy { id } reason
  items { id number promiseKind state remark question reply complaint { id } }`

interface Listed extends Payload {
  readonly items: {
    id: string
    number: string
    promiseKind: string | null
    state: string
    complaint: unknown
  }[]
}

const answer = (
  person: Person,
  verb: 'accept' | 'decline' | 'takeBack' | 'ask' | 'reply',
  { id, version }: { id: string; version: number },
  more: object = {},
): Promise<Listed> =>
  person.does<Listed>(`${verb}Handover`, { handoverId: id, expectedVersion: version, ...more }, LIST)

const offered = async (to: object = { receiverId: idOf(night) }) => {
  const on = await registered(story)
  const after = await handOver(to, on)
  return { on, handover: after.handover as { id: string; version: number } }
}

const awaiting = async (person: Person): Promise<number> => {
  const { handovers } = await person.get<{ handovers: { totalCount: number } }>(
    '{ handovers(first: 1, filter: { awaitingMe: true }) { totalCount } }',
  )
  return handovers.totalCount
}

describe('a case that is handed over', () => {
  it('stays with who was asked first until it is accepted; then case and promises have another owner, signed', async () => {
    const { on, handover } = await offered()
    const before = (await caseAs(evening, on.id))!
    expect(before).toMatchObject({ assignee: null, handover: { availableActions: ['TAKE_BACK', 'REPLY'] } })
    expect(before.availableActions).not.toContain('HAND_OVER')
    expect(await responsible(on.id)).toEqual({ assignee: null, owners: [idOf(evening)] })
    expect([await awaiting(night), await awaiting(evening)]).toEqual([1, 0])

    const accepted = await answer(night, 'accept', handover)
    expect(accepted).toMatchObject({ status: 'ACCEPTED', answeredBy: { id: idOf(night) } })
    expect(accepted.items.map(({ state }) => state)).toEqual(['MOVED', 'MOVED'])
    expect(await responsible(on.id)).toEqual({ assignee: idOf(night), owners: [idOf(night)] })
    const after = (await caseAs(night, on.id))!
    expect(after.handover).toBeNull()
    expect(after.availableActions).toContain('HAND_OVER')
    expect(after.events.map(({ action }) => action)).toEqual(['ACCEPT_HANDOVER', 'HAND_OVER', 'REGISTER'])

    const [signed] = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<{ meaning: string; signer_id: string; content: string }[]>(
        `select meaning, signer_id, content from sign_off where subject_type = 'Handover'`,
      ),
    )
    expect(signed).toMatchObject({ meaning: 'RECEIVED', signer_id: night.staffId })
    // Bound to every line and what became of it; words of people only as commitments.
    expect(JSON.parse(signed!.content)).toMatchObject({
      content: { handover: { status: 'ACCEPTED' }, items: [{ outcome: 'MOVED' }, { outcome: 'MOVED' }] },
    })
    expect(signed!.content).not.toMatch(/下班|漏水/)
  })

  it('comes back by a refusal with its reason, or is taken back', async () => {
    const { on, handover } = await offered()
    expect(await answer(night, 'decline', handover, { reason: '' })).toMatchObject({
      fields: [{ path: 'reason' }],
    })
    expect(await answer(night, 'decline', handover, { reason: '我不熟悉此事' })).toMatchObject({
      status: 'DECLINED',
      reason: '我不熟悉此事',
    })
    const declined = (await caseAs(evening, on.id))!
    expect(declined.events[0]).toEqual({ action: 'DECLINE_HANDOVER', note: '我不熟悉此事' })
    expect(await responsible(on.id)).toEqual({ assignee: null, owners: [idOf(evening)] })

    const again = await handOver({ receiverId: idOf(night) }, { ...on, version: declined.version } as Payload)
    const second = again.handover as { id: string; version: number }
    expect(await answer(evening, 'takeBack', second)).toMatchObject({ status: 'TAKEN_BACK' })
    expect(await answer(night, 'accept', second)).toMatchObject({ __typename: 'StaleRecordError' })
    expect(await answer(night, 'accept', { ...second, version: 2 })).toMatchObject({
      __typename: 'WrongStatusError',
    })
    expect((await caseAs(evening, on.id))!.availableActions).toContain('HAND_OVER')
  })

  it('goes to a department, in which whoever accepts first has it', async () => {
    const other = await story.colleague(['SERVICE_AGENT'], 'service')
    const { on, handover } = await offered({ departmentId: story.ids.departments.service })
    expect([await awaiting(night), await awaiting(other), await awaiting(evening)]).toEqual([1, 1, 0])
    const both = await Promise.all([night, other].map((person) => answer(person, 'accept', handover)))
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Handover', 'StaleRecordError'])
    const winner = both[0]!.__typename === 'Handover' ? night : other
    expect(await responsible(on.id)).toEqual({ assignee: idOf(winner), owners: [idOf(winner)] })
  })

  it('is offered by nobody else, to nobody without the right, to one only, and once', async () => {
    const on = await registered(story)
    const to = { receiverId: idOf(night) }
    expect(await handOver(to, on, night)).toMatchObject({ __typename: 'NotEligibleError' })
    expect(await handOver(to, on, story.as('GM_OFFICE'))).toMatchObject({ __typename: 'NotEligibleError' })
    const wrong = { fields: [{ path: 'receiverId' }] }
    expect(await handOver({}, on)).toMatchObject(wrong)
    expect(await handOver({ ...to, departmentId: story.ids.departments.site }, on)).toMatchObject(wrong)
    for (const role of ['TECHNICIAN', 'ADMIN', 'AUDITOR', 'SERVICE_AGENT'] as const)
      expect(await handOver({ receiverId: story.ids.staff[role] }, on), role).toMatchObject(wrong)
    const done = await handOver(to, on)
    expect(done.__typename).toBe('Complaint')
    expect(await handOver(to, done)).toMatchObject({ __typename: 'NotEligibleError' })
    expect(await handOver(to, on)).toMatchObject({ __typename: 'StaleRecordError' })
  })

  it('can be read and answered by the two sides and overseen, not by others or another organization', async () => {
    const { handover } = await offered()
    const stranger = await story.colleague(['SERVICE_AGENT'], 'site')
    const elsewhere = await given(database, server)
    for (const person of [stranger, elsewhere.as('GM_OFFICE')]) {
      const read = await person.get<{ handover: unknown }>('query($id: ID!) { handover(id: $id) { id } }', {
        id: handover.id,
      })
      expect(read.handover).toBeNull()
      const input = { handoverId: handover.id, expectedVersion: 1 }
      const { errors } = await person.run(
        'mutation($input: AcceptHandoverInput!) { acceptHandover(input: $input) { __typename } }',
        { input },
        { 'idempotency-key': randomUUID() },
      )
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND')
    }
    expect(await answer(story.as('GM_OFFICE'), 'accept', handover)).toMatchObject({
      __typename: 'NotEligibleError',
    })
    expect(await answer(night, 'takeBack', handover)).toMatchObject({ __typename: 'NotEligibleError' })
    const { handover: seen } = await story
      .as('AUDITOR')
      .get<{ handover: object }>('query($id: ID!) { handover(id: $id) { note items { number summary } } }', {
        id: handover.id,
      })
    expect(seen).toMatchObject({ note: null, items: [{ summary: null }, { summary: null }] })
    expect(
      await handOver({ receiverId: elsewhere.ids.staff.CR_SPECIALIST }, await registered(story)),
    ).toMatchObject({
      fields: [{ path: 'receiverId' }],
    })
  })

  it('lapses when case control puts somebody else in charge, who may hand it on', async () => {
    const { on, handover } = await offered()
    const { version } = (await caseAs(story.as('GM_OFFICE'), on.id))!
    const assigned = await story.as('GM_OFFICE').does('assignComplaint', {
      complaintId: on.id,
      expectedVersion: version,
      handlingDepartmentId: story.ids.departments.service,
      assigneeId: story.ids.staff.CR_SPECIALIST,
    })
    expect(await answer(night, 'accept', { ...handover, version: 2 })).toMatchObject({
      __typename: 'WrongStatusError',
    })
    const onward = await handOver({ receiverId: idOf(night) }, assigned, story.as('CR_SPECIALIST'))
    expect(onward.__typename).toBe('Complaint')
    const { events } = (await caseAs(story.as('GM_OFFICE'), on.id))!
    expect(events.map(({ action }) => action)).toContain('LAPSE_HANDOVER')
  })

  it('lapses with the end of the case', async () => {
    const { on, handover } = await offered()
    const { version } = (await caseAs(evening, on.id))!
    await evening.does('withdrawComplaint', {
      complaintId: on.id,
      expectedVersion: version,
      reason: '客户撤回',
    })
    const { handover: after } = await night.get<{ handover: object }>(
      'query($id: ID!) { handover(id: $id) { status items { state } } }',
      { id: handover.id },
    )
    expect(after).toMatchObject({ status: 'LAPSED', items: [{ state: 'ENDED' }, { state: 'ENDED' }] })
    expect(await awaiting(night)).toBe(0)
  })
})

describe('a shift that is handed over', () => {
  const endShift = (cases: readonly Payload[], more: object = {}): Promise<Listed> =>
    evening.does<Listed>(
      'offerHandover',
      {
        receiverId: idOf(night),
        note: '3 栋门禁钥匙在前台',
        items: cases.map(({ id }) => ({ complaintId: id, remark: '已回电' })),
        ...more,
      },
      LIST,
    )
  const three = () => Promise.all([1, 2, 3].map(() => registered(story)))

  it('freezes the list; what stands at acceptance moves, what is different is shown and stays', async () => {
    const cases = await three()
    const list = await endShift(cases)
    expect(list).toMatchObject({ kind: 'SHIFT', status: 'OFFERED', caseCount: 3 })
    expect(list.items.map(({ promiseKind }) => promiseKind)).toEqual([
      null,
      'ANSWER',
      null,
      'ANSWER',
      null,
      'ANSWER',
    ])

    // Meanwhile one is withdrawn, one is answered and promised anew, one waits.
    const [gone, told, waits] = cases as [Payload, Payload, Payload]
    const { version } = (await caseAs(evening, gone.id))!
    await evening.does('withdrawComplaint', {
      complaintId: gone.id,
      expectedVersion: version,
      reason: '撤回',
    })
    const { complaint } = await evening.get<{ complaint: { promises: { id: string; version: number }[] } }>(
      'query($id: ID!) { complaint(id: $id) { promises { id version } } }',
      { id: told.id },
    )
    const [promise] = complaint.promises
    const nextDueAt = new Date(Date.now() + 86_400_000).toISOString()
    await evening.does('answerPromise', {
      promiseId: promise!.id,
      expectedVersion: promise!.version,
      answer: '已告知进展',
      channel: 'PHONE',
      nextDueAt,
    })

    const accepted = await answer(night, 'accept', { id: list.id, version: 2 })
    const stateOf = ({ number }: Payload) =>
      accepted.items.filter((item) => item.number === number).map(({ state }) => state)
    expect([stateOf(gone), stateOf(told), stateOf(waits)]).toEqual([
      ['ENDED', 'ENDED'],
      ['MOVED', 'SETTLED', 'MOVED'],
      ['MOVED', 'MOVED'],
    ])
    expect(await responsible(gone.id)).toEqual({ assignee: null, owners: [] })
    for (const one of [told, waits])
      expect(await responsible(one.id)).toEqual({ assignee: idOf(night), owners: [idOf(night)] })
  })

  it('is asked about and replied to before it is accepted', async () => {
    const list = await endShift([await registered(story)])
    const itemId = list.items[0]!.id
    expect(await answer(evening, 'ask', list, { itemId, question: '？' })).toMatchObject({
      __typename: 'NotEligibleError',
    })
    const asked = await answer(night, 'ask', list, { itemId, question: '钥匙找谁拿？' })
    expect(asked.items[0]).toMatchObject({ question: '钥匙找谁拿？', reply: null })
    const replied = await answer(evening, 'reply', asked, { itemId, reply: '前台小赵' })
    expect(replied.items[0]).toMatchObject({ reply: '前台小赵' })
    // Whoever has not seen the reply yet does not sign for it.
    expect(await answer(night, 'accept', asked)).toMatchObject({ __typename: 'StaleRecordError' })
    expect(await answer(night, 'accept', replied)).toMatchObject({ status: 'ACCEPTED' })
  })

  it('takes only what is one’s own and in no other hand-over; then nothing is written', async () => {
    const [mine, other] = [await registered(story), await registered(story)]
    await handOver({ receiverId: idOf(night) }, other)
    expect(await endShift([mine, other])).toMatchObject({ fields: [{ path: 'items.1.complaintId' }] })
    expect(await endShift([mine, mine])).toMatchObject({ fields: [{ path: 'items' }] })
    expect(await endShift([])).toMatchObject({ fields: [{ path: 'items' }] })
    expect((await caseAs(evening, mine.id))!.handover).toBeNull()
    expect(await awaiting(night)).toBe(1)
  })
})

describe('who is told', () => {
  const kindsOf = async (person: Person): Promise<string[]> => {
    const { notices } = await person.get<{
      notices: { edges: { node: { kind: string; subjectId: string } }[] }
    }>('{ notices(first: 20) { edges { node { kind subjectType subjectId titleZh } } } }')
    for (const { node } of notices.edges) expect(node.subjectId).toMatch(/^hov_/)
    return notices.edges.map(({ node }) => node.kind)
  }
  const later = (minutes: number) =>
    database.asSuperuser((client) =>
      client.query(`update handover_due set due_at = now() - make_interval(mins => $2) where org_id = $1`, [
        story.orgId,
        minutes,
      ]),
    )

  it('the receiver of what waits, both sides where it waits long, the giver of the answer', async () => {
    const { handover } = await offered()
    await worker.relay()
    expect([await kindsOf(night), await kindsOf(evening)]).toEqual([['HANDOVER_AWAITED'], []])
    await later(1)
    await worker.sweep()
    await worker.sweep()
    await worker.relay()
    expect(await kindsOf(night)).toEqual(['HANDOVER_OVERDUE', 'HANDOVER_AWAITED'])
    expect(await kindsOf(evening)).toEqual(['HANDOVER_OVERDUE'])
    await answer(night, 'accept', handover)
    await later(1)
    await worker.sweep()
    await worker.relay()
    expect(await kindsOf(evening)).toEqual(['HANDOVER_ACCEPTED', 'HANDOVER_OVERDUE'])
    expect(await kindsOf(night)).toEqual(['HANDOVER_OVERDUE', 'HANDOVER_AWAITED'])
  })

  it('both sides when nothing is left to accept: taken back by the giver, or given to somebody else', async () => {
    const { on, handover } = await offered()
    await answer(evening, 'takeBack', handover)
    await worker.relay()
    expect(await kindsOf(night)).toEqual(['HANDOVER_TAKEN_BACK', 'HANDOVER_AWAITED'])
    expect(await kindsOf(evening)).toEqual([])
    const { version } = (await caseAs(evening, on.id))!
    await handOver({ receiverId: idOf(night) }, { ...on, version } as Payload)
    const again = (await caseAs(evening, on.id))!
    const assigned = await story.as('GM_OFFICE').does('assignComplaint', {
      complaintId: on.id,
      expectedVersion: again.version,
      assigneeId: story.ids.staff.CR_SPECIALIST,
      handlingDepartmentId: story.ids.departments.service,
    })
    expect(assigned.__typename).toBe('Complaint')
    await worker.relay()
    expect((await kindsOf(night))[0]).toBe('HANDOVER_LAPSED')
    expect(await kindsOf(evening)).toEqual(['HANDOVER_LAPSED'])
  })

  it('a whole department, but for who gives', async () => {
    const { handover } = await offered({ departmentId: story.ids.departments.service })
    await worker.relay()
    expect(await kindsOf(night)).toEqual(['HANDOVER_AWAITED'])
    expect(await kindsOf(evening)).toEqual([])
    await answer(night, 'decline', handover, { reason: '满员' })
    await worker.relay()
    expect(await kindsOf(evening)).toEqual(['HANDOVER_DECLINED'])
  })
})
