/** The audit trail in a chain of its own: each row in its place exactly once, and whoever changes it past the system is found. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROLES, type Role } from '@steward/domain'
import { verifyLedger, type VerifyReport } from '@steward/verify'
import type { FastifyInstance } from 'fastify'
import type { EntityManager } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testLedger, testServer, testSigner } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { makeCheckpoint } from '../ledger/checkpoint-sweep.service.ts'
import { folderSigner, rotateKey } from '../ledger/key-ring.ts'
import { readWitnessLog, tellWitnesses } from '../witnesses/file-witness.service.ts'
import { auditSequencer, chainAudit } from './audit-sequencer.service.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker

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

const within = <T>({ orgId }: Story, work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  withTenant(worker.services.dataSource, orgId, work)

const chainAll = async (story: Story): Promise<number> => {
  let all = 0
  for (let placed = 1; placed > 0; all += placed)
    placed = await within(story, (manager) => chainAudit(manager, story.orgId, testSigner))
  return all
}

const checkpoint = (story: Story): Promise<void> =>
  within(story, async (manager) => {
    await makeCheckpoint(manager, story.orgId, testSigner, { chain: 'AUDIT' })
    await tellWitnesses(manager, story.orgId, testLedger.witnessDir)
  })

const asSuperuser = (sql: string, { orgId }: Story): Promise<unknown> =>
  database.asSuperuser(async (client) => {
    await client.query("set session_replication_role = 'replica'")
    await client.query(sql, [orgId])
    await client.query("set session_replication_role = 'origin'")
  })

const counts = async (story: Story) => {
  const [row] = await within(story, (manager) =>
    manager.query<{ rows: number; entries: number; places: number; waiting: number }[]>(
      `select (select count(*)::int from audit_entry where org_id = $1) as rows,
         (select count(*)::int from audit_chain_entry where org_id = $1) as entries,
         (select count(distinct seq)::int from audit_chain_entry where org_id = $1) as places,
         (select count(*)::int from audit_unchained where org_id = $1) as waiting`,
      [story.orgId],
    ),
  )
  return row!
}

const exported = async (person: Person) => {
  const { statusCode, body } = await server.inject({
    method: 'GET',
    url: '/files/audit.jsonl',
    headers: { cookie: `steward=${person.token}`, 'accept-language': 'en' },
  })
  return { statusCode, body }
}

const judged = async (story: Story): Promise<VerifyReport> => {
  const { body, statusCode } = await exported(story.as('AUDITOR'))
  expect(statusCode).toBe(200)
  const log = await readWitnessLog(testLedger.witnessDir, story.orgId)
  return verifyLedger([Buffer.from(body)], {
    root: (await testSigner.ring())[0]!.kid,
    witnesses: log === null ? [] : [{ name: 'file', text: log }],
  })
}

interface Verification {
  readonly id: string
  readonly outcome: string | null
  readonly entriesTotal: number
  readonly entriesChecked: number
  readonly findings: readonly {
    readonly code: string
    readonly textZh: string
    readonly auditEntryId: string | null
  }[]
  readonly notes: readonly { readonly code: string }[]
}

/** In the portal: asked for, carried out by the worker, and read. */
const verified = async (story: Story): Promise<Verification> => {
  const auditor = story.as('AUDITOR')
  const { id } = await auditor.does<{ id: string }>('verifyAudit', {}, 'id')
  expect(await worker.runJobs('ledger-verification')).toEqual([])
  const { ledgerVerifications } = await auditor.get<{
    ledgerVerifications: { edges: { node: Verification }[] }
  }>(
    `{ ledgerVerifications(first: 5, filter: { chain: [AUDIT] }) { edges { node {
        id outcome entriesTotal entriesChecked findings { code textZh auditEntryId } notes { code } } } } }`,
  )
  return ledgerVerifications.edges.map(({ node }) => node).find((it) => it.id === id)!
}

const codes = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
  [...new Set(findings.map(({ code }) => code))].toSorted()

/** Some dozen rows, the last of them with a reason; all in their places, under a checkpoint, seen by the witness. */
const aTrail = async (): Promise<Story> => {
  const story = await given(database, server)
  await caseIn(story, 'APPROVED')
  await registered(story)
  await story
    .as('SERVICE_AGENT')
    .get(
      'mutation($input: RevealPhoneOfClientInput!) { revealPhoneOfClient(input: $input) { ... on RevealedPhone { phone } } }',
      { input: { clientId: story.ids.client, reason: '回访前核对' } },
    )
  await chainAll(story)
  await checkpoint(story)
  return story
}

