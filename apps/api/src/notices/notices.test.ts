import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@steward/domain'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'

import { hashToken } from '../access/token.ts'
let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story

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
})

interface Told {
  readonly id: string
  readonly kind: string
  readonly titleEn: string
  readonly subjectId: string
  readonly readAt: string | null
  readonly complaint: { readonly summary: string | null } | null
}

const NOTICES = `query($filter: NoticeFilter) { notices(first: 50, filter: $filter) { totalCount
  edges { node { id kind titleZh titleEn subjectType subjectId at readAt complaint { number summary } } } } }`

const toldTo = async (person: Person, filter?: object): Promise<Told[]> => {
  const { notices } = await person.get<{ notices: { edges: { node: Told }[] } }>(NOTICES, { filter })
  return notices.edges.map(({ node }) => node)
}
const kindsOf = async (role: Role) => (await toldTo(story.as(role))).map(({ kind }) => kind)

describe('notices to staff', () => {
  it('tell each on the road what concerns them, and nobody of what they did themselves', async () => {
    await caseIn(story, 'EXECUTING')
    await worker.relay()
    // The specialist was given the case, and confirmed the remedy herself.
    expect(await kindsOf('CR_SPECIALIST')).toEqual(['PROPOSAL_APPROVED', 'CASE_ASSIGNED'])
    expect(await kindsOf('CR_SUPERVISOR')).toEqual(['CLIENT_CONFIRMED', 'PROPOSAL_APPROVED'])
    expect(await kindsOf('TECHNICIAN')).toEqual(['ORDER_DISPATCHED'])
    expect(await kindsOf('SITE_MANAGER')).toEqual(['ORDER_DISPATCHED'])
    for (const role of ['GM_OFFICE', 'QUALITY', 'AUDITOR', 'ADMIN', 'FINANCE'] as const)
      expect(await kindsOf(role), role).toEqual([])
  })

  it('ask for an approval the lowest who may give it, and not who proposed', async () => {
    await caseIn(story, 'PROPOSED')
    await worker.relay()
    const asked = async (role: Role) => (await kindsOf(role)).includes('SIGNATURE_AWAITED')
    expect(await asked('CR_SUPERVISOR')).toBe(false)
    expect(await asked('CS_MANAGER')).toBe(true)
    expect(await asked('GENERAL_MANAGER')).toBe(false)
  })

  it('name the case by its number; of whom it is about tells the case, to whom it may', async () => {
    const { number } = await caseIn(story, 'ACKNOWLEDGED')
    await worker.relay()
    const [notice] = await toldTo(story.as('CR_SPECIALIST'))
    expect(notice).toMatchObject({
      titleEn: `Case ${String(number)} is yours`,
      complaint: { summary: '卫生间漏水到楼下' },
    })
    await database.asSuperuser(async (client) => {
      const { rows } = await client.query<{ words: string }>(
        `select concat_ws(' ', title_zh, title_en, body_zh, body_en) as words from notice where org_id = $1`,
        [story.orgId],
      )
      expect(rows.length).toBeGreaterThan(0)
      for (const { words } of rows) expect(words).not.toMatch(/卫生间|王小明|13800001234/)
    })
  })

  it('are made once, however often the outbox is relayed', async () => {
    await caseIn(story, 'EXECUTING')
    await worker.relay()
    const before = await toldTo(story.as('TECHNICIAN'))
    await worker.services.dataSource.query('update outbox set relayed_at = null where org_id = $1', [
      story.orgId,
    ])
    await worker.relay()
    expect(await toldTo(story.as('TECHNICIAN'))).toEqual(before)
  })

  it('do not reach those who may not read the record', async () => {
    // Assigned, but without a role that reads cases.
    const clerk = await story.colleague(['INFORMATION_CLERK'])
    const complaint = await caseIn(story, 'ACKNOWLEDGED')
    await story.as('GM_OFFICE').does('assignComplaint', {
      complaintId: complaint.id,
      expectedVersion: complaint.version,
      handlingDepartmentId: story.ids.departments.service,
      assigneeId: `stf_${clerk.staffId.replaceAll('-', '')}`,
    })
    await worker.relay()
    expect(await toldTo(clerk)).toEqual([])
  })

  it('are one’s own: nobody reads or marks those of another', async () => {
    await caseIn(story, 'ACKNOWLEDGED')
    await worker.relay()
    const [notice] = await toldTo(story.as('CR_SPECIALIST'))
    const input = { noticeId: notice!.id }
    const stranger = await story
      .as('CS_DIRECTOR')
      .run(MARK, { input }, { 'idempotency-key': crypto.randomUUID() })
    expect(stranger.errors[0]?.extensions.code).toBe('NOT_FOUND')
    const node = 'query($id: ID!) { node(id: $id) { id } }'
    const read = await story.as('GENERAL_MANAGER').get<{ node: object | null }>(node, { id: notice!.id })
    expect(read.node).toBeNull()
    const marked = await story
      .as('CR_SPECIALIST')
      .run<{ markNoticeRead: { readAt: string } }>(
        MARK,
        { input },
        { 'idempotency-key': crypto.randomUUID() },
      )
    expect(marked.data?.markNoticeRead.readAt).toMatch(/Z$/)
    expect(await toldTo(story.as('CR_SPECIALIST'), { unread: true })).toEqual([])
  })

  it('are marked all at once, but for those that came after the list was read', async () => {
    await caseIn(story, 'ACKNOWLEDGED')
    await worker.relay()
    const specialist = story.as('CR_SPECIALIST')
    const [first] = await toldTo(specialist)
    const seen = (first as unknown as { at: string }).at
    await caseIn(story, 'ACKNOWLEDGED')
    await worker.relay()
    const answer = await specialist.run<{ markAllNoticesRead: { marked: number } }>(
      `mutation($input: MarkAllNoticesReadInput!) { markAllNoticesRead(input: $input) {
        ... on NoticesRead { marked } } }`,
      { input: { until: seen } },
      { 'idempotency-key': crypto.randomUUID() },
    )
    expect(answer.data?.markAllNoticesRead.marked).toBe(1)
    expect(await toldTo(specialist, { unread: true })).toHaveLength(1)
  })

  it('tell a person that their password or roles were changed', async () => {
    const staffId = story.ids.staff.QUALITY
    await story
      .as('ADMIN')
      .does('assignRoles', { staffId, expectedVersion: 1, roles: ['QUALITY', 'CR_SPECIALIST'] })
    await worker.relay()
    expect(await kindsOf('QUALITY')).toEqual(['ROLES_CHANGED'])
    await database.asSuperuser(async (client) => {
      const { rows } = await client.query<{ said: string }>(
        'select body_en as said from notice where org_id = $1',
        [story.orgId],
      )
      expect(rows[0]!.said).toMatch(/Open: http:\/\/localhost:\d+\/admin\/account$/m)
    })
  })
})

