/** The chain of signatures: each in its place at once, none lost, none twice, and nothing of it can be changed by the API's own role. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testServer, testSigner } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { folderSigner, rotateKey } from './key-ring.ts'
import type { LedgerEntry } from './ledger.entity.ts'
import { SignerAway, type Signer } from './signer.ts'

let database: TestDatabase
let server: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}
const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()

const chainOf = ({ orgId }: Story): Promise<LedgerEntry[]> =>
  withTenant(database.app, orgId, (manager) =>
    manager.query<LedgerEntry[]>('select * from ledger_entry where org_id = $1 order by seq', [orgId]),
  )

/** Whether each entry is in its place, as somebody would check who knows nothing but FORMAT.md. */
const expectWhole = async (entries: readonly LedgerEntry[], signer: Signer = testSigner) => {
  const keys = new Map((await signer.ring()).map(({ kid, publicKey }) => [kid, publicKey]))
  let prev: Buffer = Buffer.alloc(32)
  let at = 0
  for (const [seq, entry] of entries.entries()) {
    expect(entry.seq).toBe(seq)
    expect(entry.prev.equals(prev)).toBe(true)
    expect(entry.at).toBeGreaterThanOrEqual(at)
    const bodyHash = sha256(Buffer.from(entry.body))
    const hash = sha256(Buffer.from([2]), prev, u64(seq), u64(entry.at), bodyHash, entry.sig)
    expect(entry.hash.equals(hash)).toBe(true)
    const { kid } = JSON.parse(entry.body) as { kid: string }
    const spki = Buffer.from(`302a300506032b6570032100${keys.get(kid)}`, 'hex')
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const message = Buffer.concat([Buffer.from('steward/entry/v1\n'), bodyHash])
    expect(verify(null, message, key, entry.sig)).toBe(true)
    ;[prev, at] = [entry.hash, entry.at]
  }
}

describe('a verb that signs', () => {
  it('appends its signature: who, in which role, meaning what, over exactly which content', async () => {
    const story = await given(database, server)
    await caseIn(story, 'APPROVED')
    const entries = await chainOf(story)
    await expectWhole(entries)
    const bodies = entries.map(({ body }) => JSON.parse(body) as Record<string, unknown>)
    const meanings = bodies.map(({ meaning }) => meaning)
    expect(meanings).toEqual(['RECORDED', 'RECEIVED', 'PREPARED', 'APPROVED'])
    expect(bodies[3]).toMatchObject({
      org: story.orgId,
      verb: 'complaint:approve',
      signer: { role: 'CS_MANAGER' },
      comment: { c: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    })
    const rows = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<{ id: string; content: string }[]>('select id, content from sign_off where org_id = $1', [
        story.orgId,
      ]),
    )
    for (const { id, content } of rows) {
      const body = bodies.find((it) => it['id'] === id)!
      expect(body['content']).toBe(sha256(Buffer.from(content)).toString('hex'))
    }
    // No name, no word of the client or the signer.
    expect(entries.map(({ body }) => body).join()).not.toMatch(/王小明|同意|渗漏/)
  })

  it('takes one place each, however many sign at once', async () => {
    const story = await given(database, server)
    await Promise.all(Array.from({ length: 40 }, () => registered(story)))
    const entries = await chainOf(story)
    expect(entries).toHaveLength(40)
    await expectWhole(entries)
  })

  it('that is refused leaves no place behind', async () => {
    const story = await given(database, server)
    await registered(story)
    const before = await chainOf(story)
    const refused = await registered(story, { summary: ' ', facts: ' ' })
    expect(refused.code).toBe('INVALID_INPUT')
    expect(await chainOf(story)).toEqual(before)
  })

  it('does nothing at all while nobody can sign, and says that it is worth another try', async () => {
    const away = () => Promise.reject(new SignerAway('gone'))
    const silent = await testServer(database, { signer: { ring: away, kid: away, sign: away } })
    const story = await given(database, silent)
    await expect(registered(story)).rejects.toThrow(/UNAVAILABLE/)
    const { complaints } = await story
      .as('GM_OFFICE')
      .get<{ complaints: { edges: object[] } }>('{ complaints(first: 5) { edges { node { id } } } }')
    expect(complaints.edges).toEqual([])
    expect(await chainOf(story)).toEqual([])
    await silent.close()
  })

  it('goes on under a new key, for which the old one vouches', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'steward-keys-'))
    const signer = folderSigner(folder)
    const rotated = await testServer(database, { signer })
    const story = await given(database, rotated)
    await registered(story)
    const { kid } = await rotateKey(folder, new Date())
    await registered(story)
    const entries = await chainOf(story)
    await expectWhole(entries, signer)
    expect(entries.map(({ body }) => (JSON.parse(body) as { kid: string }).kid).at(-1)).toBe(kid)
    const [root, next] = await signer.ring()
    expect(root).toMatchObject({ until: next!.from, by: null })
    expect(next).toMatchObject({ by: root!.kid, retires: root!.until, until: null })
    await rotated.close()
    rmSync(folder, { recursive: true })
  })
})

describe('the role that serves', () => {
  it.each([
    ["update ledger_entry set body = '{}'"],
    ['delete from ledger_entry'],
    ['truncate ledger_entry'],
    ['update ledger_checkpoint set size = 0'],
    ['delete from ledger_checkpoint'],
    ['delete from ledger_head'],
    ['delete from sign_off'],
    ["update sign_off set meaning = 'APPROVED'"],
  ])('may not %s', async (statement) => {
    const story = await given(database, server)
    await registered(story)
    await expect(
      withTenant(database.app, story.orgId, (manager) => manager.query(statement)),
    ).rejects.toThrow(/permission denied/)
    await expectWhole(await chainOf(story))
  })

  it('cannot give a second entry a place that is taken', async () => {
    const story = await given(database, server)
    await registered(story)
    await registered(story)
    const fork = `insert into ledger_entry select org_id, gen_random_uuid(), 0, at, prev, body, sig, hash from ledger_entry where seq = 1`
    await expect(withTenant(database.app, story.orgId, (manager) => manager.query(fork))).rejects.toThrow(
      /ledger_entry_seq_key/,
    )
  })
})
