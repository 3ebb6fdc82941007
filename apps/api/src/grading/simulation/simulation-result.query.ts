/** What a simulation came to: its batches added up; and the clients of one cell of its matrix. */
import { can, type Distribution, type GradingStandard } from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'
import { limitOf, readCursor, writeCursor } from '../../money/value/page-cursor.ts'
import { toldDistribution } from '../standard/told-distribution.ts'
import { GradingSimulation, UNGRADED } from './simulation.entity.ts'
import {
  SimulatedGroup,
  SimulatedMoverPage,
  SimulatedMoverType,
  SimulationResult,
} from './simulation.type.ts'

const COUNTED = `
select nullif(c.from_grade, '') as "from", nullif(c.to_grade, '') as "to", c.project_id as project, c.kind, c.relation, c.clients
  from grading_simulation_count c where c.org_id = $1 and c.simulation_id = $2`
const DISTRIBUTIONS = `
select distribution, compared_distribution as compared from grading_simulation_batch where org_id = $1 and simulation_id = $2`
const PROJECTS = 'select id, name from project where org_id = $1'

interface Counted {
  readonly from: string | null
  readonly to: string | null
  readonly project: string | null
  readonly kind: string
  readonly relation: string
  readonly clients: number
}

const added = (parts: readonly (Distribution | null)[]): Distribution => {
  const sum = (key: 'grades' | 'wanting'): Record<string, number> => {
    const all: Record<string, number> = {}
    for (const part of parts)
      for (const [name, count] of Object.entries(part?.[key] ?? {})) all[name] = (all[name] ?? 0) + count
    return all
  }
  const ungraded = (why: 'MISSING' | 'TOO_LITTLE') =>
    parts.reduce((all, part) => all + (part?.ungraded[why] ?? 0), 0)
  return {
    grades: sum('grades'),
    wanting: sum('wanting'),
    ungraded: { MISSING: ungraded('MISSING'), TOO_LITTLE: ungraded('TOO_LITTLE') },
  }
}

/** The best is 0; no grade is behind all. */
const rankIn = ({ grades }: GradingStandard, grade: string | null): number => {
  const rank = grades.findIndex((it) => it.grade === grade)
  return rank === -1 ? grades.length : rank
}

interface Grouping {
  readonly by: 'PROJECT' | 'KIND' | 'RELATION'
  readonly keyOf: (row: Counted) => string | null
}
const GROUPINGS: readonly Grouping[] = [
  { by: 'PROJECT', keyOf: ({ project }) => project },
  { by: 'KIND', keyOf: ({ kind }) => kind },
  { by: 'RELATION', keyOf: ({ relation }) => relation },
]

const groupsOf = (
  rows: readonly Counted[],
  { standard, compared }: Pick<GradingSimulation, 'standard' | 'compared'>,
  names: ReadonlyMap<string, string>,
): SimulatedGroup[] =>
  GROUPINGS.flatMap(({ by, keyOf }) =>
    [...new Set(rows.map(keyOf))]
      .map((key) => {
        const theirs = rows.filter((row) => keyOf(row) === key)
        const many = (counts: (row: Counted) => boolean) =>
          theirs.filter(counts).reduce((sum, { clients }) => sum + clients, 0)
        const step = ({ from, to }: Counted) => (compared ? rankIn(compared, from) - rankIn(standard, to) : 0)
        return Object.assign(new SimulatedGroup(), {
          by,
          key: by === 'PROJECT' && key !== null ? toGlobalId('Project', key) : key,
          name: key === null ? null : (names.get(key) ?? null),
          clients: many(() => true),
          grades: standard.grades.map(({ grade }) => ({ grade, clients: many(({ to }) => to === grade) })),
          up: many((row) => step(row) > 0),
          down: many((row) => step(row) < 0),
        })
      })
      .toSorted((one, other) => other.clients - one.clients),
  )

const movesIn = (rows: readonly Counted[]) => {
  const found = new Map<string, { from: string | null; to: string | null; clients: number }>()
  for (const { from, to, clients } of rows) {
    const key = JSON.stringify([from, to])
    found.set(key, { from, to, clients: (found.get(key)?.clients ?? 0) + clients })
  }
  return [...found.values()]
}

