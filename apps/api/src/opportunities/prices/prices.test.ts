/** Prices through the API: who may approve what, that nobody approves their own, and that nothing is signed without. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { toGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let seller: Person

interface Answer extends Payload {
  readonly id: string
  readonly version: number
  readonly status: string
}

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  seller = story.as('SALES')
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const opportunityStep = (by: Person, name: string, it: Answer) =>
  by.does<Answer>(
    `${name}Opportunity`,
    { opportunityId: it.id, expectedVersion: it.version },
    'id version status',
  )
/** One whose price is being told. */
const quoted = async (): Promise<Answer> => {
  const opened = await story
    .as('CS_MANAGER')
    .does<Answer>(
      'openOpportunity',
      { clientId: story.ids.client, title: '保洁加时', assigneeId: toGlobalId('Staff', seller.staffId) },
      'id version status',
    )
  return opportunityStep(seller, 'quote', await opportunityStep(seller, 'propose', opened))
}
const FORM = 'id version status listMinor offeredMinor costMinor reason awaitsMe availableActions'
const LINE = {
  service: '保洁',
  unit: '月',
  quantityHundredths: 1_200,
  listMinor: 10_000,
  offeredMinor: 9_700,
}
const draft = (by: Person, opportunityId: string, more: object = {}) =>
  by.does<Answer>('draftPriceForm', { opportunityId, lines: [{ ...LINE, ...more }] }, FORM)
const verb = (by: Person, name: string, it: Pick<Answer, 'id' | 'version'>, more: object = {}) =>
  by.does<Answer>(`${name}PriceForm`, { priceFormId: it.id, expectedVersion: it.version, ...more }, FORM)

