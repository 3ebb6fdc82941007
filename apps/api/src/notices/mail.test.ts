/** Mails through a real SMTP dialogue. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { headerOf, mailServer, partOf, type TestMailServer } from '../../test/mail-server.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { Mail } from './notice.entity.ts'
import { sendMail } from './mail.consumer.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let smtp: TestMailServer

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
  smtp = await mailServer()
})
afterEach(() => smtp.close())

const at = (port: number, auth = '', scheme = 'smtp') => `${scheme}://${auth}127.0.0.1:${port}`

/** The specialist gives an address, wants all at once, and is given a case. */
const owed = async (preferences: object = {}, mailAddress = 'li@example.com') => {
  await story.as('CR_SPECIALIST').does('changeNoticePreferences', {
    expectedVersion: 0,
    locale: 'zh-CN',
    mail: [],
    mailAddress,
    quietFrom: null,
    quietTo: null,
    digestAt: null,
    ...preferences,
  })
  const complaint = await caseIn(story, 'ACKNOWLEDGED')
  await worker.relay()
  await worker.sweep()
  return complaint
}

const mails = () =>
  withTenant(database.app, story.orgId, (manager) =>
    manager.find(Mail, { order: { createdAt: 'ASC', id: 'ASC' } }),
  )

/** As the queue does: each mail of the story once more. */
const send = async (smtpUrl: string | undefined) => {
  const errors: Error[] = []
  for (const { orgId, id } of await mails()) {
    const services = { ...worker.services, config: { ...worker.services.config, smtpUrl } }
    await sendMail(services, { orgId, id }).catch((error: Error) => errors.push(error))
  }
  return errors
}

describe('a mail', () => {
  it('arrives once, in Chinese, as text and as HTML, from who may write', async () => {
    const { number } = await owed()
    await send(at(smtp.port))
    await send(at(smtp.port))
    expect(smtp.taken).toHaveLength(1)
    const [{ raw, to, from }] = smtp.taken as [(typeof smtp.taken)[number]]
    expect(to).toEqual(['li@example.com'])
    expect(from).toBe('steward@localhost')
    expect(headerOf(raw, 'Subject')).toBe(`案件 ${String(number)} 由您经办`)
    expect(partOf(raw, 'text/plain')).toContain(`编号 ${String(number)}`)
    expect(partOf(raw, 'text/html')).toContain(`<a href="http://localhost:4000/customer-service/complaints/`)
    expect(raw).not.toMatch(/卫生间|13800001234/)
    const [mail] = await mails()
    expect(mail).toMatchObject({ status: 'SENT', attempts: 1, lastError: null, template: 'CASE_ASSIGNED' })
    expect(headerOf(raw, 'Message-ID')).toBe(mail!.messageId)
    expect(mail!.messageId).toBe(`<${mail!.id}@localhost>`)
  })

  it('speaks the language of who reads it', async () => {
    const { number } = await owed({ locale: 'en' })
    await send(at(smtp.port))
    expect(headerOf(smtp.taken[0]!.raw, 'Subject')).toBe(`Case ${String(number)} is yours`)
  })

  it('that is refused for good is not tried again, and leaves a code and no address', async () => {
    await smtp.close()
    smtp = await mailServer(() => 550)
    await owed()
    expect(await send(at(smtp.port))).toEqual([])
    expect(await send(at(smtp.port))).toEqual([])
    const [mail] = await mails()
    expect(mail).toMatchObject({ status: 'REFUSED', attempts: 1, lastError: '550' })
    expect(JSON.stringify(mail)).not.toContain('example.com')
  })

  it('that is put off by a greylisting server comes with the next try, as the same mail', async () => {
    const tries: string[] = []
    await smtp.close()
    smtp = await mailServer((recipient) => (tries.push(recipient) === 1 ? 451 : undefined))
    await owed()
    const [error] = await send(at(smtp.port))
    expect(error?.message).toBe('451')
    expect((await mails())[0]).toMatchObject({ status: 'QUEUED', attempts: 1, lastError: '451' })
    await send(at(smtp.port))
    expect(smtp.taken).toHaveLength(1)
    expect((await mails())[0]).toMatchObject({ status: 'SENT', attempts: 2, lastError: null })
  })

  it('waits while the server is down, and goes out when it is up', async () => {
    const { port } = smtp
    await smtp.close()
    await owed()
    const [error] = await send(at(port))
    expect(error?.message).toMatch(/^E[A-Z]+$/)
    smtp = await mailServer(undefined, { port })
    await send(at(port))
    expect(smtp.taken).toHaveLength(1)
  })

  it('is marked as not configured where there is no server: nothing pretends to be sent', async () => {
    await owed()
    await send(undefined)
    expect((await mails())[0]).toMatchObject({ status: 'NOT_CONFIGURED', attempts: 0, sentAt: null })
    await send(at(smtp.port))
    expect(smtp.taken).toEqual([])
  })

  it('goes to nobody whose account is disabled, or who has taken the address back', async () => {
    await owed()
    await story
      .as('CR_SPECIALIST')
      .does('changeNoticePreferences', { expectedVersion: 1, locale: 'en', mail: [] })
    await send(at(smtp.port))
    expect((await mails())[0]).toMatchObject({ status: 'NO_ADDRESS' })
    expect(smtp.taken).toEqual([])
  })

  it('is shown to the administrator by how it fares, without words or address', async () => {
    await owed()
    await send(at(smtp.port))
    const { body } = await story
      .as('ADMIN')
      .run(
        `{ mails(first: 5) { edges { node { template status attempts lastError staff { name } sentAt } } } }`,
      )
    expect(body).toContain('"status":"SENT"')
    expect(body).not.toMatch(/example\.com|案件/)
  })
})

