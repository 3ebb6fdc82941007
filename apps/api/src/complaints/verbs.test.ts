/** The verbs beside the straight road, one by one, through GraphQL. */
import type { Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn, registered, tellClient } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const FIELDS =
  'id version number status track severity reopenCount currentOption { rank status } amountMinor contactAttempts closingGaps'

const take = (by: Role, mutation: string, on: Payload, input: object = {}): Promise<Payload> =>
  story.as(by).does(mutation, { complaintId: on.id, expectedVersion: on.version, ...input }, FIELDS)

const actionsOf = async (role: Role, { id }: Payload): Promise<readonly string[]> => {
  const { complaint } = await story
    .as(role)
    .get<{ complaint: { availableActions: string[] } }>(
      'query($id: ID!) { complaint(id: $id) { availableActions } }',
      { id },
    )
  return complaint.availableActions
}

describe('the quick track', () => {
  it('ends with one signature of the agent, a visit by another and a close', async () => {
    const quick = await registered(story, {
      kind: 'REQUEST',
      severity: 4,
      track: 'QUICK',
      purpose: undefined,
    })
    const resolved = await take('SERVICE_AGENT', 'resolveComplaint', quick, { outcome: '已更换灯泡' })
    expect(resolved).toMatchObject({ status: 'RESOLVED', track: 'QUICK' })
    expect(
      await take('SERVICE_AGENT', 'followUpComplaint', resolved, { satisfied: true, note: '好' }),
    ).toMatchObject({
      __typename: 'NotEligibleError',
    })
    const visited = await take('CR_SPECIALIST', 'followUpComplaint', resolved, {
      satisfied: true,
      note: '满意',
    })
    expect((await take('CS_MANAGER', 'closeComplaint', visited)).status).toBe('CLOSED')
  })

  it('a dissatisfied client starts again on the formal track', async () => {
    const quick = await registered(story, { severity: 4, track: 'QUICK' })
    const resolved = await take('SERVICE_AGENT', 'resolveComplaint', quick, { outcome: '已处理' })
    expect(
      await take('CR_SPECIALIST', 'followUpComplaint', resolved, { satisfied: false, note: '仍漏水' }),
    ).toMatchObject({
      status: 'REGISTERED',
      track: 'FORMAL',
    })
  })
})

describe('refuseOption', () => {
  it('brings up the next option for approval; without a next one the case is investigated again', async () => {
    const approved = await caseIn(story, 'APPROVED')
    const second = await take('CR_SPECIALIST', 'refuseOptionOfComplaint', approved, { reason: '要赔钱' })
    expect(second).toMatchObject({
      status: 'PROPOSED',
      amountMinor: 150_000,
      currentOption: { rank: 2, status: 'PROPOSED' },
    })
    const again = await take('CS_MANAGER', 'approveComplaint', second)
    const offered = await take('CR_SPECIALIST', 'offerComplaint', again)
    expect(await take('CR_SPECIALIST', 'refuseOptionOfComplaint', offered, { reason: '太少' })).toMatchObject(
      {
        status: 'INVESTIGATING',
        currentOption: null,
      },
    )
  })
})

describe('confirm', () => {
  it('calls a client unreachable only after three logged attempts', async () => {
    let current = await caseIn(story, 'APPROVED')
    const unreachable = { mode: 'UNREACHABLE', note: '电话无人接听' }
    expect((await take('CR_SPECIALIST', 'confirmComplaint', current, unreachable)).code).toBe('NOT_ELIGIBLE')
    for (let attempt = 0; attempt < 3; attempt += 1) {
      current = await take('CR_SPECIALIST', 'logContactAttemptOfComplaint', current, { channel: 'PHONE' })
    }
    expect(current.contactAttempts).toBe(3)
    expect((await take('CR_SPECIALIST', 'confirmComplaint', current, unreachable)).status).toBe(
      'CLIENT_CONFIRMED',
    )
  })

  it('of an option that was never offered is refused', async () => {
    const proposed = await caseIn(story, 'PROPOSED')
    const approved = await take('CS_MANAGER', 'approveComplaint', proposed)
    expect(
      (await take('CR_SPECIALIST', 'confirmComplaint', approved, { mode: 'CLIENT', note: '同意' })).code,
    ).toBe('NOT_ELIGIBLE')
  })
})

