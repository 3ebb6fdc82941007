/** What a month's fees of a project come to: units, who stays there, what was charged already. */
import {
  can,
  feeBatch,
  parseInput,
  RECEIVABLE_INPUTS,
  say,
  type ChargeableUnit,
  type FeeBatch,
  type ReceivableInput,
} from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { EntityManager } from 'typeorm'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { withUuids } from '../../graphql/id-field.ts'
import { FeePreview } from './receivable.type.ts'

type Asked = Pick<
  ReceivableInput<'registerMany'>,
  'projectId' | 'buildingId' | 'kind' | 'period' | 'rateMinor'
>

interface FoundUnit extends ChargeableUnit {
  readonly label: string
  readonly projectId: string
  readonly buildingId: string
}

/** Charged is what was charged, with the others or by hand: nobody pays a month twice because a colleague was earlier. */
const UNITS = `
select u.id, u.label, u.project_id as "projectId", u.building_id as "buildingId", u.area_hundredths as "areaHundredths",
       coalesce((select jsonb_agg(jsonb_build_object('clientId', o.client_id, 'unitId', o.unit_id, 'relation', o.relation,
                   'fromOn', o.from_on, 'toOn', o.to_on, 'shareBasisPoints', o.share_basis_points))
                   from client_occupancy o
                  where o.org_id = u.org_id and o.unit_id = u.id and o.withdrawn_at is null), '[]') as stays,
       exists (select from receivable r where r.org_id = u.org_id and r.unit_id = u.id and r.kind = $4 and r.period = $5
                  and r.state <> 'VOID') as "isCharged"
  from unit u
 where u.org_id = $1 and u.project_id = $2 and u.withdrawn_at is null and ($3::uuid is null or u.building_id = $3)
 order by u.label, u.id`

export const projectBatch = async (
  manager: EntityManager,
  orgId: string,
  { projectId, buildingId, kind, period, rateMinor }: Asked,
): Promise<{ readonly batch: FeeBatch; readonly units: ReadonlyMap<string, FoundUnit> }> => {
  const found = await manager.query<FoundUnit[]>(UNITS, [orgId, projectId, buildingId, kind, period])
  return { batch: feeBatch(found, rateMinor, period), units: new Map(found.map((unit) => [unit.id, unit])) }
}

const CLIENTS = `select id, code, name from client where org_id = $1 and id = any($2::uuid[])`

/** For whoever may charge. */
export const previewFees = async (
  { signedIn, dataSource, locale }: RequestContext,
  input: object,
): Promise<FeePreview> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const parsed = parseInput(RECEIVABLE_INPUTS.registerMany.pick(PREVIEWED), withUuids(input))
  if (!parsed.ok) {
    const [first] = parsed.error.fields
    const message = `${first?.path}: ${say(first!.message, locale)}`
    throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })
  }
  const asked = parsed.value
  if (!can(actor, 'project:read', { projectId: asked.projectId, buildingId: null }))
    throw accessError('NOT_FOUND', locale)
  const orgId = actor.organizationId
  return withTenant(dataSource, orgId, async (manager) => {
    const { batch, units } = await projectBatch(manager, orgId, asked)
    const ids = [...new Set(batch.lines.map(({ clientId }) => clientId))]
    const clients = await manager.query<{ id: string; code: string; name: string }[]>(CLIENTS, [orgId, ids])
    const byId = new Map(clients.map((client) => [client.id, client]))
    return Object.assign(new FeePreview(), {
      count: batch.lines.length,
      totalMinor: batch.totalMinor,
      lines: batch.lines.map(({ unitId, clientId, areaHundredths, amountMinor }) => ({
        unitId: toGlobalId('Unit', unitId),
        unitLabel: units.get(unitId)!.label,
        clientId: toGlobalId('Client', clientId),
        clientCode: byId.get(clientId)!.code,
        clientName: byId.get(clientId)!.name,
        areaHundredths,
        amountMinor,
      })),
      left: batch.left.map(({ unitId, gap }) => ({
        unitId: toGlobalId('Unit', unitId),
        unitLabel: units.get(unitId)!.label,
        gap,
      })),
    })
  })
}

const PREVIEWED = { projectId: true, buildingId: true, kind: true, period: true, rateMinor: true } as const
