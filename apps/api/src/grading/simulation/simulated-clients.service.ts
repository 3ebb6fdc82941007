/** Whom a simulation grades, and by which values: those of a day, measured anew, or those that a published cycle kept of its clients. */
import { snapshotKeyOf, type GradingStandard, type RawValues } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'
import { measured } from '../measuring/measuring.service.ts'
import { GRADED_CLIENTS } from '../standard/graded-clients.ts'
import type { GradingSimulation } from './simulation.entity.ts'

/** Of so many simulations it is kept who moved. */
export const KEPT_SIMULATIONS = 10

export interface Simulated {
  readonly id: string
  readonly projectId: string | null
  readonly kind: string
  readonly relation: string
}

/** `$1` organization */
const TODAY = `client c where c.org_id = $1 and ${GRADED_CLIENTS}`
/** Whoever was in the directory, as far as they are still known. `$2` cycle */
const THEN = `evaluation e join client c on c.org_id = e.org_id and c.id = e.client_id and c.erased_at is null
 where e.org_id = $1 and e.cycle_id = $2 and e.left_out is null`

type Place = Pick<GradingSimulation, 'orgId' | 'cycleId'>

const COUNT_TODAY = `select count(*)::integer as many from ${TODAY}`
const COUNT_THEN = `select count(*)::integer as many from ${THEN}`

export const countSimulated = async (manager: EntityManager, { orgId, cycleId }: Place): Promise<number> => {
  const [row] =
    cycleId === null
      ? await manager.query<{ many: number }[]>(COUNT_TODAY, [orgId])
      : await manager.query<{ many: number }[]>(COUNT_THEN, [orgId, cycleId])
  return row!.many
}

const NEXT_TODAY = `
select c.id, c.project_id as "projectId", c.kind, c.relation from ${TODAY}
   and ($2::uuid is null or c.id > $2) order by c.id limit $3`
const NEXT_THEN = `
select e.client_id as id, e.project_id as "projectId", c.kind, c.relation from ${THEN}
   and ($3::uuid is null or e.client_id > $3) order by e.client_id limit $4`

/** Who comes after the last one that was graded. */
export const nextSimulated = (
  manager: EntityManager,
  { orgId, cycleId, cursorId }: Place & Pick<GradingSimulation, 'cursorId'>,
  most: number,
): Promise<Simulated[]> =>
  cycleId === null
    ? manager.query<Simulated[]>(NEXT_TODAY, [orgId, cursorId, most])
    : manager.query<Simulated[]>(NEXT_THEN, [orgId, cycleId, cursorId, most])

const SNAPSHOTS = `
select client_id as id, snapshot from evaluation where org_id = $1 and cycle_id = $2 and client_id = any($3::uuid[])`

interface Asked {
  readonly simulation: Pick<GradingSimulation, 'orgId' | 'asOfOn'>
  /** Null: all is measured. */
  readonly cycle: GradingCycleEntity | null
  readonly standard: GradingStandard
  readonly clientIds: readonly string[]
}

const NOTHING: RawValues = {}

/** What the cycle kept is taken as it was published; what its standard did not ask for is measured of the same day. */
export const rawValues = async (
  manager: EntityManager,
  { simulation: { orgId, asOfOn }, cycle, standard, clientIds }: Asked,
): Promise<(clientId: string) => RawValues> => {
  const keys = standard.criteria.map((criterion) => ({
    criterion,
    kept: cycle?.standard ? snapshotKeyOf(cycle.standard, criterion) : null,
  }))
  const criteria = keys.filter(({ kept }) => kept === null).map(({ criterion }) => criterion)
  const around = { manager, actor: { organizationId: orgId } }
  const anew =
    criteria.length === 0
      ? new Map<string, RawValues>()
      : await measured(around, { standard: { criteria }, asOf: asOfOn, clientIds })
  if (!cycle) return (id) => anew.get(id) ?? NOTHING
  const rows = await manager.query<{ id: string; snapshot: RawValues }[]>(SNAPSHOTS, [
    orgId,
    cycle.id,
    clientIds,
  ])
  const snapshots = new Map(rows.map(({ id, snapshot }) => [id, snapshot]))
  return (id) => ({
    ...anew.get(id),
    ...Object.fromEntries(
      keys.flatMap(({ criterion, kept }) =>
        kept === null ? [] : [[criterion.key, snapshots.get(id)?.[kept] ?? null]],
      ),
    ),
  })
}
