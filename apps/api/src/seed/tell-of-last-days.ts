/** What staff were told and clients were owed in the last days before the story meets the present, made as the worker makes it. */
import type { DueStep } from '@steward/domain'
import type { DataSource, EntityManager } from 'typeorm'
import { withTenant } from '../database/with-tenant.ts'
import { oweClient } from '../notices/client-notice.consumer.ts'
import { tellOfChange } from '../notices/notice.consumer.ts'
import { tellOfPromise } from '../notices/promise-notice.consumer.ts'
import { tellOfSigning } from '../notices/signing-notice.consumer.ts'
import type { Happening } from '../notices/notice-subject.ts'
import { DAY } from './calendar.ts'

const DAYS = 5
/** What is older than this was read, and told, by those whose task it was. */
const SETTLED_AFTER = 1.5 * DAY
/** Links of notices are made anew by the screen; those of mails are not needed, for none was sent. */
const PLACE = { publicUrl: new URL('http://localhost/') }

const OF_CASES = `
select org_id as "orgId", id, 'Complaint' as "subjectType", complaint_id as "subjectId", null as version,
  'complaint:' || action as verb, by_id as "actorId", at
  from complaint_event where org_id = $1 and at >= $2 order by at, id`

const OF_ORDERS = `
select org_id as "orgId", id, 'ComplaintTask' as "subjectType", id as "subjectId", null as version,
  'complaint:dispatch' as verb, dispatched_by_id as "actorId", dispatched_at as at
  from complaint_task where org_id = $1 and dispatched_at >= $2 order by dispatched_at, id`

const OF_PROMISES = `
select org_id as "orgId", id, 'ComplaintPromise' as "subjectType", promise_id as "subjectId", null as version,
  'system' as verb, null as "actorId", fired_at as at, step
  from promise_due where org_id = $1 and fired_at >= $2 order by fired_at, id`

const OF_HANDOVERS = `
select org_id as "orgId", id, 'Handover' as "subjectType", id as "subjectId", null as version, 'handover:offer' as verb,
  giver_id as "actorId", offered_at as at
  from handover where org_id = $1 and offered_at >= $2 order by offered_at, id`

const OF_SIGNINGS = `
select org_id as "orgId", id, 'Signing' as "subjectType", signing_id as "subjectId", null as version, 'system' as verb,
  null as "actorId", opened_at as at, position as level
  from signing_step where org_id = $1 and state = 'OPEN' and opened_at >= $2 order by opened_at, id`

const READ = `
update notice set read_at = at + interval '20 minutes' where org_id = $1 and at < $2 and read_at is null`

const TOLD = `
update client_notice n set status = 'TOLD', settled_at = n.owed_at + interval '40 minutes',
    told_by_id = coalesce(c.assignee_id, c.registered_by_id), version = n.version + 1
  from complaint c
 where n.org_id = $1 and c.org_id = n.org_id and c.id = n.complaint_id and n.status = 'OWED' and n.owed_at < $2`

const happened = <More = unknown>(
  manager: EntityManager,
  sql: string,
  orgId: string,
  since: Date,
): Promise<(Happening & More)[]> => manager.query(sql, [orgId, since])

export const tellOfLastDays = (dataSource: DataSource, orgId: string, now: Date): Promise<void> =>
  withTenant(dataSource, orgId, async (manager) => {
    const since = new Date(now.getTime() - DAYS * DAY)
    for (const happening of await happened(manager, OF_CASES, orgId, since)) {
      await tellOfChange(manager, PLACE, happening)
      await oweClient(manager, happening)
    }
    for (const happening of await happened(manager, OF_ORDERS, orgId, since))
      await tellOfChange(manager, PLACE, happening)
    for (const due of await happened<{ step: DueStep }>(manager, OF_PROMISES, orgId, since))
      await tellOfPromise(manager, PLACE, due, due.step)
    for (const happening of await happened(manager, OF_HANDOVERS, orgId, since))
      await tellOfChange(manager, PLACE, happening)
    for (const step of await happened<{ level: number }>(manager, OF_SIGNINGS, orgId, since))
      await tellOfSigning(manager, PLACE, step, { kind: 'signatureAwaited', level: step.level })
    const settled = new Date(now.getTime() - SETTLED_AFTER)
    await manager.query(READ, [orgId, settled])
    await manager.query(TOLD, [orgId, settled])
  })
