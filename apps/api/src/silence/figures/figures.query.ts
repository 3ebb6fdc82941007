/** Funnel, RFM, and the clients behind each figure. */
import { LOSS_STEPS, STEP_DAYS, can, RFM_SCORES, type LossStep } from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { badRequest, limitOf, readCursor, writeCursor } from '../../money/value/page-cursor.ts'
import {
  LossFunnel,
  RfmGrid,
  SilenceClientPage,
  SilenceClientRow,
  type SilenceClientFilter,
} from './figures.type.ts'
import { SCORED, STEPPED } from './step-sql.ts'
import { inOrganization, type Around } from './in-organization.service.ts'

const DAY_MS = 86_400_000

/** Since when grumbles and complaints count. */
export const saidSince = (now: Date): Date => new Date(now.getTime() - STEP_DAYS * DAY_MS)

const FUNNEL = `
with ${STEPPED}
select step, count(*)::integer as clients, (count(*) filter (where complained))::integer as complained,
       (count(*) filter (where not complained and not grumbled))::integer as "saidNothing"
  from stepped group by step`

interface Counted {
  readonly step: LossStep | null
  readonly clients: number
  readonly complained: number
  readonly saidNothing: number
}

export const lossFunnel = (context: RequestContext): Promise<LossFunnel> =>
  inOrganization(context, async ({ manager, orgId }) => {
    const rows = await manager.query<Counted[]>(FUNNEL, [orgId, saidSince(context.now)])
    const steps = LOSS_STEPS.map(
      (step) => rows.find((row) => row.step === step) ?? { step, clients: 0, complained: 0, saidNothing: 0 },
    )
    const clients = rows.reduce((sum, row) => sum + row.clients, 0)
    return Object.assign(new LossFunnel(), { clients, steps })
  })

const GRID = `
with asked as (select $2::timestamptz), ${SCORED}
select recency, frequency, count(*)::integer as clients, round(10 * avg(monetary))::integer as "monetaryTenths"
  from scored group by recency, frequency order by recency desc, frequency`

const BOUNDS = `
with asked as (select $2::timestamptz), ${SCORED}
select s.score, (select min(last_on)::text from scored where recency = s.score) as "lastFrom",
       (select max(last_on)::text from scored where recency = s.score) as "lastTo",
       (select min(times)::integer from scored where frequency = s.score) as "timesFrom",
       (select max(times)::integer from scored where frequency = s.score) as "timesTo"
  from unnest($4::integer[]) as s(score) order by s.score`

const rfmParameters = ({ orgId, today }: Around, now: Date) => [orgId, saidSince(now), today] as const

export const rfmGrid = (context: RequestContext): Promise<RfmGrid> =>
  inOrganization(context, async (around) => {
    const { manager, today } = around
    const parameters = rfmParameters(around, context.now)
    const cells = await manager.query<RfmGrid['cells']>(GRID, [...parameters])
    const bounds = await manager.query<RfmGrid['bounds']>(BOUNDS, [...parameters, RFM_SCORES])
    const clients = cells.reduce((sum, cell) => sum + cell.clients, 0)
    return Object.assign(new RfmGrid(), { clients, today, cells, bounds })
  })

/** `$4` step · `$5`, `$6` scores · `$7`, `$8` after which · `$9` how many */
const CLIENTS = `
with ${STEPPED}, ${SCORED}
select c.id, c.code, c.name, j.name as "projectName", c.project_id as "projectId", c.building_id as "buildingId",
       c.key_account_manager_id as "keyAccountManagerId", t.step, p.last_on::text as "lastPaidOn", p.times::integer as times,
       p.monetary, coalesce(p.last_on, date '1970-01-01')::text as key
  from stepped t
  join client c on c.org_id = $1 and c.id = t.id
  left join scored p on p.client_id = c.id
  left join project j on j.org_id = $1 and j.id = c.project_id
 where ($4::text is null or t.step = $4) and ($5::integer is null or p.recency = $5) and ($6::integer is null or p.frequency = $6)
   and ($7::date is null or (coalesce(p.last_on, date '1970-01-01'), c.id) > ($7, $8::uuid))
 order by coalesce(p.last_on, date '1970-01-01'), c.id
 limit $9`

interface Row {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly projectName: string | null
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly keyAccountManagerId: string | null
  readonly step: string | null
  readonly lastPaidOn: string | null
  readonly times: number | null
  readonly monetary: number | null
  readonly key: string
}

interface Asked {
  readonly filter: SilenceClientFilter
  readonly first: number
  readonly after?: string | undefined
}

/** Who has been quiet for longest comes first. */
export const silenceClients = (
  context: RequestContext,
  { filter: { step, recency, frequency }, first, after }: Asked,
): Promise<SilenceClientPage> =>
  inOrganization(context, async (around) => {
    if (step === undefined && recency === undefined && frequency === undefined)
      throw badRequest('filter: names a step or a score')
    const { manager, actor } = around
    const limit = limitOf(first)
    const rows = await manager.query<Row[]>(CLIENTS, [
      ...rfmParameters(around, context.now),
      step ?? null,
      recency ?? null,
      frequency ?? null,
      ...readCursor(after, 2),
      limit + 1,
    ])
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return Object.assign(new SilenceClientPage(), {
      rows: rows.slice(0, limit).map(({ id, ...row }) =>
        Object.assign(new SilenceClientRow(), {
          clientId: toGlobalId('Client', id),
          code: row.code,
          name: can(actor, 'client:readName', row) ? row.name : row.code,
          projectName: row.projectName,
          step: row.step,
          lastPaidOn: row.lastPaidOn,
          times: row.times,
          monetary: row.monetary,
        }),
      ),
      next: last ? writeCursor(last.key, last.id) : null,
    })
  })
