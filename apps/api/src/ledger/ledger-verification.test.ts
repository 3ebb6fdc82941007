/** Verifying the ledger in the portal: green, or exactly what is wrong. */
import { rmSync } from 'node:fs'
import { ROLES, type Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testLedger, testServer, testSigner } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { checkpointSweep, makeCheckpoint } from './checkpoint-sweep.service.ts'
import { carryOut } from './carry-out-verification.service.ts'
import { tellWitnesses, witnessLog } from '../witnesses/file-witness.service.ts'

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

interface Verification {
  readonly id: string
  readonly outcome: string | null
  readonly isLost: boolean
  readonly entriesTotal: number
  readonly entriesChecked: number
  readonly finishedAt: string | null
  readonly findingCount: number
  readonly findings: readonly {
    readonly code: string
    readonly textZh: string
    readonly textEn: string
    readonly entry: number | null
    readonly complaintId: string | null
    readonly complaintNumber: string | null
  }[]
  readonly notes: readonly { readonly code: string }[]
  readonly rootKey: string | null
  readonly checkpointedSize: number | null
  readonly witnessedSize: number | null
}

const FIELDS = `id outcome isLost entriesTotal entriesChecked finishedAt findingCount rootKey checkpointedSize witnessedSize
  findings { code textZh textEn entry complaintId complaintNumber } notes { code }`

const verifications = async (person: Person): Promise<readonly Verification[]> => {
  const { ledgerVerifications } = await person.get<{
    ledgerVerifications: { edges: { node: Verification }[] }
  }>(`{ ledgerVerifications(first: 10) { edges { node { ${FIELDS} } } } }`)
  return ledgerVerifications.edges.map(({ node }) => node)
}

const ask = (person: Person) => person.does<{ id: string }>('verifyLedger', {}, 'id')

/** Asked for, carried out by the worker as the relay and the queue would have it, and read. */
const verified = async (story: Story, by: Role = 'AUDITOR'): Promise<Verification> => {
  const { id } = await ask(story.as(by))
  expect(await worker.runJobs('ledger-verification')).toEqual([])
  const found = (await verifications(story.as(by))).find((it) => it.id === id)
  expect(found?.finishedAt).not.toBeNull()
  return found!
}

const checkpoint = async ({ orgId }: Story): Promise<void> => {
  await withTenant(database.app, orgId, (manager) => makeCheckpoint(manager, orgId, testSigner))
  await withTenant(database.app, orgId, (manager) => tellWitnesses(manager, orgId, testLedger.witnessDir))
}

/** Seven signatures of four cases, the first four of which are of one; all seen by the witness. */
const aLedger = async (): Promise<{ story: Story; caseId: string; number: string }> => {
  const story = await given(database, server)
  const { id } = await caseIn(story, 'APPROVED')
  await checkpoint(story)
  for (let more = 0; more < 3; more += 1) await registered(story)
  await checkpoint(story)
  const { complaint } = await story
    .as('CS_MANAGER')
    .get<{ complaint: { number: string } }>('query($id: ID!) { complaint(id: $id) { number } }', { id })
  return { story, caseId: id, number: complaint.number }
}

const asSuperuser = (sql: string, { orgId }: Story): Promise<unknown> =>
  database.asSuperuser((client) => client.query(sql, [orgId]))

const codes = ({ findings }: Verification) => findings.map(({ code }) => code)

describe('a ledger that nobody has touched', () => {
  it('is valid, as far as it goes, and says how it stands', async () => {
    const { story } = await aLedger()
    await registered(story)
    const found = await verified(story)
    expect(found.findings).toEqual([])
    expect(found).toMatchObject({
      outcome: 'VALID',
      findingCount: 0,
      entriesTotal: 8,
      entriesChecked: 8,
      checkpointedSize: 7,
      witnessedSize: 7,
      rootKey: (await testSigner.ring())[0]!.kid,
    })
    expect(found.notes.map(({ code }) => code)).toContain('NOT_YET_WITNESSED')
    const { ledger } = await story
      .as('AUDITOR')
      .get<{ ledger: object }>(
        '{ ledger { size lastEntryAt checkpointedSize checkpointedAt witnessedSize signOffsOutside } }',
      )
    expect(ledger).toMatchObject({ size: 8, checkpointedSize: 7, witnessedSize: 7, signOffsOutside: 0 })
  })

  it('is valid while it is empty', async () => {
    const story = await given(database, server)
    expect(await verified(story)).toMatchObject({
      outcome: 'VALID',
      entriesTotal: 0,
      rootKey: expect.any(String) as string,
    })
  })

  it('tells in the audit trail who asked', async () => {
    const { story } = await aLedger()
    await verified(story)
    const { auditEntries } = await story
      .as('AUDITOR')
      .get<{ auditEntries: { edges: { node: { verb: string; actor: { id: string } } }[] } }>(
        '{ auditEntries(first: 20, filter: { verb: ["ledger:verify"] }) { edges { node { verb actor { id } } } } }',
      )
    expect(auditEntries.edges).toHaveLength(1)
  })
})