const MARK = `mutation($input: MarkNoticeReadInput!) { markNoticeRead(input: $input) { ... on Notice { id readAt } } }`

describe('preferences', () => {
  const OF = 'locale mailAddress mailOn mailOff quietFrom quietTo digestAt version'
  const change = (person: Person, input: object) =>
    person.does('changeNoticePreferences', { expectedVersion: 0, locale: 'en', mail: [], ...input }, OF)

  it('take another mail address from who has just shown that it is them: links to new passwords go there', async () => {
    const clerk = await story.colleague(['SALES'])
    expect((await change(clerk, { mailAddress: 'me@example.com' })).mailAddress).toBe('me@example.com')
    await database.app.query(
      `update session set proved_at = proved_at - interval '6 minutes' where token_hash = $1`,
      [hashToken(clerk.token!)],
    )
    const again = { expectedVersion: 1, quietFrom: '21:00', quietTo: '07:00' }
    expect(await change(clerk, { ...again, mailAddress: 'thief@example.com' })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await change(clerk, { ...again, mailAddress: 'me@example.com' })).toMatchObject({ version: 2 })
  })

  it('are stated as a whole, and kept where they differ from the rule', async () => {
    const specialist = story.as('CR_SPECIALIST')
    const first = await change(specialist, {
      mailAddress: 'li@example.com',
      mail: [
        { kind: 'CASE_ASSIGNED', on: false },
        { kind: 'CLIENT_CONFIRMED', on: true },
        { kind: 'PASSWORD_CHANGED', on: false },
        { kind: 'ORDER_DISPATCHED', on: true },
      ],
      quietFrom: '22:05',
      quietTo: '07:00',
      digestAt: '09:30',
    })
    expect(first).toMatchObject({
      mailOn: ['CLIENT_CONFIRMED'],
      mailOff: ['CASE_ASSIGNED'],
      quietFrom: '22:05',
      quietTo: '07:00',
      digestAt: '09:30',
      version: 1,
    })
    const stale = await change(specialist, {})
    expect(stale.code).toBe('STALE_RECORD')
    const second = await change(specialist, { expectedVersion: 1 })
    expect(second).toMatchObject({ mailAddress: null, quietFrom: null, version: 2 })
  })

  it('name the field that is wrong', async () => {
    const refused = await change(story.as('QUALITY'), {
      quietFrom: '25:00',
      quietTo: '07:00',
      mailAddress: 'x',
    })
    expect(refused.fields?.map(({ path }) => path)).toEqual(['mailAddress', 'quietFrom'])
  })

  it('leave no address in the audit', async () => {
    await change(story.as('QUALITY'), { mailAddress: 'canary-7@example.com' })
    await database.asSuperuser(async (client) => {
      const { rows } = await client.query(`select 1 from audit_entry where changes::text like '%canary-7%'`)
      expect(rows).toEqual([])
    })
  })
})

