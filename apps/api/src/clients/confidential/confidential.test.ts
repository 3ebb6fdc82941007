/** What is sealed, who may have it opened, and what is left when a key is gone: through GraphQL, and by looking into the tables. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/as.ts'
import { addClient, agreesToProfile } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let company: string

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
  company = await addClient(database, story, 'COMPANY')
  await agreesToProfile(story, story.ids.client)
})

/** Each a word that nobody else would write. */
const PROFILE = {
  birthday: '1987-06-05',
  occupation: 'CANARY-occupation-钟表匠',
  associations: 'CANARY-associations',
  eventsAttended: 'CANARY-events',
  incomeBand: 'FROM_300K',
  purchaseArea: 9_876_543,
  purchaseAmountMinor: 876_543_219_876,
  idDocumentType: 'IDENTITY_CARD',
  idDocumentNumber: '310104198706057391',
}
const MONEY = {
  banks: 'CANARY-banks-招商银行',
  bankAccount: '6225880137281193',
  cashTurnoverMinor: 765_432_198_765,
  creditStatus: 'POOR',
  loans: 'CANARY-loans',
}
const OPEN = { legalRepresentative: '周总', headcount: 120, businessCondition: 'STEADY', potential: 'HIGH' }
const REASON = '上门拜访前核对'

const setProfile = (by: Person, more: object = {}, clientId = story.ids.client) =>
  by.does('setProfileOfClient', { clientId, expectedVersion: 0, ...more }, 'onFile version')
const recordStatus = (by: Person, more: object = {}, clientId = company) =>
  by.does(
    'recordStatusOfClient',
    { clientId, expectedOrdinal: 0, ...OPEN, ...more },
    'id ordinal onFile changedFields bankAccountMasked',
  )
const revealProfile = (by: Person, fields: readonly string[], more: object = {}, shown = fields.join(' ')) =>
  by.does('revealProfileOfClient', { clientId: story.ids.client, fields, reason: REASON, ...more }, shown)
const revealStatus = (by: Person, statusRecordId: string, fields: readonly string[]) =>
  by.does('revealStatusOfClient', { statusRecordId, fields, reason: REASON }, fields.join(' '))

const PAGE = `query($id: ID!) { client(id: $id) { name
  profile { onFile idDocumentNumberMasked isReadable }
  statusRecords { ordinal onFile bankAccountMasked isReadable changedFields headcount legalRepresentative } } }`
interface Page {
  readonly client: {
    readonly profile: { onFile: string[]; idDocumentNumberMasked: string; isReadable: boolean } | null
    readonly statusRecords: readonly { ordinal: number; [field: string]: unknown }[]
  } | null
}
const pageOf = async (by: Person, id: string) => (await by.get<Page>(PAGE, { id })).client

const uuid = (id: string) => fromGlobalId('Client', id)!
const inTables = async <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> => {
  const found: T[] = []
  await database.asSuperuser(async (client) => {
    found.push(...(await client.query<T>(sql, [...values])).rows)
  })
  return found
}

