/** From a template to a signed agreement: nothing is offered at other prices than the approved ones, and nothing is won but by what was signed. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { LINE, PROPOSAL, salesOf, SENT, TEMPLATES, TODAY, type Answer } from '../../../test/sales-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let seller: Person

const templates = new Map<string, string>()
let sales: ReturnType<typeof salesOf>

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  seller = story.as('SALES')
  sales = salesOf(story, seller, templates)
  for (const [kind, clauses] of Object.entries(TEMPLATES)) {
    const drafted = await sales.draftTemplate(kind, clauses)
    const submitted = await sales.documentVerb(story.as('CS_MANAGER'), 'submit', drafted)
    const reviewed = await sales.documentVerb(story.as('QUALITY'), 'review', submitted)
    await sales.documentVerb(story.as('CS_DIRECTOR'), 'approve', reviewed)
    templates.set(kind, drafted.document.id)
  }
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

describe('a template', () => {
  it('refuses what is not in its vocabulary, naming it', async () => {
    const wrong = [
      { heading: '一', body: '致 {{客户姓氏}}' },
      { heading: '二', body: '按 {{方案编号}}' },
      { heading: '三', body: '见 {{报价明细表}}' },
      { heading: '四 {{客户名称', body: '' },
    ]
    const refused = (await sales.draftTemplate('PROPOSAL_TEMPLATE', wrong)) as unknown as {
      fields: readonly { path: string; message: string }[]
    }
    expect(refused.fields.map(({ path }) => path)).toEqual([
      'content.clauses.0.body',
      'content.clauses.1.body',
      'content.clauses.2.body',
      'content.clauses.3.heading',
    ])
    expect(refused.fields[0]!.message).toContain('客户姓氏')
  })

  it('shows what it would say of a real opportunity, to whoever may read both', async () => {
    const { opportunity } = await sales.priced()
    const drafted = await sales.draftTemplate('PROPOSAL_TEMPLATE', PROPOSAL)
    const ask = (by: Person) =>
      by.get<{ salesPaperPreview: { heading: string; body: string; part: string }[] }>(
        'query($r: ID!, $o: ID!) { salesPaperPreview(revision: $r, opportunity: $o) { heading body part } }',
        { r: drafted.id, o: opportunity.id },
      )
    const { salesPaperPreview: clauses } = await ask(story.as('CS_MANAGER'))
    expect(clauses[0]!.body).toContain('晚间加一班保洁')
    expect(clauses[1]).toMatchObject({ part: 'PRICES', body: '合计 CNY 1164.00。\n付款：〔付款方式〕' })
    const other = await story.colleague(['SALES'])
    await expect(ask(other)).rejects.toThrow('NOT_FOUND')
  })
})

describe('a proposal', () => {
  it('is made at approved prices only, without gaps, and a new version takes its place', async () => {
    const { opportunity, form } = await sales.priced()
    expect(await sales.makeProposal(seller, opportunity.id, { paymentTerms: null })).toMatchObject({
      fields: [{ path: 'paymentTerms' }],
    })
    const made = await sales.makeProposal(seller, opportunity.id)
    expect(made).toMatchObject({
      status: 'DRAFT',
      ordinal: 1,
      totalMinor: 116_400,
      lines: [{ offeredMinor: 9_700 }],
    })
    expect(
      await sales.paper(seller, 'change', made, { sections: [{ position: 1, body: '改写' }] }),
    ).toMatchObject({
      fields: [{ path: 'sections.0.position' }],
    })
    const worded = await sales.paper(seller, 'change', made, {
      sections: [{ position: 3, body: '首月可退' }],
    })
    expect(worded).toMatchObject({ clauses: [{}, {}, { part: 'FREE', body: '首月可退' }] })
    const sent = await sales.paper(seller, 'send', worded, SENT)
    expect(sent).toMatchObject({ status: 'SENT' })
    expect(await sales.paper(seller, 'send', worded, SENT)).toMatchObject({ code: 'STALE_RECORD' })

    // Other prices: what was handed over can be accepted no more.
    const changed = await sales.prices(seller, 'change', form, { lines: [{ ...LINE, offeredMinor: 9_800 }] })
    await sales.prices(story.as('CR_SUPERVISOR'), 'approve', await sales.prices(seller, 'submit', changed))
    expect(await sales.paper(seller, 'accept', sent, { answeredOn: TODAY })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const second = await sales.makeProposal(seller, opportunity.id, { validUntil: '2020-01-01' })
    expect(second).toMatchObject({ ordinal: 2, totalMinor: 117_600 })
    const { salesProposal } = await seller.get<{ salesProposal: Answer }>(
      'query($id: ID!) { salesProposal(id: $id) { status } }',
      { id: made.id },
    )
    expect(salesProposal).toEqual({ status: 'SUPERSEDED' })
    const again = await sales.paper(seller, 'send', second, SENT)
    // Its term is over.
    expect(await sales.paper(seller, 'accept', again, { answeredOn: TODAY })).toMatchObject({
      fields: [{ path: 'answeredOn' }],
    })
    const declined = await sales.paper(seller, 'decline', again, {
      answeredOn: TODAY,
      reason: 'PRICE',
      note: '太贵',
    })
    expect(declined).toMatchObject({ status: 'DECLINED', availableActions: [] })
  })

  it('is read by an auditor without its words, and by nobody who has nothing to do with it', async () => {
    const { opportunity } = await sales.priced()
    const { id } = await sales.makeProposal(seller, opportunity.id)
    const ask = async (by: Person) =>
      (
        await by.get<{ salesProposal: object | null }>(
          'query($id: ID!) { salesProposal(id: $id) { totalMinor clauses { body } lines { service } } }',
          { id },
        )
      ).salesProposal
    expect(await ask(story.as('AUDITOR'))).toEqual({ totalMinor: 116_400, clauses: null, lines: null })
    expect(await ask(await story.colleague(['SALES']))).toBeNull()
    expect(
      await sales
        .makeProposal(await story.colleague(['SALES']), opportunity.id)
        .catch((e: Error) => e.message),
    ).toContain('NOT_FOUND')
  })
})

describe('a service agreement', () => {
  it('follows an accepted proposal, is approved by others, signed by the client, and the opportunity is won by it', async () => {
    const { opportunity, form } = await sales.priced()
    const sent = await sales.paper(seller, 'send', await sales.makeProposal(seller, opportunity.id), SENT)
    expect(await sales.makeAgreement(seller, sent.id)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const accepted = await sales.paper(seller, 'accept', sent, { answeredOn: TODAY })
    const made = await sales.makeAgreement(seller, accepted.id)
    expect(made).toMatchObject({
      status: 'DRAFT',
      remindOn: '2026-11-01',
      clauses: [{ part: 'TEXT' }, { part: 'PRICES' }],
    })
    expect(await sales.makeAgreement(seller, accepted.id)).toMatchObject({ code: 'DUPLICATE' })
    const signing = await sales.stage(seller, 'agree', await sales.stage(seller, 'quote', opportunity))
    const stated = { wonMinor: 116_400, contractOn: TODAY, contractNumber: 'X-1' }
    expect(await sales.stage(seller, 'win', signing, stated)).toMatchObject({ code: 'NOT_ELIGIBLE' })

    const submitted = await sales.agreementVerb(seller, 'submit', made)
    const writer = story.as('CR_SUPERVISOR')
    await database.asSuperuser((sql) =>
      sql.query('update service_agreement set writer_ids = writer_ids || $2::uuid where id = $1', [
        fromGlobalId('ServiceAgreement', made.id),
        writer.staffId,
      ]),
    )
    const CLIENT = { signedOn: TODAY, clientSigner: '王总' }
    expect(await sales.agreementVerb(seller, 'sign', submitted, CLIENT)).toMatchObject({
      code: 'WRONG_STATUS',
    })
    expect(await sales.agreementVerb(story.as('CS_DIRECTOR'), 'approve', submitted)).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    // Whoever wrote it does not review it under another account either.
    const second = await story.colleague(['CS_MANAGER'])
    await database.asSuperuser((sql) =>
      sql.query('update staff set person_id = (select person_id from staff where id = $2) where id = $1', [
        second.staffId,
        writer.staffId,
      ]),
    )
    expect(await sales.agreementVerb(second, 'review', submitted)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining('Whoever wrote') as string,
    })
    const reviewed = await sales.agreementVerb(story.as('CS_MANAGER'), 'review', submitted)
    const approved = await sales.agreementVerb(story.as('CS_DIRECTOR'), 'approve', reviewed)
    expect(approved).toMatchObject({ status: 'APPROVED' })
    const signed = await sales.agreementVerb(seller, 'sign', approved, CLIENT)
    const printed = async (by: Person, path: string) =>
      (
        await server.inject({
          method: 'GET',
          url: `/files/${path}.pdf?lang=en`,
          headers: { cookie: `steward=${by.token}` },
        })
      ).statusCode
    expect(await printed(seller, `sales-proposals/${accepted.id}`)).toBe(200)
    expect(await printed(seller, `service-agreements/${signed.id}`)).toBe(200)
    expect(await printed(await story.colleague(['SALES']), `service-agreements/${signed.id}`)).toBe(404)
    expect(await printed(story.as('AUDITOR'), `service-agreements/${signed.id}`)).toBe(403)
    expect(signed).toMatchObject({ status: 'SIGNED' })

    // What the client has signed for changes no more.
    expect(await sales.prices(seller, 'change', form, { lines: [LINE] })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await sales.stage(seller, 'lose', signing, { reason: 'PRICE' })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await sales.stage(seller, 'win', signing, stated)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await sales.stage(seller, 'win', signing, { agreementId: signed.id })).toMatchObject({
      status: 'WON',
    })
    const { opportunity: won } = await seller.get<{ opportunity: object }>(
      'query($id: ID!) { opportunity(id: $id) { wonMinor contractOn contractNumber } }',
      { id: opportunity.id },
    )
    expect(won).toEqual({ wonMinor: 116_400, contractOn: TODAY, contractNumber: signed['number'] })

    await database.asSuperuser((sql) =>
      sql.query("update service_agreement_due set due_at = now() - interval '1 minute'"),
    )
    const round = async () => {
      await worker.sweep()
      await worker.relay()
    }
    await round()
    const told = async () =>
      (
        await seller.get<{ notices: { edges: { node: { kind: string } }[] } }>(
          '{ notices(first: 50) { edges { node { kind } } } }',
        )
      ).notices.edges.filter(({ node }) => node.kind === 'AGREEMENT_ENDS_SOON').length
    expect(await told()).toBe(1)
    await round()
    expect(await told()).toBe(1)
  })

  it('is withdrawn with its round when the opportunity is lost', async () => {
    const { opportunity } = await sales.priced()
    const sent = await sales.paper(seller, 'send', await sales.makeProposal(seller, opportunity.id), SENT)
    const made = await sales.makeAgreement(
      seller,
      (await sales.paper(seller, 'accept', sent, { answeredOn: TODAY })).id,
    )
    await sales.agreementVerb(seller, 'submit', made)
    await sales.stage(seller, 'lose', opportunity, { reason: 'PRICE' })
    const { serviceAgreement } = await seller.get<{ serviceAgreement: Answer }>(
      'query($id: ID!) { serviceAgreement(id: $id) { status } }',
      { id: made.id },
    )
    expect(serviceAgreement).toEqual({ status: 'WITHDRAWN' })
    const { signings } = await story
      .as('CS_MANAGER')
      .get<{ signings: { totalCount: number } }>(
        '{ signings(first: 1, filter: { awaitsMe: true, kind: [SERVICE_AGREEMENT] }) { totalCount } }',
      )
    expect(signings.totalCount).toBe(0)
  })
})