describe('templates', () => {
  const WORDS = {
    key: 'CASE_ASSIGNED',
    expectedVersion: 0,
    subjectZh: '请接手 {{number}}',
    subjectEn: 'Please take {{number}}',
    bodyZh: '{{recipient}}：请看 {{link}}',
    bodyEn: '{{recipient}}: see {{link}}',
  }

  it('of the organization take the place of those of the house, from the next notice on', async () => {
    const written = await story.as('CS_MANAGER').does('changeNoticeTemplate', WORDS, 'key version')
    expect(written).toMatchObject({ key: 'CASE_ASSIGNED', version: 1 })
    const { number } = await caseIn(story, 'ACKNOWLEDGED')
    await worker.relay()
    expect(await toldTo(story.as('CR_SPECIALIST'))).toMatchObject([
      { titleEn: `Please take ${String(number)}` },
    ])
  })

  it('with an unknown placeholder are refused, naming it', async () => {
    const refused = await story.as('ADMIN').does('changeNoticeTemplate', { ...WORDS, bodyEn: '{{phone}}' })
    expect(refused.fields).toEqual([
      { path: 'bodyEn', message: expect.stringContaining('{{phone}}') as unknown as string },
    ])
  })

  it('are nobody’s to change who only reads them, or not even that', async () => {
    const by = (role: Role) =>
      story.as(role).run(CHANGE, { input: WORDS }, { 'idempotency-key': crypto.randomUUID() })
    for (const role of ['GM_OFFICE', 'SERVICE_AGENT'] as const)
      expect((await by(role)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

const CHANGE = `mutation($input: ChangeNoticeTemplateInput!) { changeNoticeTemplate(input: $input) { __typename } }`

describe('words owed to the client', () => {
  const OWED = `query($complaint: ID!) { clientNotices(first: 20, filter: { complaint: $complaint }) {
    edges { node { id caseStatus channel status wordsZh wordsEn waiver note version availableActions toldBy { id } } } } }`
  const owed = async (person: Person, complaint: Payload) => {
    const answer = await person.get<{ clientNotices: { edges: { node: Payload }[] } }>(OWED, {
      complaint: complaint.id,
    })
    return answer.clientNotices.edges.map(({ node }) => node).toReversed()
  }

  it('are one for each change of state, by the client’s channel, with the words ready', async () => {
    const complaint = await caseIn(story, 'INVESTIGATING', {})
    await worker.relay()
    const notices = await owed(story.as('CR_SPECIALIST'), complaint)
    expect(notices).toMatchObject([
      // Registered on the phone: the caller was there.
      {
        caseStatus: 'REGISTERED',
        channel: 'PHONE',
        status: 'TOLD',
        toldBy: { id: story.ids.staff.SERVICE_AGENT },
      },
      {
        caseStatus: 'ACKNOWLEDGED',
        channel: 'PHONE',
        status: 'OWED',
        availableActions: ['MARK_TOLD', 'WAIVE'],
      },
      { caseStatus: 'INVESTIGATING', status: 'OWED' },
    ])
    expect(notices[1]!['wordsZh']).toContain(String(complaint['number']))
  })

  it('are told with who, how and what was said; what was owed before is settled along', async () => {
    const complaint = await caseIn(story, 'INVESTIGATING', {})
    await worker.relay()
    const agent = story.as('SERVICE_AGENT')
    const [, , latest] = await owed(agent, complaint)
    const input = {
      clientNoticeId: latest!.id,
      expectedVersion: latest!.version,
      channel: 'SMS',
      note: '客户表示知道了',
    }
    const told = await agent.does('markClientTold', input, 'status channel note settledAt version')
    expect(told).toMatchObject({ status: 'TOLD', channel: 'SMS', note: '客户表示知道了', version: 2 })
    expect((await owed(agent, complaint)).map(({ status }) => status)).toEqual(['TOLD', 'TOLD', 'TOLD'])
    const again = await agent.does('markClientTold', { ...input, expectedVersion: 2 }, 'status')
    expect(again.code).toBe('WRONG_STATUS')
  })

  it('are waived with a reason, and by nobody who does not speak with clients', async () => {
    const complaint = await caseIn(story, 'ACKNOWLEDGED', {})
    await worker.relay()
    const [, notice] = await owed(story.as('QUALITY'), complaint)
    expect(notice!['availableActions']).toEqual([])
    const input = { clientNoticeId: notice!.id, expectedVersion: 1, reason: '' }
    const refused = await story.as('CR_SPECIALIST').does('waiveClientNotice', input, 'status')
    expect(refused.fields?.map(({ path }) => path)).toEqual(['reason'])
    const waived = await story
      .as('CR_SPECIALIST')
      .does('waiveClientNotice', { ...input, reason: '当面已说明' }, 'status note')
    expect(waived).toMatchObject({ status: 'WAIVED', note: '当面已说明' })
  })

  it('say so where nobody can be told', async () => {
    const complaint = await registered(story, { clientId: undefined, anonymous: true, channel: 'WEB' })
    await worker.relay()
    expect(await owed(story.as('SERVICE_AGENT'), complaint)).toMatchObject([
      { status: 'WAIVED', channel: null, waiver: 'ANONYMOUS', availableActions: [] },
    ])
  })

  it('are shown as far as the case is', async () => {
    const complaint = await caseIn(story, 'ACKNOWLEDGED', {})
    await worker.relay()
    const stranger = await story.colleague(['SERVICE_AGENT'], 'headquarters')
    expect(await owed(stranger, complaint)).toEqual([])
    const admin = await story.as('ADMIN').run(OWED, { complaint: complaint.id })
    expect(admin.errors[0]?.extensions.code).toBe('FORBIDDEN')
  })
})
