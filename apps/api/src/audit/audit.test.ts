import { AUDIT_SUBJECTS } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { ENTITIES } from '../database/entities.ts'
import { ID_PREFIXES, toGlobalId } from '../graphql/global-id.ts'
import { READ_MODEL } from '../schema.ts'
import { SUBJECT_TYPES } from './subject-types.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

interface Entry {
  readonly id: string
  readonly at: string
  readonly verb: string
  readonly subjectType: string
  readonly subjectId: string | null
  readonly actor: { name: string } | null
  readonly complaint: { number: string } | null
  readonly staff: { name: string } | null
  readonly reason: string | null
  readonly requestId: string
  readonly changes: readonly {
    field: string
    before: string | null
    after: string | null
    isProtected: boolean
  }[]
}

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const entries = async (person: Person, filter: object = {}, first = 50): Promise<Entry[]> => {
  const { auditEntries } = await person.get<{ auditEntries: { edges: { node: Entry }[] } }>(
    `query($first: Int!, $filter: AuditEntryFilter) { auditEntries(first: $first, filter: $filter) { edges { node {
       id at verb subjectType subjectId actor { name } complaint { number } staff { name } reason requestId
       changes { field before after isProtected } } } } }`,
    { first, filter },
  )
  return auditEntries.edges.map(({ node }) => node)
}

const assignRoles = async (staffId: string, roles: readonly string[]) => {
  const admin = story.as('ADMIN')
  const { staffMember } = await admin.get<{ staffMember: { version: number } }>(
    'query($id: ID!) { staffMember(id: $id) { version } }',
    { id: staffId },
  )
  return admin.does('assignRoles', { staffId, expectedVersion: staffMember.version, roles })
}

