/** What grades bring against what they cost: added up by grade and opening year, for whoever reads both. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { gradingOf, withStandard } from '../../../test/grading-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { withTenant } from '../../database/with-tenant.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  await withStandard(database, story)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

interface Row {
  readonly grade: string | null
  readonly cohort: number
  readonly clients: number
  readonly toServeMinor: number
  readonly profitMinor: number
}
const ASKED =
  '{ valueByGrade { grade cohort clients atALoss revenueMinor toServeMinor profitMinor lifetimeMinor } }'
const read = async () => (await story.as('CS_MANAGER').get<{ valueByGrade: Row[] }>(ASKED)).valueByGrade
const spent = (clientId: string, materialMinor: number) =>
  story
    .as('FINANCE')
    .does(
      'recordCostEvent',
      { clientId, costClass: 'SERVICE', occurredOn: '2026-03-02', purpose: '上门维修', materialMinor },
      'id',
    )

describe('value by grade', () => {
  it('adds up what clients of a grade cost, and says that the others are not graded', async () => {
    await spent(story.ids.client, 30_000)
    expect(await read()).toMatchObject([
      { grade: null, clients: 1, toServeMinor: 30_000, profitMinor: -30_000 },
    ])
    const grading = gradingOf(database, story)
    const cycle = await grading.published(await grading.scored())
    expect(cycle).toMatchObject({ status: 'PUBLISHED' })
    const later = await addClient(database, story, 'HOUSEHOLD')
    await spent(later, 5_000)
    const rows = await read()
    expect(rows).toMatchObject([
      { clients: 1, toServeMinor: 30_000 },
      { grade: null, clients: 1, toServeMinor: 5_000 },
    ])
    const { client } = await story
      .as('CS_MANAGER')
      .get<{ client: { grade: { grade: string } } }>(
        'query($id: ID!) { client(id: $id) { grade { grade } } }',
        { id: story.ids.client },
      )
    expect(rows[0]!.grade).toBe(client.grade.grade)
    // Opened in another year, they stand in a row of their own.
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query("update client set created_at = created_at - interval '3 years' where org_id = $1", [
        story.orgId,
      ]),
    )
    expect((await read()).map(({ cohort }) => cohort)).toEqual(rows.map(({ cohort }) => cohort - 3))
  })

  it('is closed to who weighs clients without reading grades, and to who reads grades without weighing', async () => {
    for (const role of ['SERVICE_AGENT', 'TECHNICIAN'] as const)
      expect((await story.as(role).run(ASKED)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect(await story.as('FINANCE').get(ASKED)).toEqual({ valueByGrade: null })
  })
})
