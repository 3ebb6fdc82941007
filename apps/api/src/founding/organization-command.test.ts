/** The first organization of a production database, as somebody at a terminal founds it. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Browser } from '../../test/browser.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { A_CASE } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { signedInBy } from '../../test/sign-in.ts'
import { AuditEntry } from '../audit/audit.entity.ts'
import { AuthorityLimitEntity } from '../complaints/authority-limit.entity.ts'
import { readConfig } from '../config.ts'
import { withTenant } from '../database/with-tenant.ts'
import { Organization, OrganizationProfile } from '../organization/organization.entity.ts'
import { organizationAdd, organizationLink } from './organization-command.ts'

vi.setConfig({ testTimeout: 60_000 })

const MAIN = [
  '-C',
  'development',
  '--import',
  '@oxc-node/core/register',
  join(import.meta.dirname, '../main.ts'),
]
const PASSWORD = 'the first administrator’s own sentence'
const production = {
  STEWARD_MODE: 'production',
  STEWARD_PUBLIC_URL: 'http://localhost:4000',
} as const
const config = readConfig(production)

let database: TestDatabase
let server: FastifyInstance
beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { config, development: true })
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const HARMONY = {
  code: 'harmony',
  name: '和谐物业',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  administrator: 'wang.lei',
  administratorName: '王磊',
}

const add = async (options: object = {}, settings = config) => {
  const lines: string[] = []
  await organizationAdd(settings, database.urls.runtime, { ...HARMONY, ...options }, (line) =>
    lines.push(line),
  )
  return lines
}
const tokenIn = (lines: readonly string[]) => /#reset=([\w-]+)/.exec(lines.join('\n'))![1]!
const setPassword = (token: string, password = PASSWORD) =>
  new Browser(server).does('usePasswordReset', 'PasswordResetUsed { signInName }', { token, password })
const codes = async () => (await database.app.manager.find(Organization)).map(({ code }) => code).toSorted()

const REGISTER = `mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) { __typename
  ... on Complaint { promises { dueAt } } ... on UserError { code ... on SignatureRequired { requestIds } } } }`
const PROVE = 'mutation($input: ProveSignatureInput!) { proveSignature(input: $input) { __typename } }'

describe('organization add', () => {
  it('founds one that an administrator enters by the printed link, with all that a first case needs', async () => {
    const lines = await add({ code: ' Harmony ' })
    const token = tokenIn(lines)
    expect(lines).toContain(`http://localhost:4000/admin#reset=${token}`)
    expect(await setPassword(token)).toMatchObject({ signInName: 'wang.lei@harmony' })
    expect(await setPassword(token)).toMatchObject({ reason: 'resetIsOpen' })

    const administrator = (await signedInBy(server, 'wang.lei@harmony', PASSWORD))!
    expect(await administrator.get('{ factorPolicies { role graceDays } }')).toMatchObject({
      factorPolicies: [{ role: 'ADMIN', graceDays: 14 }, {}, {}, {}],
    })
    expect(
      await administrator.get('{ viewer { roles staff { name } organization { name timeZone } } }'),
    ).toEqual({
      viewer: {
        roles: ['ADMIN'],
        staff: { name: '王磊' },
        organization: { name: '和谐物业', timeZone: 'Asia/Shanghai' },
      },
    })
    const agent = { signInName: 'first', name: '第一位', roles: ['CS_MANAGER'], password: PASSWORD }
    expect(await administrator.does('hireStaff', agent)).toMatchObject({ __typename: 'Staff' })
    const first = (await signedInBy(server, 'first@harmony', PASSWORD))!
    const { complaintCategories, authorityLimits } = await first.get<
      Record<string, { id: string; code: string }[]>
    >('{ complaintCategories { id code } authorityLimits { id } }')
    expect(authorityLimits!.length).toBeGreaterThan(0)
    const category = complaintCategories!.find(({ code }) => code === 'LIFT')!
    const complaint = { ...A_CASE, categoryId: category.id, contactName: '王女士' }
    // What signatures must be proven by is set from the first day: a record wants the signer's PIN.
    await first.get('mutation { setPin(input: { pin: "482913" }) { __typename } }')
    const register = () =>
      first.get<{ registerComplaint: { __typename: string; requestIds: string[] } }>(REGISTER, {
        input: complaint,
      })
    const { requestIds } = (await register()).registerComplaint
    await first.get(PROVE, { input: { requestIds, pin: '482913' } })
    expect((await register()).registerComplaint).toMatchObject({
      __typename: 'Complaint',
      promises: [{ dueAt: expect.any(String) }],
    })
  })

  it('stands in the audit as done by nobody who was signed in', async () => {
    await add({ code: 'audited', administrator: 'li.na' })
    const { id: orgId } = await database.app.manager.findOneByOrFail(Organization, { code: 'audited' })
    const entries = await withTenant(database.app, orgId, (manager) => manager.find(AuditEntry))
    for (const entry of entries)
      expect(entry).toMatchObject({ verb: 'system', actorId: null, requestId: 'command line' })
    const hired = entries.find(({ subjectType }) => subjectType === 'staff')
    expect(hired!.changes).toMatchObject({ roles: [null, ['ADMIN']] })
  })

  it('leaves the limits out where they would be sums of another currency, and says so', async () => {
    const [, , , , warning] = await add({ code: 'london', currency: 'gbp', timeZone: 'Europe/London' })
    expect(warning).toMatch(/CNY|人民币/)
    const { id: orgId } = await database.app.manager.findOneByOrFail(Organization, { code: 'london' })
    await withTenant(database.app, orgId, async (manager) => {
      expect(await manager.count(AuthorityLimitEntity)).toBe(0)
      expect(await manager.find(OrganizationProfile)).toMatchObject([
        { currency: 'GBP', timeZone: 'Europe/London' },
      ])
    })
  })

  it('refuses a code that is taken, also when two take it at once, and writes nothing', async () => {
    await add({ code: 'taken' })
    await expect(add({ code: 'TAKEN' })).rejects.toThrow(/taken.*organization link/)
    const both = await Promise.allSettled([add({ code: 'race' }), add({ code: 'race' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await codes()).filter((code) => code === 'race' || code === 'taken')).toEqual(['race', 'taken'])
  })

  it('names every wrong option at once', async () => {
    const before = await codes()
    const wrong = add({
      code: 'no spaces',
      name: ' ',
      timeZone: '+08:00',
      currency: 'RMB',
      administrator: '@',
    })
    await expect(wrong).rejects.toThrow(/--code.*\n--name.*\n--time-zone.*\n--currency.*\n--administrator/)
    await expect(add({ code: 'mars', timeZone: 'Mars/Olympus' })).rejects.toThrow(/--time-zone/)
    expect(await codes()).toEqual(before)
  })

  it('makes no real organization in a demonstration, nor beside one', async () => {
    await expect(add({ code: 'demo-mode' }, readConfig({}))).rejects.toThrow('STEWARD_MODE=production')
    const id = newId()
    const createdAt = new Date('2026-01-01T00:00:00Z')
    await database.app.manager.insert(Organization, { id, code: 'show', demonstration: true, createdAt })
    await expect(add({ code: 'beside' })).rejects.toThrow(/show/)
    await database.asSuperuser((client) => client.query('delete from organization where id = $1', [id]))
    expect(await codes()).not.toContain('beside')
  })

  it('is a command of its own, which prints the link on a terminal and nothing of a fault', () => {
    const run = (...more: string[]) =>
      spawnSync(process.execPath, [...MAIN, 'organization', ...more], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, ...production, DATABASE_URL: database.urls.runtime },
      })
    const named = ['--code', 'spawned', '--administrator', 'root']
    const { stdout, status } = run('add', ...named, '--name', 'Spawned')
    expect(status).toBe(0)
    expect(stdout).toMatch(/root@spawned\n.*\nhttp:\/\/localhost:4000\/admin#reset=[\w-]+\n$/)
    const again = run('add', ...named, '--name', 'Spawned')
    expect([again.status, again.stdout]).toEqual([1, ''])
    expect(again.stderr).toMatch(/^.*spawned.*\n$/)
    expect(run('link', ...named).stdout).toMatch(/#reset=/)
  })
})

describe('organization link', () => {
  const link = async (code: string, administrator: string) => {
    const lines: string[] = []
    await organizationLink(config, database.urls.runtime, { code, administrator }, (line) => lines.push(line))
    return tokenIn(lines)
  }

  it('gives an administrator who cannot get in a new link; the one before is void', async () => {
    const first = tokenIn(await add({ code: 'locked-out' }))
    const second = await link('Locked-Out', 'Wang.Lei')
    expect(await setPassword(first)).toMatchObject({ reason: 'resetIsOpen' })
    expect(await setPassword(second)).toMatchObject({ signInName: 'wang.lei@locked-out' })
  })

  it('is for administrators of that organization only', async () => {
    await add({ code: 'mine', administrator: 'boss' })
    await expect(link('mine', 'wang.lei')).rejects.toThrow(/wang\.lei/)
    await expect(link('nowhere', 'boss')).rejects.toThrow(/nowhere/)
    const boss = (await (await setPassword(await link('mine', 'boss')),
    signedInBy(server, 'boss@mine', PASSWORD)))!
    const agent = { signInName: 'agent', name: '客服', roles: ['SERVICE_AGENT'], password: PASSWORD }
    await boss.does('hireStaff', agent)
    await expect(link('mine', 'agent')).rejects.toThrow(/agent/)
  })
})
