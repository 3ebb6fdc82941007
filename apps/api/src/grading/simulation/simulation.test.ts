/** A standard tried out on all clients by the worker: who would move, why, what the grades take; cut off in the middle it counts nobody twice. */
import type { FastifyInstance } from 'fastify'
import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import {
  amendedStandard,
  criterion,
  standardInForceOf,
  standardOf,
  type StandardRevision,
} from '../../../test/grading.ts'
import { gradingOf } from '../../../test/grading-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { runSimulation } from './run-simulation.service.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let draft: StandardRevision
let judged = ''

const DISTRIBUTION = 'label grades { grade clients } tooLittle hours'
const SIMULATION = `query($id: ID!) { gradingSimulation(id: $id) {
  status totalCount doneCount label comparedLabel finishedAt requestedBy { id } } }`
const RESULT = `query($id: ID!) { simulationResult(simulation: $id) { tried { ${DISTRIBUTION} } compared { ${DISTRIBUTION} }
  moves { from to clients } groups { by key clients up down grades { grade clients } } } }`
interface Told {
  readonly gradingSimulation: { status: string; totalCount: number; doneCount: number }
  readonly simulationResult: {
    moves: { from: string | null; to: string | null; clients: number }[]
    groups: { by: string; key: string; clients: number; up: number; down: number }[]
  }
}
const read = async (id: string): Promise<Told> => ({
  ...(await story.as('QUALITY').get<Pick<Told, 'gradingSimulation'>>(SIMULATION, { id })),
  ...(await story.as('QUALITY').get<Pick<Told, 'simulationResult'>>(RESULT, { id })),
})
const begin = (more: object = {}) =>
  story.as('CR_SUPERVISOR').does<Payload>('runSimulation', { revisionId: draft.id, ...more }, 'id version')

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  judged = await addClient(database, story, 'COMPANY')
  for (const kind of ['HOUSEHOLD', 'HOUSEHOLD', 'COMPANY'] as const) await addClient(database, story, kind)
  await addClient(database, story, 'HOUSEHOLD', { archivedAt: new Date() })
  // Everybody has a tenure; one cooperates, and not well.
  const held = standardOf(criterion('tenure', 'TENURE', 10_000))
  const inForce = await standardInForceOf(story, held)
  const strict = {
    ...criterion('cooperation', 'ENTERED', 5_000),
    scale: { way: 'LINE' as const, corners: [{ at: 0, score: 0 }, { at: 10_000, score: 10_000 }] },
  } // prettier-ignore
  draft = await amendedStandard(story, inForce, {
    ...held,
    criteria: [criterion('tenure', 'TENURE', 5_000), strict],
    earns: [{ ...held.earns[0], timesAYear: 2 }],
  })
  await story.as('CR_SPECIALIST').does('recordMetricEntry', {
    clientId: judged,
    metricKey: 'cooperation',
    score: 2_000,
    evidence: '多次拒绝入户检查',
    enteredOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  })
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

