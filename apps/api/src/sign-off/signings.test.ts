/** Signing in rounds: who may sign what is asked, over which content, for whom; through GraphQL, and against raw SQL as the application's role. */
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { Staff } from '../organization/organization.entity.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
beforeEach(async () => {
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const FIELDS = 'id version number status'
const LARGE = [
  { kind: 'COMPENSATION_MONEY', description: '一次性补偿', amountMinor: 12_000_00, recommended: true },
]
const TWO = [
  { kind: 'REPAIR', description: '重做防水', amountMinor: 20_000_00, recommended: true },
  { kind: 'APOLOGY', description: '登门致歉', amountMinor: 0, recommended: false },
]

const take = (who: Person, mutation: string, on: Payload, input: object = {}): Promise<Payload> =>
  who.does(mutation, { complaintId: on.id, expectedVersion: on.version, ...input }, FIELDS)

const proposed = async (options: object = LARGE, by = story.as('CR_SUPERVISOR')): Promise<Payload> =>
  take(by, 'proposeComplaint', await caseIn(story, 'INVESTIGATING'), { options })

interface SigningView {
  readonly state: string
  readonly contentHash: string
  readonly steps: readonly {
    readonly part: number
    readonly meaning: string
    readonly state: string
    readonly signedBy: string | null
    readonly couldSign: readonly string[]
    readonly dueAt: string | null
  }[]
}
interface SignOffView {
  readonly meaning: string
  readonly contentHash: string
  readonly role: string
  readonly onBehalfOf: { readonly name: string } | null
}

const signed = async ({ id }: Payload) => {
  const { complaint } = await story.as('CS_MANAGER').get<{
    complaint: { signings: SigningView[]; signOffs: SignOffView[] }
  }>(
    `query($id: ID!) { complaint(id: $id) {
       signings { state contentHash steps { part meaning state signedBy couldSign dueAt } }
       signOffs { meaning contentHash role onBehalfOf { name } } } }`,
    { id },
  )
  return complaint
}
const stepsOf = async (on: Payload) =>
  (await signed(on)).signings[0]!.steps.map(({ part, meaning, state }) => `${part} ${meaning} ${state}`)

describe('a proposal above the policy’s amount', () => {
  it('is approved only after somebody else has reviewed it, and all sign the same content', async () => {
    const pending = await proposed()
    expect(await stepsOf(pending)).toEqual(['0 PREPARED SIGNED', '1 REVIEWED OPEN', '1 APPROVED WAITING'])
    expect(await take(story.as('CS_DIRECTOR'), 'approveComplaint', pending)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: 'This option must be reviewed first.',
    })
    const reviewed = await take(story.as('QUALITY'), 'reviewComplaint', pending, {
      agrees: true,
      comment: '有依据',
    })
    expect(reviewed.status).toBe('PROPOSED')
    const approved = await take(story.as('CS_DIRECTOR'), 'approveComplaint', reviewed)
    expect(approved.status).toBe('APPROVED')

    const { signings, signOffs } = await signed(approved)
    const ofRound = signOffs.filter(({ meaning }) => ['PREPARED', 'REVIEWED', 'APPROVED'].includes(meaning))
    expect(ofRound.map(({ meaning }) => meaning)).toEqual(['APPROVED', 'REVIEWED', 'PREPARED'])
    expect(new Set(ofRound.map(({ contentHash }) => contentHash))).toEqual(
      new Set([signings[0]!.contentHash]),
    )
    expect(signings[0]).toMatchObject({ state: 'COMPLETED' })
    expect(signings[0]!.steps.map(({ signedBy }) => signedBy)).toEqual([
      'CR_SUPERVISOR',
      'QUALITY',
      'CS_DIRECTOR',
    ])
  })

  it('goes back whole from a reviewer who does not agree, with a reason', async () => {
    const pending = await proposed()
    expect(await take(story.as('QUALITY'), 'reviewComplaint', pending, { agrees: false })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'comment' }],
    })
    const back = await take(story.as('QUALITY'), 'reviewComplaint', pending, {
      agrees: false,
      comment: '金额过高',
    })
    expect(back.status).toBe('INVESTIGATING')
    expect(await stepsOf(back)).toEqual(['0 PREPARED SIGNED', '1 REVIEWED REJECTED', '1 APPROVED DROPPED'])
    expect((await signed(back)).signings[0]!.state).toBe('REJECTED')
  })

  it('is not reviewed and approved by one person, nor by who prepared it', async () => {
    const both = await story.colleague(['CS_DIRECTOR', 'QUALITY', 'CR_SUPERVISOR'])
    const pending = await proposed()
    const reviewed = await take(both, 'reviewComplaint', pending, { agrees: true })
    expect(await take(both, 'approveComplaint', reviewed)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const own = await proposed(LARGE, both)
    expect(await take(both, 'reviewComplaint', own, { agrees: true })).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  it('is not approved through a second account of who prepared or reviewed it', async () => {
    const second = await story.colleague(['CS_DIRECTOR', 'QUALITY'])
    const personId = await withTenant(database.app, story.orgId, async (manager) => {
      const preparer = await manager.findOneByOrFail(Staff, {
        orgId: story.orgId,
        id: story.as('CR_SUPERVISOR').staffId,
      })
      await manager.update(Staff, { orgId: story.orgId, id: second.staffId }, { personId: preparer.personId })
      return preparer.personId
    })
    expect(personId).toMatch(/-/)
    const pending = await proposed()
    for (const [mutation, input] of [
      ['reviewComplaint', { agrees: true }],
      ['rejectComplaint', { reason: '不同意' }],
    ] as const)
      expect(await take(second, mutation, pending, input)).toMatchObject({
        code: 'NOT_ELIGIBLE',
        message: expect.stringContaining('different persons'),
      })
  })

  it('is not approved once what was prepared has changed', async () => {
    const pending = await proposed()
    const ruled = await take(story.as('GM_OFFICE'), 'ruleResponsibilityOfComplaint', pending, {
      responsibleDepartmentId: story.ids.departments.site,
      faultShare: 10,
      comment: '主要责任在楼上业主',
    })
    expect(ruled.status).toBe('PROPOSED')
    expect(await take(story.as('QUALITY'), 'reviewComplaint', ruled, { agrees: true })).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining('changed since it was prepared'),
    })
    const back = await take(story.as('CS_MANAGER'), 'rejectComplaint', ruled, { reason: '按裁定重拟' })
    expect(back.status).toBe('INVESTIGATING')
  })

  it('brings the next option to be signed when the client refuses the first', async () => {
    const pending = await proposed(TWO)
    const reviewed = await take(story.as('QUALITY'), 'reviewComplaint', pending, { agrees: true })
    const approved = await take(story.as('CS_DIRECTOR'), 'approveComplaint', reviewed)
    const offered = await take(story.as('CR_SPECIALIST'), 'offerComplaint', approved)
    const next = await take(story.as('CR_SPECIALIST'), 'refuseOptionOfComplaint', offered, {
      reason: '要当面道歉',
    })
    expect(await stepsOf(next)).toEqual([
      '0 PREPARED SIGNED',
      '1 REVIEWED SIGNED',
      '1 APPROVED SIGNED',
      '2 APPROVED OPEN',
    ])
    // Whoever approved the first may decide on the second; who prepared both may not.
    const again = await take(story.as('CS_DIRECTOR'), 'approveComplaint', next)
    expect(again.status).toBe('APPROVED')
  })

  it('is approved exactly once by many at the same time', async () => {
    const pending = await proposed([{ ...LARGE[0], amountMinor: 100_00 }])
    const able = await Promise.all(Array.from({ length: 12 }, () => story.colleague(['CS_MANAGER'])))
    const answers = await Promise.all(able.map((who) => take(who, 'approveComplaint', pending)))
    expect(answers.filter(({ status }) => status === 'APPROVED')).toHaveLength(1)
    expect((await signed(pending)).signOffs.filter(({ meaning }) => meaning === 'APPROVED')).toHaveLength(1)
  })
})

