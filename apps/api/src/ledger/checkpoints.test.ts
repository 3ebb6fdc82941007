/** What leaves the ledger, judged by the verifier that knows nothing of the database: checkpoints, the witness's log, files, proofs. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyLedger, verifyProof, type VerifyReport } from '@steward/verify'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testServer, testSigner } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { makeCheckpoint } from './checkpoint-sweep.service.ts'
import { tellWitnesses, witnessLog } from '../witnesses/file-witness.service.ts'

let database: TestDatabase
let server: FastifyInstance
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-witness-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const checkpoint = ({ orgId }: Story): Promise<boolean> =>
  withTenant(database.app, orgId, async (manager) => {
    const made = await makeCheckpoint(manager, orgId, testSigner)
    await tellWitnesses(manager, orgId, folder)
    return made
  })

const fetchFile = (person: Person, url: string) =>
  server.inject({
    method: 'GET',
    url,
    headers: { cookie: `steward=${person.token}`, 'accept-language': 'en' },
  })

const root = async () => (await testSigner.ring())[0]!.kid

const judged = async (story: Story, witnessed = true): Promise<VerifyReport> => {
  const { body, statusCode } = await fetchFile(story.as('AUDITOR'), '/files/ledger.jsonl')
  expect(statusCode).toBe(200)
  const log = witnessed ? readFileSync(witnessLog(folder, story.orgId), 'utf8') : undefined
  return verifyLedger([Buffer.from(body)], {
    root: await root(),
    witnesses: log === undefined ? [] : [{ name: 'file', text: log }],
  })
}

const asSuperuser = (sql: string, story: Story): Promise<void> =>
  database.asSuperuser((client) => client.query(sql, [story.orgId]))

/** A ledger of seven signatures under two checkpoints, the second of which covers all. */
const aLedger = async (): Promise<Story> => {
  const story = await given(database, server)
  await caseIn(story, 'APPROVED')
  await checkpoint(story)
  for (let more = 0; more < 3; more += 1) await registered(story)
  await checkpoint(story)
  return story
}

describe('checkpoints', () => {
  it('follow the ledger as it grows, each on the one before, and none where nothing is new', async () => {
    const story = await aLedger()
    expect(await checkpoint(story)).toBe(false)
    const report = await judged(story)
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({
      valid: true,
      entries: 7,
      checkpoints: 2,
      checkpointed: 7,
      witnessed: 7,
      documents: 7,
      rootNamed: true,
    })
    expect(statSync(witnessLog(folder, story.orgId)).mode & 0o077).toBe(0)
  })

  it('leave the newest entries open for a moment, which is no fault', async () => {
    const story = await aLedger()
    await registered(story)
    const report = await judged(story)
    expect(report).toMatchObject({ valid: true, entries: 8, witnessed: 7 })
    expect(report.notes.map(({ code }) => code)).toContain('NOT_YET_WITNESSED')
  })
})

describe('whoever owns the database, and nothing else, is found', () => {
  const ATTACKS: readonly (readonly [string, readonly string[]])[] = [
    [
      'changes a word',
      [`update ledger_entry set body = replace(body, 'APPROVED', 'REVIEWED') where org_id = $1 and seq = 3`],
    ],
    ['removes a signature', ['delete from ledger_entry where org_id = $1 and seq = 2']],
    [
      'moves two',
      [
        'update ledger_entry set seq = 99 where org_id = $1 and seq = 4',
        'update ledger_entry set seq = 4 where org_id = $1 and seq = 5',
        'update ledger_entry set seq = 5 where org_id = $1 and seq = 99',
      ],
    ],
    [
      'cuts off the end and takes the checkpoint back',
      [
        'delete from ledger_witnessing where org_id = $1',
        'delete from ledger_checkpoint where org_id = $1 and size = 7',
        'delete from ledger_entry where org_id = $1 and seq >= 4',
        'update ledger_head h set size = 4, hash = (select hash from ledger_entry e where e.org_id = h.org_id and seq = 3) where org_id = $1',
      ],
    ],
    [
      'writes the chain anew from a changed entry on',
      [
        `update ledger_entry set body = replace(body, 'CS_MANAGER', 'GENERAL_MANAGER') where org_id = $1 and seq = 3`,
        `do $do$ declare e record; before bytea := decode(repeat('00', 32), 'hex'); begin
           for e in select * from ledger_entry where org_id = '$1' order by seq loop
             update ledger_entry set prev = before, hash = sha256('\\x02'::bytea || before || int8send(seq) || int8send(at)
               || sha256(convert_to(body, 'UTF8')) || sig) where org_id = e.org_id and id = e.id returning hash into before;
           end loop; end $do$`,
      ],
    ],
    [
      'changes what was signed',
      [`update sign_off set content = replace(content, 'PHONE', 'LETTER') where org_id = $1`],
    ],
    ['dates back', ['update ledger_entry set at = at - 86400000 where org_id = $1 and seq = 5']],
  ]

  it.each(ATTACKS)('who %s', async (_, statements) => {
    const story = await aLedger()
    for (const sql of statements) {
      // A DO block takes no parameters.
      if (sql.includes("'$1'"))
        await database.asSuperuser((client) => client.query(sql.replace('$1', story.orgId)))
      else await asSuperuser(sql, story)
    }
    const report = await judged(story)
    expect(report.valid).toBe(false)
    expect(report.findings.length).toBeGreaterThan(0)
  })
})