describe('a profile', () => {
  it('is filled in by who keeps the archive, and seen as being on file', async () => {
    const specialist = story.as('CR_SPECIALIST')
    expect(await setProfile(specialist, PROFILE)).toMatchObject({
      onFile: Object.keys(PROFILE).toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
      version: 1,
    })
    for (const role of ['SERVICE_AGENT', 'CR_SUPERVISOR', 'AUDITOR', 'KEY_ACCOUNT_MANAGER'] as const)
      expect(await pageOf(story.as(role), story.ids.client), role).toMatchObject({
        profile: { idDocumentNumberMasked: '3101********91', isReadable: true },
      })
    const { body } = await story.as('CR_SUPERVISOR').run(PAGE, { id: story.ids.client })
    expect(body).not.toContain('CANARY')
    // Sales and clerks read the client, and nothing of this; administrators not even the client.
    expect(await pageOf(story.as('INFORMATION_CLERK'), story.ids.client)).toMatchObject({ profile: null })
    expect(await pageOf(story.as('ADMIN'), story.ids.client).catch(() => null)).toBeNull()
  })
  const ORDER = [
    'birthday',
    'ageBand',
    'occupation',
    'education',
    'incomeBand',
    'housing',
    'associations',
    'purchasedOn',
    'purchaseArea',
    'purchaseAmountMinor',
    'eventsAttended',
    'idDocumentType',
    'idDocumentNumber',
  ]

  it('keeps what is left out, and forgets what is cleared', async () => {
    const specialist = story.as('CR_SPECIALIST')
    await setProfile(specialist, { occupation: '教师', education: 'MASTER' })
    const changed = { expectedVersion: 1, housing: 'RENTED', clear: ['education'] }
    expect(await setProfile(specialist, changed)).toMatchObject({
      onFile: ['occupation', 'housing'],
      version: 2,
    })
    expect(
      await revealProfile(story.as('CR_SUPERVISOR'), ['occupation', 'education', 'housing']),
    ).toMatchObject({
      occupation: '教师',
      education: null,
      housing: 'RENTED',
    })
    expect(await setProfile(specialist, changed)).toMatchObject({ __typename: 'StaleRecordError' })
  })

  it('is kept and shown only while the client agrees to it', async () => {
    const specialist = story.as('CR_SPECIALIST')
    const silent = await addClient(database, story, 'INDIVIDUAL')
    expect(await setProfile(specialist, PROFILE, silent)).toMatchObject({ __typename: 'NotEligibleError' })
    await setProfile(specialist, PROFILE)
    const withdrawal = { clientId: story.ids.client, purpose: 'PROFILE', way: 'WRITTEN' }
    expect(await specialist.does('withdrawConsent', withdrawal, 'id')).toMatchObject({ __typename: 'Client' })
    expect(await setProfile(specialist, { expectedVersion: 1 })).toMatchObject({
      __typename: 'NotEligibleError',
    })
    expect(await revealProfile(story.as('CR_SUPERVISOR'), ['birthday'])).toMatchObject({
      __typename: 'NotEligibleError',
    })
    // Agreeing to something else is not agreeing to this.
    await specialist.does('recordConsent', { ...withdrawal, purpose: 'CARE' }, 'id')
    expect(await setProfile(specialist, { expectedVersion: 1 })).toMatchObject({
      __typename: 'NotEligibleError',
    })
  })

  it('is of persons only, and what is stated must fit', async () => {
    const specialist = story.as('CR_SPECIALIST')
    expect(await setProfile(specialist, {}, company)).toMatchObject({ __typename: 'NotEligibleError' })
    expect(await setProfile(specialist, { occupation: 'x'.repeat(61) })).toMatchObject({
      fields: [{ path: 'occupation' }],
    })
    expect(await setProfile(specialist, { clear: ['nonsense'] })).toMatchObject({
      fields: [{ path: 'clear.0' }],
    })
  })

  it('is shown for a reason to those who decide, one line of it or more', async () => {
    await setProfile(story.as('CR_SPECIALIST'), PROFILE)
    for (const role of [
      'CR_SUPERVISOR',
      'CS_MANAGER',
      'CS_DIRECTOR',
      'GENERAL_MANAGER',
      'KEY_ACCOUNT_MANAGER',
    ] as const)
      expect(
        await revealProfile(story.as(role), ['purchaseAmountMinor', 'idDocumentNumber']),
        role,
      ).toMatchObject({
        purchaseAmountMinor: PROFILE.purchaseAmountMinor,
        idDocumentNumber: PROFILE.idDocumentNumber,
      })
    const supervisor = story.as('CR_SUPERVISOR')
    // Only what was asked for.
    expect(await revealProfile(supervisor, ['birthday'], {}, 'birthday occupation')).toMatchObject({
      birthday: PROFILE.birthday,
      occupation: null,
    })
    for (const reason of ['', '   ', 'x'])
      expect(await revealProfile(supervisor, ['birthday'], { reason })).toMatchObject({
        fields: [{ path: 'reason' }],
      })
    expect(await revealProfile(supervisor, [], {}, 'birthday')).toMatchObject({
      fields: [{ path: 'fields' }],
    })
    expect(await revealProfile(supervisor, ['housing'])).toMatchObject({ __typename: 'NotEligibleError' })
    for (const role of [
      'CR_SPECIALIST',
      'SERVICE_AGENT',
      'SITE_MANAGER',
      'QUALITY',
      'AUDITOR',
      'ADMIN',
    ] as const)
      await expect(revealProfile(story.as(role), ['birthday']), role).rejects.toThrow('FORBIDDEN')
  })

  it('of somebody else’s account is not shown, nor of a client of another organization', async () => {
    const other = await addClient(database, story, 'INDIVIDUAL')
    await agreesToProfile(story, other)
    await setProfile(story.as('CR_SPECIALIST'), PROFILE, other)
    await expect(
      revealProfile(story.as('KEY_ACCOUNT_MANAGER'), ['birthday'], { clientId: other }),
    ).rejects.toThrow('NOT_FOUND')
    const elsewhere = await given(database, server)
    await expect(
      revealProfile(elsewhere.as('CR_SUPERVISOR'), ['birthday'], { clientId: other }),
    ).rejects.toThrow('NOT_FOUND')
  })
})