/** Null where there is no such simulation. */
export const simulationResult = (
  { signedIn, dataSource, locale }: RequestContext,
  publishedId: string,
): Promise<SimulationResult | null> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const orgId = signedIn.actor.organizationId
  return withTenant(dataSource, orgId, async (manager) => {
    const id = fromGlobalId('GradingSimulation', publishedId)
    const simulation = id ? await manager.findOneBy(GradingSimulation, { orgId, id }) : null
    if (!simulation) return null
    const rows = await manager.query<Counted[]>(COUNTED, [orgId, id])
    const parts = await manager.query<{ distribution: Distribution; compared: Distribution | null }[]>(
      DISTRIBUTIONS,
      [orgId, id],
    )
    const projects = await manager.query<{ id: string; name: string }[]>(PROJECTS, [orgId])
    const { standard, compared, label, comparedLabel } = simulation
    return Object.assign(new SimulationResult(), {
      tried: toldDistribution({ content: standard, label }, added(parts.map((it) => it.distribution))),
      compared:
        compared &&
        toldDistribution({ content: compared, label: comparedLabel }, added(parts.map((it) => it.compared))),
      moves: compared ? movesIn(rows) : [],
      groups: groupsOf(rows, simulation, new Map(projects.map(({ id: key, name }) => [key, name]))),
    })
  })
}

/** Those of one cell, the most moved first. `$5`, `$6` after which · `$7` how many */
const MOVERS = `
select m.id as key, m.moved, c.id, c.code, c.name, c.project_id as "projectId", c.building_id as "buildingId",
       c.key_account_manager_id as "keyAccountManagerId", m.before, m.after, m.reasons
  from grading_simulation_mover m
  join client c on c.org_id = m.org_id and c.id = m.moved_client_id and c.erased_at is null
 where m.org_id = $1 and m.simulation_id = $2 and m.from_grade = $3 and m.to_grade = $4
   and ($5::integer is null or (m.moved, m.id) < ($5, $6::uuid))
 order by m.moved desc, m.id desc limit $7`

interface Moved {
  readonly key: string
  readonly moved: number
  readonly id: string
  readonly code: string
  readonly name: string
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly keyAccountManagerId: string | null
  readonly before: number | null
  readonly after: number | null
  readonly reasons: readonly { readonly criterion: string; readonly moved: number }[]
}

interface Asked {
  readonly simulation: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly first: number
  readonly after?: string | undefined
}

export const simulationMovers = (
  { signedIn, dataSource, locale }: RequestContext,
  { simulation: publishedId, from, to, first, after }: Asked,
): Promise<SimulatedMoverPage> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const orgId = actor.organizationId
  return withTenant(dataSource, orgId, async (manager) => {
    const id = fromGlobalId('GradingSimulation', publishedId)
    const simulation = id ? await manager.findOneBy(GradingSimulation, { orgId, id }) : null
    if (!simulation) throw accessError('NOT_FOUND', locale)
    const criteria = [...simulation.standard.criteria, ...(simulation.compared?.criteria ?? [])]
    const limit = limitOf(first)
    const cell = [from ?? UNGRADED, to ?? UNGRADED]
    const given = [orgId, id, ...cell, ...readCursor(after, 2), limit + 1]
    const rows = await manager.query<Moved[]>(MOVERS, given)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return Object.assign(new SimulatedMoverPage(), {
      rows: rows.slice(0, limit).map(({ id: clientId, reasons, ...row }) =>
        Object.assign(new SimulatedMoverType(), {
          clientId: toGlobalId('Client', clientId),
          name: can(actor, 'client:readName', row) ? row.name : row.code,
          from: from ?? null,
          to: to ?? null,
          before: row.before,
          after: row.after,
          reasons: reasons.map((reason) => ({
            ...reason,
            name: criteria.find(({ key }) => key === reason.criterion)?.name ?? reason.criterion,
          })),
        }),
      ),
      next: last ? writeCursor(last.moved, last.key) : null,
    })
  })
}
