/** Key accounts: nominated on a test of four, decided by the committee of their level, kept by a dossier that comes back in time. */
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
})

interface Nomination extends Payload {
  readonly id: string
  readonly version: number
  readonly number: string
  readonly status: string
  readonly availableActions: readonly string[]
  readonly keyAccount: { readonly id: string } | null
  readonly signings: readonly { readonly kind: string; readonly state: string }[]
}
interface Refusal extends Payload {
  readonly code: string
  readonly message: string
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
}
const NOMINATION =
  'id version number status availableActions keyAccount { id } signings { kind state } reason shareEvidence'

const tests = (...met: readonly string[]) =>
  ['MANAGEMENT', 'CREDIT', 'SHARE', 'MARGIN'].map((criterion) => ({
    criterion,
    isMet: met.includes(criterion),
    evidence: met.includes(criterion) ? '近三年合同与付款记录' : '尚无依据',
  }))

const nominates = (person: Person, more: object = {}) =>
  person.does<Nomination>(
    'proposeKeyAccountNomination',
    {
      clientId: story.ids.client,
      kind: 'LIST',
      level: 'BRANCH',
      tier: 'GENERAL',
      departmentId: story.ids.departments.service,
      reason: '两栋写字楼的整租客户',
      tests: tests('CREDIT', 'SHARE'),
      ...more,
    },
    NOMINATION,
  )
const does = (person: Person, verb: string, { id, version }: Payload, more: object = {}) =>
  person.does<Nomination & Refusal>(
    `${verb}KeyAccountNomination`,
    { nominationId: id, expectedVersion: version, ...more },
    NOMINATION,
  )
/** By the committee of a branch. */
const accepted = async (more: object = {}) => {
  const proposed = await nominates(story.as('CR_SUPERVISOR'), more)
  const reviewed = await does(story.as('CS_MANAGER'), 'review', proposed)
  const done = await does(story.as('CS_DIRECTOR'), 'approve', reviewed)
  expect(done).toMatchObject({ status: 'ACCEPTED' })
  return done.keyAccount!.id
}
const account = async <T>(id: string, fields: string, person = story.as('CS_MANAGER')) =>
  (
    await person.get<{ keyAccount: T | null }>(`query($id: ID!) { keyAccount(id: $id) { ${fields} } }`, {
      id,
    })
  ).keyAccount
const answersFor = (staffId: string | null) =>
  withTenant(database.app, story.orgId, (db) =>
    db.query('update client set key_account_manager_id = $2 where org_id = $1 and id = $3', [
      story.orgId,
      staffId && fromGlobalId('Staff', staffId),
      fromGlobalId('Client', story.ids.client),
    ]),
  )
const idOf = async (person: Person) =>
  (await person.get<{ viewer: { staff: { id: string } } }>('{ viewer { staff { id } } }')).viewer.staff.id
/** Somebody who answers for the client from now on. */
const named = async () => {
  const manager = await story.colleague(['KEY_ACCOUNT_MANAGER'])
  await answersFor(await idOf(manager))
  return manager
}
const told = async (person: Person, ...kinds: readonly string[]) => {
  const { notices } = await person.get<{ notices: { edges: { node: { kind: string } }[] } }>(
    '{ notices(first: 50) { edges { node { kind } } } }',
  )
  return notices.edges.map(({ node }) => node.kind).filter((kind) => kinds.includes(kind))
}
const settled = async () => {
  await worker.sweep()
  await worker.relay()
}

