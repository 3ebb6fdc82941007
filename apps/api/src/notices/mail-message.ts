/** What a mail says and to whom: read when it is sent, kept nowhere. */
import { NOTICES_PAGE, say, text, textToHtml, type Text } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { MAILED_LINK_HOURS, mailedLinkExpiresAt, openReset, resetUrl } from '../account/reset-link.service.ts'
import { Client } from '../clients/client.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { Reconciliation } from '../money/reconciliation/reconciliation.entity.ts'
import { StatementNotice } from '../money/reconciliation/statement-notice.entity.ts'
import { OrganizationProfile, Staff } from '../organization/organization.entity.ts'
import { ClientNotice, type Mail, Notice } from './notice.entity.ts'
import { linkOf, preferenceOf, type NoticePlace } from './tell-staff.ts'
import { rendered, templateInForce } from './template-in-force.ts'

export interface MailMessage {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Undefined where there is nobody to write to (any more). */
export const messageOf = async (
  manager: EntityManager,
  place: NoticePlace,
  mail: Mail,
  now: Date,
): Promise<MailMessage | undefined> => {
  const written =
    mail.staffId === null
      ? await toClient(manager, mail)
      : mail.template === 'PASSWORD_RESET'
        ? await toForgetful(manager, place, mail, now)
        : await toStaff(manager, place, mail)
  if (!written?.to) return undefined
  const { to, subject, body } = written
  const ready = say(body, mail.locale)
  return {
    to,
    subject: say(subject, mail.locale),
    text: ready,
    html: textToHtml(ready, place.publicUrl.href),
  }
}

interface Written {
  readonly to: string | null
  readonly subject: Text
  readonly body: Text
}

const toClient = async (
  manager: EntityManager,
  { orgId, id: mailId }: Mail,
): Promise<Written | undefined> => {
  const ofCase = await manager.findOneBy(ClientNotice, { orgId, mailId })
  const notice = ofCase ?? (await manager.findOneBy(StatementNotice, { orgId, mailId }))
  if (!notice) return undefined
  const about =
    'complaintId' in notice
      ? await manager.findOneBy(ComplaintEntity, { orgId, id: notice.complaintId })
      : await manager.findOneBy(Reconciliation, { orgId, id: notice.reconciliationId })
  if (!about?.clientId) return undefined
  const client = await manager.findOneBy(Client, { orgId, id: about.clientId })
  return {
    to: client?.email ?? null,
    subject: text(notice.titleZh, notice.titleEn),
    body: text(notice.wordsZh, notice.wordsEn),
  }
}

/**
 * Whoever forgot their password: the link is made now, and kept nowhere but in the mail. A mail that is tried again brings
 * another one, and the one before is void.
 */
const toForgetful = async (
  manager: EntityManager,
  place: NoticePlace,
  { orgId, staffId }: Mail,
  now: Date,
): Promise<Written | undefined> => {
  const staff = await manager.findOne(Staff, {
    where: { orgId, id: staffId! },
    lock: { mode: 'for_no_key_update' },
  })
  if (!staff || staff.disabledAt) return undefined
  const { mailAddress: to } = await preferenceOf(manager, orgId, staff.id)
  if (!to) return undefined
  const profile = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const expiresAt = mailedLinkExpiresAt(now)
  const link = resetUrl(place, await openReset(manager, staff, { now, expiresAt, issuedById: null }))
  const hours = String(MAILED_LINK_HOURS)
  const { titleZh, titleEn, bodyZh, bodyEn } = rendered(
    await templateInForce(manager, orgId, 'PASSWORD_RESET'),
    {
      organization: text(profile.name, profile.name),
      recipient: text(staff.name, staff.name),
      actor: text(staff.name, staff.name),
      link: text(link, link),
      hours: text(hours, hours),
    },
  )
  return { to, subject: text(titleZh, titleEn), body: text(bodyZh, bodyEn) }
}

const toStaff = async (
  manager: EntityManager,
  place: NoticePlace,
  { orgId, id: mailId, staffId, template }: Mail,
): Promise<Written | undefined> => {
  const staff = await manager.findOneBy(Staff, { orgId, id: staffId! })
  if (!staff || staff.disabledAt) return undefined
  const { mailAddress: to } = await preferenceOf(manager, orgId, staff.id)
  const notices = await manager.find(Notice, { where: { orgId, mailId }, order: { at: 'ASC', id: 'ASC' } })
  const [first] = notices
  if (!first) return undefined
  if (template !== 'DIGEST')
    return { to, subject: text(first.titleZh, first.titleEn), body: text(first.bodyZh, first.bodyEn) }
  const profile = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const link = linkOf(place, NOTICES_PAGE)
  const { titleZh, titleEn, bodyZh, bodyEn } = rendered(await templateInForce(manager, orgId, 'DIGEST'), {
    organization: text(profile.name, profile.name),
    recipient: text(staff.name, staff.name),
    link: text(link, link),
    rows: text(String(notices.length), String(notices.length)),
  })
  const list = (title: (notice: Notice) => string) => notices.map((it) => `· ${title(it)}`).join('\n')
  return {
    to,
    subject: text(titleZh, titleEn),
    body: text(`${bodyZh}\n\n${list((it) => it.titleZh)}`, `${bodyEn}\n\n${list((it) => it.titleEn)}`),
  }
}
