/** Makes the notices of what happened: in the transaction of whoever calls, once for each event and person. */
import {
  addressOfPage,
  can,
  DEFAULT_NOTICE_PREFERENCE,
  hasPermission,
  mailDueAt,
  NOTICE_RULES,
  noticePage,
  NOTICES_PAGE,
  text,
  type Actor,
  type NoticeKind,
  type NoticePreference,
  type PortalPage,
} from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { EntityManager } from 'typeorm'
import { readActor } from '../access/session.ts'
import { asSystem } from '../database/as-system.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { Staff } from '../organization/organization.entity.ts'
import { Notice, NoticeDue, NoticePreferenceEntity } from './notice.entity.ts'
import { recipientsOf } from './notice-recipients.ts'
import { loadSubject, type Happening, type Subject } from './notice-subject.ts'
import { valuesOf, type Values } from './notice-values.ts'
import { rendered, templateInForce } from './template-in-force.ts'

export interface Telling {
  readonly kind: NoticeKind
  /** Of kinds that are told to whom the event names. */
  readonly named?: readonly string[]
  /** What only the event knows. */
  readonly values?: Values
}

/** `publicUrl`: where the links lead. */
export interface NoticePlace {
  readonly publicUrl: URL
}

/** Tells everybody concerned who may read the record. @returns how many were told now and had not been before */
export const tellStaff = async (
  manager: EntityManager,
  place: NoticePlace,
  happening: Happening,
  telling: Telling,
  known?: Subject,
): Promise<number> => {
  const { kind, named = [] } = telling
  const subject = known ?? (await loadSubject(manager, happening))
  if (!subject) return 0
  const { orgId } = happening
  const recipients = await recipientsOf(manager, NOTICE_RULES[kind].to, subject, happening, named)
  if (recipients.length === 0) return 0
  const { values, timeZone } = await valuesOf(manager, happening, subject)
  const template = await templateInForce(manager, orgId, kind)
  const told: string[] = []
  for (const staffId of recipients) {
    const actor = await readActor(manager, orgId, staffId)
    if (!actor || !mayBeTold(actor, subject)) continue
    const { name } = await manager.findOneByOrFail(Staff, { orgId, id: staffId })
    const link = linkOf(place, pageFor(happening, subject, actor))
    const words = rendered(template, {
      ...values,
      ...telling.values,
      recipient: text(name, name),
      link: text(link, link),
    })
    const id = newId()
    if (!(await insertOnce(manager, { id, happening, kind, staffId, subject, words }))) continue
    told.push(id)
    const dueAt = mailDueAt(kind, await preferenceOf(manager, orgId, staffId), happening.at, timeZone)
    if (dueAt) await manager.insert(NoticeDue, { orgId, id, staffId, dueAt })
  }
  await publish(manager, happening, told)
  return told.length
}

/** May this person read what they would be told of? */
export const mayBeTold = (actor: Actor, { reading }: Subject): boolean =>
  reading === null || can(actor, reading.permission, reading.facts)

/** The address of a page for a mail; of all notices where no page of theirs shows the record. */
export const linkOf = ({ publicUrl }: NoticePlace, page: PortalPage | null): string =>
  new URL(addressOfPage(page ?? NOTICES_PAGE), publicUrl).href

const pageFor = ({ subjectType, subjectId }: Happening, { complaint, signing }: Subject, actor: Actor) => {
  const revision = signing?.revision ?? null
  const sold = signing?.prices ?? signing?.agreement
  return noticePage(
    {
      subjectType,
      subjectId: toGlobalId(subjectType, subjectId),
      complaintId: complaint && toGlobalId('Complaint', complaint.id),
      exportRequestId: signing?.request ? toGlobalId('ExportRequest', signing.request.id) : null,
      opportunityId: sold ? toGlobalId('Opportunity', sold.opportunityId) : null,
      nominationId: signing?.nomination ? toGlobalId('KeyAccountNomination', signing.nomination.id) : null,
      planId: signing?.plan ? toGlobalId('MaintenancePlan', signing.plan.id) : null,
      clientMergeId: signing?.merge ? toGlobalId('ClientMerge', signing.merge.id) : null,
      gradingCycleId: signing?.cycle ? toGlobalId('GradingCycle', signing.cycle.id) : null,
      revision: revision && {
        id: toGlobalId('DocumentRevision', revision.id),
        documentId: toGlobalId('ControlledDocument', revision.documentId),
      },
    },
    (permission) => hasPermission(actor, permission),
  )
}

/** False where that person was told of it before: the relay may come twice. */
const insertOnce = async (
  manager: EntityManager,
  {
    id,
    happening,
    kind,
    staffId,
    subject,
    words,
  }: {
    id: string
    happening: Happening
    kind: NoticeKind
    staffId: string
    subject: Subject
    words: ReturnType<typeof rendered>
  },
): Promise<boolean> => {
  const { orgId, id: eventId, subjectType, subjectId, at } = happening
  const row = {
    orgId,
    id,
    staffId,
    kind,
    severity: NOTICE_RULES[kind].severity,
    eventId,
    subjectType,
    subjectId,
    complaintId: subject.complaint?.id ?? null,
    ...words,
    at,
  }
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(Notice)
    .values(row)
    .orIgnore()
    .returning('id')
    .execute()
  return (raw as unknown[]).length > 0
}

/** What a person chose, or the defaults. */
export const preferenceOf = async (
  manager: EntityManager,
  orgId: string,
  staffId: string,
): Promise<NoticePreference> => {
  const row = await manager.findOneBy(NoticePreferenceEntity, { orgId, staffId })
  if (!row) return DEFAULT_NOTICE_PREFERENCE
  const chosen = (kinds: readonly NoticeKind[], on: boolean) => kinds.map((kind) => [kind, on])
  const { locale, mailAddress, quietFrom, quietTo, digestAt } = row
  const mail = Object.fromEntries([...chosen(row.mailOn, true), ...chosen(row.mailOff, false)])
  return { locale, mailAddress, quietFrom, quietTo, digestAt, mail }
}

/** Screens that are open learn of it as of any other change. */
const publish = async (
  manager: EntityManager,
  { orgId, id, at }: Happening,
  noticeIds: readonly string[],
): Promise<void> => {
  if (noticeIds.length === 0) return
  await asSystem(manager, { orgId, now: at, requestId: `notice-${id}` }, async (tx) => {
    for (const noticeId of noticeIds) tx.emit('changed', { type: 'Notice', id: noticeId })
  })
}
