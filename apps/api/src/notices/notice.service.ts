/** What a person does with their own notices, and the words of the organization. */
import {
  CHANGE_NOTICE_PREFERENCES,
  NOTICE_RULES,
  parseInput,
  parseTemplate,
  type NoticeKind,
} from '@steward/domain'
import { IsNull, LessThanOrEqual } from 'typeorm'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { demandFreshProof } from '../access/proof.service.ts'
import { lockOrganization } from '../access/rights.service.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { Staff } from '../organization/organization.entity.ts'
import { Notice, NoticePreferenceEntity, NoticeTemplateEntity } from './notice.entity.ts'
import { NoticesRead } from './notice.type.ts'

/** Having read is no business: it is noted on the row and leaves no further trace. */
export const markNoticeRead = (
  context: RequestContext,
  input: { readonly noticeId: string },
): Promise<Notice | UserError> =>
  transaction(context, 'notice:markRead', async (tx) => {
    const { noticeId } = withUuids(input) as typeof input
    const notice = await tx.get(Notice, noticeId)
    tx.admit('notice:read', { recipientId: notice.staffId })
    if (notice.readAt) return notice
    await tx.manager.update(Notice, { orgId: notice.orgId, id: notice.id }, { readAt: tx.now })
    tx.emit('changed', { type: 'Notice', id: notice.id })
    return Object.assign(notice, { readAt: tx.now })
  })

export const markAllNoticesRead = async (
  context: RequestContext,
  { until }: { readonly until: Date },
): Promise<NoticesRead | UserError> => {
  let marked = 0
  // The reader's own row stands for it in what a repeated Idempotency-Key answers.
  const done = await transaction(context, 'notice:markRead', async (tx) => {
    const { organizationId: orgId, staffId } = tx.actor
    const unread = { orgId, staffId, readAt: IsNull(), at: LessThanOrEqual(until) }
    const newest = await tx.manager.findOne(Notice, { where: unread, order: { at: 'DESC' } })
    const { affected } = await tx.manager.update(Notice, unread, { readAt: tx.now })
    marked = affected ?? 0
    // One is enough: the person's other screens count anew.
    if (newest) tx.emit('changed', { type: 'Notice', id: newest.id })
    return tx.get(Staff, staffId)
  })
  return done instanceof UserError ? done : Object.assign(new NoticesRead(), { marked })
}

/** States the whole; another mail address needs a fresh proof. Refuses STALE_RECORD where another window has changed it meanwhile. */
export const changeNoticePreferences = (
  context: RequestContext,
  input: object,
): Promise<NoticePreferenceEntity | UserError> =>
  transaction(context, 'notice:changePreferences', async (tx) => {
    const { expectedVersion, mail, ...chosen } = orRefuse(parseInput(CHANGE_NOTICE_PREFERENCES, input))
    const { organizationId: orgId, staffId } = tx.actor
    const differing = mail.filter(
      ({ kind, on }) => !NOTICE_RULES[kind].fixed && on !== NOTICE_RULES[kind].mail,
    )
    const kinds = (wanted: boolean): NoticeKind[] =>
      [...new Set(differing.filter(({ on }) => on === wanted).map(({ kind }) => kind))].toSorted()
    const values = { ...chosen, mailOn: kinds(true), mailOff: kinds(false) }
    // The person's own row owns the one row of preferences: two windows do not both write the first.
    await tx.lock(Staff, staffId)
    const found = await tx.manager.findOneBy(NoticePreferenceEntity, { orgId, staffId })
    if (!found && expectedVersion > 0) throw gone(tx)
    // Whoever holds the address gets links to new passwords: a session left open must not be enough to name another.
    if (values.mailAddress !== (found?.mailAddress ?? null)) await demandFreshProof(tx.manager, context)
    return found
      ? tx.patch(
          NoticePreferenceEntity,
          await tx.lock(NoticePreferenceEntity, found.id, expectedVersion),
          values,
        )
      : tx.insert(NoticePreferenceEntity, { ...values, staffId, version: 1 })
  })

/** Writes the organization's own words; each change is a revision. A placeholder that the kind does not offer is refused. */
export const changeNoticeTemplate = (
  context: RequestContext,
  input: object,
): Promise<NoticeTemplateEntity | UserError> =>
  transaction(context, 'noticeTemplate:change', async (tx) => {
    const { expectedVersion, key, ...words } = orRefuse(parseTemplate(input))
    const { orgId } = await lockOrganization(tx)
    const by = { updatedAt: tx.now, updatedById: tx.actor.staffId }
    const found = await tx.manager.findOneBy(NoticeTemplateEntity, { orgId, key })
    if (!found && expectedVersion > 0) throw gone(tx)
    return found
      ? tx.patch(NoticeTemplateEntity, await tx.lock(NoticeTemplateEntity, found.id, expectedVersion), {
          ...words,
          ...by,
        })
      : tx.insert(NoticeTemplateEntity, { key, ...words, ...by, version: 1 })
  })

/** Somebody took the row away that the person saw. */
const gone = (tx: Transaction): Refused =>
  new Refused({ code: 'STALE_RECORD', changedBy: null, changedAt: tx.now, version: 0 })