describe('the sequencer', () => {
  it('gives every row one place, in the order in which they were written, and a stranger can check it', async () => {
    const story = await aTrail()
    const { rows, entries, places, waiting } = await counts(story)
    expect(rows).toBeGreaterThan(10)
    expect({ entries, places, waiting }).toEqual({ entries: rows, places: rows, waiting: 0 })
    const inOrder = await within(story, (manager) =>
      manager.query<{ at: Date }[]>(
        `select a.at from audit_chain_entry e join audit_entry a using (org_id, id) where e.org_id = $1 order by e.seq`,
        [story.orgId],
      ),
    )
    const times = inOrder.map(({ at }) => at.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    const report = await judged(story)
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ valid: true, documents: rows, rootNamed: true })
    // What was exported is noted, and waits for its place in turn.
    expect((await counts(story)).waiting).toBe(1)
  })

  it('puts no personal value into the file', async () => {
    const story = await aTrail()
    const { body } = await exported(story.as('AUDITOR'))
    expect(body).not.toMatch(/漏水|1380000|回访前核对/)
    expect(body).toContain('client:revealPhone')
  })

  it('keeps at it: what waits in all organizations is placed by the worker’s loop', async () => {
    const stories = [await given(database, server), await given(database, server)]
    for (const story of stories) await registered(story)
    await auditSequencer.sweep(worker.services, 50)
    for (const story of stories) {
      const { rows, entries, waiting } = await counts(story)
      expect({ entries, waiting }).toEqual({ entries: rows, waiting: 0 })
    }
    expect(await auditSequencer.oldestDue!(worker.services)).toBeUndefined()
  })

  it('killed between any two statements loses nothing and places nothing twice', async () => {
    const story = await given(database, server)
    await caseIn(story, 'ACKNOWLEDGED')
    /** Places two rows, and is cut off before its n-th statement, or before COMMIT. */
    const killedBefore = (n: number) =>
      within(story, async (manager) => {
        let asked = 0
        const ask = manager.query.bind(manager)
        const dying = Object.create(manager, {
          query: {
            value: (...given: Parameters<typeof ask>) => {
              asked += 1
              if (asked === n) throw new Error('killed')
              return ask(...given)
            },
          },
        }) as EntityManager
        await chainAudit(dying, story.orgId, testSigner, 2)
        if (asked < n) throw new Error('killed before COMMIT')
      })
    const before = await counts(story)
    for (let n = 1; n <= 6; n += 1) {
      await expect(killedBefore(n)).rejects.toThrow('killed')
      expect(await counts(story)).toEqual(before)
    }
    expect(await chainAll(story)).toBe(before.rows)
    await checkpoint(story)
    expect(await judged(story)).toMatchObject({ findings: [], entries: before.rows })
  })

  it('twice at once never meets: one works, the other leaves it the work', async () => {
    const story = await given(database, server)
    for (let more = 0; more < 5; more += 1) await registered(story)
    const { rows } = await counts(story)
    const one = async () => {
      for (let turn = 0; turn < 20; turn += 1)
        await within(story, (manager) => chainAudit(manager, story.orgId, testSigner, 3))
    }
    await Promise.all([one(), one(), one()])
    expect(await counts(story)).toEqual({ rows, entries: rows, places: rows, waiting: 0 })
    await checkpoint(story)
    expect((await judged(story)).findings).toEqual([])
  })

  it('goes on over a change of keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'steward-keys-'))
    try {
      const signer = folderSigner(folder)
      const story = await given(database, server)
      await registered(story)
      await within(story, (manager) => chainAudit(manager, story.orgId, signer, 1))
      await rotateKey(folder, new Date())
      while ((await within(story, (manager) => chainAudit(manager, story.orgId, signer))) > 0);
      const kids = await within(story, (manager) =>
        manager.query<{ kid: string }[]>(
          `select distinct body::json ->> 'kid' as kid from audit_chain_entry where org_id = $1`,
          [story.orgId],
        ),
      )
      expect(kids).toHaveLength(2)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** What somebody does who owns the database and no key; and what the verifier says of the file, and the portal beside it. */
const ATTACKS: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'changes who did it',
    `update audit_entry set actor_id = null where org_id = $1 and verb = 'complaint:approve'`,
    ['DOCUMENT_DIFFERS'],
    [],
  ],
  [
    'changes when it was done',
    `update audit_entry set at = at - interval '1 minute' where org_id = $1 and verb = 'complaint:approve'`,
    ['DOCUMENT_DIFFERS'],
    [],
  ],
  [
    'changes what was changed',
    `update audit_entry set changes = jsonb_set(changes, '{status,1}', '"CLOSED"') where org_id = $1 and verb = 'complaint:acknowledge'`,
    ['DOCUMENT_DIFFERS'],
    [],
  ],
  [
    'gives an act another record',
    `update audit_entry set subject_id = gen_random_uuid() where org_id = $1 and verb = 'complaint:approve'`,
    ['DOCUMENT_DIFFERS'],
    [],
  ],
  [
    'changes the commitment to a reason',
    `update audit_entry set reason_commitment = null where org_id = $1 and reason is not null`,
    ['DOCUMENT_DIFFERS'],
    [],
  ],
  [
    'removes a row',
    `delete from audit_entry where org_id = $1 and verb = 'complaint:approve'`,
    ['DOCUMENT_MISSING'],
    [],
  ],
  [
    'removes a row and its entry',
    `with gone as (delete from audit_entry where org_id = $1 and verb = 'complaint:approve' returning id)
     delete from audit_chain_entry where org_id = $1 and id in (select id from gone)`,
    ['CHECKPOINT_BEYOND_END', 'PREVIOUS_DIFFERS', 'SEQUENCE_BROKEN', 'WITNESSED_TAIL_MISSING'],
    [],
  ],
  [
    'takes an entry out of the chain and keeps the row',
    `delete from audit_chain_entry where org_id = $1 and seq = 3`,
    ['PREVIOUS_DIFFERS', 'SEQUENCE_BROKEN'],
    ['AUDIT_ROW_WITHOUT_ENTRY'],
  ],
  [
    'puts a row in that waits for nothing',
    `insert into audit_entry (org_id, id, at, actor_id, verb, subject_type, subject_id, changes, request_id)
     select org_id, gen_random_uuid(), at, actor_id, verb, subject_type, subject_id, changes, request_id
       from audit_entry where org_id = $1 and verb = 'complaint:acknowledge'`,
    [],
    ['AUDIT_ROW_WITHOUT_ENTRY'],
  ],
]

describe('whoever owns the database, and nothing else', () => {
  it.each(ATTACKS)('%s', async (_, sql, inFile, inPortal) => {
    const story = await aTrail()
    await asSuperuser(sql, story)
    const report = await judged(story)
    expect(report.valid).toBe(inFile.length === 0)
    expect(codes(report)).toEqual(expect.arrayContaining([...inFile]))
    const found = await verified(story)
    expect(found.outcome).toBe('INVALID')
    expect(codes(found)).toEqual(expect.arrayContaining([...inFile, ...inPortal]))
  })

  it('puts a row in and has it chained: that it is dated back is seen', async () => {
    const story = await aTrail()
    await asSuperuser(
      `with put as (insert into audit_entry (org_id, id, at, actor_id, verb, subject_type, subject_id, changes, request_id)
         select org_id, gen_random_uuid(), at - interval '3 hours', actor_id, verb, subject_type, subject_id, changes, request_id
           from audit_entry where org_id = $1 and verb = 'complaint:acknowledge' returning org_id, id, at)
       insert into audit_unchained (org_id, id, at) select org_id, id, at from put`,
      story,
    )
    await chainAll(story)
    await checkpoint(story)
    expect(codes(await judged(story))).toEqual(['DATED_BACK'])
    const found = await verified(story)
    expect(codes(found)).toEqual(['DATED_BACK'])
    expect(found.findings[0]?.auditEntryId).toMatch(/^aud_/)
  })

  it('changes a reason, which the file keeps to itself: the portal compares it with its commitment', async () => {
    const story = await aTrail()
    await asSuperuser(
      `update audit_entry set reason = '别的理由' where org_id = $1 and reason is not null`,
      story,
    )
    expect((await judged(story)).valid).toBe(true)
    const found = await verified(story)
    expect([found.outcome, codes(found)]).toEqual(['INVALID', ['OPENING_WRONG']])
  })

  it('removes a row before it has its place: that one is missing is told', async () => {
    const story = await aTrail()
    await registered(story)
    await asSuperuser(
      `delete from audit_entry a where org_id = $1 and exists
         (select from audit_unchained u where u.org_id = a.org_id and u.id = a.id)`,
      story,
    )
    const found = await verified(story)
    expect([found.outcome, codes(found)]).toEqual(['INVALID', ['AUDIT_ROW_REMOVED_UNCHAINED']])
  })
})

describe('a trail that nobody has touched', () => {
  it('is valid in the portal, with progress, and says what is not yet chained', async () => {
    const story = await aTrail()
    const { rows } = await counts(story)
    const found = await verified(story)
    expect(found).toMatchObject({
      outcome: 'VALID',
      findings: [],
      entriesTotal: rows,
      entriesChecked: rows,
    })
    // That somebody asked for it.
    expect(found.notes.map(({ code }) => code)).toContain('NOT_YET_CHAINED')
    const { auditChain } = await story
      .as('AUDITOR')
      .get<{ auditChain: object }>('{ auditChain { size checkpointedSize witnessedSize unchained } }')
    expect(auditChain).toEqual({ size: rows, checkpointedSize: rows, witnessedSize: rows, unchained: 1 })
  })

  it('stays valid when salts were erased', async () => {
    const story = await aTrail()
    await asSuperuser('delete from commitment_salt where org_id = $1', story)
    expect((await judged(story)).findings).toEqual([])
    expect((await verified(story)).outcome).toBe('VALID')
  })
})

describe('who may', () => {
  const MAY: readonly Role[] = ['AUDITOR', 'GENERAL_MANAGER']

  it.each(ROLES)('%s', async (role) => {
    const story = await given(database, server)
    const person = story.as(role)
    const { statusCode } = await exported(person)
    // A program of a partner has no session.
    expect(statusCode).toBe(MAY.includes(role) ? 200 : role === 'PARTNER' ? 401 : 403)
    const asked = person.does('verifyAudit', {}, 'id')
    if (MAY.includes(role))
      expect(await asked).toMatchObject({ id: expect.stringMatching(/^lvr_/) as string })
    else await expect(asked).rejects.toThrow(/FORBIDDEN/)
  })
})