describe('whoever owns the database, and nothing else', () => {
  it('changes a body: the entry is named, with the case that was signed', async () => {
    const { story, caseId, number } = await aLedger()
    await asSuperuser(
      `update ledger_entry set body = replace(body, 'APPROVED', 'REVIEWED') where org_id = $1 and seq = 3`,
      story,
    )
    const found = await verified(story)
    expect(found.outcome).toBe('INVALID')
    const finding = found.findings.find(({ code }) => code === 'HASH_DIFFERS')
    expect(finding).toMatchObject({ entry: 3, complaintId: caseId, complaintNumber: number })
    expect(finding!.textZh).toContain('第 3 号条目')
    expect(finding!.textEn).toContain('Entry 3')
  })

  it('takes an entry out: the gap is named, and the signature that has no entry any more', async () => {
    const { story, caseId } = await aLedger()
    await asSuperuser('delete from ledger_entry where org_id = $1 and seq = 2', story)
    const found = await verified(story)
    expect(found.outcome).toBe('INVALID')
    expect(found.findings.find(({ code }) => code === 'SEQUENCE_BROKEN')?.entry).toBe(3)
    expect(found.findings.find(({ code }) => code === 'SIGN_OFF_WITHOUT_ENTRY')?.complaintId).toBe(caseId)
    const { ledger } = await story.as('AUDITOR').get<{ ledger: object }>('{ ledger { signOffsOutside } }')
    expect(ledger).toEqual({ signOffsOutside: 1 })
  })

  it('cuts off the end, its signatures and the checkpoint: the witness remembers', async () => {
    const { story } = await aLedger()
    for (const sql of [
      'delete from ledger_witnessing where org_id = $1',
      'delete from ledger_checkpoint where org_id = $1 and size = 7',
      'delete from ledger_entry where org_id = $1 and seq >= 4',
      'update ledger_head h set size = 4, hash = (select hash from ledger_entry e where e.org_id = h.org_id and seq = 3) where org_id = $1',
    ])
      await asSuperuser(sql, story)
    const found = await verified(story)
    expect(found.outcome).toBe('INVALID')
    expect(codes(found)).toContain('WITNESSED_TAIL_MISSING')
    expect(found.findings.find(({ code }) => code === 'WITNESSED_TAIL_MISSING')?.textZh).toContain(
      '看到 7 条',
    )
  })

  it('changes what was signed: the case is named', async () => {
    const { story, caseId } = await aLedger()
    await asSuperuser(
      `update sign_off set content = replace(content, 'PHONE', 'LETTER')
        where org_id = $1 and id = (select id from ledger_entry where org_id = $1 and seq = 0)`,
      story,
    )
    const found = await verified(story)
    expect(found.outcome).toBe('INVALID')
    expect(found.findings).toContainEqual(
      expect.objectContaining({ code: 'DOCUMENT_DIFFERS', entry: 0, complaintId: caseId }),
    )
  })

  it('has the witness’s log removed as well: that it is gone is told', async () => {
    const { story } = await aLedger()
    rmSync(witnessLog(testLedger.witnessDir, story.orgId))
    const found = await verified(story)
    expect(found.outcome).toBe('INVALID')
    expect(codes(found)).toEqual(['WITNESS_LOG_LOST'])
  })

  it('has everything changed: the first hundred findings are kept, and all are counted', async () => {
    const { story } = await aLedger()
    for (let more = 0; more < 40; more += 1) await registered(story)
    await asSuperuser(`update ledger_entry set sig = prev || prev, hash = prev where org_id = $1`, story)
    const found = await verified(story)
    expect(found.findings).toHaveLength(100)
    expect(found.findingCount).toBeGreaterThan(100)
  })
})

describe('a signature from before there was a ledger', () => {
  it('is no fault, and is told of', async () => {
    const story = await given(database, server)
    await registered(story)
    for (const table of ['ledger_entry', 'ledger_head'])
      await asSuperuser(`delete from ${table} where org_id = $1`, story)
    await registered(story)
    const found = await verified(story)
    expect(found.outcome).toBe('VALID')
    expect(found.notes.map(({ code }) => code)).toContain('SIGNED_BEFORE_LEDGER')
  })
})

