/** Funnel, RFM, and the clients behind each figure: read from what the newest night came to. */
import { can, LOSS_STEPS } from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { badRequest, limitOf, readCursor, writeCursor } from '../../money/value/page-cursor.ts'
import { NEVER_PAID, type Figures } from '../standing/standing.entity.ts'
import { standingFigures } from '../standing/standing.service.ts'
import {
  LossFunnel,
  RfmGrid,
  SilenceClientPage,
  SilenceClientRow,
  type SilenceClientFilter,
} from './figures.type.ts'
import { inOrganization } from './in-organization.service.ts'

export const lossFunnel = (context: RequestContext): Promise<LossFunnel | null> =>
  inOrganization(context, async ({ manager, orgId }) => {
    const night = await standingFigures(manager, orgId)
    if (!night) return null
    const { asOf, reckonedAt, figures } = night
    const steps = LOSS_STEPS.map(
      (step) =>
        figures.steps.find((row) => row.step === step) ?? { step, clients: 0, complained: 0, saidNothing: 0 },
    )
    const clients = figures.steps.reduce((sum, row) => sum + row.clients, 0)
    return Object.assign(new LossFunnel(), { asOf, reckonedAt, clients, steps })
  })

export const rfmGrid = (context: RequestContext): Promise<RfmGrid | null> =>
  inOrganization(context, async ({ manager, orgId }) => {
    const night = await standingFigures(manager, orgId)
    if (!night) return null
    const { asOf, reckonedAt, figures } = night
    const clients = figures.cells.reduce((sum, cell) => sum + cell.clients, 0)
    const { cells, bounds } = figures
    return Object.assign(new RfmGrid(), { asOf, reckonedAt, clients, cells, bounds })
  })

/**
 * `$2` the day that was reckoned · `$3` step · `$4`, `$5` last paid from, before · `$6`, `$7` times from, before · `$8` from which sum on the
 * score of money is one more · `$9`, `$10` after which · `$11` how many
 */
const CLIENTS = `
select c.id, c.code, c.name, j.name as "projectName", c.project_id as "projectId", c.building_id as "buildingId",
       c.key_account_manager_id as "keyAccountManagerId", k.step, k.last_paid_on::text as key, k.times,
       1 + width_bucket(k.minor, $8::bigint[]) as monetary
  from client_standing k
  join client c on c.org_id = k.org_id and c.id = k.id and c.archived_at is null and c.merged_into_id is null and c.erased_at is null
  left join project j on j.org_id = c.org_id and j.id = c.project_id
 where k.org_id = $1 and k.measured_on = $2::date and ($3::text is null or k.step = $3)
   and ($4::date is null or k.last_paid_on >= $4) and ($5::date is null or k.last_paid_on < $5)
   and ($6::integer is null or k.times >= $6) and ($7::integer is null or k.times < $7)
   and ($9::date is null or (k.last_paid_on, k.id) > ($9, $10::uuid))
 order by k.last_paid_on, k.id
 limit $11`

interface Row {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly projectName: string | null
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly keyAccountManagerId: string | null
  readonly step: string | null
  /** Of the last payment, or `NEVER_PAID`. */
  readonly key: string
  readonly times: number
  readonly monetary: number
}

interface Asked {
  readonly filter: SilenceClientFilter
  readonly first: number
  readonly after?: string | undefined
}

/** Of values with a score: from which on, and before which; nulls where nothing bounds them. */
const within = <T>(from: readonly T[], score: number | undefined): readonly [T | null, T | null] =>
  score === undefined ? [null, null] : [from[score - 2] ?? null, from[score - 1] ?? null]

/** Whoever has a score has paid. */
const paidWithin = ({ from }: Figures, recency: number | undefined, isScored: boolean) => {
  const [least, before] = within(from.recency, recency)
  return [least ?? (isScored ? '1970-01-02' : null), before] as const
}

/** Who has been quiet for longest comes first. */
export const silenceClients = (
  context: RequestContext,
  { filter: { step, recency, frequency }, first, after }: Asked,
): Promise<SilenceClientPage> =>
  inOrganization(context, async ({ manager, actor, orgId }) => {
    if (step === undefined && recency === undefined && frequency === undefined)
      throw badRequest('filter: names a step or a score')
    const limit = limitOf(first)
    const cursor = readCursor(after, 2)
    const night = await standingFigures(manager, orgId)
    if (!night) return Object.assign(new SilenceClientPage(), { rows: [], next: null })
    const { from } = night.figures
    const isScored = recency !== undefined || frequency !== undefined
    const rows = await manager.query<Row[]>(CLIENTS, [
      orgId,
      night.asOf,
      step ?? null,
      ...paidWithin(night.figures, recency, isScored),
      ...within(from.frequency, frequency),
      from.monetary,
      ...cursor,
      limit + 1,
    ])
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return Object.assign(new SilenceClientPage(), {
      rows: rows.slice(0, limit).map(({ id, key, times, monetary, ...row }) => {
        const hasPaid = key !== NEVER_PAID
        return Object.assign(new SilenceClientRow(), {
          clientId: toGlobalId('Client', id),
          code: row.code,
          name: can(actor, 'client:readName', row) ? row.name : row.code,
          projectName: row.projectName,
          step: row.step,
          lastPaidOn: hasPaid ? key : null,
          times: hasPaid ? times : null,
          monetary: hasPaid ? monetary : null,
        })
      }),
      next: last ? writeCursor(last.key, last.id) : null,
    })
  })
