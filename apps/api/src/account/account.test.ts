/** Second factors as people and thieves meet them. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../../test/browser.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { hashPassword } from '../access/password.ts'
import { FactorPolicyEntity, SecondFactor } from '../access/second-factor.entity.ts'
import { StaffCredential } from '../access/session.entity.ts'
import { readConfig } from '../config.ts'
import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { Staff } from '../organization/organization.entity.ts'

const PASSWORD = '一个足够长的演示密码 2026'
let database: TestDatabase
let server: FastifyInstance
let story: Story
let secretHash: string
/** The clock that codes are made and read by; sessions go by the database's own. */
let now: Date
const later = (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000))

beforeAll(async () => {
  database = await testDatabase()
  secretHash = await hashPassword(PASSWORD)
  server = await testServer(database, {
    config: readConfig({ STEWARD_DATA_DIR: mkdtempSync(join(tmpdir(), 'steward-account-')) }),
    clock: () => now,
  })
})
beforeEach(async () => {
  now = new Date()
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

/** Somebody with these roles and a password: their sign-in name and id. */
const somebody = async (...roles: Role[]) => {
  const { staffId } = await story.colleague(roles)
  const signInName = await withTenant(database.app, story.orgId, async (manager) => {
    const staff = await manager.findOneByOrFail(Staff, { orgId: story.orgId, id: staffId })
    await manager.insert(StaffCredential, {
      orgId: story.orgId,
      id: newId(),
      staffId,
      kind: 'PASSWORD',
      secretHash,
      changedAt: now,
    })
    return `${staff.signInName}@${story.code}`
  })
  return { staffId, signInName }
}

const VIEWER = 'Viewer { staff { name } roles secondFactorDueAt }'
const withPassword = (browser: Browser, signInName: string, password = PASSWORD) =>
  browser.does('signIn', `SecondFactorRequiredError { methods } ... on ${VIEWER}`, { signInName, password })
const withCode = (browser: Browser, code: string) => browser.does('completeSignIn', VIEWER, { code })
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })

/** Signs in and sets up an app; answers the secret in it and the recovery codes. */
const setUp = async (browser: Browser, name = 'my phone') => {
  const begun = await browser.does('setUpOneTimeCode', 'OneTimeCodeSetUp { factorId uri secret }', { name })
  const { factorId, secret } = begun as { factorId: string; secret: string }
  const added = await browser.does('confirmOneTimeCode', 'FactorAdded { factorId recoveryCodes }', {
    factorId,
    code: codeOf(secret),
  })
  later(30)
  return { begun, factorId, secret, recoveryCodes: added.recoveryCodes as string[] }
}
const withApp = async (...roles: Role[]) => {
  const person = await somebody(...roles)
  const desk = new Browser(server)
  await withPassword(desk, person.signInName)
  return { ...person, desk, ...(await setUp(desk)) }
}

/** An administrator, signed in. */
const administrator = async () => {
  const browser = new Browser(server)
  await withPassword(browser, (await somebody('ADMIN')).signInName)
  return browser
}

