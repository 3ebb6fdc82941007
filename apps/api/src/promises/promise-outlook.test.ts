/** What an agent can tell a client while the case is still being registered. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { v7 as newId } from 'uuid'
import type { Person, Reply } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { GradingCycleEntity } from '../grading/cycles/grading-cycle.entity.ts'
import { EvaluationEntity } from '../grading/evaluations/evaluation.entity.ts'
import { fromGlobalId } from '../graphql/global-id.ts'

const OUTLOOK = `query($severity: Int!, $purpose: ComplaintPurpose, $categoryId: ID, $clientId: ID) {
  promiseOutlook(severity: $severity, purpose: $purpose, categoryId: $categoryId, clientId: $clientId) {
    kind dueAt explainDueTime { policyRevision ruleSeverity calendarRevision lines { kind minutes total } } } }`
interface Outlook {
  readonly promiseOutlook: readonly {
    readonly kind: string
    readonly dueAt: string
    readonly explainDueTime: {
      readonly policyRevision: number
      readonly ruleSeverity: number | null
      readonly lines: readonly { kind: string; minutes: number; total: number }[]
    }
  }[]
}
const REGISTER = `mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) { __typename
  ... on Complaint { promises { kind dueAt explainDueTime { lines { kind minutes total } } } } ... on UserError { code message } } }`
const SET_POLICY = `mutation($input: SetPromisePolicyInput!) { setPromisePolicy(input: $input) { __typename ... on UserError { code message } } }`
const told = {
  kind: 'COMPLAINT',
  channel: 'PHONE',
  contactName: '陈女士',
  summary: '水管漏水',
  facts: '厨房水管漏水',
}
const rule = { warnBeforeMinutes: 0, escalateAfterMinutes: [], pauseCapMinutes: 0 }

let database: TestDatabase
let server: FastifyInstance
let story: Story
/** A Monday morning at the place: the hour at which the test runs must not matter. */
let now = new Date('2026-11-30T02:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database, { clock: () => now })
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
})

const codeOf = async (reply: Promise<Reply>) => (await reply).errors[0]?.extensions.code

describe('the outlook', () => {
  it.each([1, 2, 3, 4])(
    'for severity %i is what is promised when the case is registered',
    async (severity) => {
      const agent = story.as('SERVICE_AGENT')
      const { promiseOutlook } = await agent.get<Outlook>(OUTLOOK, { severity })
      const { registerComplaint: registered } = await agent.get<{
        registerComplaint: { promises: Outlook['promiseOutlook'] }
      }>(REGISTER, { input: { ...told, severity } })
      expect(promiseOutlook.map(({ kind, dueAt }) => ({ kind, dueAt }))).toEqual(
        registered.promises.map(({ kind, dueAt }) => ({ kind, dueAt })),
      )
      expect(promiseOutlook[0]!.explainDueTime.lines).toEqual(registered.promises[0]!.explainDueTime.lines)
    },
  )

  it('follows the policy of the organization: its purpose, its category and what lies below it', async () => {
    const rules = [
      { ...rule, kind: 'ANSWER' },
      { ...rule, kind: 'ANSWER', budgetMinutes: 30, purpose: 'ACCUSATION' },
      { ...rule, kind: 'ARRIVAL', budgetMinutes: 45, categoryId: story.ids.category },
    ]
    await story.as('CS_MANAGER').get(SET_POLICY, { input: { rules, expectedRevision: 0 } })
    const agent = story.as('SERVICE_AGENT')
    const ask = async (more: object) =>
      (await agent.get<Outlook>(OUTLOOK, { severity: 3, ...more })).promiseOutlook.map(
        ({ kind, dueAt, explainDueTime: { policyRevision } }) => [kind, dueAt, policyRevision],
      )
    expect(await ask({ purpose: 'ACCUSATION' })).toEqual([['ANSWER', '2026-11-30T02:30:00.000Z', 1]])
    expect(await ask({ categoryId: story.ids.category })).toEqual([
      ['ANSWER', '2026-11-30T10:00:00.000Z', 1],
      ['ARRIVAL', '2026-11-30T02:45:00.000Z', 1],
    ])
    // Another organization's category says nothing here, and tells nothing about itself.
    const peer = await given(database, server)
    expect(await ask({ categoryId: peer.ids.category })).toEqual([['ANSWER', '2026-11-30T10:00:00.000Z', 1]])
  })

  it('is what the client is owed by their grade, as it will be promised, and says no word of the grade', async () => {
    const { orgId } = story
    const rules = [
      { ...rule, kind: 'ANSWER' },
      { ...rule, kind: 'ANSWER', budgetMinutes: 30, grade: 'A' },
    ]
    await story.as('CS_MANAGER').get(SET_POLICY, { input: { rules, expectedRevision: 0 } })
    const clientId = story.ids.client
    const cycleId = newId()
    await withTenant(database.app, orgId, async (manager) => {
      await manager.insert(GradingCycleEntity, {
        orgId,
        id: cycleId,
        number: 'G2611-001',
        name: '2026',
        status: 'PUBLISHED',
        asOfOn: '2026-11-01',
        projectIds: [],
        openedById: story.as('CR_SUPERVISOR').staffId,
        openedAt: now,
        publishedAt: now,
      })
      await manager.insert(EvaluationEntity, {
        orgId,
        id: newId(),
        cycleId,
        clientId: fromGlobalId('Client', clientId)!,
        snapshot: {},
        lines: [],
        finalGrade: 'A',
      })
    })
    const agent = story.as('SERVICE_AGENT')
    const asked = async (by: Person, more: object = {}) => by.run(OUTLOOK, { severity: 3, ...more })
    const due = (reply: Reply) => (reply.data as Outlook | null)?.promiseOutlook[0]?.dueAt
    const known = await asked(agent, { clientId })
    expect(due(known)).toBe('2026-11-30T02:30:00.000Z')
    expect(due(await asked(agent))).toBe('2026-11-30T10:00:00.000Z')
    expect(known.body).not.toMatch(/grade|"A"/i)
    const { registerComplaint: registered } = await agent.get<{
      registerComplaint: { promises: Outlook['promiseOutlook'] }
    }>(REGISTER, { input: { ...told, severity: 3, clientId } })
    expect(registered.promises[0]!.dueAt).toBe(due(known))
    // Whoever does not see the client learns nothing by asking for them; nor does another organization.
    const stranger = await story.colleague(['KEY_ACCOUNT_MANAGER'])
    expect(due(await asked(stranger, { clientId }))).not.toBe('2026-11-30T02:30:00.000Z')
  })

  it('is for those who may register, and for severities that there are', async () => {
    expect(await codeOf(story.as('FINANCE').run(OUTLOOK, { severity: 3 }))).toBe('FORBIDDEN')
    expect(await codeOf(story.stranger().run(OUTLOOK, { severity: 3 }))).toBe('UNAUTHENTICATED')
    expect(await codeOf(story.as('SERVICE_AGENT').run(OUTLOOK, { severity: 7 }))).toBe('BAD_REQUEST')
  })
})
