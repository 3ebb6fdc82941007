import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { AuditEntry } from '../audit/audit.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { asSystem } from '../database/as-system.ts'
import { runtimeDataSource } from '../database/data-source.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'
import { Outbox } from './outbox.entity.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let worker: DataSource

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  worker = await runtimeDataSource({ url: database.urls.worker, poolSize: 2 }).initialize()
})
afterAll(async () => {
  await server.close()
  await worker.destroy()
  await database.close()
})

const told = (of: Story = story) =>
  withTenant(database.app, of.orgId, (manager) => manager.find(Outbox, { order: { id: 'ASC' } }))

describe('the outbox', () => {
  it('holds a row for each record that a verb changed, with its version and who did it', async () => {
    const acknowledged = await caseIn(story, 'ACKNOWLEDGED')
    const about = (await told()).filter(
      ({ subjectId }) => toGlobalId('Complaint', subjectId) === acknowledged.id,
    )
    expect(about).toMatchObject([
      { kind: 'changed', subjectType: 'Complaint', version: 1, verb: 'complaint:register', relayedAt: null },
      { kind: 'changed', subjectType: 'Complaint', version: 2, verb: 'complaint:acknowledge' },
    ])
    expect(toGlobalId('Staff', about[1]!.actorId!)).toBe(story.ids.staff.GM_OFFICE)
  })

  it('holds the parts of a case that one verb made, each once', async () => {
    const before = (await told()).length
    const dispatched = await caseIn(story, 'EXECUTING')
    const types = (await told()).slice(before).filter(({ verb }) => verb === 'complaint:dispatch')
    expect(types.map(({ subjectType }) => subjectType).toSorted()).toEqual(['Complaint', 'ComplaintTask'])
    expect(types.find(({ subjectType }) => subjectType === 'Complaint')?.version).toBe(dispatched.version)
  })

  it('says nothing of what was refused, or of what was only looked at', async () => {
    const complaint = await registered(story)
    const before = (await told()).length
    const stale = {
      complaintId: complaint.id,
      expectedVersion: 9,
      handlingDepartmentId: story.ids.departments.service,
      assigneeId: story.ids.staff.QUALITY,
    }
    const refused = await story.as('CR_SUPERVISOR').does('assignComplaint', stale)
    expect(refused.code).toBe('STALE_RECORD')
    const { data } = await story.as('SERVICE_AGENT').run(
      `mutation($input: RevealPhoneOfClientInput!) {
        revealPhoneOfClient(input: $input) { ... on RevealedPhone { phone } } }`,
      { input: { clientId: story.ids.client, reason: '回访' } },
    )
    expect(data).toMatchObject({ revealPhoneOfClient: { phone: '13800001234' } })
    expect(await told()).toHaveLength(before)
  })

  it('can be neither changed nor emptied by the API', async () => {
    for (const sql of ['update outbox set relayed_at = now()', 'delete from outbox']) {
      await expect(withTenant(database.app, story.orgId, (manager) => manager.query(sql))).rejects.toThrow(
        /permission denied/,
      )
    }
  })

  it('is seen as a whole by the worker alone, who sees nothing else of an organization before entering it', async () => {
    const other = await given(database, server)
    await registered(other)
    const organizations = 'select count(distinct org_id)::int as n from outbox where org_id = any($1)'
    const both = [[story.orgId, other.orgId]]
    expect(await worker.query(organizations, both)).toEqual([{ n: 2 }])
    expect(await database.app.query(organizations, both)).toEqual([{ n: 0 }])
    expect(await worker.query('select count(*)::int as n from complaint')).toEqual([{ n: 0 }])
    const entered = await withTenant(worker, other.orgId, (manager) =>
      manager.query('select distinct org_id from complaint'),
    )
    expect(entered).toEqual([{ org_id: other.orgId }])
  })
})

describe('what the system does by itself', () => {
  it('is audited as nobody’s doing, and told', async () => {
    const complaint = await registered(story)
    const id = fromGlobalId('Complaint', complaint.id)!
    const requestId = `due-${newId()}`
    await withTenant(worker, story.orgId, (manager) =>
      asSystem(manager, { orgId: story.orgId, now: new Date(), requestId }, async (tx) => {
        const row = await tx.lock(ComplaintEntity, id)
        await tx.patch(ComplaintEntity, row, { severity: 1 })
      }),
    )
    const entry = await withTenant(database.app, story.orgId, (manager) =>
      manager.findOneByOrFail(AuditEntry, { requestId }),
    )
    expect(entry).toMatchObject({ actorId: null, verb: 'system', subjectId: id })
    expect((await told()).at(-1)).toMatchObject({ verb: 'system', actorId: null, subjectId: id, version: 2 })
  })
})
