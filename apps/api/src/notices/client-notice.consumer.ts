/** Each change of state of a case owes its client a word. */
import { clientNoticeOf, text, type Status, type TemplateKey } from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { EntityManager } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { asSystem } from '../database/as-system.ts'
import { Department, OrganizationProfile } from '../organization/organization.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { queueMailToClient } from './client-mail.service.ts'
import { ClientNotice } from './notice.entity.ts'
import { caseEvent, type Happening } from './notice-subject.ts'
import { rendered, templateInForce } from './template-in-force.ts'

/** Owes the client a word of it, or notes that none is needed and why; once for each event of the case. */
export const oweClient = async (manager: EntityManager, happening: Happening): Promise<void> => {
  const { orgId, subjectId, actorId, at } = happening
  const event = await caseEvent(manager, happening)
  const complaint = await manager.findOneBy(ComplaintEntity, { orgId, id: subjectId })
  if (!event || !complaint) return
  if (await manager.existsBy(ClientNotice, { orgId, eventId: event.id })) return
  const client =
    complaint.clientId === null ? null : await manager.findOneBy(Client, { orgId, id: complaint.clientId })
  const owed = clientNoticeOf(
    { ...complaint, ...event },
    {
      channel: complaint.channel,
      anonymous: complaint.anonymous,
      hasPhone: (complaint.contactPhone ?? client?.phone ?? null) !== null,
      hasMail: (client?.email ?? null) !== null,
    },
  )
  if (!owed) return
  const { titleZh, titleEn, bodyZh, bodyEn } = await wordsFor(manager, complaint, event.to)
  const id = newId()
  const isMail = owed.status === 'OWED' && owed.channel === 'MAIL'
  await asSystem(manager, { orgId, now: at, requestId: `client-notice-${happening.id}` }, async (tx) => {
    const mailId = isMail ? await queueMailToClient(tx, orgId, templateOf(event.to)) : null
    await tx.insert(ClientNotice, {
      id,
      complaintId: complaint.id,
      eventId: event.id,
      caseStatus: event.to,
      channel: owed.channel,
      status: owed.status,
      titleZh,
      titleEn,
      wordsZh: bodyZh,
      wordsEn: bodyEn,
      owedAt: at,
      settledAt: owed.status === 'OWED' ? null : at,
      toldById: owed.status === 'TOLD' ? actorId : null,
      note: null,
      waiver: owed.status === 'WAIVED' ? owed.reason : null,
      mailId,
      version: 1,
    })
  })
}

const templateOf = (status: Status): TemplateKey => `CLIENT_${status}`

const wordsFor = async (manager: EntityManager, complaint: ComplaintEntity, status: Status) => {
  const { orgId, number, handlingDepartmentId: id } = complaint
  const { name } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const department = id === null ? null : await manager.findOneBy(Department, { orgId, id })
  const ours = department ? text(department.name, department.name) : text('我们', 'we')
  return rendered(await templateInForce(manager, orgId, templateOf(status)), {
    organization: text(name, name),
    number: text(number, number),
    department: ours,
  })
}

export const clientNoticeConsumer: RowsConsumer = {
  name: 'client-notices',
  effect: 'rows',
  kinds: ['changed'],
  wants: ({ subjectType, verb }) => subjectType === 'Complaint' && verb.startsWith('complaint:'),
  apply: (manager, row) => oweClient(manager, { ...row, subjectType: 'Complaint' }),
}