describe('a one-time code', () => {
  it('is asked for once it is set up, and its QR code names the person', async () => {
    const { begun, signInName, secret, recoveryCodes } = await withApp('SERVICE_AGENT')
    expect(decodeURIComponent(String(begun.uri))).toContain(`Steward:${signInName}`)
    expect(recoveryCodes).toHaveLength(10)
    const phone = new Browser(server)
    expect(await withPassword(phone, signInName)).toMatchObject({
      __typename: 'SecondFactorRequiredError',
      methods: ['ONE_TIME_CODE'],
    })
    expect(await withCode(phone, codeOf(secret))).toMatchObject({ __typename: 'Viewer' })
    expect(await phone.whoAmI()).toBe('SERVICE_AGENT')
  })

  it('counts for nothing before a code of it was seen', async () => {
    const { signInName } = await somebody('SERVICE_AGENT')
    const desk = new Browser(server)
    await withPassword(desk, signInName)
    await desk.does('setUpOneTimeCode', 'OneTimeCodeSetUp { secret }', { name: 'my phone' })
    expect(await withPassword(new Browser(server), signInName)).toMatchObject({ __typename: 'Viewer' })
  })

  it('is good once: the same code a second time is refused, also a little later', async () => {
    const { signInName, secret } = await withApp('SERVICE_AGENT')
    const code = codeOf(secret)
    const [first, second] = [new Browser(server), new Browser(server)]
    await withPassword(first, signInName)
    await withPassword(second, signInName)
    expect(await withCode(first, code)).toMatchObject({ __typename: 'Viewer' })
    expect(await withCode(second, code)).toMatchObject({ reason: 'codeFits' })
    later(20)
    expect(await withCode(second, code)).toMatchObject({ reason: 'codeFits' })
    expect(await second.whoAmI()).toBeNull()
  })

  it('sent twice at the same moment lets in one of the two', async () => {
    const { signInName, secret } = await withApp('SERVICE_AGENT')
    const browsers = Array.from({ length: 4 }, () => new Browser(server))
    for (const browser of browsers) await withPassword(browser, signInName)
    const code = codeOf(secret)
    const answers = await Promise.all(browsers.map((browser) => withCode(browser, code)))
    expect(answers.filter(({ __typename }) => __typename === 'Viewer')).toHaveLength(1)
  })

  it('that was not seen at set-up time cannot be the one that was', async () => {
    const { signInName, desk } = { ...(await somebody('SERVICE_AGENT')), desk: new Browser(server) }
    await withPassword(desk, signInName)
    const { factorId, secret } = await desk.does('setUpOneTimeCode', 'OneTimeCodeSetUp { factorId secret }', {
      name: 'a',
    })
    const code = codeOf(String(secret))
    await desk.does('confirmOneTimeCode', 'FactorAdded { factorId }', { factorId, code })
    const phone = new Browser(server)
    await withPassword(phone, signInName)
    expect(await withCode(phone, code)).toMatchObject({ reason: 'codeFits' })
  })

  it('is limited after ten wrong ones, for whatever attempt they were meant', async () => {
    const { signInName, secret } = await withApp('SERVICE_AGENT')
    const tries: unknown[] = []
    while (tries.length < 10) {
      const thief = new Browser(server)
      await withPassword(thief, signInName)
      for (let wrong = 0; wrong < 5; wrong += 1) tries.push((await withCode(thief, '000000')).reason)
      expect(await withCode(thief, codeOf(secret))).toMatchObject({ reason: 'attemptIsOpen' })
    }
    expect(new Set(tries)).toEqual(new Set(['codeFits']))
    const owner = new Browser(server)
    await withPassword(owner, signInName)
    expect(await withCode(owner, codeOf(secret))).toEqual({ error: 'RATE_LIMITED' })
  })

  it('is kept sealed for its row: moved to another it opens nothing', async () => {
    const [victim, thief] = [await withApp('SERVICE_AGENT'), await withApp('QUALITY')]
    await withTenant(database.app, story.orgId, async (manager) => {
      const mine = await manager.findOneByOrFail(SecondFactor, { orgId: story.orgId, staffId: thief.staffId })
      expect(mine.sealedSecret).not.toContain(thief.secret)
      await manager.update(
        SecondFactor,
        { orgId: story.orgId, staffId: victim.staffId },
        { sealedSecret: mine.sealedSecret },
      )
    })
    const browser = new Browser(server)
    await withPassword(browser, victim.signInName)
    expect(await withCode(browser, codeOf(thief.secret))).toEqual({ error: 'INTERNAL' })
    expect(await browser.whoAmI()).toBeNull()
  })
})