describe('the audit trail', () => {
  it('tells an auditor who did what to which case, and keeps what the client said to itself', async () => {
    const acknowledged = await caseIn(story, 'ACKNOWLEDGED')
    const [newest, first] = await entries(story.as('AUDITOR'), { subject: acknowledged.id })
    expect(newest).toMatchObject({
      verb: 'complaint:acknowledge',
      actor: { name: 'GM_OFFICE' },
      subjectType: 'COMPLAINT',
      subjectId: acknowledged.id,
      complaint: { number: acknowledged.number },
      staff: null,
    })
    expect(newest!.changes).toContainEqual({
      field: 'status',
      before: 'REGISTERED',
      after: 'ACKNOWLEDGED',
      isProtected: false,
    })
    expect(first!.verb).toBe('complaint:register')
    const summary = first!.changes.find(({ field }) => field === 'summary')
    expect(summary).toMatchObject({ before: null, isProtected: true })
    expect(summary!.after).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(first)).not.toMatch(/漏水|天花板|1380000/)
  })

  it('tells roles given and taken as one entry about the person', async () => {
    const staffId = story.ids.staff.QUALITY
    await assignRoles(staffId, ['QUALITY', 'AUDITOR'])
    const [entry, ...more] = await entries(story.as('ADMIN'), { subject: staffId })
    expect(more).toEqual([])
    expect(entry).toMatchObject({ verb: 'staff:assignRoles', staff: { name: 'QUALITY' }, complaint: null })
    expect(entry!.changes).toEqual([
      { field: 'roles', before: '["QUALITY"]', after: '["AUDITOR", "QUALITY"]', isProtected: false },
    ])
  })

  it('shows an administrator people and places, and neither case nor client', async () => {
    await caseIn(story, 'REGISTERED')
    await assignRoles(story.ids.staff.SALES, ['SALES', 'FINANCE'])
    const seen = await entries(story.as('ADMIN'))
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.filter(({ subjectType }) => /COMPLAINT|CLIENT/.test(subjectType))).toEqual([])
    const [aboutCases] = await entries(story.as('AUDITOR'), { subjectType: ['COMPLAINT'] })
    const { node } = await story
      .as('ADMIN')
      .get<{ node: unknown }>('query($id: ID!) { node(id: $id) { id } }', { id: aboutCases!.id })
    expect(node).toBeNull()
  })

  it('finds by actor, verb, kind, request and period', async () => {
    const auditor = story.as('AUDITOR')
    const all = await entries(auditor)
    const keeps = async (filter: object, test: (entry: Entry) => boolean) => {
      const found = await entries(auditor, filter)
      expect(found.length).toBeGreaterThan(0)
      expect(found.map(({ id }) => id)).toEqual(all.filter(test).map(({ id }) => id))
    }
    const middle = all[Math.floor(all.length / 2)]!
    await keeps({ actor: story.ids.staff.ADMIN }, ({ actor }) => actor?.name === 'ADMIN')
    await keeps({ verb: ['complaint:register'] }, ({ verb }) => verb === 'complaint:register')
    await keeps({ subjectType: ['STAFF'] }, ({ subjectType }) => subjectType === 'STAFF')
    await keeps({ request: middle.requestId }, ({ requestId }) => requestId === middle.requestId)
    await keeps({ from: middle.at }, ({ at }) => at >= middle.at)
    await keeps({ before: middle.at }, ({ at }) => at < middle.at)
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    expect(await entries(auditor, { subject: 'nonsense' })).toEqual([])
  })

  it('finds by a text of what changed, by reason, number and name, and never what it keeps to itself', async () => {
    const auditor = story.as('AUDITOR')
    const acknowledged = await caseIn(story, 'ACKNOWLEDGED')
    const verbs = async (text: string) => (await entries(auditor, { text })).map(({ verb }) => verb)
    expect(await verbs(String(acknowledged.number))).toEqual(
      expect.arrayContaining(['complaint:acknowledge', 'complaint:register']),
    )
    const found = await entries(auditor, { text: 'acknowLEDGED', subject: acknowledged.id })
    expect(found.map(({ verb }) => verb)).toEqual(['complaint:acknowledge'])
    await assignRoles(story.ids.staff.FINANCE, ['FINANCE', 'SALES'])
    const [newest] = await entries(auditor, { text: '["FINANCE", "SALES"]' })
    expect(newest).toMatchObject({ verb: 'staff:assignRoles', staff: { name: 'FINANCE' } })
    expect((await entries(auditor, { text: 'FINANCE' })).map(({ id }) => id)).toContain(newest!.id)
    expect((await entries(auditor, { text: newest!.requestId })).map(({ id }) => id)).toEqual([newest!.id])
    const sealed = (await entries(auditor, { subject: acknowledged.id }))
      .flatMap(({ changes }) => changes)
      .find(({ isProtected }) => isProtected)!
    for (const nothing of [sealed.after!.slice(0, 20), '漏水', ' ', 'no such words', '%'])
      expect([nothing, (await verbs(nothing)).length]).toEqual([nothing, 0])
    expect(await entries(story.as('ADMIN'), { text: acknowledged.number })).toEqual([])
  })

  it('keeps the reason for which a number was shown', async () => {
    const agent = story.as('SERVICE_AGENT')
    const query = `mutation($input: RevealPhoneOfClientInput!) {
      revealPhoneOfClient(input: $input) { ... on RevealedPhone { phone } } }`
    await agent.get(query, { input: { clientId: story.ids.client, reason: '回访前核对' } })
    const [entry] = await entries(story.as('AUDITOR'), { subject: story.ids.client })
    expect(entry).toMatchObject({ verb: 'client:revealPhone', reason: '回访前核对', changes: [] })
    expect(await entries(story.as('AUDITOR'), { text: '回访前' })).toEqual([entry])
  })

  it('is another organization’s affair', async () => {
    const elsewhere = await given(database, server)
    expect(await entries(elsewhere.as('AUDITOR'))).toEqual([])
    const theirs = { subject: story.ids.staff.QUALITY }
    expect(await entries(elsewhere.as('AUDITOR'), theirs)).toEqual([])
  })

  it('is none of the business of those who are not to watch', async () => {
    for (const role of ['GM_OFFICE', 'CS_MANAGER', 'SITE_MANAGER'] as const) {
      const { errors } = await story.as(role).run('{ auditEntries(first: 1) { totalCount } }')
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
    }
  })
})

