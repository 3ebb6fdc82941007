/** Once a morning the supervisors learn, in one notice, whose grading has become due since they were last told: the same cause of the same client once. */
import { startOfDay, text } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { tellStaff, type NoticePlace } from '../../notices/tell-staff.ts'
import { StaffRole } from '../../organization/organization.entity.ts'

/** When somebody is there to read it. */
const MORNING_MS = 8 * 3_600_000

/** Whether it was told today already. `$2` the start of the day */
const TOLD_TODAY = 'select exists (select from grading_due where org_id = $1 and told_at >= $2) as told'

const FRESH = `
with fresh as (
  update grading_due d set told_at = $2
   where d.org_id = $1 and d.told_at is null and d.settled_by_id is null
     and (d.client_id is null or exists (select from client c where c.org_id = d.org_id and c.id = d.client_id
       and c.archived_at is null and c.erased_at is null and c.merged_into_id is null))
  returning d.id, d.client_id, d.cause)
select count(distinct (f.client_id, f.cause))::integer as many, (array_agg(f.id order by f.id))[1] as first
  from fresh f
 where not exists (
   select from grading_due o where o.org_id = $1 and o.client_id is not distinct from f.client_id and o.cause = f.cause
      and o.told_at is not null and o.settled_by_id is null)`

/** @param today of the organization */
export const tellDue = async (
  manager: EntityManager,
  place: NoticePlace,
  { orgId, timeZone, today }: { readonly orgId: string; readonly timeZone: string; readonly today: string },
  now: Date,
): Promise<void> => {
  const morning = startOfDay(today, timeZone)
  if (now.getTime() < morning.getTime() + MORNING_MS) return
  const [before] = await manager.query<{ told: boolean }[]>(TOLD_TODAY, [orgId, morning])
  if (before!.told) return
  const [fresh] = await manager.query<{ many: number; first: string | null }[]>(FRESH, [orgId, now])
  const { many, first } = fresh!
  if (first === null) return
  const supervisors = await manager.findBy(StaffRole, { orgId, role: 'CR_SUPERVISOR' })
  const reasons = String(many)
  const happening = {
    orgId,
    id: newId(),
    subjectType: 'GradingDue',
    subjectId: first,
    version: null,
    verb: 'system',
    actorId: null,
    at: now,
  } as const
  await tellStaff(manager, place, happening, {
    kind: 'GRADING_DUE',
    named: [...new Set(supervisors.map(({ staffId }) => staffId))],
    values: { reasons: text(reasons, reasons) },
  })
}