describe('reject', () => {
  it('sends the proposal back to investigation with the reason on record', async () => {
    const proposed = await caseIn(story, 'PROPOSED')
    expect((await take('CS_MANAGER', 'rejectComplaint', proposed, { reason: '方案不经济' })).status).toBe(
      'INVESTIGATING',
    )
  })
})

describe('close', () => {
  it('is refused while something is missing, and says what', async () => {
    const resolved = await caseIn(story, 'RESOLVED')
    const early = await take('CS_MANAGER', 'closeComplaint', resolved)
    expect(early).toMatchObject({ code: 'WRONG_STATUS' })
    const { complaint } = await story
      .as('CS_MANAGER')
      .get<{ complaint: Payload }>('query($id: ID!) { complaint(id: $id) { closingGaps } }', {
        id: resolved.id,
      })
    expect(complaint.closingGaps).toEqual(['RETURN_VISIT', 'PROMISES'])
  })
})

describe('reopen', () => {
  it('takes a closed case back, one level more severe', async () => {
    const closed = await caseIn(story, 'CLOSED')
    expect(await take('GM_OFFICE', 'reopenComplaint', closed, { reason: '再次渗漏' })).toMatchObject({
      status: 'INVESTIGATING',
      severity: 2,
      reopenCount: 1,
    })
  })
})

describe('other ways to end', () => {
  it('withdraw: the client takes it back', async () => {
    const ended = await take('SERVICE_AGENT', 'withdrawComplaint', await registered(story), {
      reason: '自行解决',
    })
    expect(ended).toMatchObject({ status: 'WITHDRAWN', closingGaps: [] })
    expect(await actionsOf('CS_MANAGER', ended)).toEqual([])
  })

  it('refer: open until the third party has answered', async () => {
    const referred = await take('GM_OFFICE', 'referComplaint', await caseIn(story, 'ACKNOWLEDGED'), {
      to: '开发商',
      reason: '保修期内',
    })
    expect(referred).toMatchObject({ status: 'REFERRED', closingGaps: ['REFERRAL_ANSWER', 'PROMISES'] })
    expect((await take('GM_OFFICE', 'closeComplaint', referred)).code).toBe('NOT_ELIGIBLE')
    const answered = await take('GM_OFFICE', 'answerReferralOfComplaint', referred, {
      answer: '开发商已维修',
    })
    // The client was promised an answer, and is owed it although somebody else did the work.
    expect((await take('GM_OFFICE', 'closeComplaint', answered)).code).toBe('NOT_ELIGIBLE')
    const told = await tellClient(story, answered)
    expect((await take('GM_OFFICE', 'closeComplaint', told)).status).toBe('CLOSED')
  })

  it('decline and dismiss need findings of somebody else', async () => {
    const investigated = await caseIn(story, 'INVESTIGATING')
    const declined = await take('CS_MANAGER', 'declineComplaint', investigated, {
      reason: '要求过高',
      alternative: '可减免一个月',
    })
    expect(declined.status).toBe('DECLINED')
    const unfounded = await take('GM_OFFICE', 'dismissComplaint', await caseIn(story, 'INVESTIGATING'), {
      reason: '查无此事',
    })
    expect(unfounded.status).toBe('UNFOUNDED')
  })
})

describe('contain', () => {
  it('is open to the site manager from any open state', async () => {
    const contained = await take('SITE_MANAGER', 'containComplaint', await registered(story), {
      containment: '已关闭总阀',
    })
    expect(contained).toMatchObject({ __typename: 'Complaint', status: 'REGISTERED' })
  })
})

describe('the limit of authority', () => {
  it('counts what was approved for the same client before, however it is split', async () => {
    const fresh = await given(database, server)
    const large = {
      options: [{ kind: 'REFUND', description: '退还', amountMinor: 300_000, recommended: true }],
    }
    const propose = async () => {
      const investigated = await caseIn(fresh, 'INVESTIGATING', {})
      return fresh.as('CR_SUPERVISOR').does('proposeComplaint', {
        complaintId: investigated.id,
        expectedVersion: investigated.version,
        ...large,
      })
    }
    const approve = async ({ id, version }: Payload) =>
      fresh.as('CS_MANAGER').does('approveComplaint', { complaintId: id, expectedVersion: version })
    const [one, two] = [await propose(), await propose()]
    // 3,000 yuan each, 5,000 yuan the manager's limit: both at once, and only one passes.
    const answers = await Promise.all([approve(one), approve(two)])
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Complaint', 'LimitExceededError'])
  })
})

