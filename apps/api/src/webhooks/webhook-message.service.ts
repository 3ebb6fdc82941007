/** Makes the messages that a change of a case owes to partners: in the relay's transaction, so exactly once. */
import { webhookEventOf } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { caseEvent, type Happening } from '../notices/notice-subject.ts'
import { databaseNow } from '../worker/database-now.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { readableCase, type ToldPartner } from './partner-reading.service.ts'
import { caseBody } from './webhook-body.ts'
import { wakeEndpoint } from './webhook-due.service.ts'
import { WebhookMessage } from './webhook.entity.ts'

interface Concerned extends ToldPartner {
  readonly endpointId: string
}

/** Endpoints of the partner that registered the case, if one did; those of a paused one keep it until it is resumed. */
const CONCERNED = `
select e.org_id as "orgId", e.id as "endpointId", p.id as "partnerId", p.staff_id as "staffId"
  from complaint c
  join partner p on p.org_id = c.org_id and p.staff_id = c.registered_by_id
  join webhook_endpoint e on e.org_id = p.org_id and e.partner_id = p.id
 where c.org_id = $1 and c.id = $2 and e.status <> 'ARCHIVED' and $3 = any(e.events)`

/**
 * Writes what the endpoints concerned are owed for a change of a case; nothing where nobody is to be told of it.
 * @param dueAt when it is sent first, by the clock of the database
 */
export const tellPartner = async (
  manager: EntityManager,
  happening: Happening,
  dueAt: () => Promise<Date>,
): Promise<void> => {
  const { orgId, id: causeId, subjectId: complaintId, version, at, verb } = happening
  const event = webhookEventOf(verb)
  if (!event) return
  const concerned = await manager.query<Concerned[]>(CONCERNED, [orgId, complaintId, event])
  if (concerned.length === 0) return
  // The case into which another was merged changes with it, without a step of its own.
  const step = await caseEvent(manager, { ...happening, subjectType: 'Complaint' })
  if (!step) return
  const due = await dueAt()
  for (const { endpointId, ...partner } of concerned) {
    const complaint = await readableCase(manager, partner, complaintId, at)
    if (!complaint) continue
    const told = { id: complaintId, number: complaint.number, status: step.to, version }
    await manager
      .createQueryBuilder()
      .insert()
      .into(WebhookMessage)
      .values({
        orgId,
        id: newId(),
        endpointId,
        causeId,
        event,
        complaintId,
        body: caseBody(event, at, told),
        status: 'PENDING',
        dueAt: due,
        createdAt: at,
      })
      .orIgnore()
      .execute()
    await wakeEndpoint(manager, { orgId, id: endpointId }, due)
  }
}

export const webhookMessageConsumer: RowsConsumer = {
  name: 'webhook-messages',
  effect: 'rows',
  kinds: ['changed'],
  wants: ({ verb, subjectType }) => subjectType === 'Complaint' && webhookEventOf(verb) !== undefined,
  apply: (manager, row, services) =>
    tellPartner(manager, { ...row, subjectType: 'Complaint' }, () => databaseNow(services, manager)),
}
