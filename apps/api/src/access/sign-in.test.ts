import type { Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { readConfig } from '../config.ts'
import { withTenant } from '../database/with-tenant.ts'
import { trustedDocuments } from '../http/trusted-documents.ts'
import { Organization, Staff } from '../organization/organization.entity.ts'
import { hashPassword } from './password.ts'
import { StaffCredential } from './session.entity.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let signInName: string
const password = '一个足够长的演示密码 2026'

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  signInName = await withPassword('SERVICE_AGENT')
})
afterAll(async () => {
  await server.close()
  await database.close()
})

/** Gives the story's person of that role the password; answers the name to sign in with. */
const withPassword = (role: Role): Promise<string> =>
  withTenant(database.app, story.orgId, async (manager) => {
    const staffId = story.as(role).staffId
    const staff = await manager.findOneByOrFail(Staff, { orgId: story.orgId, id: staffId })
    await manager.insert(StaffCredential, {
      orgId: story.orgId,
      id: newId(),
      staffId,
      kind: 'PASSWORD',
      secretHash: await hashPassword(password),
      changedAt: new Date(),
    })
    return `${staff.signInName}@${story.code}`
  })

interface Answer {
  readonly body: string
  /** Says that somebody signed in in this browser before. */
  readonly device: string | undefined
  readonly cookie:
    | {
        readonly name: string
        readonly value: string
        readonly httpOnly?: boolean
        readonly sameSite?: string
      }
    | undefined
}

const send = async (
  query: string,
  variables: object = {},
  {
    cookie,
    on = server,
    headers = {},
  }: { cookie?: string; on?: FastifyInstance; headers?: Record<string, string> } = {},
): Promise<Answer> => {
  const response = await on.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'accept-language': 'en', ...(cookie ? { cookie: `steward=${cookie}` } : {}), ...headers },
    payload: { query, variables },
  })
  return {
    body: response.body,
    device: response.cookies.find(({ name }) => name === 'steward-device')?.value,
    cookie: response.cookies.find(({ name }) => name === 'steward') as Answer['cookie'],
  }
}