describe('orders', () => {
  const taskOf = async (role: Role) => {
    const { complaintTasks } = await story
      .as(role)
      .get<{ complaintTasks: { edges: { node: Payload & { availableActions: string[] } }[] } }>(
        '{ complaintTasks(first: 1) { edges { node { id version status availableActions complaint { openTaskCount } } } } }',
      )
    return complaintTasks.edges[0]!.node
  }

  it('can be returned by the department, sent on, and only then done', async () => {
    const executing = await caseIn(story, 'EXECUTING')
    const order = await taskOf('TECHNICIAN')
    expect(order.availableActions).toEqual(['ACCEPT', 'RETURN'])
    const returned = await story
      .as('TECHNICIAN')
      .does(
        'returnTask',
        { taskId: order.id, expectedVersion: order.version, reason: '缺材料' },
        'id version status',
      )
    expect(returned.status).toBe('RETURNED')
    const { complaint } = await story
      .as('CR_SUPERVISOR')
      .get<{ complaint: Payload }>('query($id: ID!) { complaint(id: $id) { id version openTaskCount } }', {
        id: executing.id,
      })
    expect(complaint.openTaskCount).toBe(1)
    expect((await take('CR_SUPERVISOR', 'resolveComplaint', complaint, { outcome: '完成' })).code).toBe(
      'NOT_ELIGIBLE',
    )
    const sentOn = await story
      .as('CR_SUPERVISOR')
      .does(
        'assignTask',
        { taskId: order.id, expectedVersion: returned.version, assigneeId: story.ids.staff.TECHNICIAN },
        'id version status',
      )
    expect(sentOn.status).toBe('DISPATCHED')
  })

  it('of another department is not there for a technician', async () => {
    await caseIn(story, 'EXECUTING')
    const { id, version } = await taskOf('CR_SUPERVISOR')
    const stranger = await story.colleague(['TECHNICIAN'], 'service')
    const { errors } = await stranger.run(
      'mutation($input: AcceptTaskInput!) { acceptTask(input: $input) { __typename } }',
      {
        input: { taskId: id, expectedVersion: version },
      },
    )
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND')
  })
})

describe('what a role sees of a case', () => {
  const read = async (role: Role, { id }: Payload) =>
    (
      await story
        .as(role)
        .get<{ complaint: Record<string, unknown> | null }>(
          'query($id: ID!) { complaint(id: $id) { number summary facts amountMinor contactPhoneMasked project { name } client { name } } }',
          { id },
        )
    ).complaint

  it('follows decision 30', async () => {
    const approved = await caseIn(story, 'APPROVED', {})
    const fresh = await registered(story)
    expect(await read('QUALITY', approved)).toMatchObject({
      facts: expect.any(String),
      client: { name: '王小明' },
    })
    expect(await read('AUDITOR', approved)).toMatchObject({
      facts: null,
      summary: null,
      client: null,
      amountMinor: 120_000,
    })
    expect(await read('FINANCE', approved)).toMatchObject({
      amountMinor: 120_000,
      facts: null,
      project: null,
    })
    expect(await read('FINANCE', fresh)).toBeNull()
    expect(await read('TECHNICIAN', approved)).toBeNull()
    const executing = await caseIn(story, 'EXECUTING')
    expect(await read('TECHNICIAN', executing)).toMatchObject({
      summary: expect.any(String),
      facts: null,
      client: null,
    })
  })

  it('shows the phone only by a reveal with a reason, which is audited', async () => {
    const one = await registered(story, { contactName: '李四', contactPhone: '13912345678' })
    const reveal = (reason: string) =>
      story.as('SERVICE_AGENT').run(
        `mutation($input: RevealPhoneOfComplaintInput!) { revealPhoneOfComplaint(input: $input) {
           ... on RevealedPhone { phone } ... on InvalidInputError { fields { path } } } }`,
        { input: { complaintId: one.id, reason } },
      )
    expect((await reveal(' ')).body).toContain('"path":"reason"')
    expect((await reveal('回电确认')).body).toContain('13912345678')
    const client = await database.pool.connect()
    await client.query('begin')
    await client.query("select set_config('app.org_id', $1, true)", [story.orgId])
    const { rows } = await client.query(
      "select reason, changes from audit_entry where verb = 'complaint:revealPhone'",
    )
    await client.query('rollback')
    client.release()
    expect(rows).toEqual([{ reason: '回电确认', changes: {} }])
  })
})
