/**
 * Grades all clients by one standard or two, batch by batch. Each batch is one transaction that writes what it came to and moves the cursor
 * on: whoever is killed counts nothing twice, and whoever comes again goes on behind the last client that was counted.
 */
import {
  distributionOf,
  evaluate,
  reasonsOf,
  type Evaluation,
  type GradingStandard,
  type RawValues,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { withTenant } from '../../database/with-tenant.ts'
import type { WorkerServices } from '../../worker/worker-services.ts'
import { measured } from '../measuring/measuring.service.ts'
import { GRADED_CLIENTS } from '../standard/graded-clients.ts'
import {
  GradingSimulation,
  GradingSimulationBatch,
  type SimulatedCount,
  type SimulatedMover,
} from './simulation.entity.ts'

const BATCH = 1_000

interface Simulated {
  readonly id: string
  readonly projectId: string | null
  readonly kind: string
  readonly relation: string
}

const NEXT = `
select c.id, c.project_id as "projectId", c.kind, c.relation from client c
 where c.org_id = $1 and ${GRADED_CLIENTS} and ($2::uuid is null or c.id > $2) order by c.id limit $3`

interface Which {
  readonly orgId: string
  readonly id: string
}

export const runSimulation = async (
  { dataSource, clock }: Pick<WorkerServices, 'dataSource' | 'clock'>,
  which: Which,
  batch = BATCH,
): Promise<void> => {
  let goesOn = true
  while (goesOn)
    goesOn = await withTenant(dataSource, which.orgId, (manager) => nextBatch(manager, which, batch, clock))
}

/** @returns whether there may be more */
const nextBatch = async (
  manager: EntityManager,
  { orgId, id }: Which,
  batch: number,
  clock: () => Date,
): Promise<boolean> => {
  const simulation = await manager.findOne(GradingSimulation, {
    where: { orgId, id },
    lock: { mode: 'for_no_key_update' },
  })
  if (simulation?.status !== 'RUNNING') return false
  const { standard, compared, asOfOn: asOf, cursorId, doneCount } = simulation
  const clients = await manager.query<Simulated[]>(NEXT, [orgId, cursorId, batch])
  const around = { manager, actor: { organizationId: orgId } }
  const by = async (one: GradingStandard): Promise<ReadonlyMap<string, Evaluation>> => {
    const clientIds = clients.map((client) => client.id)
    const values = await measured(around, { standard: one, asOf, clientIds })
    const NOTHING: RawValues = {}
    return new Map(clientIds.map((client) => [client, evaluate(one, values.get(client) ?? NOTHING)]))
  }
  if (clients.length > 0) {
    const after = await by(standard)
    const before = compared && (await by(compared))
    const ordinal = await manager.countBy(GradingSimulationBatch, { orgId, simulationId: id })
    await manager.insert(GradingSimulationBatch, {
      orgId,
      id: newId(),
      simulationId: id,
      ordinal,
      distribution: distributionOf(after.values()),
      comparedDistribution: before && distributionOf(before.values()),
      counts: countsOf(clients, before, after) as SimulatedCount[],
      movers: before ? (moversOf(clients, before, after) as SimulatedMover[]) : [],
    })
  }
  const isLast = clients.length < batch
  await manager.update(
    GradingSimulation,
    { orgId, id },
    {
      doneCount: doneCount + clients.length,
      cursorId: clients.at(-1)?.id ?? cursorId,
      // Who came meanwhile was graded too.
      ...(isLast
        ? { status: 'DONE' as const, finishedAt: clock(), totalCount: doneCount + clients.length }
        : {}),
    },
  )
  return !isLast
}

type Graded = ReadonlyMap<string, Evaluation>

const countsOf = (
  clients: readonly Simulated[],
  before: Graded | null,
  after: Graded,
): readonly SimulatedCount[] => {
  const found = new Map<string, SimulatedCount>()
  for (const { id, projectId: project, kind, relation } of clients) {
    const [from, to] = [before?.get(id)?.grade ?? null, after.get(id)!.grade]
    const key = JSON.stringify([from, to, project, kind, relation])
    const clientsSoFar = found.get(key)?.clients ?? 0
    found.set(key, { from, to, project, kind, relation, clients: clientsSoFar + 1 })
  }
  return [...found.values()]
}

const moversOf = (clients: readonly Simulated[], before: Graded, after: Graded): readonly SimulatedMover[] =>
  clients.flatMap(({ id }) => {
    const [then, now] = [before.get(id)!, after.get(id)!]
    if (then.grade === now.grade) return []
    const reasons = reasonsOf(then, now)
    return [{ id, from: then.grade, to: now.grade, before: then.total, after: now.total, reasons }]
  })

/** After the last attempt: whoever waits sees it, and can run another. */
export const simulationGaveUp = (
  { dataSource }: Pick<WorkerServices, 'dataSource'>,
  { orgId, id }: Which,
): Promise<void> =>
  withTenant(dataSource, orgId, async (manager) => {
    await manager.update(GradingSimulation, { orgId, id, status: 'RUNNING' }, { status: 'FAILED' })
  })
