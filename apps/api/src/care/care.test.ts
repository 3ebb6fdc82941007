/** Care through the API: occasions that nobody types, kept while their reason holds, and contacts that keep the rules. */
import { DEFAULT_CARE_POLICY } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { festivalsOf } from './festivals.ts'

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

interface Occasion extends Payload {
  readonly kind: string
  readonly status: string
  readonly dueOn: string
  readonly occursOn: string
  readonly means: string
  readonly withdrawal: string | null
  readonly refusals: readonly string[]
}
const OCCASION =
  'id version kind festival status dueOn occursOn means withdrawal despite reason postponed refusals contact { name } reception { words purpose direction contact { name } } earlier { kind means } recentContacts { channel }'
/** The day so many days from now, where the organization is. */
const inDays = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
/** That day of the year, of somebody grown up; never a leap day. */
const born = (days: number): string => {
  const on = `1980${inDays(days).slice(4)}`
  return on.endsWith('02-29') ? '1980-02-28' : on
}
const rules = (more: object = {}) => ({
  expectedVersion: 0,
  ...DEFAULT_CARE_POLICY,
  rules: [...DEFAULT_CARE_POLICY.rules],
  quietFrom: 0,
  quietTo: 0,
  ...more,
})
const setRules = (more: object = {}) =>
  story.as('CR_SUPERVISOR').does<Payload>('setCarePolicy', rules(more), 'version')
const night = async () => {
  await database.asSuperuser(async (run) => {
    await run.query(
      'insert into care_due (org_id, id, due_at) values ($1, $1, now()) on conflict (org_id, id) do update set due_at = now()',
      [story.orgId],
    )
  })
  await worker.sweep()
}
const occasions = async (by = keeper, filter: object = {}): Promise<readonly Occasion[]> => {
  const { careOccasions } = await by.get<{ careOccasions: { edges: { node: Occasion }[] } }>(
    `query($filter: CareOccasionFilter) { careOccasions(first: 50, filter: $filter) { edges { node { ${OCCASION} } } } }`,
    { filter },
  )
  return careOccasions.edges.map(({ node }) => node)
}
const consent = () =>
  keeper.does('recordConsent', { clientId: story.ids.client, purpose: 'CARE', way: 'SPOKEN' })
const contactBorn = (days: number, more: object = {}) =>
  keeper.does(
    'addContact',
    { clientId: story.ids.client, name: '安小姐', birthday: born(days), ...more },
    'id',
  )
const verb = (name: string, it: Payload, more: object, by = keeper) =>
  by.does<Occasion>(
    `${name}CareOccasion`,
    { occasionId: it.id, expectedVersion: it.version, ...more },
    OCCASION,
  )