describe('a simulation', () => {
  it('grades everybody by both standards and tells who would move, why, and what it takes', async () => {
    const begun = await begin()
    expect((await read(begun.id)).gradingSimulation).toMatchObject({
      status: 'RUNNING',
      totalCount: 5,
      doneCount: 0,
    })
    await worker.relay()
    expect(await worker.runJobs('grading-simulation')).toEqual([])
    const told = await read(begun.id)
    expect(told).toMatchObject({
      gradingSimulation: { status: 'DONE', totalCount: 5, doneCount: 5, label: 'A/1', comparedLabel: 'A/0' },
      simulationResult: {
        compared: { label: 'A/0', grades: [{ grade: 'A', clients: 5 }, {}, {}, {}], hours: 20 },
        tried: { grades: [{ clients: 4 }, { clients: 0 }, { grade: 'C', clients: 1 }, {}], hours: 8 },
      },
    })
    expect(told.simulationResult.moves).toHaveLength(2)
    expect(told.simulationResult.moves).toContainEqual({ from: 'A', to: 'C', clients: 1 })
    const companies = told.simulationResult.groups.find(({ by, key }) => by === 'KIND' && key === 'COMPANY')
    expect(companies).toMatchObject({ clients: 2, up: 0, down: 1 })
    const { simulationMovers } = await story
      .as('CS_MANAGER')
      .get<{ simulationMovers: { rows: object[]; next: string | null } }>(
        `query($id: ID!) { simulationMovers(simulation: $id, from: "A", to: "C") { rows { clientId name before after reasons { name moved } } next } }`,
        { id: begun.id },
      )
    expect(simulationMovers.next).toBeNull()
    expect(simulationMovers.rows).toEqual([
      {
        clientId: judged,
        name: '上海恒泰精密机械有限公司',
        before: 10_000,
        after: 6_000,
        reasons: [
          { name: '指标 tenure', moved: -5_000 },
          { name: '指标 cooperation', moved: 1_000 },
        ],
      },
    ])
  })

  it('goes on where it was cut off, and counts nobody twice', async () => {
    const begun = await begin()
    const which = { orgId: story.orgId, id: fromGlobalId('GradingSimulation', begun.id)! }
    let transactions = 0
    // The second batch is written, and its process dies before the cursor moves.
    const dying = new Proxy(worker.services.dataSource, {
      get: (target, member: keyof DataSource) => {
        if (member !== 'createQueryRunner') return target[member] as unknown
        return () => {
          const runner = target.createQueryRunner()
          transactions += 1
          if (transactions === 2)
            Object.assign(runner.manager, { update: () => Promise.reject(new Error('killed')) })
          return runner
        }
      },
    })
    await expect(runSimulation({ ...worker.services, dataSource: dying }, which, 2)).rejects.toThrow('killed')
    expect((await read(begun.id)).gradingSimulation).toMatchObject({ status: 'RUNNING', doneCount: 2 })
    await runSimulation(worker.services, which, 2)
    // Whoever comes again finds nothing to do.
    await runSimulation(worker.services, which, 2)
    const { gradingSimulation, simulationResult } = await read(begun.id)
    expect(gradingSimulation).toMatchObject({ status: 'DONE', totalCount: 5, doneCount: 5 })
    expect(simulationResult.moves.reduce((sum, { clients }) => sum + clients, 0)).toBe(5)
    const batches = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<{ ordinal: number }[]>(
        'select ordinal from grading_simulation_batch where simulation_id = $1 order by ordinal',
        [which.id],
      ),
    )
    expect(batches.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2])
  })

  it('goes by what a published cycle kept of its clients, whatever became of them since, and pages through who moves', async () => {
    const grading = gradingOf(database, story)
    const cycle = await grading.published(await grading.scored())
    // Since then one more client came, and somebody cooperates better.
    await addClient(database, story, 'HOUSEHOLD')
    // What was kept counts, not what would be measured now: one is made to have had no tenure then.
    await database.asSuperuser((db) =>
      db.query(
        `update evaluation set snapshot = jsonb_set(snapshot, '{tenure}', '0') where org_id = $1 and client_id = $2`,
        [story.orgId, fromGlobalId('Client', judged)],
      ),
    )
    expect((await begin({ cycleId: cycle.id, asOfOn: '2026-01-01' })).fields?.[0]?.path).toBe('asOfOn')
    const begun = await begin({ cycleId: cycle.id })
    expect(begun).toHaveProperty('id')
    expect(await begin()).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await runSimulation(worker.services, {
      orgId: story.orgId,
      id: fromGlobalId('GradingSimulation', begun.id)!,
    })
    const { gradingSimulation } = await story
      .as('QUALITY')
      .get<{ gradingSimulation: object }>(
        'query($id: ID!) { gradingSimulation(id: $id) { status totalCount doneCount cycle { id } asOfOn } }',
        { id: begun.id },
      )
    expect(gradingSimulation).toMatchObject({
      status: 'DONE',
      totalCount: cycle.listCount,
      doneCount: cycle.listCount,
      cycle: { id: cycle.id },
    })
    const { simulationResult } = await read(begun.id)
    const before = (grade: string) =>
      simulationResult.moves
        .filter(({ from }) => from === grade)
        .reduce((sum, { clients }) => sum + clients, 0)
    expect([before('A'), before('D')]).toEqual([Number(cycle.listCount) - 1, 1])
    type Page = { simulationMovers: { rows: { clientId: string }[]; next: string | null } }
    const page = (from: string, to: string, after?: string | null) =>
      story.as('QUALITY').get<Page>(
        `query($id: ID!, $from: String, $to: String, $after: String) {
             simulationMovers(simulation: $id, from: $from, to: $to, first: 1, after: $after) { rows { clientId } next } }`,
        { id: begun.id, from, to, after: after ?? null },
      )
    for (const { from, to, clients } of simulationResult.moves.filter((move) => move.from !== move.to)) {
      const seen: string[] = []
      let next: string | null | undefined
      do {
        const { simulationMovers } = await page(from!, to!, next)
        seen.push(...simulationMovers.rows.map(({ clientId }) => clientId))
        next = simulationMovers.next
      } while (next)
      expect(new Set(seen).size).toBe(clients)
    }
    const open = await grading.open()
    expect((await begin({ cycleId: (open as { id: string }).id })).fields?.[0]?.path).toBe('cycleId')
  })

  it('is of a revision that is a standard, on a day that was, by whoever writes or approves standards', async () => {
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    expect((await begin({ asOfOn: tomorrow })).fields?.[0]?.path).toBe('asOfOn')
    expect((await begin({ comparedRevisionId: `rev_${'0'.repeat(32)}` })).fields?.[0]?.path).toBe(
      'comparedRevisionId',
    )
    for (const role of ['SITE_MANAGER', 'TECHNICIAN', 'KEY_ACCOUNT_MANAGER', 'FINANCE', 'SALES'] as const) {
      const reply = await story.as(role).run('{ gradingSimulations(first: 1) { edges { node { id } } } }')
      expect(reply.errors[0]?.extensions.code).toBe('FORBIDDEN')
    }
  })
})