describe('a server that wants to know who writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-mail-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const secured = (more: object = {}) => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-keyout',
        key,
        '-out',
        cert,
        ...subject,
      ],
      { stdio: 'ignore' },
    )
    return mailServer(undefined, {
      key: readFileSync(key),
      cert: readFileSync(cert),
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        password === 's3cret' ? done(null, { user: username! }) : done(new Error('no')),
      ...more,
    })
  }

  it('is spoken to over TLS, and never where its certificate is nobody’s', async () => {
    const tls = await secured({ secure: true })
    await owed()
    const url = at(tls.port, 'notices%40steward.example:s3cret@', 'smtps')
    const [error] = await send(url)
    expect(error?.message).toBe('ESOCKET')
    expect(tls.taken).toEqual([])
    await send(`${url}?tls.rejectUnauthorized=false`)
    expect(tls.taken).toMatchObject([
      { user: 'notices@steward.example', from: 'notices@steward.example', secure: true },
    ])
    await tls.close()
  })

  it('keeps the mail for later where the password is wrong: that is ours to put right', async () => {
    const tls = await secured()
    await owed()
    const [error] = await send(
      `${at(tls.port, 'notices%40steward.example:wrong@')}?tls.rejectUnauthorized=false`,
    )
    expect(error?.message).toBe('535')
    expect((await mails())[0]).toMatchObject({ status: 'QUEUED', lastError: '535' })
    await tls.close()
  })
})

describe('what may wait', () => {
  it('is one digest with a line for each', async () => {
    await owed({
      mail: ['PROPOSAL_APPROVED', 'CLIENT_CONFIRMED'].map((kind) => ({ kind, on: true })),
      digestAt: '08:30',
      locale: 'en',
    })
    await caseIn(story, 'APPROVED')
    await caseIn(story, 'APPROVED')
    await worker.relay()
    await worker.sweep()
    // Three cases were given to her at once each; what was approved waits for the morning.
    expect((await mails()).map(({ template }) => template)).toEqual(Array(3).fill('CASE_ASSIGNED'))
    await database.asSuperuser((client) =>
      client.query(`update notice_due set due_at = now() where org_id = $1`, [story.orgId]),
    )
    await worker.sweep()
    await send(at(smtp.port))
    const digest = smtp.taken.find(({ raw }) => headerOf(raw, 'Subject') === 'Steward: 2 notices')
    expect(partOf(digest!.raw, 'text/plain').match(/^· The proposal of case .* is approved/gm)).toHaveLength(
      2,
    )
    await worker.sweep()
    expect(await mails()).toHaveLength(4)
  })
})

describe('a mail to a client', () => {
  const written = async (email: string) => {
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(`update client set email = $2, email_masked = 'w***@example.com' where org_id = $1`, [
        story.orgId,
        email,
      ]),
    )
    const complaint = await registered(story, { channel: 'EMAIL' })
    await worker.relay()
    return complaint
  }
  const noticeOf = async (complaint: { id: string }) => {
    const answer = await story
      .as('SERVICE_AGENT')
      .get<{ clientNotices: { edges: { node: { id: string; status: string; version: number } }[] } }>(
        `query($id: ID!) { clientNotices(first: 5, filter: { complaint: $id }) { edges { node { id status channel version } } } }`,
        { id: complaint.id },
      )
    return answer.clientNotices.edges[0]!.node
  }

  it('bears the words, and settles what was owed', async () => {
    const complaint = await written('wang@example.com')
    expect(await noticeOf(complaint)).toMatchObject({ status: 'OWED', channel: 'MAIL' })
    await send(at(smtp.port))
    expect(smtp.taken[0]?.to).toEqual(['wang@example.com'])
    expect(partOf(smtp.taken[0]!.raw, 'text/plain')).toContain(String(complaint['number']))
    expect(await noticeOf(complaint)).toMatchObject({ status: 'SENT', version: 2 })
  })

  it('that failed is sent again by a person', async () => {
    const complaint = await written('wang@example.com')
    await send(undefined)
    const failed = await noticeOf(complaint)
    expect(failed.status).toBe('FAILED')
    const again = await story
      .as('SERVICE_AGENT')
      .does('resendClientNotice', { clientNoticeId: failed.id, expectedVersion: failed.version }, 'status')
    expect(again.status).toBe('OWED')
    await send(at(smtp.port))
    expect(await noticeOf(complaint)).toMatchObject({ status: 'SENT' })
    expect((await mails()).map(({ status }) => status)).toEqual(['NOT_CONFIGURED', 'SENT'])
  })

  it('cannot be made to go elsewhere by what stands in the address', async () => {
    const complaint = await written('wang@example.com\r\nBcc: thief@example.com')
    await send(at(smtp.port))
    for (const { to, raw } of smtp.taken) {
      expect(to.join()).not.toContain('thief')
      expect(headerOf(raw, 'Bcc')).toBe('')
    }
    expect((await noticeOf(complaint)).status).toBe('FAILED')
  })
})