describe('what waits for a signature', () => {
  const inbox = async (who: Person): Promise<(string | undefined)[]> => {
    const { signings } = await who.get<{
      signings: { edges: { node: { complaint: { number: string } | null } }[] }
    }>('{ signings(first: 50, filter: { awaitsMe: true }) { edges { node { complaint { number } } } } }')
    return signings.edges.map(({ node }) => node.complaint?.number)
  }

  it('stands in the list of those who can give it, with its time, and with nobody else', async () => {
    const pending = await proposed()
    const listed = async () =>
      Promise.all(
        (['CR_SUPERVISOR', 'QUALITY', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'] as const).map(
          async (role) => ((await inbox(story.as(role))).includes(String(pending.number)) ? role : null),
        ),
      )
    expect(await listed()).toEqual([null, 'QUALITY', 'CS_MANAGER', 'CS_DIRECTOR', null])
    const reviewed = await take(story.as('CS_DIRECTOR'), 'reviewComplaint', pending, { agrees: true })
    // Above the manager's limit, and reviewed by the director.
    expect(await listed()).toEqual([null, null, null, null, 'GENERAL_MANAGER'])
    const [open] = (await signed(reviewed)).signings[0]!.steps.filter(({ state }) => state === 'OPEN')
    expect(open!.couldSign).toEqual(['GENERAL_MANAGER'])
    expect(Date.parse(open!.dueAt!)).toBeGreaterThan(Date.now())
  })

  it('says that nobody can give it, and passes by nobody', async () => {
    const onlyOne = await story.colleague(['CR_SUPERVISOR', 'GENERAL_MANAGER'])
    const pending = await proposed([{ ...LARGE[0], amountMinor: 60_000_00 }], onlyOne)
    const reviewed = await take(story.as('QUALITY'), 'reviewComplaint', pending, { agrees: true })
    await story
      .as('ADMIN')
      .does('disableStaff', { staffId: story.ids.staff.GENERAL_MANAGER, expectedVersion: 1 }, 'id')
    const [open] = (await signed(reviewed)).signings[0]!.steps.filter(({ state }) => state === 'OPEN')
    expect(open).toMatchObject({ meaning: 'APPROVED', couldSign: [] })
    expect(await take(onlyOne, 'approveComplaint', reviewed)).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })
})

describe('a delegation', () => {
  const delegated = async (from: Person, to: Person, more: object = {}) => {
    const now = Date.now()
    const answer = await from.does(
      'giveDelegation',
      {
        receiverId: `stf_${to.staffId.replaceAll('-', '')}`,
        kinds: ['COMPLAINT_PROPOSAL'],
        from: new Date(now - 60_000).toISOString(),
        until: new Date(now + 3 * 86_400_000).toISOString(),
        reason: '出差三天',
        ...more,
      },
      'id version',
    )
    return answer
  }
  const SMALL = [{ ...LARGE[0], amountMinor: 3_000_00 }]

  it('lets somebody without the right sign, once it is named, and shows for whom', async () => {
    const secretary = story.as('GM_OFFICE')
    const pending = await proposed(SMALL)
    const refused = await secretary.run(
      'mutation($input: ApproveComplaintInput!) { approveComplaint(input: $input) { __typename } }',
      { input: { complaintId: pending.id, expectedVersion: pending.version } },
      { 'idempotency-key': '11111111-1111-4111-8111-111111111111' },
    )
    expect(refused.errors[0]!.extensions.code).toBe('FORBIDDEN')
    const { id: delegationId } = await delegated(story.as('CS_MANAGER'), secretary)
    expect(await take(secretary, 'approveComplaint', pending)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const approved = await take(secretary, 'approveComplaint', pending, { delegationId })
    expect(approved.status).toBe('APPROVED')
    const [first] = (await signed(approved)).signOffs
    expect(first).toMatchObject({
      meaning: 'APPROVED',
      role: 'CS_MANAGER',
      onBehalfOf: { name: 'CS_MANAGER' },
    })
  })

  it('keeps what was signed by it, page by page, the newest first', async () => {
    const secretary = story.as('GM_OFFICE')
    const { id: delegationId } = await delegated(story.as('CS_MANAGER'), secretary)
    const numbers: string[] = []
    for (let at = 0; at < 3; at++) {
      const pending = await proposed(SMALL)
      await take(secretary, 'approveComplaint', pending, { delegationId })
      numbers.unshift(String(pending['number']))
    }
    const page = async (after: string | null) => {
      const { node } = await secretary.get<{
        node: {
          signOffs: {
            totalCount: number
            edges: { node: { signing: { complaint: { number: string } } } }[]
            pageInfo: { endCursor: string; hasNextPage: boolean }
          }
        }
      }>(
        `query($id: ID!, $after: String) { node(id: $id) { ... on Delegation { signOffs(first: 2, after: $after) {
           totalCount edges { node { signing { complaint { number } } } } pageInfo { endCursor hasNextPage } } } } }`,
        { id: delegationId, after },
      )
      return node.signOffs
    }
    const first = await page(null)
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([3, true])
    const second = await page(first.pageInfo.endCursor)
    expect(second.pageInfo.hasNextPage).toBe(false)
    const told = [...first.edges, ...second.edges].map(({ node }) => node.signing.complaint.number)
    expect(told).toEqual(numbers)
  })

  it('is told to whoever has it as a way to sign, beside their own right, for as long as it holds', async () => {
    const manager = story.as('CS_MANAGER')
    const secretary = story.as('GM_OFFICE')
    const director = story.as('CS_DIRECTOR')
    const pending = await proposed(SMALL)
    const ways = async (who: Person) => {
      const { complaint } = await who.get<{
        complaint: {
          signings: {
            awaits: { staffId: string }[]
            waysToSign: { delegationId: string | null; onBehalfOf: string | null }[]
          }[]
        }
      }>(
        'query($id: ID!) { complaint(id: $id) { signings { awaits { staffId } waysToSign { delegationId onBehalfOf until } } } }',
        { id: pending.id },
      )
      return complaint.signings[0]!
    }
    expect((await ways(secretary)).waysToSign).toEqual([])
    const toSecretary = await delegated(manager, secretary)
    const toDirector = await delegated(manager, director)
    await delegated(manager, story.as('CR_SUPERVISOR'))
    const named = { onBehalfOf: 'CS_MANAGER', until: expect.any(String) as string }
    expect((await ways(secretary)).waysToSign).toEqual([{ delegationId: toSecretary.id, ...named }])
    expect((await ways(director)).waysToSign).toEqual([
      { delegationId: null, onBehalfOf: null, until: null },
      { delegationId: toDirector.id, ...named },
    ])
    // Whoever prepared signs neither for themselves nor for anybody.
    expect((await ways(story.as('CR_SUPERVISOR'))).waysToSign).toEqual([])
    // It waits for those with a right of their own.
    const { awaits } = await ways(story.as('AUDITOR'))
    expect(awaits.map(({ staffId }) => staffId)).toContain(`stf_${manager.staffId.replaceAll('-', '')}`)
    expect(awaits.map(({ staffId }) => staffId)).not.toContain(`stf_${secretary.staffId.replaceAll('-', '')}`)
    await manager.does(
      'revokeDelegation',
      { delegationId: toSecretary.id, expectedVersion: toSecretary.version },
      'id',
    )
    expect((await ways(secretary)).waysToSign).toEqual([])
  })

  it('is no way around separated duties: neither for who prepared, nor for their delegate', async () => {
    const director = story.as('CS_DIRECTOR')
    const byManager = await proposed(SMALL, story.as('CS_MANAGER'))
    const fromPreparer = await delegated(story.as('CS_MANAGER'), director)
    // The director could approve by their own right, but not in the preparer's name.
    expect(
      await take(director, 'approveComplaint', byManager, { delegationId: fromPreparer.id }),
    ).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const toPreparer = await delegated(director, story.as('CS_MANAGER'))
    expect(
      await take(story.as('CS_MANAGER'), 'approveComplaint', byManager, { delegationId: toPreparer.id }),
    ).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect((await take(director, 'approveComplaint', byManager)).status).toBe('APPROVED')
  })

  it('reaches neither above its amount nor above the giver’s own limit, and not beyond its kinds', async () => {
    const secretary = story.as('GM_OFFICE')
    const pending = await proposed(SMALL)
    const manager = story.as('CS_MANAGER')
    const approve = async (more: object) => {
      const { id: delegationId } = await delegated(manager, secretary, more)
      return take(secretary, 'approveComplaint', pending, { delegationId })
    }
    expect(await approve({ mostMinor: 2_999_99 })).toMatchObject({ code: 'LIMIT_EXCEEDED' })
    expect(await approve({ kinds: ['REGULATION'] })).toMatchObject({
      message: 'This delegation does not cover such matters.',
    })
    const large = await proposed([{ ...LARGE[0], amountMinor: 9_000_00 }])
    const { id: delegationId } = await delegated(manager, secretary)
    expect(await take(secretary, 'approveComplaint', large, { delegationId })).toMatchObject({
      code: 'LIMIT_EXCEEDED',
    })
  })

  it('ends when it is revoked, with its time, and when its giver leaves; it is not passed on', async () => {
    const secretary = story.as('GM_OFFICE')
    const manager = story.as('CS_MANAGER')
    const pending = await proposed(SMALL)
    const later = new Date(Date.now() + 86_400_000)
    const tomorrow = await delegated(manager, secretary, { from: later.toISOString() })
    const given_ = await delegated(manager, secretary)
    expect(await take(secretary, 'approveComplaint', pending, { delegationId: tomorrow.id })).toMatchObject({
      message: 'This delegation has not begun.',
    })
    await manager.does('revokeDelegation', { delegationId: given_.id, expectedVersion: given_.version }, 'id')
    // Another one keeps the door open, so that the refusal is the delegation's own.
    const standing = await delegated(manager, secretary)
    expect(await take(secretary, 'approveComplaint', pending, { delegationId: given_.id })).toMatchObject({
      message: 'This delegation was revoked.',
    })
    const third = await story.colleague(['SITE_MANAGER', 'GM_OFFICE'])
    const passedOn = await delegated(secretary, third)
    const refused = await third.run(
      'mutation($input: ApproveComplaintInput!) { approveComplaint(input: $input) { __typename } }',
      { input: { complaintId: pending.id, expectedVersion: pending.version, delegationId: passedOn.id } },
      { 'idempotency-key': '22222222-2222-4222-8222-222222222222' },
    )
    expect(refused.errors[0]!.extensions.code).toBe('FORBIDDEN')
    expect(
      await take(secretary, 'approveComplaint', pending, { delegationId: passedOn.id }).catch(String),
    ).toContain('NOT_FOUND')
    await story
      .as('ADMIN')
      .does('disableStaff', { staffId: story.ids.staff.CS_MANAGER, expectedVersion: 1 }, 'id')
    expect(
      await take(secretary, 'approveComplaint', pending, { delegationId: standing.id }).catch(String),
    ).toContain('FORBIDDEN')
  })

  it.each([
    ['longer than thirty days', { until: new Date(Date.now() + 31 * 86_400_000).toISOString() }, 'until'],
    ['over already', { from: '2026-01-01T00:00:00Z', until: '2026-01-02T00:00:00Z' }, 'until'],
  ])('is refused: %s', async (_, more, path) => {
    expect(await delegated(story.as('CS_MANAGER'), story.as('GM_OFFICE'), more)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path }],
    })
  })

  it('is given to nobody by themselves', async () => {
    expect(await delegated(story.as('CS_MANAGER'), story.as('CS_MANAGER'))).toMatchObject({
      fields: [{ path: 'receiverId' }],
    })
  })
})