describe('an occasion of care', () => {
  it('is made once of a birthday while the client agrees to be cared for, and is taken back with its reason', async () => {
    await contactBorn(3)
    await night()
    expect(await occasions()).toEqual([])
    await consent()
    await night()
    await night()
    const [made, ...more] = await occasions()
    expect(more).toEqual([])
    expect(made).toMatchObject({
      kind: 'BIRTHDAY',
      status: 'PLANNED',
      dueOn: inDays(3),
      means: 'MESSAGE',
      contact: { name: '安小姐' },
    })
    // Who does not read particulars learns of no birthday.
    await expect(story.as('FINANCE').get('{ careOccasions(first: 1) { totalCount } }')).rejects.toThrow(
      'FORBIDDEN',
    )
    expect(await occasions(story.as('KEY_ACCOUNT_MANAGER'), { mine: true })).toHaveLength(1)
    expect(await occasions(keeper, { mine: true })).toEqual([])
    await keeper.does('withdrawConsent', { clientId: story.ids.client, purpose: 'CARE', way: 'SPOKEN' })
    expect((await occasions())[0]!.refusals).toContain('NO_CONSENT')
    await night()
    expect(await occasions()).toMatchObject([{ status: 'WITHDRAWN', withdrawal: 'REASON_GONE' }])
    await consent()
    await night()
    expect(await occasions()).toMatchObject([{ id: made!.id, status: 'PLANNED', withdrawal: null }])
  })

  it('is put off, skipped with a reason, or recorded: then it stands among the receptions', async () => {
    await setRules()
    await contactBorn(1)
    await contactBorn(2)
    await consent()
    await night()
    const [first, second] = await occasions()
    expect(await verb('postpone', first!, { to: inDays(-1) })).toMatchObject({ fields: [{ path: 'to' }] })
    expect(await verb('postpone', first!, { to: inDays(40) })).toMatchObject({ fields: [{ path: 'to' }] })
    const later = await verb('postpone', first!, { to: inDays(4), reason: '家里有客人' })
    expect(later).toMatchObject({ status: 'PLANNED', dueOn: inDays(4), postponed: 1, reason: '家里有客人' })
    await night()
    expect(await occasions(keeper, { from: inDays(4) })).toMatchObject([{ id: first!.id }])
    expect(await verb('complete', first!, { words: '生日快乐' })).toMatchObject({ code: 'STALE_RECORD' })
    const done = await verb('complete', later, { channel: 'WECHAT', words: '发了生日祝福', result: '很高兴' })
    expect(done).toMatchObject({
      status: 'DONE',
      reception: { words: '发了生日祝福', purpose: 'CARE', direction: 'OUT', contact: { name: '安小姐' } },
    })
    expect(await verb('skip', second!, { reason: ' ' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await verb('skip', second!, { reason: '昨天刚见过面' })).toMatchObject({
      status: 'SKIPPED',
      earlier: [{ kind: 'BIRTHDAY', means: 'MESSAGE' }],
      recentContacts: [{ channel: 'WECHAT' }],
    })
    expect(await verb('complete', done, { words: '再一次' })).toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('keeps the rules of contact: a week between two, nobody asleep; what took place all the same says why', async () => {
    await setRules()
    await contactBorn(0)
    await contactBorn(1)
    await consent()
    await night()
    const [today, tomorrow] = await occasions(keeper, { reachable: true })
    expect(today).toMatchObject({ refusals: [] })
    await verb('complete', today!, { words: '打电话祝贺' })
    expect(await occasions(keeper, { reachable: true, status: ['PLANNED'] })).toEqual([])
    expect(await occasions(keeper, { status: ['PLANNED'] })).toMatchObject([{ refusals: ['CAP_REACHED'] }])
    const refused = await verb('complete', tomorrow!, { words: '又打了一次' })
    expect(refused).toMatchObject({ code: 'NOT_ELIGIBLE' })
    // They turned to us themselves: that was no approach of ours.
    const came = await verb('complete', tomorrow!, {
      direction: 'IN',
      channel: 'COUNTER',
      words: '来前台时当面祝贺',
    })
    expect(came).toMatchObject({ status: 'DONE', despite: null, reception: { direction: 'IN' } })

    await contactBorn(2, { preferredHours: '9:00-11:30' })
    await setRules({ expectedVersion: 1, capContacts: 20, quietFrom: 21 * 60, quietTo: 8 * 60 })
    await night()
    const [asleep] = await occasions(keeper, { status: ['PLANNED'] })
    const at = new Date(`${inDays(-1)}T22:30:00+08:00`).toISOString()
    expect(await verb('complete', asleep!, { at, words: '深夜祝贺' })).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(
      await verb('complete', asleep!, { at, words: '深夜祝贺', despite: '对方发来消息，当即回复' }),
    ).toMatchObject({ status: 'DONE', despite: '对方发来消息，当即回复' })
  })

  it('comes of being out of touch, by the grade’s rule, and falls away with the next contact', async () => {
    const frequency = {
      kind: 'FREQUENCY',
      festival: null,
      grades: [],
      means: 'CALL',
      daysBefore: 0,
      everyDays: 30,
      owner: 'MANAGER',
    }
    await expect(keeper.does('setCarePolicy', rules(), 'version')).rejects.toThrow('FORBIDDEN')
    await setRules({ rules: [frequency] })
    await consent()
    // Whom all asked to leave them alone, nobody greets.
    await contactBorn(100, { doNotContact: true })
    await night()
    expect(await occasions()).toEqual([])
    await database.asSuperuser((run) =>
      run.query('update client_contact set do_not_contact = false where org_id = $1', [story.orgId]),
    )
    await night()
    const [silent] = await occasions()
    expect(silent).toMatchObject({ kind: 'FREQUENCY', means: 'CALL', status: 'PLANNED' })
    expect(await occasions(story.as('CR_SUPERVISOR'), { mine: true })).toEqual([])
    await keeper.does('recordReception', { clientId: story.ids.client, words: '来电问停车费' }, 'id')
    await night()
    expect(await occasions()).toMatchObject([
      { id: silent!.id, status: 'WITHDRAWN', withdrawal: 'REASON_GONE' },
    ])
  })
})

describe('festivals', () => {
  it('have the days that were announced; of a year that is not, none is reckoned', async () => {
    expect(festivalsOf(2026)).toContainEqual({ festival: 'MID_AUTUMN', on: '2026-09-25' })
    const { festivalYear } = await keeper.get<{ festivalYear: object }>(
      '{ festivalYear(year: 2099) { year isPublished festivals { festival on } } }',
    )
    expect(festivalYear).toEqual({ year: 2099, isPublished: false, festivals: [] })
  })
})