describe('a status record', () => {
  it('is kept in versions, each with what is different, sealed lines carried over', async () => {
    const specialist = story.as('CR_SPECIALIST')
    expect(await recordStatus(specialist, MONEY)).toMatchObject({
      ordinal: 1,
      onFile: Object.keys(MONEY),
      changedFields: [],
      bankAccountMasked: '6225********93',
    })
    const second = { expectedOrdinal: 1, headcount: 80, loans: '已还清' }
    expect(await recordStatus(specialist, second)).toMatchObject({
      ordinal: 2,
      onFile: Object.keys(MONEY),
      changedFields: ['headcount', 'loans'],
      bankAccountMasked: '6225********93',
    })
    expect(
      await recordStatus(specialist, { expectedOrdinal: 2, headcount: 80, clear: ['bankAccount'] }),
    ).toMatchObject({ ordinal: 3, changedFields: ['bankAccount'], bankAccountMasked: null })
    expect(await recordStatus(specialist, second)).toMatchObject({ __typename: 'StaleRecordError' })
    const page = await pageOf(story.as('SERVICE_AGENT'), company)
    expect(page!.statusRecords.map(({ ordinal }) => ordinal)).toEqual([3, 2, 1])
    // Names of people are not an auditor's.
    expect(await pageOf(story.as('AUDITOR'), company)).toMatchObject({
      name: null,
      statusRecords: [{ headcount: 80, legalRepresentative: null }, {}, {}],
    })
  })

  it('shows the money of any version, for a reason, to those who decide', async () => {
    const specialist = story.as('CR_SPECIALIST')
    const first = await recordStatus(specialist, MONEY)
    const second = await recordStatus(specialist, { expectedOrdinal: 1, loans: '已还清' })
    const director = story.as('CS_DIRECTOR')
    expect(await revealStatus(director, first.id, ['loans', 'cashTurnoverMinor'])).toMatchObject({
      loans: MONEY.loans,
      cashTurnoverMinor: MONEY.cashTurnoverMinor,
    })
    expect(await revealStatus(director, second.id, ['loans', 'banks'])).toMatchObject({
      loans: '已还清',
      banks: MONEY.banks,
    })
    await expect(revealStatus(specialist, first.id, ['loans'])).rejects.toThrow('FORBIDDEN')
    await expect(revealStatus(story.as('KEY_ACCOUNT_MANAGER'), first.id, ['loans'])).rejects.toThrow(
      'NOT_FOUND',
    )
  })

  it('is of companies only, and nobody changes a version, not even past the API', async () => {
    expect(await recordStatus(story.as('CR_SPECIALIST'), {}, story.ids.client)).toMatchObject({
      __typename: 'NotEligibleError',
    })
    await recordStatus(story.as('CR_SPECIALIST'), MONEY)
    for (const sql of ['update client_status_record set headcount = 1', 'delete from client_status_record'])
      await expect(withTenant(database.app, story.orgId, (it_) => it_.query(sql))).rejects.toThrow(
        'permission denied',
      )
  })
})

