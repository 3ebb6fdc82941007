/** What promises are reckoned with: the policy, the calendar, the categories above the case's. */
import { DEFAULT_PROMISE_POLICY, type PromisePolicy, type PromiseTerms } from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { EntityManager } from 'typeorm'
import { gradeOfClient } from '../grading/directory/current-grade.service.ts'
import { calendarFor } from '../working-time/calendar-store.service.ts'
import { PromisePolicyEntity } from './promise.entity.ts'

/** A revision never changes: it is kept by its key as long as the process lives, of many organizations the latest. */
const MOST_KEPT = 1_000
const kept = new Map<string, PromisePolicy>()

const keep = (orgId: string, policy: PromisePolicy): PromisePolicy => {
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(`${orgId} ${policy.revision}`, policy)
  return policy
}

/** The policy in force; the default one, revision 0, where the organization never set its own. */
export const policyInForce = async (manager: EntityManager, orgId: string): Promise<PromisePolicy> => {
  const [row] = await manager.find(PromisePolicyEntity, {
    where: { orgId },
    order: { revision: 'DESC' },
    take: 1,
  })
  return row ? keep(orgId, { revision: row.revision, rules: row.rules }) : DEFAULT_PROMISE_POLICY
}

const policyOf = async (
  manager: EntityManager,
  orgId: string,
  revision: number | null,
): Promise<PromisePolicy> => {
  if (revision === null) return policyInForce(manager, orgId)
  if (revision === DEFAULT_PROMISE_POLICY.revision) return DEFAULT_PROMISE_POLICY
  const known = kept.get(`${orgId} ${revision}`)
  if (known) return known
  const row = await manager.findOneByOrFail(PromisePolicyEntity, { orgId, revision })
  return keep(orgId, { revision, rules: row.rules })
}

const ABOVE = `
with recursive above as (
  select id, parent_id, 0 as depth from complaint_category where org_id = $1 and id = $2
  union all
  select c.id, c.parent_id, depth + 1 from complaint_category c join above a on c.org_id = $1 and c.id = a.parent_id where depth < 20
) select id from above order by depth`

const categoryPath = async (
  manager: EntityManager,
  orgId: string,
  categoryId: string | null,
  { rules }: PromisePolicy,
): Promise<readonly string[]> => {
  // Most policies ask for no category.
  if (categoryId === null || rules.every((rule) => rule.categoryId === null)) return []
  const rows = await manager.query<{ id: string }[]>(ABOVE, [orgId, categoryId])
  return rows.map(({ id }) => id)
}

const gradeFor = async (
  manager: EntityManager,
  orgId: string,
  clientId: string | null,
  { rules }: PromisePolicy,
): Promise<string | null> =>
  // Most policies ask for no grade.
  rules.every((rule) => rule.grade === null) ? null : gradeOfClient(manager, orgId, clientId)

/** @param policy the revision that is frozen on the case, or null: the one in force */
export const promiseTerms = async (
  manager: EntityManager,
  {
    orgId,
    categoryId,
    clientId,
  }: { readonly orgId: string; readonly categoryId: string | null; readonly clientId: string | null },
  revision: number | null,
): Promise<PromiseTerms> => {
  const policy = await policyOf(manager, orgId, revision)
  return {
    policy,
    calendar: (await calendarFor(manager, orgId)).calendar,
    categoryPath: await categoryPath(manager, orgId, categoryId, policy),
    grade: await gradeFor(manager, orgId, clientId, policy),
    newId,
  }
}
