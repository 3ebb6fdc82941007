/** Settlement agreements: what is agreed with a client in writing, before it is carried out. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { ask, PASSWORD, signerOf } from '../../test/signing.ts'
import { given, type Story } from '../../test/story.ts'
import { hashPassword } from '../access/password.ts'

const LARGE = 600_000
let database: TestDatabase
let server: FastifyInstance
let story: Story
let specialist: Person

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
beforeEach(async () => {
  story = await given(database, server)
  specialist = story.as('CR_SPECIALIST')
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const day = (ahead: number) =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)

/** A case whose remedies, of these sums, were approved; the first one is on the table. */
const approved = async (...amounts: readonly number[]): Promise<Payload> => {
  const { id, version } = await caseIn(story, 'INVESTIGATING')
  const proposed = await story.as('CR_SUPERVISOR').does('proposeComplaint', {
    complaintId: id,
    expectedVersion: version,
    options: amounts.map((amountMinor, at) => ({
      kind: 'COMPENSATION_MONEY',
      description: '赔偿吊顶与家具',
      amountMinor,
      recommended: at === 0,
    })),
  })
  return onCase(story.as('CS_DIRECTOR'), 'approveComplaint', proposed)
}
const onCase = (person: Person, verb: string, { id, version }: Payload, input: object = {}) =>
  person.does(verb, { complaintId: id, expectedVersion: version, ...input }, 'id version status')
/** As it stands, with the version that drafting and approving an agreement left it at. */
const caseNow = async (id: string, person = specialist) =>
  (
    await person.get<{
      complaint: Payload & {
        readonly agreements: readonly { readonly number: string; readonly controlStatus: string }[]
        readonly closingGaps: readonly string[]
        readonly availableActions: readonly string[]
      }
    }>(
      `query($id: ID!) { complaint(id: $id) { id version status agreementOwed agreementSigner agreementSignedOn closingGaps
         availableActions agreements { number controlStatus } signOffs { meaning comment } latestEvent { action } } }`,
      { id },
    )
  ).complaint
const REVISION = 'id version status document { id number }'
const does = (person: Person, verb: string, input: object) => person.does(verb, { ...input }, REVISION)
const on = ({ id, version }: Payload) => ({ revisionId: id, expectedVersion: version })
const draft = (complaintId: string, person = specialist) =>
  does(person, 'draftDocument', {
    kind: 'SETTLEMENT_AGREEMENT',
    complaintId,
    title: '处理协议',
    executingDepartmentId: story.ids.departments.service,
    supervisingDepartmentId: story.ids.departments.headquarters,
    editingDepartmentId: story.ids.departments.service,
    content: { clauses: [{ heading: '处理方案', body: '甲方赔偿乙方人民币 6,000.00 元。' }] },
  })
const inForce = async (complaintId: string): Promise<Payload> => {
  const submitted = await does(specialist, 'submitDocument', on(await draft(complaintId)))
  const reviewed = await does(story.as('QUALITY'), 'reviewDocument', on(submitted))
  return does(story.as('CS_MANAGER'), 'approveDocument', on(reviewed))
}
const PAPER = () => ({ signer: '王小明', signedOn: day(0), note: '在客服中心当面签署' })

describe('a large sum', () => {
  it('is dispatched, and its case closed, once the client has signed the agreement on it', async () => {
    const { id } = await approved(LARGE)
    const offered = await onCase(specialist, 'offerComplaint', await caseNow(id))
    const confirmed = await onCase(specialist, 'confirmComplaint', offered, { mode: 'CLIENT', note: '同意' })
    const order = { departmentId: story.ids.departments.site, instruction: '付款并修复' }
    const dispatch = async () =>
      onCase(story.as('CR_SUPERVISOR'), 'dispatchComplaint', await caseNow(confirmed.id), order)
    const refused = await dispatch()
    expect(refused).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(refused.message).toContain('agreement')
    expect(await caseNow(id)).toMatchObject({
      agreementOwed: true,
      closingGaps: expect.arrayContaining(['AGREEMENT']),
      agreements: [],
    })
    expect((await onCase(specialist, 'recordAgreementOfComplaint', await caseNow(id), PAPER())).code).toBe(
      'NOT_ELIGIBLE',
    )

    const effective = await inForce(id)
    expect(effective.status).toBe('EFFECTIVE')
    const waiting = await caseNow(id)
    expect(waiting.availableActions).toContain('RECORD_AGREEMENT')
    expect(waiting.agreements).toEqual([
      { number: expect.stringMatching(/^SA-\d{4}-001$/), controlStatus: 'CONTROLLED' },
    ])
    expect((await dispatch()).code).toBe('NOT_ELIGIBLE')
    for (const signedOn of [day(1), day(-1)]) {
      const wrong = await onCase(specialist, 'recordAgreementOfComplaint', waiting, { ...PAPER(), signedOn })
      expect(wrong.fields?.map(({ path }) => path)).toEqual(['signedOn'])
    }
    await onCase(specialist, 'recordAgreementOfComplaint', waiting, PAPER())
    const signed = await caseNow(id)
    expect(signed).toMatchObject({
      agreementOwed: false,
      agreementSigner: '王小明',
      agreementSignedOn: day(0),
      latestEvent: { action: 'RECORD_AGREEMENT' },
    })
    expect(signed.signOffs).toContainEqual({ meaning: 'RECORDED', comment: '在客服中心当面签署' })
    expect(signed.closingGaps).not.toContain('AGREEMENT')
    expect(await dispatch()).toMatchObject({ status: 'EXECUTING' })
    // Who audits sees that it was signed, not by whom.
    expect(await caseNow(id, story.as('AUDITOR'))).toMatchObject({
      agreementSigner: null,
      agreementSignedOn: day(0),
    })
  })

  it('binds what it commits: the agreement is signed like the sum itself', async () => {
    const { id } = await approved(LARGE)
    const submitted = await does(specialist, 'submitDocument', on(await draft(id)))
    const reviewed = await does(story.as('QUALITY'), 'reviewDocument', on(submitted))
    const secretHash = await hashPassword(PASSWORD)
    const world = { database, server, story, secretHash, now: () => new Date() }
    await ask(world, { APPROVED: 'PIN', AMOUNT: 'PASSKEY' }, LARGE)
    const manager = await signerOf(world, 'CS_MANAGER')
    const { requestIds } = await manager.signs('approveDocument', on(reviewed))
    expect((await manager.shown(requestIds))[0]).toMatchObject({ amountMinor: LARGE, level: 'PASSKEY' })
  })

  it('owes another agreement where the one in force is made obsolete', async () => {
    const { id } = await approved(LARGE)
    const effective = await inForce(id)
    const retired = await does(story.as('CS_DIRECTOR'), 'retireDocument', {
      ...on(effective),
      reason: '金额写错',
    })
    expect(retired.status).toBe('OBSOLETE')
    const now = await caseNow(id)
    expect(now).toMatchObject({ agreementOwed: true, agreements: [{ controlStatus: 'OBSOLETE' }] })
    expect(now.availableActions).not.toContain('RECORD_AGREEMENT')
    expect((await inForce(id)).status).toBe('EFFECTIVE')
  })
})

