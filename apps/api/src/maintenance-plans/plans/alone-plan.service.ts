/** Two who write for one client at once: whoever submits second is told of the first. */
import { notEligible, text } from '@steward/domain'
import { lockOrganization } from '../../access/rights.service.ts'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { MaintenancePlan } from './plan.entity.ts'

/** Of the same time, and not submitted yet when this one was begun: whoever began later was shown that one. */
const OTHER = `
select p.number from maintenance_plan p
 where p.org_id = $1 and p.client_id = $2 and p.kind = $3 and p.id <> $4
   and p.status in ('IN_REVIEW', 'PENDING_APPROVAL', 'ACTIVE', 'EVALUATING') and p.starts_on <= $6 and p.ends_on >= $5
   and not exists (select from plan_revision r where r.org_id = p.org_id and r.plan_id = p.id and r.submitted_at <= $7)
 order by p.number limit 1`

/** The plan is locked. One after the other for all of an organization, as their numbers are given. */
export const mustBeAlone = async (tx: Transaction, plan: MaintenancePlan): Promise<void> => {
  if (plan.clientId === null || plan.effectiveRevisionId !== null) return
  await lockOrganization(tx)
  const { orgId, clientId, kind, id, startsOn, endsOn, draftedAt } = plan
  const given = [orgId, clientId, kind, id, startsOn, endsOn, draftedAt]
  const [other] = await tx.manager.query<{ number: string }[]>(OTHER, given)
  if (!other) return
  const { number } = other
  throw new Refused(
    notEligible(
      'noOtherPlanOfClient',
      text(
        `该客户同一期间的方案 ${number} 已经提交。请撤回本草稿，或改为修订 ${number}。`,
        `Plan ${number} for this client and time is submitted already. Withdraw this draft, or amend ${number}.`,
      ),
    ),
  )
}