describe('a nomination', () => {
  it('with one test of four met is refused, saying that none decides alone', async () => {
    const refused = (await nominates(story.as('CR_SUPERVISOR'), {
      tests: tests('SHARE'),
    })) as unknown as Refusal
    expect(refused.code).toBe('INVALID_INPUT')
    expect(refused.fields).toEqual([
      { path: 'tests', message: expect.stringContaining('No test decides alone') },
    ])
    expect(
      await nominates(story.as('CR_SUPERVISOR'), { tests: tests('SHARE', 'MARGIN').slice(1) }),
    ).toMatchObject({ fields: [{ path: 'tests', message: expect.stringContaining('each of the four') }] })
  })

  it('is decided by the committee of its list, and lists the client in the same moment', async () => {
    const proposed = await nominates(story.as('CR_SUPERVISOR'), { level: 'COMPANY', tier: 'KEY' })
    expect(proposed).toMatchObject({
      number: expect.stringMatching(/^KA-\d{4}-001$/),
      status: 'IN_SIGNING',
      keyAccount: null,
      signings: [{ kind: 'KEY_ACCOUNT_COMPANY', state: 'OPEN' }],
    })
    // A second one waits for the first.
    expect(await nominates(story.as('CR_SPECIALIST'))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    // The branch's committee is not the company's.
    expect(await does(story.as('CS_MANAGER'), 'review', proposed)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const reviewed = await does(story.as('CS_DIRECTOR'), 'review', proposed)
    expect(await does(story.as('CS_DIRECTOR'), 'approve', reviewed)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const done = await does(story.as('GENERAL_MANAGER'), 'approve', reviewed)
    expect(done).toMatchObject({ status: 'ACCEPTED', signings: [{ state: 'COMPLETED' }] })
    expect(await account(done.keyAccount!.id, 'level tier releasedOn client { id }')).toEqual({
      level: 'COMPANY',
      tier: 'KEY',
      releasedOn: null,
      client: { id: story.ids.client },
    })
    await settled()
    expect(await told(story.as('CR_SUPERVISOR'), 'KEY_ACCOUNT_DECIDED')).toEqual(['KEY_ACCOUNT_DECIDED'])
  })

  it('rejected or withdrawn changes nothing; only who proposed takes it back', async () => {
    const first = await nominates(story.as('CR_SUPERVISOR'))
    expect(await does(story.as('CR_SPECIALIST'), 'withdraw', first)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await does(story.as('CR_SUPERVISOR'), 'withdraw', first)).toMatchObject({ status: 'WITHDRAWN' })
    const second = await nominates(story.as('CR_SUPERVISOR'))
    expect(await does(story.as('CS_DIRECTOR'), 'reject', second, { reason: '合作未满一年' })).toMatchObject({
      status: 'REJECTED',
      keyAccount: null,
    })
    const { keyAccounts } = await story
      .as('CS_MANAGER')
      .get<{ keyAccounts: { totalCount: number } }>('{ keyAccounts(first: 5) { totalCount } }')
    expect(keyAccounts.totalCount).toBe(0)
  })

  it('tests again, moves up by the higher committee, and releases; the years tell of it', async () => {
    const id = await accepted()
    expect(await nominates(story.as('CR_SUPERVISOR'))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const up = await nominates(story.as('CR_SUPERVISOR'), { kind: 'RETEST', level: 'COMPANY', tier: 'CORE' })
    expect(up.signings).toEqual([{ kind: 'KEY_ACCOUNT_COMPANY', state: 'OPEN' }])
    const reviewed = await does(story.as('CS_DIRECTOR'), 'review', up)
    await does(story.as('GENERAL_MANAGER'), 'approve', reviewed)
    expect(await account(id, 'level tier')).toEqual({ level: 'COMPANY', tier: 'CORE' })

    expect(await nominates(story.as('CR_SUPERVISOR'), { kind: 'RELEASE' })).toMatchObject({
      fields: [{ path: 'releaseReason' }],
    })
    const out = await nominates(story.as('CR_SUPERVISOR'), {
      kind: 'RELEASE',
      tests: [],
      releaseReason: 'LOST',
    })
    // Released from the company's list by the company's committee, whatever level is named.
    expect(out.signings).toEqual([{ kind: 'KEY_ACCOUNT_COMPANY', state: 'OPEN' }])
    await does(story.as('GENERAL_MANAGER'), 'approve', await does(story.as('CS_DIRECTOR'), 'review', out))
    expect(await account(id, 'releaseReason nominations { kind tier previousTier }')).toEqual({
      releaseReason: 'LOST',
      nominations: [
        { kind: 'LIST', tier: 'GENERAL', previousTier: null },
        { kind: 'RETEST', tier: 'CORE', previousTier: 'GENERAL' },
        { kind: 'RELEASE', tier: null, previousTier: 'CORE' },
      ],
    })
    const { keyAccountFigures } = await story
      .as('CS_MANAGER')
      .get<{ keyAccountFigures: { years: object[] } }>(
        '{ keyAccountFigures { years { accounts lost churnBasisPoints movedUp movedDown } revenue { accounts top shareBasisPoints } } }',
      )
    expect(keyAccountFigures.years.at(-1)).toEqual({
      accounts: 1,
      lost: 1,
      churnBasisPoints: 10_000,
      movedUp: 1,
      movedDown: 0,
    })
  })
})

const HEADS = { executives: '总经理周敏，分管后勤', tendering: '三年一次公开招标', credit: 'AA' }
const returns = (person: Person, keyAccountId: string, expectedOrdinal: number, more: object = {}) =>
  person.does<Payload & { readonly id: string; readonly ordinal: number }>(
    'recordDossierOfKeyAccount',
    { keyAccountId, expectedOrdinal, ...HEADS, ...more },
    'id ordinal onFile changedParts executives rivals { name shareBasisPoints }',
  )

describe('a dossier', () => {
  it('comes back in versions, says what changed, and keeps money and credit sealed', async () => {
    const id = await accepted()
    const manager = await named()
    expect(await returns(manager, id, 0)).toMatchObject({ ordinal: 1, onFile: ['credit'], changedParts: [] })
    expect(await returns(story.as('CR_SUPERVISOR'), id, 0)).toMatchObject({ code: 'STALE_RECORD' })
    const rivals = [{ name: '恒泰物业', shareBasisPoints: 4_000, strengths: '报价低', weaknesses: '人手少' }]
    expect(await returns(manager, id, 1, { rivals, ourShareBasisPoints: 6_500 })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'rivals' }],
    })
    const second = await returns(manager, id, 1, {
      credit: null,
      executives: '总经理换为林涛',
      rivals,
      ourShareBasisPoints: 6_000,
    })
    expect(second).toMatchObject({
      ordinal: 2,
      onFile: ['credit'],
      changedParts: ['executives', 'competition'],
      rivals: [{ name: '恒泰物业', shareBasisPoints: 4_000 }],
    })
    const { rows } = await database.pool.query<{ credit: string }>(
      'select credit from key_account_dossier where org_id = $1',
      [story.orgId],
    )
    for (const { credit } of rows) expect(credit).not.toContain('AA')
    const reveal = { dossierId: second.id, heads: ['credit', 'assets'], reason: '续签前核对资信' }
    const shown = (person: Person) =>
      person.does<Payload>('revealDossierOfKeyAccount', reveal, 'credit assets')
    expect(await shown(story.as('CS_MANAGER'))).toMatchObject({ credit: 'AA', assets: null })
    const { errors } = await story
      .as('QUALITY')
      .run(
        'mutation($input: RevealDossierOfKeyAccountInput!) { revealDossierOfKeyAccount(input: $input) { __typename } }',
        { input: reveal },
      )
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  it('that does not come is told once to who is named and once above, until it comes', async () => {
    const id = await accepted()
    const manager = await named()
    const kinds = ['DOSSIER_DUE', 'DOSSIER_ESCALATED']
    const passes = () =>
      withTenant(database.app, story.orgId, (db) =>
        db.query("update key_account_due set due_at = now() - interval '1 minute' where org_id = $1", [
          story.orgId,
        ]),
      )
    await passes()
    await settled()
    await settled()
    expect(await told(manager, ...kinds)).toEqual(['DOSSIER_DUE'])
    expect(await told(story.as('CR_SUPERVISOR'), ...kinds)).toEqual([])
    await passes()
    await settled()
    await passes()
    await settled()
    expect(await told(manager, ...kinds)).toEqual(['DOSSIER_DUE'])
    expect(await told(story.as('CR_SUPERVISOR'), ...kinds)).toEqual(['DOSSIER_ESCALATED'])
    const before = await account<{ dossierDueOn: string }>(id, 'dossierDueOn')
    await returns(manager, id, 0)
    const after = await account<{ dossierDueOn: string }>(id, 'dossierDueOn')
    expect(after!.dossierDueOn > before!.dossierDueOn).toBe(true)
    await passes()
    await settled()
    expect(await told(manager, ...kinds)).toEqual(['DOSSIER_DUE', 'DOSSIER_DUE'])
  })

  it('nor does the yearly test: it is told once for its day, to who is named and above, and again a year later', async () => {
    const id = await accepted()
    const manager = await named()
    const testOn = (on: string) =>
      withTenant(database.app, story.orgId, (db) =>
        db.query('update key_account set next_test_on = $2 where org_id = $1', [story.orgId, on]),
      )
    const both = async () =>
      Promise.all([manager, story.as('CR_SUPERVISOR')].map((by) => told(by, 'KEY_ACCOUNT_TEST_DUE')))
    await settled()
    expect(await both()).toEqual([[], []])
    await testOn('2025-01-01')
    await settled()
    await settled()
    expect(await both()).toEqual([['KEY_ACCOUNT_TEST_DUE'], ['KEY_ACCOUNT_TEST_DUE']])
    await testOn('2026-01-01')
    await settled()
    expect((await both()).map((it) => it.length)).toEqual([2, 2])
    expect(await account<{ nextTestOn: string }>(id, 'nextTestOn')).toMatchObject({
      nextTestOn: '2026-01-01',
    })
  })
})

describe('an opinion on the manager', () => {
  it('is taken by another, and whom it is about learns a mean of five at least, never who said what', async () => {
    const id = await accepted()
    const specialist = story.as('CR_SPECIALIST')
    const opinion = { keyAccountId: id, satisfaction: 'SATISFIED', words: '来得及时', givenOn: '2026-01-05' }
    const records = (more: object = {}) =>
      specialist.does<Payload>('recordOpinionOfKeyAccount', { ...opinion, ...more }, 'id')
    await answersFor(null)
    expect(await records()).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const manager = await named()
    await records()
    const figure = async (person: Person) =>
      (
        await person.get<{ keyAccountOpinionFigure: object }>(
          'query($id: ID!) { keyAccountOpinionFigure(keyAccount: $id) { answers meanHundredths isHeldBack } }',
          { id },
        )
      ).keyAccountOpinionFigure
    const single = (person: Person) =>
      account<{ opinions: object[] }>(id, 'opinions { satisfaction words takenBy { id } }', person)
    expect(await figure(manager)).toEqual({ answers: 1, meanHundredths: null, isHeldBack: true })
    expect(await figure(story.as('CS_MANAGER'))).toEqual({
      answers: 1,
      meanHundredths: 600,
      isHeldBack: false,
    })
    for (let more = 0; more < 4; more += 1) await records({ satisfaction: 'VERY_DISSATISFIED' })
    expect(await figure(manager)).toEqual({ answers: 5, meanHundredths: 200, isHeldBack: false })
    expect((await single(story.as('CS_MANAGER')))!.opinions).toHaveLength(5)
    expect((await single(manager))!.opinions).toEqual([])
  })

  it('stays hidden from a manager of services who is the named person themselves', async () => {
    const id = await accepted()
    const both = await story.colleague(['CS_MANAGER'])
    await answersFor(await idOf(both))
    const opinion = { keyAccountId: id, satisfaction: 'NEITHER', givenOn: '2026-01-05' }
    expect(await both.does('recordOpinionOfKeyAccount', opinion, 'id')).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await story.as('QUALITY').does('recordOpinionOfKeyAccount', opinion, 'id')).toMatchObject({ id })
    expect(await account(id, 'opinions { satisfaction }', both)).toEqual({ opinions: [] })
    expect(await account(id, 'opinions { satisfaction }')).toEqual({
      opinions: [{ satisfaction: 'NEITHER' }],
    })
  })
})

describe('who reads key accounts', () => {
  it('the named manager their own, an auditor without dossier and evidence, nobody on site', async () => {
    const id = await accepted()
    await returns(story.as('CR_SUPERVISOR'), id, 0)
    const fields = 'tier dossiers { ordinal } nominations { number reason }'
    expect(await account(id, fields, story.as('AUDITOR'))).toEqual({
      tier: 'GENERAL',
      dossiers: [],
      nominations: [{ number: expect.any(String), reason: null }],
    })
    const other = await story.colleague(['KEY_ACCOUNT_MANAGER'])
    expect(await account(id, fields, other)).toBeNull()
    expect(await account(id, fields, await named())).toMatchObject({ dossiers: [{ ordinal: 1 }] })
    for (const role of [
      'TECHNICIAN',
      'INFORMATION_CLERK',
      'SITE_MANAGER',
      'SALES',
      'SERVICE_AGENT',
    ] as const) {
      const { errors } = await story.as(role).run('{ keyAccounts(first: 5) { totalCount } }')
      expect(errors[0]?.extensions?.code).toBe('FORBIDDEN')
    }
  })

  it('the rules are the director’s to set, each tier with what it earns', async () => {
    const earnings = ['CORE', 'KEY', 'GENERAL'].map((tier) => ({ tier, priority: `${tier} 优先` }))
    const policy = { dossierMonths: 3, testMonths: 12, escalateAfterDays: 5, earnings, expectedVersion: 0 }
    const sets = (more: object = {}) =>
      story
        .as('CS_DIRECTOR')
        .does<Payload>(
          'setKeyAccountPolicy',
          { ...policy, ...more },
          'version earnings { tier priority trials }',
        )
    expect(await sets({ earnings: earnings.slice(1) })).toMatchObject({ fields: [{ path: 'earnings' }] })
    expect(await sets()).toMatchObject({
      version: 1,
      earnings: [{ tier: 'CORE', priority: 'CORE 优先', trials: null }, { tier: 'KEY' }, { tier: 'GENERAL' }],
    })
    expect(await sets()).toMatchObject({ code: 'STALE_RECORD' })
  })

  it('what the system knows beside the tests, for whoever weighs clients', async () => {
    const asked =
      'query($id: ID!) { keyAccountStanding(client: $id) { revenueMinor revenueShareBasisPoints clients } }'
    const standing = async (person: Person) =>
      (await person.get<{ keyAccountStanding: object | null }>(asked, { id: story.ids.client }))
        .keyAccountStanding
    expect(await standing(story.as('CS_MANAGER'))).toEqual({
      revenueMinor: 0,
      revenueShareBasisPoints: null,
      clients: 0,
    })
    expect(await standing(story.as('CR_SPECIALIST'))).toBeNull()
  })
})