describe('a small sum', () => {
  it('needs none; one that was made all the same binds', async () => {
    const { id } = await approved(120_000)
    expect(await caseNow(id)).toMatchObject({ agreementOwed: false })
    await inForce(id)
    expect(await caseNow(id)).toMatchObject({
      agreementOwed: true,
      closingGaps: expect.arrayContaining(['AGREEMENT']),
    })
  })

  it('is as small as the organization says: from now on, by who may say so, seen by all', async () => {
    const before = await approved(120_000)
    const policy = { moneyFromMinor: 100_000, worksFromMinor: 500_000 }
    const set = (person: Person, expectedVersion: number) =>
      person.does('setAgreementPolicy', { ...policy, expectedVersion }, 'moneyFromMinor version')
    await expect(set(specialist, 0)).rejects.toThrow('FORBIDDEN')
    expect(await set(story.as('CS_DIRECTOR'), 0)).toMatchObject({ moneyFromMinor: 100_000, version: 1 })
    expect(await set(story.as('CS_DIRECTOR'), 0)).toMatchObject({ code: 'STALE_RECORD' })
    expect(await caseNow((await approved(120_000)).id)).toMatchObject({ agreementOwed: true })
    expect(await caseNow(before.id)).toMatchObject({ agreementOwed: false })
    expect(
      await story.as('TECHNICIAN').get('{ agreementPolicy { moneyFromMinor worksFromMinor version } }'),
    ).toEqual({ agreementPolicy: { ...policy, version: 1 } })
  })
})

describe('an agreement', () => {
  it('is drafted by who speaks with the client, once the remedy is approved, and once for it', async () => {
    const early = await caseIn(story, 'PROPOSED')
    expect((await draft(early.id)).code).toBe('NOT_ELIGIBLE')
    const { id } = await approved(LARGE)
    const first = await draft(id)
    expect(first.status).toBe('DRAFT')
    expect(await draft(id, story.as('CS_MANAGER'))).toMatchObject({ code: 'DUPLICATE' })
    await does(specialist, 'withdrawDocument', on(first))
    expect((await draft(id)).status).toBe('DRAFT')
    // Their own rules are written by others.
    const regulation = await does(specialist, 'draftDocument', {
      kind: 'REGULATION',
      title: '办法',
      executingDepartmentId: story.ids.departments.service,
      supervisingDepartmentId: story.ids.departments.headquarters,
      editingDepartmentId: story.ids.departments.service,
      content: { clauses: [{ heading: '目的', body: '统一' }] },
    })
    expect(regulation.code).toBe('NOT_ELIGIBLE')
  })

  it('is signed by nobody once the client wanted another remedy', async () => {
    const { id } = await approved(LARGE, 550_000)
    const submitted = await does(specialist, 'submitDocument', on(await draft(id)))
    const offered = await onCase(specialist, 'offerComplaint', await caseNow(id))
    await onCase(specialist, 'refuseOptionOfComplaint', offered, { reason: '太少' })
    const refused = await does(story.as('QUALITY'), 'reviewDocument', on(submitted))
    expect(refused).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(refused.message).toContain('another remedy')
    expect(await caseNow(id)).toMatchObject({ status: 'PROPOSED', agreementOwed: false })
  })
})