describe('at rest', () => {
  const CANARIES = [
    ...Object.values({ ...PROFILE, ...MONEY })
      .map(String)
      .filter((value) => /CANARY|\d{6}|1987/.test(value)),
    '招商银行',
    '钟表匠',
  ]

  it('no table holds a sealed value in plain, in hex or in base64', async () => {
    await setProfile(story.as('CR_SPECIALIST'), PROFILE)
    const { id } = await recordStatus(story.as('CR_SPECIALIST'), MONEY)
    await recordStatus(story.as('CR_SPECIALIST'), { expectedOrdinal: 1, headcount: 7 })
    await revealProfile(story.as('CR_SUPERVISOR'), ['occupation', 'idDocumentNumber'])
    await revealStatus(story.as('CR_SUPERVISOR'), id, ['banks', 'loans'])
    const tables = await inTables<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    expect(tables.length).toBeGreaterThan(60)
    const found: string[] = []
    for (const { name } of tables) {
      const [dump] = await inTables<{ text: string | null }>(
        `select string_agg(t::text, E'\\n') as text from ${name} t`,
      )
      const bytes = (plain: string) => Buffer.from(plain)
      for (const canary of CANARIES)
        for (const form of [
          canary,
          bytes(canary).toString('hex'),
          bytes(canary).toString('base64').replace(/=+$/, ''),
        ])
          if (dump!.text?.includes(form)) found.push(`${name}: ${form}`)
    }
    expect(found).toEqual([])
    // The search finds what is there.
    const [kept] = await inTables<{ text: string }>(
      'select string_agg(t::text, $1) as text from client_reveal t',
      ['\n'],
    )
    expect(kept!.text).toContain(REASON)
  })

  const opens = async (fields: readonly string[], more: object = {}): Promise<string> => {
    const { body } = await story.as('CR_SUPERVISOR').run(
      `mutation($input: RevealProfileOfClientInput!) { revealProfileOfClient(input: $input) { __typename
           ... on RevealedProfile { occupation associations } ... on NotEligibleError { code reason } } }`,
      { input: { clientId: story.ids.client, fields, reason: REASON, ...more } },
    )
    return body
  }

  it('a ciphertext opens in its own column, row and organization only', async () => {
    await setProfile(story.as('CR_SPECIALIST'), PROFILE)
    expect(await opens(['occupation'])).toContain(PROFILE.occupation)
    const move = (sql: string, ...values: unknown[]) => inTables(sql, values)
    const client = uuid(story.ids.client)

    // Another column of the row: a fault, which tells nothing.
    await move('update client_profile set occupation = associations where client_id = $1', client)
    const moved = await opens(['occupation'])
    expect(moved).toContain('INTERNAL')
    expect(moved).not.toContain('CANARY')
    expect(await opens(['associations'])).toContain(PROFILE.associations)

    // Another client's row, with the key's name rewritten to that client's.
    const other = await addClient(database, story, 'INDIVIDUAL')
    await agreesToProfile(story, other)
    await setProfile(story.as('CR_SPECIALIST'), { associations: '无' }, other)
    const toRow = `
      update client_profile t set associations =
        (select k.id from client_key k where k.client_id = t.client_id) || substring(s.associations from '[.].*')
        from client_profile s where s.client_id = $1 and t.client_id = $2`
    await move(toRow, client, uuid(other))
    const inOtherRow = await opens(['associations'], { clientId: other })
    expect(inOtherRow).toContain('INTERNAL')
    expect(inOtherRow).not.toContain('CANARY')

    // Under its own key's name it belongs to nobody there.
    await move(
      `update client_profile t set associations = s.associations from client_profile s where s.client_id = $1 and t.client_id = $2`,
      client,
      uuid(other),
    )
    expect(await opens(['associations'], { clientId: other })).toContain('keyIsDestroyed')

    // The sealed key itself, moved to another organization along with the ciphertext.
    const elsewhere = await given(database, server)
    await agreesToProfile(elsewhere, elsewhere.ids.client)
    await setProfile(elsewhere.as('CR_SPECIALIST'), { associations: '无' }, elsewhere.ids.client)
    const there = uuid(elsewhere.ids.client)
    await move(
      'update client_key t set sealed_key = s.sealed_key from client_key s where s.client_id = $1 and t.client_id = $2',
      client,
      there,
    )
    await move(toRow, client, there)
    const { body } = await elsewhere
      .as('CR_SUPERVISOR')
      .run(
        `mutation($input: RevealProfileOfClientInput!) { revealProfileOfClient(input: $input) { ... on RevealedProfile { associations } } }`,
        { input: { clientId: elsewhere.ids.client, fields: ['associations'], reason: REASON } },
      )
    expect(body).toContain('INTERNAL')
    expect(body).not.toContain('CANARY')
  })

  it('with its key gone nothing opens, and everything else works', async () => {
    await setProfile(story.as('CR_SPECIALIST'), PROFILE)
    const record = await recordStatus(story.as('CR_SPECIALIST'), MONEY)
    // As the application's own role may: that is how an erasure shreds it.
    await withTenant(database.app, story.orgId, (it_) => it_.query('delete from client_key'))
    expect(await opens(['occupation'])).toContain('keyIsDestroyed')
    expect(await revealStatus(story.as('CR_SUPERVISOR'), record.id, ['banks'])).toMatchObject({
      __typename: 'NotEligibleError',
    })
    expect(await pageOf(story.as('CR_SUPERVISOR'), story.ids.client)).toMatchObject({
      profile: { isReadable: false },
    })
    expect(await pageOf(story.as('CR_SUPERVISOR'), company)).toMatchObject({
      statusRecords: [{ isReadable: false }],
    })
    const lists = `{ clients(first: 20) { edges { node { id name profile { id } } } } }`
    expect((await story.as('CR_SUPERVISOR').run(lists)).errors).toEqual([])
    const trail = `{ auditEntries(first: 20) { edges { node { verb changes { field before after isProtected } } } } }`
    expect((await story.as('AUDITOR').run(trail)).errors).toEqual([])
    // The client may be asked anew, under a new key; what was sealed under the old one stays unreadable.
    expect(
      await setProfile(story.as('CR_SPECIALIST'), { expectedVersion: 1, occupation: '木匠' }),
    ).toMatchObject({
      onFile: ['occupation'],
    })
    expect(await opens(['occupation'])).toContain('木匠')
    expect(
      await recordStatus(story.as('CR_SPECIALIST'), { expectedOrdinal: 1, banks: '建设银行' }),
    ).toMatchObject({ onFile: ['banks'] })
    expect(await revealStatus(story.as('CR_SUPERVISOR'), record.id, ['banks'])).toMatchObject({
      __typename: 'NotEligibleError',
    })
  })

  it('the audit has commitments of what was sealed, and names of what was shown', async () => {
    await setProfile(story.as('CR_SPECIALIST'), PROFILE)
    await revealProfile(story.as('CR_SUPERVISOR'), ['occupation'])
    const rows = await withTenant(database.app, story.orgId, (it_) =>
      it_.query<{ verb: string; changes: Record<string, [unknown, unknown]>; reason: string | null }[]>(
        `select verb, changes, reason from audit_entry where verb like 'client:%Profile' order by at`,
      ),
    )
    expect(rows.map(({ verb }) => verb)).toEqual(['client:setProfile', 'client:revealProfile'])
    const [set, shown] = rows
    for (const field of ['occupation', 'idDocumentNumber', 'idDocumentNumberMasked', 'birthday'])
      expect(set!.changes[field]).toEqual([
        null,
        { commitment: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      ])
    expect(shown).toMatchObject({ reason: REASON, changes: { shown: [null, ['occupation']] } })
  })
})