describe('half signed in', () => {
  it('one can do nothing: no session, no name, no verb', async () => {
    const { signInName } = await withApp('ADMIN')
    const half = new Browser(server)
    await withPassword(half, signInName)
    expect([...half.cookies.keys()]).toEqual(['steward-attempt'])
    expect(await half.whoAmI()).toBeNull()
    expect((await half.run('{ departments { id } }')).code).toBe('UNAUTHENTICATED')
    expect((await half.run('{ mySecondFactors { id } }')).code).toBe('UNAUTHENTICATED')
    expect(await half.does('proveIdentity', 'IdentityProved { provedAt }', { password: PASSWORD })).toEqual({
      error: 'UNAUTHENTICATED',
    })
    // Nor does its cookie open anything where the session's belongs.
    half.cookies.set('steward', half.cookies.get('steward-attempt')!)
    expect(await half.whoAmI()).toBeNull()
  })

  it('one is for five minutes, and the session that follows has another token', async () => {
    const { signInName, secret } = await withApp('SERVICE_AGENT')
    const browser = new Browser(server)
    await withPassword(browser, signInName)
    const attempt = browser.cookies.get('steward-attempt')
    later(301)
    expect(await withCode(browser, codeOf(secret))).toMatchObject({ reason: 'attemptIsOpen' })
    await withPassword(browser, signInName)
    await withCode(browser, codeOf(secret))
    expect(browser.cookies.get('steward')).not.toBe(attempt)
    expect(browser.cookies.has('steward-attempt')).toBe(false)
  })
})

describe('a recovery code', () => {
  it('stands in for the app, once, however it is typed', async () => {
    const { signInName, recoveryCodes, desk } = await withApp('SERVICE_AGENT')
    const [code] = recoveryCodes
    const [first, second] = [new Browser(server), new Browser(server)]
    await withPassword(first, signInName)
    await withPassword(second, signInName)
    expect(await withCode(first, code!.toUpperCase().replaceAll('-', ' '))).toMatchObject({
      __typename: 'Viewer',
    })
    expect(await withCode(second, code!)).toMatchObject({ reason: 'codeFits' })
    const { data } = await desk.run<{ myRecoveryCodes: { usedAt: string | null }[] }>(
      '{ myRecoveryCodes { usedAt } }',
    )
    expect(data?.myRecoveryCodes.filter(({ usedAt }) => usedAt)).toHaveLength(1)
  })

  it('of an old set is void when there is a new one', async () => {
    const { signInName, recoveryCodes, desk } = await withApp('SERVICE_AGENT')
    const renewed = await desk.does('renewRecoveryCodes', 'RecoveryCodesRenewed { recoveryCodes }', {})
    const browser = new Browser(server)
    await withPassword(browser, signInName)
    expect(await withCode(browser, recoveryCodes[3]!)).toMatchObject({ reason: 'codeFits' })
    expect(await withCode(browser, (renewed.recoveryCodes as string[])[3]!)).toMatchObject({
      __typename: 'Viewer',
    })
  })

  it('is nowhere in the trail, nor is the secret', async () => {
    const { recoveryCodes, secret } = await withApp('SERVICE_AGENT')
    const trail = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<{ changes: unknown }[]>('select changes from audit_entry'),
    )
    const text = JSON.stringify(trail)
    expect(text).toContain('ONE_TIME_CODE my phone')
    for (const word of [secret, ...recoveryCodes]) expect(text).not.toContain(word)
  })
})

