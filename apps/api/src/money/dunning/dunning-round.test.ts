/** In the morning who collects is told what is due: each step of a charge once, nothing that is held, and nobody who does not collect it. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { withTenant } from '../../database/with-tenant.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const inTables = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T> =>
  withTenant(database.app, story.orgId, (db) => db.query<T>(sql, [...parameters]))
const ago = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)
const owe = (dueDaysAgo: number) =>
  story.as('FINANCE').does<Payload>('registerReceivable', {
    clientId: story.ids.client,
    unitId: story.ids.unit,
    kind: 'MANAGEMENT_FEE',
    amountMinor: 300,
    dueOn: ago(dueDaysAgo),
  })
/** The next morning. */
const morning = async () => {
  await inTables(
    `insert into dunning_due (org_id, id, due_at) values ($1, $1, now() - interval '1 minute')
     on conflict (org_id, id) do update set due_at = excluded.due_at`,
    [story.orgId],
  )
  await worker.sweep()
}
const told = async (person: Person): Promise<readonly string[]> => {
  const { notices } = await person.get<{ notices: { edges: { node: { kind: string; titleEn: string } }[] } }>(
    '{ notices(first: 20) { edges { node { kind titleEn } } } }',
  )
  return notices.edges.flatMap(({ node }) => (node.kind === 'DUNNING_DUE' ? [node.titleEn] : []))
}

it('goes to who answers for the client, once for each step, and not while it is held', async () => {
  const manager = story.as('KEY_ACCOUNT_MANAGER')
  await inTables('update client set key_account_manager_id = $1', [manager.staffId])
  await owe(5)
  await owe(20)
  await owe(1)
  const held = await owe(40)
  await story.as('FINANCE').does('holdDunning', { receivableId: held.id, reason: '约定分期' })
  await morning()
  await morning()
  expect(await told(manager)).toEqual([expect.stringContaining('2')])
  expect(await told(story.as('FINANCE'))).toEqual([])

  // Lifted, it is due like any other.
  const [hold] = await inTables<{ id: string }[]>('select id from dunning_hold')
  await inTables('update dunning_hold set lifted_at = now(), lifted_by_id = held_by_id where id = $1', [
    hold!.id,
  ])
  await morning()
  expect(await told(manager)).toHaveLength(2)

  // Whoever is named for them does not collect: whose site it is, told of what becomes due from now on.
  await inTables('update client set key_account_manager_id = $1', [story.as('TECHNICIAN').staffId])
  await owe(70)
  await morning()
  expect(await told(manager)).toHaveLength(2)
  expect(await told(story.as('SITE_MANAGER'))).toEqual([expect.stringContaining('1')])
})