describe('a verification under way', () => {
  /** A signer that answers when it is told to: so long the worker stands in the middle of its work. */
  const held = () => {
    let open = () => {}
    const opened = new Promise<void>((resolve) => (open = resolve))
    const signer = { ...testSigner, ring: () => opened.then(() => testSigner.ring()) }
    return { open: () => open(), services: { ...worker.services, signer } }
  }
  const seen = async (story: Story, check: (it: Verification) => boolean): Promise<Verification> => {
    for (;;) {
      const found = (await verifications(story.as('AUDITOR')))[0]
      if (found && check(found)) return found
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  it('shows that it runs; another one is refused meanwhile; a killed one is begun anew and counted once', async () => {
    const { story } = await aLedger()
    const { id } = await ask(story.as('AUDITOR'))
    const run = { orgId: story.orgId, id: fromGlobalId('LedgerVerification', id)! }
    const { open, services } = held()
    const killed = carryOut(services, run)
    expect(await seen(story, ({ entriesTotal }) => entriesTotal > 0)).toMatchObject({
      id,
      outcome: null,
      finishedAt: null,
      isLost: false,
      entriesTotal: 7,
      entriesChecked: 0,
    })
    const second = await ask(story.as('GENERAL_MANAGER'))
    expect(second).toMatchObject({ code: 'NOT_ELIGIBLE' })

    expect(await worker.runJobs('ledger-verification')).toEqual([])
    const [found] = await verifications(story.as('AUDITOR'))
    expect(found).toMatchObject({ id, outcome: 'VALID', entriesChecked: 7 })
    // What the first one would still write is too late.
    open()
    await killed
    expect(await verifications(story.as('AUDITOR'))).toEqual([found])
  })

  it('that nobody has heard of for a minute is lost, and stands in nobody’s way', async () => {
    const { story } = await aLedger()
    const { id } = await ask(story.as('AUDITOR'))
    await asSuperuser(
      `update ledger_verification set seen_at = seen_at - interval '2 minutes' where org_id = $1`,
      story,
    )
    expect(await verifications(story.as('AUDITOR'))).toMatchObject([{ id, isLost: true, outcome: null }])
    const next = await verified(story)
    expect(next.outcome).toBe('VALID')
    expect(await verifications(story.as('AUDITOR'))).toMatchObject([
      { id: next.id },
      { id, outcome: 'FAILED' },
    ])
  })

  it('that cannot be carried out says so, and nothing of the ledger', async () => {
    const { story } = await aLedger()
    const { id } = await ask(story.as('AUDITOR'))
    const away = () => Promise.reject(new Error('gone'))
    await carryOut(
      { ...worker.services, signer: { ring: away, kid: away, sign: away } },
      { orgId: story.orgId, id: fromGlobalId('LedgerVerification', id)! },
    )
    expect(await verifications(story.as('AUDITOR'))).toMatchObject([
      { id, outcome: 'FAILED', findingCount: 0, findings: [] },
    ])
    expect((await verified(story)).outcome).toBe('VALID')
  })
})

describe('who may', () => {
  const MAY: readonly Role[] = ['AUDITOR', 'GENERAL_MANAGER', 'GM_OFFICE', 'QUALITY']

  it.each(ROLES)('%s', async (role) => {
    const story = await given(database, server)
    const person = story.as(role)
    const read = () =>
      person.get('{ ledger { size } ledgerVerifications(first: 1) { edges { node { id } } } }')
    const keys = () =>
      person.get<{ ledgerKeys: { kid: string }[] }>('{ ledgerKeys { kid publicKey from until } }')
    if (MAY.includes(role)) {
      expect(await read()).toMatchObject({ ledger: { size: 0 } })
      expect((await keys()).ledgerKeys[0]!.kid).toBe((await testSigner.ring())[0]!.kid)
      expect(await ask(person)).toMatchObject({ id: expect.stringMatching(/^lvr_/) as string })
    } else {
      await expect(read()).rejects.toThrow(/FORBIDDEN/)
      await expect(keys()).rejects.toThrow(/FORBIDDEN/)
      await expect(ask(person)).rejects.toThrow(/FORBIDDEN/)
    }
  })

  it('sees the verifications of no other organization', async () => {
    const { story } = await aLedger()
    await verified(story)
    const other = await given(database, server)
    expect(await verifications(other.as('AUDITOR'))).toEqual([])
  })
})

describe('a checkpoint', () => {
  it('stands in the ledger before the witness hears of it: a witness that fails takes none back', async () => {
    const story = await given(database, server)
    await registered(story)
    // Old enough to be due.
    await asSuperuser('update ledger_entry set at = at - 60000 where org_id = $1', story)
    const { services } = worker
    const stands = async () =>
      (await story.as('AUDITOR').get<{ ledger: object }>('{ ledger { checkpointedSize witnessedSize } }'))
        .ledger
    await checkpointSweep.sweep(
      { ...services, config: { ...services.config, witnessDir: '/dev/null/no' } },
      10,
    )
    expect(await stands()).toEqual({ checkpointedSize: 1, witnessedSize: 0 })
    await checkpointSweep.sweep(services, 10)
    expect(await stands()).toEqual({ checkpointedSize: 1, witnessedSize: 1 })
  })
})
