/** Membership through the API: joining with consent, points that nobody edits, levels, renewal, and the nightly round. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let keeper: Person
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
  keeper = story.as('CR_SPECIALIST')
})

interface Entry {
  readonly id: string
  readonly kind: string
  readonly points: number
  readonly isCorrected: boolean
}
interface Member extends Payload {
  readonly status: string
  readonly balance: number
  readonly level: number
  readonly renewsOn: string
  readonly entries: readonly Entry[]
}
const MEMBER =
  'id version number status balance termPoints level renewsOn entries { id kind points isCorrected } availableActions'
const join = (by = keeper) =>
  by.does<Member>('joinMembership', { clientId: story.ids.client, consentWay: 'SIGNED' }, MEMBER)
const verb = (by: Person, name: string, it: Payload, more: object = {}) =>
  by.does<Member>(`${name}Membership`, { membershipId: it.id, expectedVersion: it.version, ...more }, MEMBER)
const read = async (id: string) =>
  (await keeper.get<{ membership: Member }>(`query($id: ID!) { membership(id: $id) { ${MEMBER} } }`, { id }))
    .membership
const sql = (text: string, values: unknown[] = []) =>
  withTenant(database.app, story.orgId, (manager) => manager.query(text, values))
const night = async () => {
  await database.asSuperuser(async (run) => {
    await run.query(
      'insert into membership_due (org_id, id, due_at) values ($1, $1, now()) on conflict (org_id, id) do update set due_at = now()',
      [story.orgId],
    )
  })
  await worker.sweep()
}
const ago = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)

describe('a member', () => {
  it('joins with their consent, once, earns by events and referrals, and spends no more than they have', async () => {
    const joined = await join()
    expect(joined).toMatchObject({ status: 'ACTIVE', balance: 0, level: 1, number: 'M-0001' })
    const { client } = await keeper.get<{ client: { consents: { purpose: string }[]; isMember: boolean } }>(
      'query($id: ID!) { client(id: $id) { isMember consents { purpose } } }',
      { id: story.ids.client },
    )
    expect(client).toMatchObject({ isMember: true, consents: [{ purpose: 'MEMBERSHIP' }] })
    expect(await join()).toMatchObject({ code: 'DUPLICATE' })
    const members = (member: boolean) =>
      keeper.get<{ clients: { edges: { node: { id: string } }[] } }>(
        'query($member: Boolean) { clients(first: 50, filter: { member: $member }) { edges { node { id } } } }',
        { member },
      )
    expect((await members(true)).clients.edges.map(({ node }) => node.id)).toEqual([story.ids.client])
    expect((await members(false)).clients.edges.map(({ node }) => node.id)).not.toContain(story.ids.client)

    expect(await verb(keeper, 'credit', joined, { kind: 'EVENT' })).toMatchObject({
      fields: [{ path: 'reason' }],
    })
    const attended = await verb(keeper, 'credit', joined, { kind: 'EVENT', reason: '中秋游园会' })
    expect(attended).toMatchObject({ balance: 20, entries: [{ kind: 'EVENT', points: 20 }] })
    const stranger = await keeper.does('creditMembership', {
      membershipId: attended.id,
      expectedVersion: attended.version,
      kind: 'REFERRAL',
      referredClientId: story.ids.client,
    })
    expect(stranger).toMatchObject({ fields: [{ path: 'referredClientId' }] })
    expect(await verb(keeper, 'redeem', attended, { points: 21, reason: '电影票' })).toMatchObject({
      fields: [{ path: 'points' }],
    })
    const spent = await verb(keeper, 'redeem', attended, { points: 15, reason: '电影票' })
    expect(spent.balance).toBe(5)
    // A mistake is taken back by a line of its own, by a supervisor, once.
    const entryId = spent.entries.find(({ kind }) => kind === 'REDEEMED')!.id
    await expect(verb(keeper, 'correct', spent, { entryId, reason: '没有换成' })).rejects.toThrow('FORBIDDEN')
    const supervisor = story.as('CR_SUPERVISOR')
    const corrected = await verb(supervisor, 'correct', spent, { entryId, reason: '没有换成' })
    expect(corrected.balance).toBe(20)
    expect(corrected.entries.filter(({ isCorrected }) => isCorrected)).toHaveLength(1)
    expect(await verb(supervisor, 'correct', corrected, { entryId, reason: '再一次' })).toMatchObject({
      fields: [{ path: 'entryId' }],
    })
    const left = await verb(keeper, 'leave', corrected, { reason: '搬走了' })
    expect(left).toMatchObject({ status: 'LEFT', balance: 0 })
    expect((await join()).number).toBe('M-0001')
    // Nobody changes a line, not even by SQL.
    await expect(sql('update point_entry set points = 1000')).rejects.toThrow('permission denied')
  })

  it('is credited each night what was paid, and it is taken back where the payment is reversed', async () => {
    const finance = story.as('FINANCE')
    const joined = await join()
    const paid = await finance.does<Payload>(
      'recordPayment',
      { clientId: story.ids.client, amountMinor: 3_560_000, receivedOn: ago(0), method: 'CASH' },
      'id version',
    )
    await night()
    const credited = await read(joined.id)
    expect(credited).toMatchObject({ balance: 356, level: 2, entries: [{ kind: 'PAID', points: 356 }] })
    await night()
    expect((await read(joined.id)).balance).toBe(356)
    await finance.does('reversePayment', {
      paymentId: paid.id,
      expectedVersion: paid.version,
      reason: '收错了人',
    })
    await night()
    expect(await read(joined.id)).toMatchObject({ balance: 0, level: 1 })
  })

  it('loses points that are too old, lapses, renews with the level that was earned, and leaves by withdrawing', async () => {
    const joined = await join()
    const attended = await verb(keeper, 'credit', joined, { kind: 'EVENT', reason: '运动会' })
    expect(await verb(keeper, 'renew', attended)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await database.asSuperuser(async (run) => {
      await run.query('update point_entry set expires_on = current_date - 1')
      await run.query('update membership set renews_on = current_date - 1, term_points = 400')
    })
    await night()
    const lapsed = await read(joined.id)
    expect(lapsed).toMatchObject({ status: 'LAPSED', balance: 0 })
    expect(lapsed.entries.map(({ kind }) => kind)).toEqual(['EXPIRED', 'EVENT'])
    const { memberships } = await keeper.get<{ memberships: { totalCount: number } }>(
      'query($day: LocalDate) { memberships(first: 5, filter: { status: [ACTIVE, LAPSED], renewsBefore: $day }) { totalCount } }',
      { day: ago(0) },
    )
    expect(memberships.totalCount).toBe(1)
    const renewed = await verb(keeper, 'renew', lapsed)
    expect(renewed).toMatchObject({ status: 'ACTIVE', level: 2 })
    expect(renewed.renewsOn > ago(0)).toBe(true)
    await keeper.does('withdrawConsent', { clientId: story.ids.client, purpose: 'MEMBERSHIP', way: 'SPOKEN' })
    await night()
    expect(await read(joined.id)).toMatchObject({ status: 'LEFT' })
  })

  it('keeps the points of an archive that was merged, whose consents have gone over to the other', async () => {
    const attended = await verb(keeper, 'credit', await join(), { kind: 'EVENT', reason: '运动会' })
    const other = await keeper.does<Payload>('openClient', {
      kind: 'HOUSEHOLD',
      relation: 'PROSPECT',
      name: '安先生',
      phone: '13900005678',
      explained: true,
    })
    const ids = [story.ids.client, other.id].map((id) => fromGlobalId('Client', id))
    await database.asSuperuser(async (run) => {
      await run.query('update client_consent set client_id = $2 where client_id = $1', ids)
      await run.query('update client set merged_into_id = $2 where id = $1', ids)
    })
    await night()
    expect(await sql('select status, balance from membership')).toEqual([
      { status: 'ACTIVE', balance: attended.balance },
    ])
  })

  it('goes by rules that managers set, and is shown to nobody who does not read members', async () => {
    const rules = {
      expectedVersion: 0,
      levels: [
        { name: '会员', fromPoints: 0, gives: '优先' },
        { name: '金卡', fromPoints: 10, gives: '九折' },
      ],
      pointsPerHundred: 1,
      referralPoints: 5,
      eventPoints: 12,
      pointsMonths: 12,
      termMonths: 12,
      remindDays: 30,
    }
    await expect(keeper.does('setMembershipPolicy', rules, 'version')).rejects.toThrow('FORBIDDEN')
    const manager = story.as('CS_MANAGER')
    expect(await manager.does('setMembershipPolicy', rules, 'version')).toMatchObject({ version: 1 })
    const flat = { ...rules, expectedVersion: 1, levels: [rules.levels[1]] }
    expect(await manager.does('setMembershipPolicy', flat, 'version')).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const gold = await verb(keeper, 'credit', await join(), { kind: 'EVENT', reason: '运动会' })
    expect(gold).toMatchObject({ balance: 12, level: 2 })
    await expect(story.as('FINANCE').get('{ memberships(first: 1) { totalCount } }')).rejects.toThrow()
    const seen = await story
      .as('FINANCE')
      .get<{ client: { isMember: boolean | null } }>('query($id: ID!) { client(id: $id) { isMember } }', {
        id: story.ids.client,
      })
    expect(seen.client.isMember).toBeNull()
  })
})