describe('removing a second factor', () => {
  const remove = (browser: Browser, factorId: string) =>
    browser.does('removeFactor', 'FactorRemoved { factorId }', { factorId })

  it('asks for a fresh proof; then the password is enough again', async () => {
    const { signInName, desk, factorId, secret } = await withApp('SERVICE_AGENT')
    later(6 * 60)
    expect(await remove(desk, factorId)).toMatchObject({ reason: 'freshProof' })
    expect(
      await desk.does('proveIdentity', 'IdentityProved { provedBy }', { password: PASSWORD }),
    ).toMatchObject({
      reason: 'codeIsNeeded',
    })
    const before = desk.cookies.get('steward')
    expect(
      await desk.does('proveIdentity', 'IdentityProved { provedBy }', {
        password: PASSWORD,
        code: codeOf(secret),
      }),
    ).toMatchObject({ provedBy: 'ONE_TIME_CODE' })
    expect(desk.cookies.get('steward')).not.toBe(before)
    expect(await remove(desk, factorId)).toMatchObject({ factorId })
    expect(await withPassword(new Browser(server), signInName)).toMatchObject({ __typename: 'Viewer' })
  })

  it('takes it from sign-ins that are under way', async () => {
    const { signInName, desk, factorId, secret, recoveryCodes } = await withApp('SERVICE_AGENT')
    const half = new Browser(server)
    await withPassword(half, signInName)
    await remove(desk, factorId)
    expect(await withCode(half, codeOf(secret))).toMatchObject({ reason: 'codeFits' })
    expect(await withCode(half, recoveryCodes[0]!)).toMatchObject({ reason: 'codeFits' })
  })

  it('of somebody else is not possible', async () => {
    const [mine, theirs] = [await withApp('SERVICE_AGENT'), await withApp('ADMIN')]
    expect(await remove(mine.desk, theirs.factorId)).toEqual({ error: 'NOT_FOUND' })
    const { data } = await mine.desk.run('query($id: ID!) { node(id: $id) { id } }', { id: theirs.factorId })
    expect(data).toEqual({ node: null })
  })
})

describe('a role that must have a second factor', () => {
  const require = (role: Role, graceDays: number) =>
    withTenant(database.app, story.orgId, (manager) =>
      manager.insert(FactorPolicyEntity, { orgId: story.orgId, id: newId(), role, since: now, graceDays }),
    )

  it('has its days of grace, and is told by when', async () => {
    await require('FINANCE', 14)
    const { signInName } = await somebody('FINANCE')
    const answer = await withPassword(new Browser(server), signInName)
    expect(answer).toMatchObject({ roles: ['FINANCE'] })
    expect(new Date(String(answer.secondFactorDueAt)).getTime()).toBe(now.getTime() + 14 * 86_400_000)
  })

  it('then may set it up and nothing else, and has its rights back at once', async () => {
    await require('ADMIN', 0)
    const { signInName } = await somebody('ADMIN')
    const desk = new Browser(server)
    expect(await withPassword(desk, signInName)).toMatchObject({
      roles: [],
      secondFactorDueAt: now.toISOString(),
    })
    expect((await desk.run('{ departments { id } }')).code).toBe('FORBIDDEN')
    await setUp(desk)
    expect((await desk.run('{ departments { id } }')).code).toBeUndefined()
    expect((await desk.run('{ viewer { roles secondFactorDueAt } }')).data).toEqual({
      viewer: { roles: ['ADMIN'], secondFactorDueAt: null },
    })
  })

  it('is set by an administrator who sees whom it concerns and who has none yet', async () => {
    await withApp('QUALITY')
    const without = await somebody('QUALITY')
    const admin = await administrator()
    const LEFT = `{ staff(first: 100, filter: { role: QUALITY, active: true, hasSecondFactor: false }) {
      totalCount edges { node { id hasSecondFactor } } } }`
    const { data } = await admin.run<{ staff: { totalCount: number; edges: { node: { id: string } }[] } }>(
      LEFT,
    )
    const { totalCount, edges } = data!.staff
    // The story's own person, and this one; not the one with the app.
    expect(totalCount).toBe(2)
    expect(edges.map(({ node }) => node)).toContainEqual({
      id: toGlobalId('Staff', without.staffId),
      hasSecondFactor: false,
    })
    const set = (graceDays: number) =>
      admin.does('setFactorPolicy', 'FactorPolicySet { graceDays }', { role: 'QUALITY', graceDays })
    expect(await set(91)).toMatchObject({ __typename: 'InvalidInputError' })
    expect(await set(0)).toMatchObject({ graceDays: 0 })
    const desk = new Browser(server)
    expect(await withPassword(desk, without.signInName)).toMatchObject({ roles: [] })
    await admin.does('removeFactorPolicy', 'FactorPolicySet { graceDays }', { role: 'QUALITY' })
    expect(await withPassword(desk, without.signInName)).toMatchObject({ roles: ['QUALITY'] })
  })

  it('tells colleagues nothing of who has none', async () => {
    const { signInName } = await somebody('SERVICE_AGENT')
    const desk = new Browser(server)
    await withPassword(desk, signInName)
    const asked = (filter: string) =>
      `{ staff(first: 1, filter: ${filter}) { edges { node { hasSecondFactor } } } }`
    expect((await desk.run(asked('{ hasSecondFactor: false }'))).code).toBe('FORBIDDEN')
    expect((await desk.run(asked('{ active: true }'))).data).toEqual({
      staff: { edges: [{ node: { hasSecondFactor: null } }] },
    })
  })

  it('does not concern a colleague in another role', async () => {
    await require('ADMIN', 0)
    const { signInName } = await somebody('SERVICE_AGENT')
    expect(await withPassword(new Browser(server), signInName)).toMatchObject({
      roles: ['SERVICE_AGENT'],
      secondFactorDueAt: null,
    })
  })
})