describe('who owes what', () => {
  interface Debt {
    readonly staffId: string
    readonly name: string
    readonly kinds: readonly { readonly kind: string; readonly open: number; readonly overdue: number }[]
  }
  const debts = async (who: Person): Promise<readonly Debt[]> =>
    (await who.get<{ signingDebts: Debt[] }>('{ signingDebts { staffId name kinds { kind open overdue } } }'))
      .signingDebts
  const listed = async (filter: object, first = 1): Promise<{ count: number; numbers: string[] }> => {
    const { signings } = await story.as('CS_DIRECTOR').get<{
      signings: { totalCount: number; edges: { node: { complaint: { number: string } } }[] }
    }>(
      `query($filter: SigningFilter, $first: Int!) { signings(first: $first, filter: $filter) {
         totalCount edges { node { complaint { number } } } } }`,
      { filter, first },
    )
    return { count: signings.totalCount, numbers: signings.edges.map(({ node }) => node.complaint.number) }
  }

  it('is counted over all that is open, with each who can sign it; a page of it is only a page', async () => {
    const small = [{ ...LARGE[0], amountMinor: 3_000_00 }]
    const three = [await proposed(small), await proposed(small), await proposed(small)]
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(`update signing set due_at = now() - interval '1 hour' where subject_id = $1`, [
        fromGlobalId('Complaint', three[0]!.id),
      ]),
    )
    const told = await debts(story.as('AUDITOR'))
    const of = (name: string) => told.find((it) => it.name === name)
    for (const name of ['CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'])
      expect(of(name)?.kinds, name).toEqual([{ kind: 'COMPLAINT_PROPOSAL', open: 3, overdue: 1 }])
    // Whoever prepared owes nothing, nor does whose limit is smaller.
    expect(told.map(({ name }) => name)).not.toContain('CR_SUPERVISOR')
    const owedBy = of('CS_MANAGER')!.staffId
    expect(await listed({ owedBy, state: ['OPEN'] })).toMatchObject({
      count: 3,
      numbers: [expect.any(String)],
    })
    expect(await listed({ owedBy, state: ['OPEN'], overdue: true })).toEqual({
      count: 1,
      numbers: [three[0]!['number']],
    })
    await take(story.as('CS_MANAGER'), 'approveComplaint', three[0]!)
    expect((await debts(story.as('AUDITOR'))).find(({ name }) => name === 'CS_DIRECTOR')?.kinds).toEqual([
      { kind: 'COMPLAINT_PROPOSAL', open: 2, overdue: 0 },
    ])
    expect((await listed({ owedBy, state: ['OPEN'] })).count).toBe(2)
  })

  it('names what nobody can sign, which no person owes', async () => {
    const onlyOne = await story.colleague(['CR_SUPERVISOR', 'GENERAL_MANAGER'])
    const pending = await proposed([{ ...LARGE[0], amountMinor: 60_000_00 }], onlyOne)
    await take(story.as('QUALITY'), 'reviewComplaint', pending, { agrees: true })
    expect((await listed({ awaitsNobody: true })).count).toBe(0)
    const owing = (await debts(story.as('AUDITOR'))).map(({ name }) => name)
    expect(owing).toEqual(['GENERAL_MANAGER'])
    await story
      .as('ADMIN')
      .does('disableStaff', { staffId: story.ids.staff.GENERAL_MANAGER, expectedVersion: 1 }, 'id')
    expect(await listed({ awaitsNobody: true })).toEqual({ count: 1, numbers: [pending['number']] })
    expect(await debts(story.as('AUDITOR'))).toEqual([])
  })

  it('is for those who oversee', async () => {
    for (const role of ['CR_SPECIALIST', 'QUALITY'] as const) {
      const { errors } = await story.as(role).run('{ signingDebts { name } }')
      expect(errors[0]!.extensions.code).toBe('FORBIDDEN')
    }
  })
})

