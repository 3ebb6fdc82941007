/** How a standard that is being typed would grade the clients of today. Of many a sample is graded, drawn by a seed that stays the same while one types. */
import {
  distributionOf,
  evaluate,
  GRADING_STANDARD,
  movesOf,
  parseInput,
  say,
  type Evaluation,
  type GradingStandard,
} from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { EntityManager } from 'typeorm'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { dayOf } from '../../money/day-of-organization.service.ts'
import { measured, type Measuring } from '../measuring/measuring.service.ts'
import { GRADED_CLIENTS } from './graded-clients.ts'
import { GradingPreview } from './preview.type.ts'
import { standardInForce } from './standard-in-force.service.ts'
import { toldDistribution } from './told-distribution.ts'

/** As many as can be graded between two key strokes; the error of a share is some two per cent. */
const MOST_PREVIEWED = 2_000

const COUNT = `select count(*)::integer as many from client c where c.org_id = $1 and ${GRADED_CLIENTS}`
/** From the seed's digest on, and round: the digests stand in an index, so that nothing is sorted while somebody types. */
const DRAWN = `
select id from (
  (select c.id, false as round, md5(c.id::text)::uuid as digest from client c
    where c.org_id = $1 and ${GRADED_CLIENTS} and md5(c.id::text)::uuid >= md5($2)::uuid order by md5(c.id::text)::uuid limit $3)
  union all
  (select c.id, true, md5(c.id::text)::uuid from client c
    where c.org_id = $1 and ${GRADED_CLIENTS} and md5(c.id::text)::uuid < md5($2)::uuid order by md5(c.id::text)::uuid limit $3)) d
 order by round, digest limit $3`

const draw = async (
  manager: EntityManager,
  orgId: string,
  seed: string,
): Promise<{ readonly clients: number; readonly ids: readonly string[] }> => {
  const [counted] = await manager.query<{ many: number }[]>(COUNT, [orgId])
  const rows = await manager.query<{ id: string }[]>(DRAWN, [orgId, seed, MOST_PREVIEWED])
  return { clients: counted!.many, ids: rows.map(({ id }) => id) }
}

/** In the order of the ids. */
const evaluated = async (
  around: Measuring,
  standard: GradingStandard,
  asOf: string,
  clientIds: readonly string[],
): Promise<readonly Evaluation[]> => {
  const values = await measured(around, { standard, asOf, clientIds })
  return clientIds.flatMap((id) => {
    const raw = values.get(id)
    return raw ? [evaluate(standard, raw)] : []
  })
}

export const gradingPreview = (
  { signedIn, dataSource, locale, now }: RequestContext,
  input: object,
): Promise<GradingPreview> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const parsed = parseInput(GRADING_STANDARD, input)
  if (!parsed.ok) {
    const [first] = parsed.error.fields
    throw new GraphQLError(`${first?.path}: ${say(first!.message, locale)}`, {
      extensions: { code: 'BAD_REQUEST' },
    })
  }
  const content = parsed.value as GradingStandard
  const { actor } = signedIn
  const orgId = actor.organizationId
  return withTenant(dataSource, orgId, async (manager) => {
    const around = { manager, actor }
    const inForce = await standardInForce(around)
    const asOf = await dayOf(manager, orgId, now)
    const seed = inForce?.revisionId ?? orgId
    const { clients, ids } = await draw(manager, orgId, seed)
    const times = ids.length === 0 ? 1 : clients / ids.length
    const typed = await evaluated(around, content, asOf, ids)
    const held = inForce && (await evaluated(around, inForce.content, asOf, ids))
    return Object.assign(new GradingPreview(), {
      asOf,
      clients,
      sampled: ids.length,
      seed: ids.length < clients ? seed : null,
      typed: toldDistribution({ content, label: null }, distributionOf(typed), times),
      inForce: inForce && toldDistribution(inForce, distributionOf(held!), times),
      moves: held ? movesOf(held.map((before, at) => [before, typed[at]!] as const)) : [],
    })
  })
}