describe('sessions', () => {
  const MINE = '{ mySessions { id device addressPrefix provedBy } }'
  const sessionsOf = async (browser: Browser) =>
    (
      (await browser.run(MINE)).data as {
        mySessions: { id: string; device: string; addressPrefix: string }[]
      }
    ).mySessions

  it('are listed with the kind of browser and the network, no more, and end at once', async () => {
    const { signInName } = await somebody('SERVICE_AGENT')
    const headers = {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36',
      'x-forwarded-for': '203.0.113.77',
    }
    const [desk, phone] = [new Browser(server, headers), new Browser(server)]
    await withPassword(desk, signInName)
    await withPassword(phone, signInName)
    const seen = await sessionsOf(phone)
    const other = seen.find(({ device }) => device === 'Chrome · Windows')!
    expect(other).toMatchObject({ addressPrefix: '203.0.113.*', provedBy: 'PASSWORD' })
    await phone.does('endSession', 'SessionsEnded { ended }', { sessionId: other.id })
    expect(await desk.whoAmI()).toBeNull()
    expect(await phone.whoAmI()).toBe('SERVICE_AGENT')
  })

  it('of somebody else are neither seen nor ended', async () => {
    const [mine, theirs] = [await somebody('SERVICE_AGENT'), await somebody('ADMIN')]
    const [desk, admin] = [new Browser(server), new Browser(server)]
    await withPassword(desk, mine.signInName)
    await withPassword(admin, theirs.signInName)
    const [foreign] = await sessionsOf(admin)
    expect(await desk.does('endSession', 'SessionsEnded { ended }', { sessionId: foreign!.id })).toEqual({
      error: 'NOT_FOUND',
    })
    expect(await admin.whoAmI()).toBe('ADMIN')
    expect((await sessionsOf(desk)).map(({ id }) => id)).not.toContain(foreign!.id)
  })

  it('all end but the one that asks', async () => {
    const { signInName } = await somebody('SERVICE_AGENT')
    const browsers = [new Browser(server), new Browser(server), new Browser(server)]
    for (const browser of browsers) await withPassword(browser, signInName)
    expect(await browsers[0]!.does('endOtherSessions', 'SessionsEnded { ended }', {})).toMatchObject({
      ended: 3,
    })
    expect(await Promise.all(browsers.map((browser) => browser.whoAmI()))).toEqual([
      'SERVICE_AGENT',
      null,
      null,
    ])
  })
})