describe('an approval by word', () => {
  const SMALL = [{ ...LARGE[0], amountMinor: 3_000_00 }]
  const orally = (on: Payload, more: object = {}, by: Person = story.as('CR_SPECIALIST')) =>
    take(by, 'recordOralApprovalOfComplaint', on, {
      approverId: story.ids.staff.CS_MANAGER,
      givenAt: new Date(Date.now() - 600_000).toISOString(),
      words: '电话请示张经理，同意先赔付。',
      ...more,
    })

  it('lets the case go on at once; the signature is owed by that person alone, and closes nothing before', async () => {
    const approved = await orally(await proposed(SMALL))
    expect(approved.status).toBe('APPROVED')
    expect(await stepsOf(approved)).toEqual(['0 PREPARED SIGNED', '1 APPROVED OPEN'])
    const [open] = (await signed(approved)).signings[0]!.steps.filter(({ state }) => state === 'OPEN')
    expect(open!.couldSign).toEqual(['CS_MANAGER'])
    const offered = await take(story.as('CR_SPECIALIST'), 'offerComplaint', approved)
    const confirmed = await take(story.as('CR_SPECIALIST'), 'confirmComplaint', offered, {
      mode: 'CLIENT',
      note: '同意',
    })
    const { complaint } = await story
      .as('CS_MANAGER')
      .get<{ complaint: { closingGaps: string[] } }>(
        'query($id: ID!) { complaint(id: $id) { closingGaps } }',
        { id: approved.id },
      )
    expect(complaint.closingGaps).toContain('APPROVAL_SIGNATURE')
    expect(await take(story.as('CS_DIRECTOR'), 'signOralApprovalOfComplaint', confirmed)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: 'An oral approval is signed by who gave it.',
    })
    await take(story.as('CS_MANAGER'), 'signOralApprovalOfComplaint', confirmed, { comment: '属实' })
    expect((await signed(confirmed)).signings[0]).toMatchObject({ state: 'COMPLETED' })
    expect((await signed(confirmed)).signOffs[0]).toMatchObject({ meaning: 'APPROVED', role: 'CS_MANAGER' })
  })

  it('is denied by whoever did not give it, and the proposal goes back', async () => {
    const approved = await orally(await proposed(SMALL))
    const back = await take(story.as('CS_MANAGER'), 'denyOralApprovalOfComplaint', approved, {
      reason: '没有人请示过我',
    })
    expect(back.status).toBe('INVESTIGATING')
    expect((await signed(back)).signings[0]).toMatchObject({ state: 'REJECTED' })
  })

  it.each([
    [
      'of somebody without the authority',
      () => ({ approverId: story.ids.staff.CR_SUPERVISOR }),
      'approverId',
    ],
    ['of who prepared it', () => ({ approverId: story.ids.staff.CR_SUPERVISOR }), 'approverId'],
    ['of somebody who approves nothing', () => ({ approverId: story.ids.staff.QUALITY }), 'approverId'],
    ['in the future', () => ({ givenAt: new Date(Date.now() + 3_600_000).toISOString() }), 'givenAt'],
    ['of last week', () => ({ givenAt: new Date(Date.now() - 7 * 86_400_000).toISOString() }), 'givenAt'],
    ['without a word', () => ({ words: ' ' }), 'words'],
  ])('is not taken %s', async (_, more, path) => {
    expect(await orally(await proposed(SMALL), more())).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path }],
    })
  })

  it('is not what somebody says of themselves, and does not pass by the review', async () => {
    expect(await orally(await proposed(SMALL), {}, story.as('CS_MANAGER'))).toMatchObject({
      fields: [{ path: 'approverId' }],
    })
    expect(await orally(await proposed(), { approverId: story.ids.staff.CS_DIRECTOR })).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: 'This option must be reviewed first.',
    })
  })
})

