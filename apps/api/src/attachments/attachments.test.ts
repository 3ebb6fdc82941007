/** Files of a client: what is taken and what is not, how they come out, who is shown what, and what is left of one that was removed. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { addClient } from '../../test/clients-of-story.ts'
import { lies, photograph, truths } from '../../test/corpus.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { readConfig } from '../config.ts'
import { withTenant } from '../database/with-tenant.ts'
import { diskStorage } from '../storage/disk-storage.ts'
import { AttachmentDue } from './attachment.entity.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'steward-attachments-'))
const config = { ...readConfig({}), dataDir, attachmentQuotaBytes: 1_000_000 }

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let client: string

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { config })
  worker = await testWorker(database, { dataDir })
  story = await given(database, server)
  client = story.ids.client
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const headersOf = ({ token }: Person) => ({ cookie: `steward=${token}`, 'accept-language': 'en' })

interface Told {
  readonly clientId?: string
  readonly name: string
  readonly classification?: string
  readonly note?: string
}

const send = (person: Person, told: Told, content: Buffer | string, more: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: '/files/attachments',
    headers: {
      ...headersOf(person),
      'content-type': 'application/octet-stream',
      'x-steward-csrf': '1',
      'x-steward-attachment': encodeURIComponent(
        JSON.stringify({ clientId: client, classification: 'INTERNAL', ...told }),
      ),
      ...more,
    },
    payload: content,
  })

const attached = async (person: Person, told: Told, content: Buffer | string): Promise<string> => {
  const { statusCode, json, body } = await send(person, told, content)
  if (statusCode !== 201) throw new Error(body)
  return json<{ id: string }>().id
}

const fetched = (person: Person, id: string, more = '') =>
  server.inject({ method: 'GET', url: `/files/attachments/${id}${more}`, headers: headersOf(person) })

const revealed = (person: Person, id: string, reason: string) =>
  server.inject({
    method: 'POST',
    url: `/files/attachments/${id}/reveal`,
    headers: { ...headersOf(person), 'x-steward-csrf': '1' },
    payload: { reason },
  })

interface Line {
  readonly id: string
  readonly name: string | null
  readonly note: string | null
  readonly format: string
  readonly classification: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly removedAt: string | null
  readonly removalReason: string | null
  readonly removedBy: { readonly name: string } | null
  readonly version: number
}

const lines = async (person: Person, id = client): Promise<readonly Line[] | undefined> => {
  const { client: found } = await person.get<{ client: { attachments: readonly Line[] } | null }>(
    `query($id: ID!) { client(id: $id) { attachments {
       id name note format classification sizeBytes sha256 removedAt removalReason removedBy { name } version } } }`,
    { id },
  )
  return found?.attachments
}
const line = async (person: Person, id: string): Promise<Line> =>
  (await lines(person))!.find((it) => it.id === id)!

const stored = (): string[] =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && /attachments|incoming/.test(it.parentPath))
    .map(({ name }) => name)
const bytesOf = (id: string): Buffer =>
  readFileSync(
    join(
      dataDir,
      'attachments',
      story.orgId,
      id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    ),
  )

describe('a file', () => {
  it('is taken where name and content say the same, and comes out to be saved, never as a page', async () => {
    const agent = story.as('SERVICE_AGENT')
    for (const [name, content, format] of await truths()) {
      const id = await attached(agent, { name }, content)
      const kept = await line(agent, id)
      expect([name, kept.format, kept.name]).toEqual([name, format, name])
      const { headers, rawPayload } = await fetched(agent, id)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'no-store',
      })
      expect(headers['content-disposition']).toMatch(/^attachment; filename="file\.\w+"; filename\*=UTF-8''/)
      expect(headers['content-type']).not.toMatch(/html|svg|script/)
      expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(kept.sha256)
      expect(rawPayload.length).toBe(kept.sizeBytes)
      const shown = await fetched(agent, id, '/picture')
      const isPicture = ['JPEG', 'PNG', 'WEBP'].includes(format)
      expect([name, shown.statusCode]).toEqual([name, isPicture ? 200 : 404])
      if (isPicture) expect(shown.headers['content-disposition']).toMatch(/^inline/)
      else expect(rawPayload).toEqual(Buffer.from(content))
    }
  })

  it('that lies about what it is, or hides something, is refused in words, and nothing of it is kept', async () => {
    const agent = story.as('SERVICE_AGENT')
    const before = stored()
    for (const [name, content] of await lies()) {
      const { statusCode, json } = await send(agent, { name }, content)
      expect([name, statusCode]).toEqual([name, 400])
      expect(json<{ errors: [{ message: string }] }>().errors[0].message).toMatch(/attach|empty|Save it/i)
    }
    expect(stored()).toEqual(before)
  })

  it('that is a picture loses where, when and with what it was taken', async () => {
    const agent = story.as('SERVICE_AGENT')
    const sent = await photograph()
    expect(sent.includes('CANARY-CAMERA')).toBe(true)
    const id = await attached(agent, { name: 'here.jpg' }, Buffer.concat([sent, Buffer.from('<script>')]))
    const { rawPayload } = await fetched(agent, id)
    expect(rawPayload.includes('CANARY')).toBe(false)
    expect(rawPayload.includes('<script>')).toBe(false)
    const { format, width, exif } = await sharp(rawPayload).metadata()
    expect([format, width, exif]).toEqual(['jpeg', 8, undefined])
  })

  it('is named without the path, the marks and the length that were sent', async () => {
    const agent = story.as('SERVICE_AGENT')
    const names = {
      '../../etc/租约.txt': '租约.txt',
      'C:\\fake\\a\u202e\u0000b.txt': 'ab.txt',
      'a"b<c>.txt': 'a_b_c_.txt',
      [`${'长'.repeat(300)}.txt`]: `${'长'.repeat(116)}.txt`,
    }
    for (const [name, kept] of Object.entries(names)) {
      const id = await attached(agent, { name }, 'x')
      expect((await line(agent, id)).name).toBe(kept)
      const { headers } = await fetched(agent, id)
      expect(headers['content-disposition']).toContain(`UTF-8''${encodeURIComponent(kept)}`)
    }
  })

  it('is bounded in size, alone and together with all others', async () => {
    const agent = story.as('SERVICE_AGENT')
    const large = await send(agent, { name: 'large.txt' }, Buffer.alloc(20_000_001, 'a'))
    expect(large.statusCode).toBe(413)
    const before = stored()
    const full = await send(agent, { name: 'full.txt' }, 'a'.repeat(1_000_001))
    expect([full.statusCode, full.json<{ errors: [{ message: string }] }>().errors[0].message]).toEqual([
      400,
      expect.stringContaining('used up'),
    ])
    expect(stored()).toEqual(before)
  })

  it('whose sender’s server ended before it was told of is taken out again; what is told of stays', async () => {
    const agent = story.as('SERVICE_AGENT')
    const { orgId } = story
    const told = await attached(agent, { name: '来信.txt' }, '谢谢')
    const left = { orgId, id: newId() }
    await diskStorage(dataDir).put(left, Readable.from(['无主']), 6)
    await withTenant(database.app, orgId, async (db) => {
      await db.insert(AttachmentDue, { ...left, dueAt: new Date() })
      await db.update(AttachmentDue, { orgId }, { dueAt: new Date(Date.now() - 1_000) })
    })
    await worker.sweep()
    expect(stored()).not.toContain(left.id)
    expect((await fetched(agent, told)).body).toBe('谢谢')
    const waiting = await withTenant(database.app, orgId, (db) => db.countBy(AttachmentDue, { orgId }))
    expect(waiting).toBe(0)
  })

  it('comes from no page of another site, and tells what it is', async () => {
    const agent = story.as('SERVICE_AGENT')
    const told = { name: 'a.txt' }
    const { 'x-steward-csrf': _, ...bare } = {
      ...headersOf(agent),
      'content-type': 'application/octet-stream',
      'x-steward-csrf': '1',
    }
    const from = { method: 'POST', url: '/files/attachments', payload: 'a' } as const
    expect((await server.inject({ ...from, headers: bare })).statusCode).toBe(403)
    expect((await send(agent, told, 'a', { origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await send(agent, told, 'a', { 'x-steward-attachment': '%7B' })).statusCode).toBe(400)
    expect((await send(agent, { ...told, classification: 'PUBLIC' }, 'a')).statusCode).toBe(400)
  })
})

describe('who', () => {
  it('does not care for a client attaches nothing to them and is shown nothing of theirs', async () => {
    const other = await addClient(database, story, 'COMPANY')
    const id = await attached(story.as('CR_SPECIALIST'), { clientId: other, name: 'lease.txt' }, 'secret')
    for (const role of ['SITE_MANAGER', 'KEY_ACCOUNT_MANAGER'] as const) {
      expect((await send(story.as(role), { clientId: other, name: 'a.txt' }, 'a')).statusCode).toBe(404)
      expect((await fetched(story.as(role), id)).statusCode).toBe(404)
      expect(await lines(story.as(role), other)).toBeUndefined()
    }
    const stranger = await given(database, server)
    expect((await fetched(stranger.as('CR_SPECIALIST'), id)).statusCode).toBe(404)
    expect(
      (await send(stranger.as('CR_SPECIALIST'), { clientId: other, name: 'a.txt' }, 'a')).statusCode,
    ).toBe(404)
  })

  it('may only look over the archive sees that a file is there, and neither name nor content', async () => {
    const id = await attached(story.as('CR_SPECIALIST'), { name: '张三.txt', note: '张三的信' }, 'letter')
    for (const role of ['INFORMATION_CLERK', 'AUDITOR'] as const) {
      expect(await line(story.as(role), id)).toMatchObject({ name: null, note: null, format: 'TXT' })
      expect((await fetched(story.as(role), id)).statusCode).toBe(403)
      expect((await send(story.as(role), { name: 'a.txt' }, 'a')).statusCode).toBe(403)
    }
  })
})

describe('a sensitive file', () => {
  it('lies sealed, opens for a reason that stands in the ledger of reading, and for nobody without the key', async () => {
    const secret = 'CANARY-identity-paper'
    const id = await attached(
      story.as('SERVICE_AGENT'),
      { name: 'identity.txt', classification: 'SENSITIVE' },
      secret,
    )
    expect(bytesOf(id).includes('CANARY')).toBe(false)
    const manager = story.as('CS_MANAGER')
    // Neither by the address of the others, nor by who attached it.
    const plain = await fetched(manager, id)
    expect([plain.statusCode, plain.body.includes('CANARY')]).toEqual([403, false])
    expect((await fetched(manager, id, '/picture')).statusCode).toBe(403)
    expect((await revealed(story.as('SERVICE_AGENT'), id, '核对客户身份')).statusCode).toBe(403)
    expect((await revealed(manager, id, ' ')).statusCode).toBe(400)
    const shown = await revealed(manager, id, '核对客户身份')
    expect([shown.statusCode, shown.body]).toEqual([200, secret])

    const { clientReveals } = await story
      .as('QUALITY')
      .get<{ clientReveals: { edges: { node: object }[] } }>(
        '{ clientReveals(first: 5, filter: { kind: [ATTACHMENT] }) { edges { node { kind fields reason staff { name } client { id } } } } }',
      )
    expect(clientReveals.edges.map(({ node }) => node)).toEqual([
      {
        kind: 'ATTACHMENT',
        fields: ['attachment'],
        reason: '核对客户身份',
        staff: { name: 'CS_MANAGER' },
        client: { id: client },
      },
    ])

    await database.asSuperuser((it) => it.query('delete from client_key where org_id = $1', [story.orgId]))
    const gone = await revealed(manager, id, '核对客户身份')
    expect([gone.statusCode, gone.body.includes('erased')]).toEqual([400, true])
  })
})

describe('removing a file', () => {
  it('takes the content away for good; the line says who, when and why', async () => {
    const keeper = story.as('CR_SPECIALIST')
    const id = await attached(keeper, { name: 'wrong.txt' }, 'of somebody else')
    const { version } = await line(keeper, id)
    const reason = '误传了其他客户的资料'
    const input = { attachmentId: id, expectedVersion: version, reason }
    expect(
      await story.as('CS_MANAGER').does('removeAttachment', { ...input, expectedVersion: 9 }),
    ).toMatchObject({ code: 'STALE_RECORD' })
    expect(await keeper.does('removeAttachment', input)).toMatchObject({ __typename: 'Attachment' })
    expect((await fetched(keeper, id)).statusCode).toBe(404)
    expect(await worker.runJobs('attachment-removal')).toEqual([])
    expect(() => bytesOf(id)).toThrow('ENOENT')
    expect(await line(keeper, id)).toMatchObject({
      name: 'wrong.txt',
      removalReason: reason,
      removedBy: { name: 'CR_SPECIALIST' },
    })
    const again = { ...input, expectedVersion: version + 1 }
    expect(await keeper.does('removeAttachment', again)).toMatchObject({ code: 'WRONG_STATUS' })
  })
})