describe('an administrator', () => {
  const staffOf = async (staffId: string) => {
    const id = `stf_${staffId.replaceAll('-', '')}`
    const { staffMember } = await story
      .as('ADMIN')
      .get<{ staffMember: { version: number } }>('query($id: ID!) { staffMember(id: $id) { version } }', {
        id,
      })
    return { staffId: id, expectedVersion: staffMember.version }
  }
  it('takes the second factors away from somebody who lost them; their sessions end', async () => {
    const person = await withApp('SERVICE_AGENT')
    const admin = await administrator()
    expect(await admin.does('resetFactors', 'Staff { id }', await staffOf(person.staffId))).toMatchObject({
      __typename: 'Staff',
    })
    expect(await person.desk.whoAmI()).toBeNull()
    expect(await withPassword(new Browser(server), person.signInName)).toMatchObject({ __typename: 'Viewer' })
  })

  it('hands over a link that sets a password once, and ends every session', async () => {
    const { staffId, signInName } = await somebody('SERVICE_AGENT')
    const desk = new Browser(server)
    await withPassword(desk, signInName)
    const admin = await administrator()
    const issued = await admin.does(
      'issuePasswordReset',
      'PasswordResetIssued { url }',
      await staffOf(staffId),
    )
    const token = String(issued.url).split('#reset=')[1]!
    const use = (password: string) =>
      new Browser(server).does('usePasswordReset', 'PasswordResetUsed { signInName }', { token, password })
    expect(await use('too short')).toMatchObject({ __typename: 'InvalidInputError' })
    const password = 'a wholly new sentence of mine'
    expect(await use(password)).toMatchObject({ signInName })
    expect(await use('yet another sentence here')).toMatchObject({ reason: 'resetIsOpen' })
    expect(await desk.whoAmI()).toBeNull()
    expect(await withPassword(new Browser(server), signInName)).toMatchObject({ reason: 'credentialsFit' })
    expect(await withPassword(new Browser(server), signInName, password)).toMatchObject({
      __typename: 'Viewer',
    })
  })

  it('hands over a link that is too old after half an hour, and void when there is a newer one', async () => {
    const { staffId } = await somebody('SERVICE_AGENT')
    const admin = await administrator()
    const issue = async () =>
      String(
        (await admin.does('issuePasswordReset', 'PasswordResetIssued { url }', await staffOf(staffId))).url,
      ).split('#reset=')[1]!
    const use = (token: string) =>
      new Browser(server).does('usePasswordReset', 'PasswordResetUsed { signInName }', {
        token,
        password: PASSWORD,
      })
    const [first, second] = [await issue(), await issue()]
    expect(await use(first)).toMatchObject({ reason: 'resetIsOpen' })
    later(31 * 60)
    expect(await use(second)).toMatchObject({ reason: 'resetIsOpen' })
  })
})

describe('a passkey', () => {
  it('is asked for under our own host name, with the person verified, and nonsense lets nobody in', async () => {
    const browser = new Browser(server)
    const { options } = await browser.does('beginPasskeySignIn', 'PasskeyCeremony { options }', {})
    expect(JSON.parse(String(options))).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    for (const response of ['{}', 'no json', '{"id":"x","response":{"userHandle":"AAAA"}}'])
      expect(await browser.does('signInWithPasskey', 'Viewer { roles }', { response })).toMatchObject({
        reason: 'passkeyFits',
      })
  })

  it('is added with a fresh proof only', async () => {
    const { signInName } = await somebody('SERVICE_AGENT')
    const desk = new Browser(server)
    await withPassword(desk, signInName)
    expect(await desk.does('beginPasskey', 'PasskeyCeremony { options }', {})).toMatchObject({
      __typename: 'PasskeyCeremony',
    })
    later(6 * 60)
    expect(await desk.does('beginPasskey', 'PasskeyCeremony { options }', {})).toMatchObject({
      reason: 'freshProof',
    })
  })
})