/** Tables that the audit trail need not tell of: history itself, bookkeeping, secrets, parts of a record that it tells of. */
const UNTOLD = [
  'organization',
  'session',
  'sign_in_throttle',
  'staff_credential',
  'idempotency_record',
  'audit_entry',
  'sign_off',
  'sign_off_person',
  // What somebody is about to sign, for five minutes.
  'signature_request',
  // A cell of the roster; what became of it is told of its department.
  'duty',
  'commitment_salt',
  // A key, which is nobody's to read; and what was shown, which is told of the client it was shown of.
  'client_key',
  'client_reveal',
  // History itself, and when the clock looks at it again.
  'lead_event',
  'lead_due',
  'opportunity_event',
  'opportunity_due',
  'service_agreement_due',
  // Wanted tasks, while they are being reckoned; the making tells of them.
  'plan_task_draft',
  // When clients are looked at again; where they stand, which is reckoned from other records; what a simulation came to.
  'silence_due',
  'standing_due',
  'client_standing',
  'standing_figures',
  'grading_simulation_count',
  'grading_simulation_mover',
  'care_due',
  'membership_due',
  // Their sums stand on the membership, and are audited there.
  'point_entry',
  // Signs off by itself, and what the system says of it.
  'ledger_entry',
  'ledger_head',
  'ledger_checkpoint',
  'ledger_node',
  'ledger_witnessing',
  'ledger_witness_state',
  // The chain of the trail itself.
  'audit_chain_entry',
  'audit_unchained',
  // Its row is its own record; who asked for it is told of the organization.
  'ledger_verification',
  // What somebody was told, when its mail is due and how it fares: made by the system, changed by no verb of business.
  'notice',
  'notice_due',
  'mail',
  'complaint_event',
  'counter',
  'outbox',
  'worker_heartbeat',
  'credential_usage',
  'sign_in_attempt',
  'second_factor',
  // Its making and end are told of as the account's.
  'calendar_feed',
  'recovery_code',
  'password_reset',
  'password_reset_request',
  'notice',
  'notice_due',
  'mail',
  // What an endpoint is told follows from what happened; its secret is told of by the endpoint's own entry.
  'webhook_attempt',
  'webhook_due',
  'webhook_secret',
  // Told of as their calendar.
  'working_calendar_use',
  'working_slot',
  'special_day',
  'special_day_slot',
  'holiday_year',
  'promise_due',
  'handover_due',
  'document_due',
  'attachment_due',
  'copy_due',
  'copy_file_key',
  // Told of as the copy and its request.
  'copy_link',
  'export_scope',
  'signing_due',
  'subject_request_due',
  'information_inventory_due',
  'dunning_due',
  'dunning_told',
  // History of its item, which is told.
  'information_item_statement',
  'key_account_due',
  'equipment_inspection_due',
  'plan_reminder',
  // History of its template, which is told.
  'plan_template_edition',
  // Told of as the merge that moved it.
  'client_merge_row',
  // Told of as the run that wrote it.
  'imported_row',
  // Told of as what made it due: a payment, a complaint, a directory, an appeal.
  'grading_due',
  // Frozen with their cost, which is told.
  'cost_share',
  // What its simulation came to, which is told.
  'grading_simulation_batch',
]

describe('the kinds of subject', () => {
  it('are all tables that a verb can change', () => {
    const tables = ENTITIES.map((entity) => database.app.getMetadata(entity).tableName)
    const told = tables.filter((table) => !UNTOLD.includes(table) && !table.startsWith('import_'))
    expect([...AUDIT_SUBJECTS].filter((subject) => !subject.startsWith('import_')).toSorted()).toEqual(
      told.toSorted(),
    )
  })

  it('are published under the id of the type that reads their table', () => {
    for (const { type, table, prefix } of READ_MODEL.projections.values()) {
      const named = SUBJECT_TYPES[table as keyof typeof SUBJECT_TYPES]
      if (prefix && named) expect([table, named]).toEqual([table, type])
    }
    const uuid = '0190f1f1-f1f1-7f1f-8f1f-f1f1f1f1f1f1'
    for (const type of Object.values(SUBJECT_TYPES))
      expect(toGlobalId(type, uuid)).toMatch(new RegExp(`^${ID_PREFIXES[type]}_[0-9a-f]{32}$`))
  })
})
