/** When a grading is due again: by the calendar for all, by what happened for one client. Each is said once, and stands until it is done. */
import {
  DEFAULT_GRADING_POLICY,
  GRADING_POLICY_INPUT,
  monthsLater,
  parseInput,
  type GradingDueCause,
  type GradingPolicy,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import type { VerbContext } from '../../context.ts'
import { orRefuse } from '../../database/refused.ts'
import { transaction } from '../../database/transaction.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { setPolicyRow } from '../../organization/policy-row.service.ts'
import { GradingPolicyEntity, type GradingCycleEntity } from './grading-cycle.entity.ts'

export const gradingPolicyOf = async (manager: EntityManager, orgId: string): Promise<GradingPolicy> =>
  (await manager.findOneBy(GradingPolicyEntity, { orgId })) ?? DEFAULT_GRADING_POLICY

export const setPolicy = (context: VerbContext, input: object): Promise<GradingPolicyEntity | UserError> =>
  transaction(context, 'gradingPolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(GRADING_POLICY_INPUT, input))
    return setPolicyRow(tx, GradingPolicyEntity, policy, expectedVersion)
  })

const SAY = `
insert into grading_due (org_id, id, cause, client_id, record_id, at)
select $1, $2, $3, $4, $5, $6
 where $4::uuid is null or exists (select from client c where c.org_id = $1 and c.id = $4
   and c.archived_at is null and c.erased_at is null and c.merged_into_id is null)
on conflict (org_id, cause, record_id) do nothing`

export interface Due {
  readonly orgId: string
  readonly cause: GradingDueCause
  readonly clientId: string | null
  readonly recordId: string
  readonly at: Date
}

/** Said before of the same record: nothing. */
export const sayDue = async (
  manager: EntityManager,
  { orgId, cause, clientId, recordId, at }: Due,
): Promise<void> => {
  await manager.query(SAY, [orgId, newId(), cause, clientId, recordId, at])
}

/** The newest directory of all clients, if it has grown old by now and that was not said yet. */
const OLDEST = `
select k.id, k.as_of_on::text as "asOfOn" from grading_cycle k
 where k.org_id = $1 and k.status = 'PUBLISHED' and k.amends_id is null and cardinality(k.project_ids) = 0
 order by k.published_at desc, k.id desc limit 1`

/** What the calendar asks for on this day. */
export const sayCalendarDue = async (
  manager: EntityManager,
  orgId: string,
  today: string,
  at: Date,
): Promise<void> => {
  const { everyMonths } = await gradingPolicyOf(manager, orgId)
  if (everyMonths === 0) return
  const [newest] = await manager.query<{ id: string; asOfOn: string }[]>(OLDEST, [orgId])
  if (!newest || monthsLater(newest.asOfOn, everyMonths) > today) return
  await sayDue(manager, { orgId, cause: 'CALENDAR', clientId: null, recordId: newest.id, at })
}

/** What happened after the day of the values, or after they were taken, is not in them. `$6` the day, `$7` its time zone */
const SETTLE = `
update grading_due d set settled_by_id = $2
 where d.org_id = $1 and d.settled_by_id is null
   and (d.cause = 'CALENDAR' or d.at <= $3 and (d.cause = 'APPEAL_GRANTED' or (d.at at time zone $7)::date <= $6::date))
   and case when d.client_id is null then $4
            else exists (select from evaluation e where e.org_id = $1 and e.cycle_id = $2 and e.client_id = d.client_id and e.left_out is null) end
   and (not $5 or d.cause = 'APPEAL_GRANTED')`

/**
 * A published directory settles what was due before it was scored, of those whom it grades; an amendment only what it amends for. What the
 * calendar has asked for while it was being signed is done with it.
 */
export const settleDue = async (
  manager: EntityManager,
  { orgId, id, scoringAt, projectIds, amendsId, asOfOn }: GradingCycleEntity,
): Promise<void> => {
  const isAmendment = amendsId !== null
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const ofAll = !isAmendment && projectIds.length === 0
  await manager.query(SETTLE, [orgId, id, scoringAt, ofAll, isAmendment, asOfOn, timeZone])
}