describe('the file of a ledger', () => {
  it('is given to those who audit and to the head of the house, and each time is noted', async () => {
    const story = await aLedger()
    for (const role of ['CS_MANAGER', 'ADMIN', 'SERVICE_AGENT', 'QUALITY'] as const)
      expect((await fetchFile(story.as(role), '/files/ledger.jsonl')).statusCode).toBe(403)
    expect((await fetchFile(story.stranger(), '/files/ledger.jsonl')).statusCode).toBe(401)
    await fetchFile(story.as('GENERAL_MANAGER'), '/files/ledger.jsonl')
    const { auditEntries } = await story
      .as('AUDITOR')
      .get<{ auditEntries: { edges: object[] } }>(
        '{ auditEntries(first: 5, filter: { verb: "ledger:export" }) { edges { node { actor { id } } } } }',
      )
    expect(auditEntries.edges).toEqual([{ node: { actor: { id: story.ids.staff.GENERAL_MANAGER } } }])
  })
})

describe('the proof of a case', () => {
  it('shows a stranger all signatures of the case, and that they stand in the ledger', async () => {
    const story = await given(database, server)
    const { id } = await caseIn(story, 'APPROVED')
    await registered(story)
    await checkpoint(story)
    const { body } = await fetchFile(story.as('CS_MANAGER'), `/files/proofs/${id}.json`)
    const report = await verifyProof(body, { root: await root() })
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ valid: true, entries: 4, documents: 4 })
    // The approver's word comes along, and binds.
    expect(report.openings).toBeGreaterThan(0)
    expect(body).toContain('同意')
    const forged = await verifyProof(body.replace('"value":"同意"', '"value":"不同意"'), {
      root: await root(),
    })
    expect(forged.valid).toBe(false)
  })

  it('reads roots that were kept on the way, and no long ledger; from entries alone it is the same', async () => {
    const story = await given(database, server)
    for (let round = 0; round < 22; round += 1)
      await Promise.all(Array.from({ length: 12 }, () => registered(story)))
    const { id } = await caseIn(story, 'APPROVED')
    await checkpoint(story)
    const proof = async () => (await fetchFile(story.as('CS_MANAGER'), `/files/proofs/${id}.json`)).body
    const kept = await proof()
    expect(await verifyProof(kept, { root: await root() })).toMatchObject({ valid: true, entries: 4 })
    await asSuperuser(
      "update ledger_node set root = decode(repeat('00', 32), 'hex') where org_id = $1",
      story,
    )
    // It was read, then: and a wrong one convinces nobody.
    expect((await verifyProof(await proof(), { root: await root() })).valid).toBe(false)
    await asSuperuser('delete from ledger_node where org_id = $1', story)
    expect(await proof()).toBe(kept)
    // A ledger from before there were such rows gets them with its next checkpoint.
    await registered(story)
    await checkpoint(story)
    const count = 'select count(*)::integer as count from ledger_node'
    const [row] = await withTenant(database.app, story.orgId, (db) => db.query<[{ count: number }]>(count))
    expect(row.count).toBe(1)
    expect(await verifyProof(await proof(), { root: await root() })).toMatchObject({ valid: true })
  })

  it('keeps the signers’ words from an auditor, and proves all the same', async () => {
    const story = await given(database, server)
    const { id } = await caseIn(story, 'APPROVED')
    await checkpoint(story)
    const { body } = await fetchFile(story.as('AUDITOR'), `/files/proofs/${id}.json`)
    expect(body).not.toContain('同意')
    expect(await verifyProof(body, { root: await root() })).toMatchObject({ valid: true, openings: 0 })
  })

  it('is not there before a checkpoint covers the case, and not for a case of others', async () => {
    const story = await given(database, server)
    const { id } = await registered(story)
    const early = await fetchFile(story.as('CS_MANAGER'), `/files/proofs/${id}.json`)
    expect(early.statusCode).toBe(409)
    expect(early.body).toContain('try again')
    const other = await given(database, server)
    const foreign = await fetchFile(other.as('GENERAL_MANAGER'), `/files/proofs/${id}.json`)
    const absent = await fetchFile(other.as('GENERAL_MANAGER'), `/files/proofs/cmp_${'0'.repeat(32)}.json`)
    expect([foreign.statusCode, absent.statusCode]).toEqual([404, 404])
    expect(foreign.body.replace(/"requestId":"[^"]+"/, '')).toBe(
      absent.body.replace(/"requestId":"[^"]+"/, ''),
    )
  })
})
