/**
 * Grades all clients by one standard or two, batch by batch. Each batch is one transaction that writes what it came to and moves the cursor
 * on: whoever is killed counts nothing twice, and whoever comes again goes on behind the last client that was counted.
 */
import { distributionOf, evaluate, reasonsOf, type Evaluation, type GradingStandard } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { withTenant } from '../../database/with-tenant.ts'
import type { WorkerServices } from '../../worker/worker-services.ts'
import { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'
import { KEPT_SIMULATIONS, nextSimulated, rawValues, type Simulated } from './simulated-clients.service.ts'
import { GradingSimulation, GradingSimulationBatch, UNGRADED } from './simulation.entity.ts'

const BATCH = 1_000

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
  let removed = 1
  while (removed > 0) removed = await withTenant(dataSource, which.orgId, (manager) => forget(manager, which))
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
  const { standard, compared, cursorId, cycleId, doneCount } = simulation
  const cycle = cycleId && (await manager.findOneByOrFail(GradingCycleEntity, { orgId, id: cycleId }))
  const clients = await nextSimulated(manager, simulation, batch)
  const clientIds = clients.map((client) => client.id)
  const by = async (one: GradingStandard): Promise<ReadonlyMap<string, Evaluation>> => {
    const values = await rawValues(manager, { simulation, cycle: cycle || null, standard: one, clientIds })
    return new Map(clientIds.map((client) => [client, evaluate(one, values(client))]))
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
    })
    await manager.query(ADD_COUNTS, [orgId, id, JSON.stringify(countsOf(clients, before, after))])
    if (before) await manager.query(ADD_MOVERS, [orgId, id, JSON.stringify(moversOf(clients, before, after))])
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

const ADD_COUNTS = `
insert into grading_simulation_count as c (org_id, id, simulation_id, from_grade, to_grade, project_id, kind, relation, clients)
select $1, u.id, $2, u."from", u."to", u.project, u.kind, u.relation, u.clients
  from jsonb_to_recordset($3::jsonb) as u(id uuid, "from" text, "to" text, project uuid, kind text, relation text, clients integer)
on conflict (org_id, simulation_id, from_grade, to_grade, project_id, kind, relation) do update set clients = c.clients + excluded.clients`

const ADD_MOVERS = `
insert into grading_simulation_mover (org_id, id, simulation_id, moved_client_id, from_grade, to_grade, before, after, moved, reasons)
select $1, u.id, $2, u.client, u."from", u."to", u.before, u.after, abs(coalesce(u.after, 0) - coalesce(u.before, 0)), u.reasons
  from jsonb_to_recordset($3::jsonb) as u(id uuid, client uuid, "from" text, "to" text, before integer, after integer, reasons jsonb)`

/** Who moved is kept of the newest simulations only; figures stay. */
const FORGET = `
delete from grading_simulation_mover where (org_id, id) in (
  select m.org_id, m.id from grading_simulation_mover m
   where m.org_id = $1 and m.simulation_id in (
     select s.id from grading_simulation s where s.org_id = $1 order by s.requested_at desc, s.id desc offset $2)
   limit $3)`
const FORGOTTEN_AT_ONCE = 10_000

const forget = async (manager: EntityManager, { orgId }: Which): Promise<number> => {
  const answer: unknown = await manager.query(FORGET, [orgId, KEPT_SIMULATIONS, FORGOTTEN_AT_ONCE])
  return (answer as readonly [unknown, number])[1]
}

type Graded = ReadonlyMap<string, Evaluation>

const countsOf = (clients: readonly Simulated[], before: Graded | null, after: Graded) => {
  const found = new Map<string, Record<string, unknown> & { readonly clients: number }>()
  for (const { id, projectId: project, kind, relation } of clients) {
    const from = before?.get(id)?.grade ?? UNGRADED
    const to = after.get(id)!.grade ?? UNGRADED
    const key = JSON.stringify([from, to, project, kind, relation])
    const clientsSoFar = found.get(key)?.clients ?? 0
    found.set(key, { id: newId(), from, to, project, kind, relation, clients: clientsSoFar + 1 })
  }
  return [...found.values()]
}

const moversOf = (clients: readonly Simulated[], before: Graded, after: Graded) =>
  clients.flatMap(({ id: client }) => {
    const [then, now] = [before.get(client)!, after.get(client)!]
    if (then.grade === now.grade) return []
    const cell = { from: then.grade ?? UNGRADED, to: now.grade ?? UNGRADED }
    const totals = { before: then.total, after: now.total }
    return [{ id: newId(), client, ...cell, ...totals, reasons: reasonsOf(then, now) }]
  })

/** After the last attempt: whoever waits sees it, and can run another. */
export const simulationGaveUp = (
  { dataSource }: Pick<WorkerServices, 'dataSource'>,
  { orgId, id }: Which,
): Promise<void> =>
  withTenant(dataSource, orgId, async (manager) => {
    await manager.update(GradingSimulation, { orgId, id, status: 'RUNNING' }, { status: 'FAILED' })
  })