const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { __typename
  ... on Viewer { staff { name } organization { code } roles }
  ... on UserError { code message } } }`
const VIEWER = '{ viewer { staff { name } } }'

const signIn = (name: string, secret: string, headers: Record<string, string> = {}) =>
  send(SIGN_IN, { input: { signInName: name, password: secret } }, { headers })

describe('sign in', () => {
  it('answers the viewer and sets a cookie that scripts cannot read', async () => {
    const { body, cookie } = await signIn(signInName.toUpperCase(), password)
    expect(JSON.parse(body)).toMatchObject({
      data: {
        signIn: { __typename: 'Viewer', organization: { code: story.code }, roles: ['SERVICE_AGENT'] },
      },
    })
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    const { body: viewer } = await send(VIEWER, {}, { cookie: cookie!.value })
    expect(JSON.parse(viewer)).toMatchObject({ data: { viewer: { staff: { name: 'SERVICE_AGENT' } } } })
  })

  it('says the same of an unknown name, an unknown organization and a wrong password', async () => {
    const wrong = await signIn(signInName, 'not the password at all')
    const unknown = await signIn(`nobody@${story.code}`, password)
    const elsewhere = await signIn('nobody@nowhere', password)
    expect(JSON.parse(wrong.body)).toMatchObject({ data: { signIn: { code: 'NOT_ELIGIBLE' } } })
    expect(unknown.body).toBe(wrong.body)
    expect(elsewhere.body).toBe(wrong.body)
    expect([wrong.cookie, unknown.cookie, elsewhere.cookie]).toEqual([undefined, undefined, undefined])
  })

  it('stops guessing at one account from one address, and leaves other addresses alone', async () => {
    const target = `target-${newId().slice(-6)}@${story.code}`
    const from = (address: string) => signIn(target, 'a wrong guess again', { 'x-forwarded-for': address })
    for (let attempt = 0; attempt < 8; attempt += 1) await from('203.0.113.9')
    expect(JSON.parse((await from('203.0.113.9')).body)).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    })
    expect(JSON.parse((await from('203.0.113.77')).body)).toMatchObject({
      data: { signIn: { code: 'NOT_ELIGIBLE' } },
    })
  })

  it('lets nobody keep somebody out of the browser that they signed in to before', async () => {
    const name = await withPassword('SALES')
    const { device } = await signIn(name, password)
    expect(device).toMatch(/^[\w-]{43}$/)
    // As a stranger would who has many addresses, and writes the name in many ways.
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const written = attempt % 2 ? ` ${name.toUpperCase()}` : `${name}@${attempt}`
      await signIn(written, 'a wrong guess again', { 'x-forwarded-for': `198.51.100.${attempt}` })
    }
    const anywhere = { 'x-forwarded-for': '198.51.100.200' }
    expect((await signIn(name, password, anywhere)).body).toContain('RATE_LIMITED')
    expect((await signIn(name, password, { ...anywhere, cookie: 'steward-device=another' })).body).toContain(
      'RATE_LIMITED',
    )
    const own = { ...anywhere, cookie: `steward-device=${device}` }
    const back = await signIn(name, password, own)
    expect(JSON.parse(back.body)).toMatchObject({ data: { signIn: { __typename: 'Viewer' } } })
    expect(back.device).toBe(device)
    // It is no key: in that browser too one may guess eight times, and for the name of somebody else it is good for nothing.
    for (let attempt = 0; attempt < 8; attempt += 1) await signIn(name, 'a wrong guess again', own)
    expect((await signIn(name, password, own)).body).toContain('RATE_LIMITED')
  })

  it('replaces the session that was there before', async () => {
    const first = await signIn(signInName, password)
    const second = await send(SIGN_IN, { input: { signInName, password } }, { cookie: first.cookie!.value })
    expect(second.cookie!.value).not.toBe(first.cookie!.value)
    expect((await send(VIEWER, {}, { cookie: first.cookie!.value })).body).toBe('{"data":{"viewer":null}}')
  })
})

describe('sign out', () => {
  const SIGN_OUT =
    'mutation($input: SignOutInput!) { signOut(input: $input) { ... on SignOutSuccess { signedOut } } }'

  it('kills the token at once, also for a process that has the actor in its cache', async () => {
    const other = await testServer(database)
    const { cookie } = await signIn(signInName, password)
    const token = cookie!.value
    expect((await send(VIEWER, {}, { cookie: token, on: other })).body).toContain('SERVICE_AGENT')
    await send(SIGN_OUT, { input: {} }, { cookie: token })
    const { body } = await send(
      '{ complaints(first: 1) { edges { node { id } } } }',
      {},
      { cookie: token, on: other },
    )
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    await other.close()
  })

  it('everywhere ends every session of the account', async () => {
    const desk = await signIn(signInName, password)
    const phone = await signIn(signInName, password)
    await send(SIGN_OUT, { input: { everywhere: true } }, { cookie: desk.cookie!.value })
    for (const { cookie } of [desk, phone]) {
      expect((await send(VIEWER, {}, { cookie: cookie!.value })).body).toBe('{"data":{"viewer":null}}')
    }
  })
})

describe('signing in by a click', () => {
  const SIGN_IN_AS = `mutation($input: SignInAsInput!) { signInAs(input: $input) { ... on Viewer { roles } ... on UserError { code } } }`

  it('works for a demonstration organization in demonstration mode', async () => {
    const { body } = await send(SIGN_IN_AS, { input: { signInName } })
    expect(body).toBe('{"data":{"signInAs":{"roles":["SERVICE_AGENT"]}}}')
  })

  it('is refused in production, where nobody is offered either', async () => {
    const config = readConfig({
      STEWARD_MODE: 'production',
      STEWARD_PUBLIC_URL: 'https://steward.example.com',
    })
    const production = await testServer(database, { config })
    const ours = (start: string) => [...trustedDocuments().values()].find((text) => text.startsWith(start))!
    const refused = await send(ours('mutation SignInAs'), { input: { signInName } }, { on: production })
    expect(JSON.parse(refused.body)).toMatchObject({ data: { signInAs: { code: 'NOT_ELIGIBLE' } } })
    const offered = await send(ours('query DemonstrationSignIns'), {}, { on: production })
    expect(offered.body).toBe('{"data":{"demonstrationSignIns":[]}}')
    await production.close()
  })

  it('is refused for an organization that is no demonstration', async () => {
    const real = await given(database, server)
    await database.asSuperuser((client) =>
      client.query('update organization set demonstration = false where id = $1', [real.orgId]),
    )
    const staff = await withTenant(database.app, real.orgId, (manager) =>
      manager.findOneByOrFail(Staff, { orgId: real.orgId, id: real.as('ADMIN').staffId }),
    )
    const refused = await send(SIGN_IN_AS, { input: { signInName: `${staff.signInName}@${real.code}` } })
    expect(refused.body).toBe('{"data":{"signInAs":{"code":"NOT_ELIGIBLE"}}}')
    expect(await database.app.manager.findOneBy(Organization, { id: real.orgId })).toMatchObject({
      demonstration: false,
    })
  })
})
