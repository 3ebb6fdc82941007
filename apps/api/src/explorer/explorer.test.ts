import { WEBHOOK_EVENTS } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { buildSchema } from '../schema.ts'

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

const get = (url: string, language = 'en') => server.inject({ url, headers: { 'accept-language': language } })

describe('the explorer', () => {
  it('is served whole from our own address, with a policy that lets it reach no other', async () => {
    const page = await get('/explorer/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toContain("connect-src 'self'")
    expect(page.headers['content-security-policy']).not.toMatch(/https?:|\*|unsafe-eval/)
    const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!)
    expect(files.length).toBeGreaterThan(4)
    for (const file of files.filter((name) => name !== '/explorer/' && !name.startsWith('data:'))) {
      expect([file, (await get(`/explorer/${file}`)).statusCode]).toEqual([file, 200])
    }
  })

  it('has the worked examples in its tabs', async () => {
    const { body, headers } = await get('/explorer/options.js')
    expect(headers['content-type']).toMatch(/javascript/)
    for (const example of ['RegisterComplaint', 'ReadCase', 'PageThroughQueue'])
      expect(body).toContain(example)
    expect(body).toContain('Bearer {{credential}}')
  })
})

describe('the reference', () => {
  it('tells of every root field who may, and of every type what it is', async () => {
    const { body } = await get('/explorer/reference')
    const schema = buildSchema()
    for (const [kind, root] of [
      ['query', schema.getQueryType()!],
      ['mutation', schema.getMutationType()!],
    ] as const) {
      for (const field of Object.values(root.getFields())) {
        const rule = String(field.extensions['permission'])
        const at = body.indexOf(`id="${kind}.${field.name}"`)
        expect([field.name, at > 0]).toEqual([field.name, true])
        if (rule.includes(':')) expect(body.slice(at, at + 6_000)).toContain(`<code>${rule}</code>`)
      }
    }
    for (const type of ['Complaint', 'RegisterComplaintInput', 'UserError', 'DateTime', 'Status'])
      expect(body).toContain(`id="${schema.getType(type) ? type : 'ComplaintStatus'}"`)
  })

  it('speaks both languages, and leads to no type that it does not have', async () => {
    const [chinese, english] = [
      (await get('/explorer/reference', 'zh-CN')).body,
      (await get('/explorer/reference?lang=en', 'zh-CN')).body,
    ]
    expect(chinese).toContain('接口参考')
    expect(english).toContain('API reference')
    const anchors = new Set([...english.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...english.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)
    expect(links.filter((id) => !anchors.has(id))).toEqual([])
  })

  it('tells receivers of webhooks what they are sent and what they owe, and of every event', async () => {
    const { body } = await get('/explorer/reference?lang=en')
    expect(body).toContain('href="#webhooks"')
    for (const event of WEBHOOK_EVENTS) expect(body).toContain(`id="webhooks.${event}"`)
    for (const word of ['webhook-id', 'whsec_', 'HMAC-SHA256', '5 sec', '24 hr', '410', '2xx'])
      expect([word, body.includes(word)]).toEqual([word, true])
  })
})
