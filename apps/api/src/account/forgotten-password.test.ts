/** Somebody who cannot sign in, and strangers who would like to know who works here. */
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { Browser } from '../../test/browser.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { headerOf, mailServer, partOf, type TestMailServer } from '../../test/mail-server.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { PasswordReset, PasswordResetRequest } from '../access/second-factor.entity.ts'
import { hashToken } from '../access/token.ts'
import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { sendMail } from '../notices/mail.consumer.ts'
import { Mail } from '../notices/notice.entity.ts'
import { Staff } from '../organization/organization.entity.ts'

const PASSWORD = 'a sentence that I shall remember'
let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let smtp: TestMailServer
let now: Date

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { clock: () => now })
  worker = await testWorker(database)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})
beforeEach(async () => {
  now = new Date()
  story = await given(database, server)
  smtp = await mailServer()
})
afterEach(() => smtp.close())

/** Somebody of the story and their sign-in name; with an address unless told otherwise. */
const somebody = async (address: string | null = 'li@example.com') => {
  const person = await story.colleague(['SERVICE_AGENT'], 'service')
  if (address)
    await person.does('changeNoticePreferences', {
      expectedVersion: 0,
      locale: 'en',
      mail: [],
      mailAddress: address,
      quietFrom: null,
      quietTo: null,
      digestAt: null,
    })
  const { signInName } = await withTenant(database.app, story.orgId, (manager) =>
    manager.findOneByOrFail(Staff, { orgId: story.orgId, id: person.staffId }),
  )
  return { person, signInName: `${signInName}@${story.code}` }
}

/** The answer to a stranger, as it goes over the line. */
const ask = (signInName: string, remoteAddress = '203.0.113.9') =>
  server.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress,
    headers: { 'accept-language': 'en' },
    payload: {
      query: `mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) {
        __typename ... on PasswordResetRequested { requested } ... on UserError { code } } }`,
      variables: { input: { signInName } },
    },
  })

const mailsOfStory = () =>
  withTenant(database.app, story.orgId, (manager) => manager.findBy(Mail, { orgId: story.orgId }))

/** What the worker does about it, up to the mail server. */
const work = async () => {
  await worker.sweep()
  await worker.relay()
  await worker.sweep()
  const config = { ...worker.services.config, smtpUrl: `smtp://127.0.0.1:${smtp.port}` }
  const services = { ...worker.services, config, clock: () => now }
  for (const { orgId, id } of await mailsOfStory()) await sendMail(services, { orgId, id })
}
const linkIn = (mail: { readonly raw: string } | undefined) =>
  /#reset=([\w-]+)/.exec(partOf(mail!.raw, 'text/plain'))![1]!
const use = (token: string, password = PASSWORD) =>
  new Browser(server).does('usePasswordReset', 'PasswordResetUsed { signInName }', { token, password })
const signIn = (signInName: string, password = PASSWORD) =>
  new Browser(server).does('signIn', 'Viewer { roles }', { signInName, password })
const disable = async (person: Person) =>
  story.as('ADMIN').does('disableStaff', {
    staffId: toGlobalId('Staff', person.staffId),
    expectedVersion: 1,
  })