describe('the database, against raw SQL of the application’s role', () => {
  const raw = (sql: string, parameters: unknown[] = []): Promise<unknown> =>
    withTenant(database.app, story.orgId, (manager) => manager.query(sql, parameters))
  const personOf = async (who: Person): Promise<string> => {
    const rows = (await raw('select person_id from staff where id = $1', [who.staffId])) as {
      person_id: string
    }[]
    return rows[0]!.person_id
  }
  /** A signature as an attacker would write it, with the hand that the keys ask for. */
  const forged = async (
    signingId: string,
    who: Person,
    {
      step,
      follows,
      part,
      meaning = 'APPROVED',
      hand = true,
    }: { step: number; follows: number; part: number; meaning?: string; hand?: boolean },
  ) => {
    const personId = await personOf(who)
    if (hand)
      await raw(
        'insert into sign_off_person (org_id, id, signing_id, part, person_id, step) values ($1, $2, $3, $4, $5, $6)',
        [story.orgId, newId(), signingId, part, personId, step],
      )
    return raw(
      `insert into sign_off (org_id, id, subject_type, subject_id, revision, meaning, signer_id, person_id, role, content, content_hash, at,
         signing_id, step, follows, part, gives)
       select $1, $2, subject_type, subject_id, revision, $3, $4, $5, 'GENERAL_MANAGER', content, content_hash, now(), id, $6, $7, $8, $9
         from signing where id = $10`,
      [
        story.orgId,
        newId(),
        meaning,
        who.staffId,
        personId,
        step,
        follows,
        part,
        meaning !== 'REJECTED',
        signingId,
      ],
    )
  }
  const signingOf = async ({ id }: Payload): Promise<string> => {
    const rows = (await raw('select id from signing where subject_id = $1', [
      fromGlobalId('Complaint', String(id)),
    ])) as { id: string }[]
    return rows[0]!.id
  }

  it('lets nobody change or remove a signature, a hand, or what was asked', async () => {
    await proposed()
    for (const sql of [
      `update sign_off set meaning = 'APPROVED'`,
      'delete from sign_off',
      'truncate sign_off',
      'update sign_off_person set person_id = gen_random_uuid()',
      'delete from sign_off_person',
      `update signing_step set roles = '{ADMIN}'`,
      'update signing_step set follows = 0',
      'update signing_step set part = 2',
      'delete from signing_step',
      `update signing set content = '{}'`,
      `update signing set content_hash = ''`,
      `update delegation set ends_at = now() + interval '1 year'`,
    ])
      await expect(raw(sql), sql).rejects.toThrow(/permission denied/)
  })

  it('refuses an approval by who prepared, also without a hand of their own', async () => {
    const id = await signingOf(await proposed([{ ...LARGE[0], amountMinor: 100_00 }]))
    const preparer = story.as('CR_SUPERVISOR')
    const step = { step: 1, follows: 0, part: 1 }
    await expect(forged(id, preparer, step)).rejects.toThrow(/sign_off_person_key/)
    await expect(forged(id, preparer, { ...step, hand: false })).rejects.toThrow(/foreign key/)
    await expect(forged(id, story.as('CS_MANAGER'), step)).resolves.toBeDefined()
  })

  it('refuses an approval before the review, after a rejection, twice, under another step’s name, and outside a signing', async () => {
    const pending = await proposed()
    const id = await signingOf(pending)
    const director = story.as('CS_DIRECTOR')
    await expect(forged(id, director, { step: 2, follows: 1, part: 1 })).rejects.toThrow(/foreign key/)
    await expect(forged(id, director, { step: 2, follows: 0, part: 1, hand: false })).rejects.toThrow(
      /foreign key/,
    )
    await expect(
      forged(id, story.as('QUALITY'), { step: 1, follows: 0, part: 1, meaning: 'REJECTED' }),
    ).resolves.toBeDefined()
    await expect(forged(id, director, { step: 2, follows: 1, part: 1, hand: false })).rejects.toThrow(
      /foreign key/,
    )
    await expect(forged(id, story.as('CS_MANAGER'), { step: 1, follows: 0, part: 1 })).rejects.toThrow(
      /sign_off_step_key/,
    )
    await expect(
      raw(
        `insert into sign_off (org_id, id, subject_type, subject_id, revision, meaning, signer_id, person_id, role, content, content_hash, at)
         select org_id, $1, subject_type, subject_id, revision, 'APPROVED', $2, $3, 'CS_DIRECTOR', content, content_hash, now() from signing where id = $4`,
        [newId(), director.staffId, await personOf(director), id],
      ),
    ).rejects.toThrow(/sign_off_duty_in_signing/)
  })

  it('refuses a signature under a person whom the account does not belong to', async () => {
    const id = await signingOf(await proposed([{ ...LARGE[0], amountMinor: 100_00 }]))
    const stranger = newId()
    await raw(
      'insert into sign_off_person (org_id, id, signing_id, part, person_id, step) values ($1, $2, $3, 1, $4, 1)',
      [story.orgId, newId(), id, stranger],
    )
    await expect(
      raw(
        `insert into sign_off (org_id, id, subject_type, subject_id, revision, meaning, signer_id, person_id, role, content, content_hash, at, signing_id, step, follows, part)
         select org_id, $1, subject_type, subject_id, revision, 'APPROVED', $2, $3, 'CS_MANAGER', content, content_hash, now(), id, 1, 0, 1 from signing where id = $4`,
        [newId(), story.as('CR_SUPERVISOR').staffId, stranger, id],
      ),
    ).rejects.toThrow(/foreign key/)
  })
})
