/** Two archives of one person, each with a live alert of silence and a grading that is due: what of it goes on, and what comes back. */
import { DEFAULT_SILENCE_POLICY, localDate } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Payload } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { asSystem } from '../../database/as-system.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { sayDue } from '../../grading/cycles/grading-due.service.ts'
import { Payment } from '../../money/payments/payment.entity.ts'
import { raiseAlerts } from '../../silence/raise-alerts.service.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const DAY = 86_400_000
const uuid = (globalId: string) => fromGlobalId('Client', globalId)!
const inside = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(database.app, story.orgId, work)

/** Paid every month and stopped half a year ago. */
const stopped = (client: string) =>
  inside((manager) =>
    manager.insert(
      Payment,
      Array.from({ length: 8 }, (_, nth) => ({
        orgId: story.orgId,
        id: newId(),
        number: `T-${client}-${nth}`,
        clientId: uuid(client),
        amountMinor: 20_000,
        creditMinor: 0,
        receivedOn: new Date(Date.now() - (180 + 30 * nth) * DAY).toISOString().slice(0, 10),
        method: 'BANK_TRANSFER' as const,
        payer: null,
        reference: null,
        note: null,
        recordedById: story.as('FINANCE').staffId,
        recordedAt: new Date(),
        reversedAt: null,
        reversalReason: null,
      })),
    ),
  )
const looked = (...clients: string[]) =>
  inside((manager) =>
    asSystem(manager, { orgId: story.orgId, now: new Date(), requestId: 'silence-test' }, (tx) => {
      const timeZone = 'Asia/Shanghai'
      const around = { orgId: story.orgId, timeZone, today: localDate(new Date(), timeZone) }
      const found = { policy: DEFAULT_SILENCE_POLICY, parameters: null, modelId: null }
      return raiseAlerts(tx, around, found, clients.map(uuid))
    }),
  )
const due = (client: string) =>
  inside((manager) =>
    sayDue(manager, {
      orgId: story.orgId,
      cause: 'LARGE_PAYMENT',
      clientId: uuid(client),
      recordId: newId(),
      at: new Date(),
    }),
  )
interface Seen {
  readonly alerts: number
  readonly due: number
  readonly told: number
}
const seen = async (client: string): Promise<Seen> => {
  const {
    silenceAlerts,
    gradingDue,
    client: archive,
  } = await story.as('CR_SUPERVISOR').get<{
    silenceAlerts: { totalCount: number }
    gradingDue: { totalCount: number }
    client: { timeline: { edges: { node: { silenceAlert: object | null } }[] } }
  }>(
    `query($id: ID!) {
       silenceAlerts(first: 9, filter: { client: $id, status: [OPEN] }) { totalCount }
       gradingDue(first: 9, filter: { client: $id }) { totalCount }
       client(id: $id) { timeline(first: 9, filter: { kind: [SILENT] }) { edges { node { silenceAlert { id basis } } } } } }`,
    { id: client },
  )
  const told = archive.timeline.edges.filter(({ node }) => node.silenceAlert !== null).length
  return { alerts: silenceAlerts.totalCount, due: gradingDue.totalCount, told }
}

it('both alerts go on with the survivor, none is raised beside them, and each comes back with its own', async () => {
  const survivor = story.ids.client
  const other = await addClient(database, story, 'HOUSEHOLD', { name: '登记了两次' })
  for (const client of [survivor, other]) {
    await stopped(client)
    await due(client)
  }
  expect(await looked(survivor, other)).toHaveLength(2)
  const { clientMergePreview: preview } = await story
    .as('CR_SPECIALIST')
    .get<{ clientMergePreview: { fingerprint: string; obstacles: object[] } }>(
      'query($survivor: ID!, $merged: ID!) { clientMergePreview(survivor: $survivor, merged: $merged) { fingerprint obstacles { message } } }',
      { survivor, merged: other },
    )
  expect(preview.obstacles).toEqual([])
  const proposed = await story.as('CR_SPECIALIST').does<Payload & { version: number }>(
    'proposeClientMerge',
    {
      survivorId: survivor,
      mergedId: other,
      fingerprint: preview.fingerprint,
      taken: [],
      reason: '同一户登记了两次',
    },
    'id version status',
  )
  const step = async (verb: string, merge: Payload & { version: number }, more: object = {}) =>
    story
      .as(verb === 'reverse' ? 'CR_SUPERVISOR' : 'CS_MANAGER')
      .does<Payload & { version: number }>(
        `${verb}ClientMerge`,
        { clientMergeId: merge.id, expectedVersion: merge.version, ...more },
        'id version status',
      )
  const merged = await step('approve', proposed)
  expect(merged).toMatchObject({ status: 'MERGED' })
  expect(await seen(survivor)).toEqual({ alerts: 2, due: 2, told: 2 })
  expect(await looked(survivor, other)).toEqual([])
  const back = await step('approve', await step('reverse', merged, { reason: '是父子二人' }))
  expect(back).toMatchObject({ status: 'REVERSED' })
  expect(await seen(survivor)).toEqual({ alerts: 1, due: 1, told: 1 })
  expect(await seen(other)).toEqual({ alerts: 1, due: 1, told: 1 })
})