describe('who forgot their password', () => {
  it('gets a link by mail that sets a new one, once; every session ends, and they are told', async () => {
    const { person, signInName } = await somebody()
    await ask(` ${signInName.toUpperCase()} `)
    await work()
    expect(smtp.taken).toHaveLength(1)
    const [mail] = smtp.taken
    expect(mail!.to).toEqual(['li@example.com'])
    expect(headerOf(mail!.raw, 'Subject')).toBe('Reset your Steward password')
    expect(partOf(mail!.raw, 'text/plain')).toContain('within 2 hours')
    const token = linkIn(mail)
    expect(await use(token)).toMatchObject({ signInName })
    expect(await use(token, `${PASSWORD} again`)).toMatchObject({ reason: 'resetIsOpen' })
    expect((await person.run('{ viewer { roles } }')).data).toEqual({ viewer: null })
    expect(await signIn(signInName)).toMatchObject({ roles: ['SERVICE_AGENT'] })
    await work()
    expect(smtp.taken.map(({ raw }) => headerOf(raw, 'Subject'))).toContain('Your password was changed')
  })

  it('has the secret in the mail and nowhere else: the database keeps a hash', async () => {
    const { signInName } = await somebody()
    await ask(signInName)
    await work()
    const token = linkIn(smtp.taken[0])
    const [reset] = await withTenant(database.app, story.orgId, (manager) =>
      manager.findBy(PasswordReset, { orgId: story.orgId }),
    )
    expect(reset).toMatchObject({ secretHash: hashToken(token), issuedById: null, endedAt: null })
    const holding: string[] = []
    await database.asSuperuser(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
      )
      for (const { name } of rows) {
        const found = await client.query(`select from ${name} t where t::text like '%' || $1 || '%'`, [token])
        if (found.rowCount) holding.push(name)
      }
    })
    expect(holding).toEqual([])
    // What was typed is gone as well.
    expect(await database.app.manager.count(PasswordResetRequest)).toBe(0)
  })

  it('has two hours, and only the newest link counts', async () => {
    const { signInName } = await somebody()
    await ask(signInName)
    await work()
    await ask(signInName)
    await work()
    const [first, second] = smtp.taken.map(linkIn)
    expect(await use(first!)).toMatchObject({ reason: 'resetIsOpen' })
    now = new Date(now.getTime() + 2 * 3_600_000 + 1_000)
    expect(await use(second!)).toMatchObject({ reason: 'resetIsOpen' })
  })

  it('is sent another link when the first mail could not be sent', async () => {
    const { signInName } = await somebody()
    await smtp.close()
    smtp = await mailServer(() => 450)
    await ask(signInName)
    await expect(work()).rejects.toThrow('450')
    await smtp.close()
    smtp = await mailServer()
    await work()
    expect(await use(linkIn(smtp.taken[0]))).toMatchObject({ signInName })
  })

  it('leaves a trace in the audit that names nobody as having done it', async () => {
    const { person, signInName } = await somebody()
    await ask(signInName)
    await work()
    const { auditEntries } = await story.as('AUDITOR').get<{
      auditEntries: { edges: { node: { actor: null; changes: { field: string }[] } }[] }
    }>(
      `query($id: ID!) { auditEntries(first: 1, filter: { subject: $id }) {
         edges { node { actor { id } changes { field } } } } }`,
      { id: toGlobalId('Staff', person.staffId) },
    )
    expect(auditEntries.edges[0]!.node).toEqual({ actor: null, changes: [{ field: 'passwordResetUntil' }] })
  })
})

describe('a stranger who asks', () => {
  it('is told the same of everybody, byte for byte, whoever there is', async () => {
    const [known, quiet, gone] = [await somebody(), await somebody(null), await somebody()]
    await disable(gone.person)
    const names = [
      known.signInName,
      quiet.signInName,
      gone.signInName,
      `nobody@${story.code}`,
      'nobody@nowhere',
      'no-at-sign',
      `partner@${story.code}`,
      "'; drop table staff; --@x",
    ]
    const seen = new Set<string>()
    for (const name of names) {
      const { statusCode, body, headers } = await ask(name)
      const { date: _date, 'x-request-id': _id, ...same } = headers
      seen.add(JSON.stringify([statusCode, body, same]))
    }
    expect([...seen]).toHaveLength(1)
    expect([...seen][0]).toContain('PasswordResetRequested')
    await work()
    expect(smtp.taken.map(({ to }) => to)).toEqual([['li@example.com']])
    expect(await database.app.manager.count(PasswordResetRequest)).toBe(0)
  })

  it('does the same work for everybody before the answer: one row, whoever is meant', async () => {
    const { signInName } = await somebody()
    await ask(signInName)
    await ask('nobody@nowhere')
    expect(await database.app.manager.count(PasswordResetRequest)).toBe(2)
    expect(await mailsOfStory()).toEqual([])
    await work()
  })

  it('is held back after three times for one name, known or not, and from one address', async () => {
    const { signInName } = await somebody()
    const codeOf = async (name: string, address: string) =>
      (await ask(name, address)).json<{ errors?: { extensions: { code: string } }[] }>().errors?.[0]
        ?.extensions.code
    for (const name of [signInName, `made-up@${story.code}`]) {
      for (const at of [1, 2, 3]) expect(await codeOf(name, `198.51.100.${at}`)).toBeUndefined()
      expect(await codeOf(name.toUpperCase(), '198.51.100.4')).toBe('RATE_LIMITED')
    }
    const codes = []
    for (let at = 0; at < 31; at += 1) codes.push(await codeOf(`name-${at}@${story.code}`, '198.51.100.77'))
    expect(codes.slice(0, 30).every((code) => code === undefined)).toBe(true)
    expect(codes[30]).toBe('RATE_LIMITED')
    await work()
  })

  it('cannot keep people from using their links by trying wrong ones', async () => {
    const { signInName } = await somebody()
    await ask(signInName)
    await work()
    const token = linkIn(smtp.taken[0])
    const wrong = Buffer.from(token, 'base64url').fill(7, 16).toString('base64url')
    const attempt = (given: string, remoteAddress: string) =>
      server.inject({
        method: 'POST',
        url: '/graphql',
        remoteAddress,
        payload: {
          query: `mutation($input: UsePasswordResetInput!) { usePasswordReset(input: $input) { __typename } }`,
          variables: { input: { token: given, password: PASSWORD } },
        },
      })
    for (let at = 0; at < 70; at += 1) await attempt(wrong, `192.0.2.${at}`)
    expect((await attempt(token, '192.0.2.200')).body).toContain('PasswordResetUsed')
  })
})