describe('prices', () => {
  it('are approved by somebody else whose limit covers them, and only then is it signed', async () => {
    const opportunity = await quoted()
    expect(await opportunityStep(seller, 'agree', opportunity)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const drafted = await draft(seller, opportunity.id)
    expect(drafted).toMatchObject({
      status: 'DRAFT',
      listMinor: 120_000,
      offeredMinor: 116_400,
      costMinor: null,
    })
    expect(await draft(seller, opportunity.id)).toMatchObject({ code: 'DUPLICATE' })
    const submitted = await verb(seller, 'submit', drafted)
    expect(submitted).toMatchObject({ status: 'IN_SIGNING', awaitsMe: false })
    await expect(verb(seller, 'approve', submitted)).rejects.toThrow('FORBIDDEN')
    const approved = await verb(story.as('CR_SUPERVISOR'), 'approve', submitted)
    expect(approved).toMatchObject({ status: 'APPROVED' })
    const signing = await opportunityStep(seller, 'agree', opportunity)
    expect(signing).toMatchObject({ status: 'SIGNING' })
    // Changed after its approval: a draft again, and what was to be signed is a quotation again.
    const changed = await verb(seller, 'change', approved, { lines: [{ ...LINE, offeredMinor: 9_600 }] })
    expect(changed).toMatchObject({ status: 'DRAFT', offeredMinor: 115_200 })
    const { opportunity: now } = await seller.get<{ opportunity: Record<string, unknown> }>(
      'query($id: ID!) { opportunity(id: $id) { status events { action } priceForms { id status } } }',
      { id: opportunity.id },
    )
    expect(now).toMatchObject({ status: 'QUOTATION', priceForms: [{ id: drafted.id, status: 'DRAFT' }] })
    expect((now['events'] as { action: string }[])[0]).toEqual({ action: 'UNSETTLE' })
  })

  it('bind what is agreed on in the end, and what is lost asks nobody for a signature any more', async () => {
    const opportunity = await quoted()
    const supervisor = story.as('CR_SUPERVISOR')
    await verb(supervisor, 'approve', await verb(seller, 'submit', await draft(seller, opportunity.id)))
    const signing = await opportunityStep(seller, 'agree', opportunity)
    const win = (wonMinor: number) =>
      seller.does<Answer>(
        'winOpportunity',
        {
          opportunityId: signing.id,
          expectedVersion: signing.version,
          wonMinor,
          contractOn: '2026-11-30',
          contractNumber: 'XS-1',
        },
        'id version status',
      )
    expect(await win(116_399)).toMatchObject({ fields: [{ path: 'wonMinor' }] })
    expect(await win(116_400)).toMatchObject({ status: 'WON' })

    const other = await quoted()
    const waiting = await verb(seller, 'submit', await draft(seller, other.id))
    const awaits = async () =>
      (
        await supervisor.get<{ signings: { totalCount: number } }>(
          '{ signings(first: 1, filter: { awaitsMe: true, kind: [PRICE_FORM] }) { totalCount } }',
        )
      ).signings.totalCount
    expect(await awaits()).toBe(1)
    const lost = { opportunityId: other.id, expectedVersion: other.version, reason: 'PRICE' }
    expect(await seller.does<Answer>('loseOpportunity', lost, 'status')).toMatchObject({ status: 'LOST' })
    expect(await awaits()).toBe(0)
    const { priceForm } = await seller.get<{ priceForm: Answer }>(
      'query($id: ID!) { priceForm(id: $id) { status } }',
      { id: waiting.id },
    )
    expect(priceForm).toEqual({ status: 'DRAFT' })
  })

  it('are approved by nobody who wrote them, whoever submits them; and anew once the opportunity was lost', async () => {
    const [supervisor, manager] = [story.as('CR_SUPERVISOR'), story.as('CS_MANAGER')]
    const opportunity = await quoted()
    const drafted = await draft(seller, opportunity.id)
    const changed = await verb(supervisor, 'change', drafted, { lines: [{ ...LINE, offeredMinor: 9_800 }] })
    const submitted = await verb(seller, 'submit', changed)
    expect(await verb(supervisor, 'approve', submitted)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const approved = await verb(manager, 'approve', submitted)
    expect(approved).toMatchObject({ status: 'APPROVED' })
    const step = { opportunityId: opportunity.id, expectedVersion: opportunity.version }
    const lost = await seller.does<Answer>('loseOpportunity', { ...step, reason: 'PRICE' }, 'id version')
    await seller.does('reopenOpportunity', {
      opportunityId: lost.id,
      expectedVersion: lost.version,
      note: '客户回来了',
    })
    const { priceForm } = await seller.get<{ priceForm: Answer }>(
      'query($id: ID!) { priceForm(id: $id) { status } }',
      { id: approved.id },
    )
    expect(priceForm).toEqual({ status: 'DRAFT' })
  })

  it('come to no sum that cannot be reckoned with exactly', async () => {
    const { id: opportunityId } = await quoted()
    const dear = {
      ...LINE,
      listMinor: 1_000_000_000,
      offeredMinor: 1_000_000_000,
      quantityHundredths: 100_000_000,
    }
    expect(await seller.does('draftPriceForm', { opportunityId, lines: [dear] })).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('beyond a limit, and below cost, climb higher; nobody approves their own', async () => {
    const supervisor = story.as('CR_SUPERVISOR')
    const high = await draft(seller, (await quoted()).id, { offeredMinor: 8_500 })
    const submitted = await verb(seller, 'submit', high)
    expect(await verb(supervisor, 'approve', submitted)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const rejected = await verb(story.as('CS_DIRECTOR'), 'reject', submitted, { reason: '折让太大' })
    expect(rejected).toMatchObject({ status: 'DRAFT', reason: '折让太大' })
    const again = await verb(seller, 'submit', rejected)
    expect(await verb(story.as('CS_DIRECTOR'), 'approve', again)).toMatchObject({ status: 'APPROVED' })

    const below = await draft(seller, (await quoted()).id, { offeredMinor: 9_900, costMinor: 9_950 })
    const waiting = await verb(seller, 'submit', below)
    expect(await verb(story.as('CS_DIRECTOR'), 'approve', waiting)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await verb(story.as('GENERAL_MANAGER'), 'approve', waiting)).toMatchObject({ status: 'APPROVED' })

    const own = await verb(supervisor, 'submit', await draft(supervisor, (await quoted()).id))
    expect(await verb(supervisor, 'approve', own)).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  it('go by limits that the general manager sets, for what is submitted from then on', async () => {
    const limits = {
      supervisorDiscount: 0,
      supervisorMinor: 0,
      managerDiscount: 100,
      managerMinor: 10_000_000,
      directorDiscount: 2_000,
      directorMinor: 10_000_000,
      expectedVersion: 0,
    }
    const boss = story.as('GENERAL_MANAGER')
    await expect(story.as('CS_DIRECTOR').does('setPricePolicy', limits, 'version')).rejects.toThrow(
      'FORBIDDEN',
    )
    const wrong = { ...limits, directorMinor: 1 }
    expect(await boss.does('setPricePolicy', wrong, 'version')).toMatchObject({
      fields: [{ path: 'directorMinor' }],
    })
    await boss.does('setPricePolicy', limits, 'version')
    const waiting = await verb(seller, 'submit', await draft(seller, (await quoted()).id))
    expect(await verb(story.as('CS_MANAGER'), 'approve', waiting)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await verb(story.as('CS_DIRECTOR'), 'approve', waiting)).toMatchObject({ status: 'APPROVED' })
  })
})
