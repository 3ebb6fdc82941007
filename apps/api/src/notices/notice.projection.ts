/** How notices are read: one's own; a client's as far as the case; the fate of mails without a word of what they say. */
import { CLIENT_NOTICE_TRANSITIONS, NOTICE_SUBJECTS, timeOfDay, type NoticeSubject } from '@steward/domain'
import { PART_FACTS } from '../complaints/complaint.facts.ts'
import { ID_PREFIXES, toGlobalId } from '../graphql/global-id.ts'
import { flag, is, isIn } from '../reads/filters.ts'
import { actions, column, expression, id, instant, one, projection, type Field } from '../reads/projection.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { connectionRoot, listRoot, objectRoot } from '../reads/roots.ts'
import { ClientNotice, Mail, Notice, NoticePreferenceEntity, NoticeTemplateEntity } from './notice.entity.ts'

const internal = { class: 'internal' } as const
const mine = { recipientId: 'staff_id' } as const

const subjectId = expression({
  ...internal,
  sql: (alias) => {
    const cases = NOTICE_SUBJECTS.map(
      (type) => `when '${type}' then ${publishedIdSql(ID_PREFIXES[type], `${alias}.subject_id`)}`,
    )
    return `case ${alias}.subject_type ${cases.join(' ')} end`
  },
  reference: (row) => toGlobalId(row.subject_type as NoticeSubject, String(row.subject_id)),
})

/** `ComplaintTask` → `COMPLAINT_TASK`: values of enums are shouted. */
const shouted = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
export const NOTICE_SUBJECT_NAMES = NOTICE_SUBJECTS.map(shouted)

export const noticeProjection = projection('Notice', {
  table: 'notice',
  entity: Notice,
  permission: 'notice:read',
  facts: mine,
  fields: {
    id: id(),
    kind: column('kind', internal),
    severity: column('severity', internal),
    subjectType: expression({
      ...internal,
      sql: (alias) =>
        `case ${alias}.subject_type ${NOTICE_SUBJECTS.map((type) => `when '${type}' then '${shouted(type)}'`).join(' ')} end`,
      reference: (row) => shouted(String(row.subject_type)),
    }),
    subjectId,
    complaint: one('Complaint', { ...internal, by: 'complaint_id' }),
    // No other record has its id.
    signing: one('Signing', { ...internal, by: 'subject_id' }),
    titleZh: column('title_zh', internal),
    titleEn: column('title_en', internal),
    at: instant('at', internal),
    readAt: instant('read_at', internal),
  },
})

/** Times of day are stored in minutes and published as people write them. */
const clock = (name: string): Field =>
  expression({
    ...internal,
    sql: (alias) =>
      `lpad((${alias}.${name} / 60)::text, 2, '0') || ':' || lpad((${alias}.${name} % 60)::text, 2, '0')`,
    reference: (row) => (row[name] === null ? null : timeOfDay(row[name] as number)),
  })

export const noticePreferenceProjection = projection('NoticePreference', {
  table: 'notice_preference',
  entity: NoticePreferenceEntity,
  permission: 'notice:read',
  facts: mine,
  fields: {
    id: id(),
    locale: column('locale', internal),
    mailAddress: column('mail_address', { class: 'personal' }),
    mailOn: column('mail_on', internal),
    mailOff: column('mail_off', internal),
    quietFrom: clock('quiet_from'),
    quietTo: clock('quiet_to'),
    digestAt: clock('digest_at'),
    version: column('version', internal),
  },
})

export const noticeTemplateProjection = projection('NoticeTemplate', {
  table: 'notice_template',
  entity: NoticeTemplateEntity,
  permission: 'noticeTemplate:read',
  fields: {
    id: id(),
    key: column('key', internal),
    subjectZh: column('subject_zh', internal),
    subjectEn: column('subject_en', internal),
    bodyZh: column('body_zh', internal),
    bodyEn: column('body_en', internal),
    updatedAt: instant('updated_at', internal),
    updatedBy: one('Staff', { ...internal, by: 'updated_by_id' }),
    version: column('version', internal),
  },
})

export const clientNoticeProjection = projection('ClientNotice', {
  table: 'client_notice',
  entity: ClientNotice,
  permission: 'clientNotice:read',
  facts: { ...PART_FACTS, status: 'status' },
  fields: {
    id: id(),
    complaint: one('Complaint', { ...internal, by: 'complaint_id' }),
    caseStatus: column('case_status', internal),
    channel: column('channel', internal),
    status: column('status', internal),
    wordsZh: column('words_zh', internal),
    wordsEn: column('words_en', internal),
    owedAt: instant('owed_at', internal),
    settledAt: instant('settled_at', internal),
    toldBy: one('Staff', { ...internal, by: 'told_by_id' }),
    note: column('note', { class: 'personal', permission: 'complaint:readFacts' }),
    waiver: column('waiver', internal),
    version: column('version', internal),
    availableActions: actions(CLIENT_NOTICE_TRANSITIONS),
  },
})

export const mailProjection = projection('Mail', {
  table: 'mail',
  entity: Mail,
  permission: 'mail:read',
  fields: {
    id: id(),
    template: column('template', internal),
    locale: column('locale', internal),
    staff: one('Staff', { ...internal, by: 'staff_id' }),
    status: column('status', internal),
    attempts: column('attempts', internal),
    lastError: column('last_error', internal),
    createdAt: instant('created_at', internal),
    triedAt: instant('tried_at', internal),
    sentAt: instant('sent_at', internal),
  },
})

export const noticeRoots = {
  notices: connectionRoot('Notice', {
    filters: {
      unread: flag({
        discloses: ['readAt'],
        sql: (alias) => `${alias}.read_at is null`,
        reference: (row) => row.read_at === null,
      }),
      kind: isIn('kind'),
      severity: isIn('severity'),
    },
    orders: { NEWEST: [['at', 'desc']] },
  }),
  noticePreference: objectRoot('NoticePreference', {
    only: {
      sql: (alias, actor) => `${alias}.staff_id = ${actor.staffId}`,
      reference: (row, { actor }) => row.staff_id === actor?.staffId,
    },
  }),
  noticeTemplates: listRoot('NoticeTemplate', { order: [['key', 'asc']], typically: 10 }),
  clientNotices: connectionRoot('ClientNotice', {
    filters: { complaint: is('complaint'), status: isIn('status'), channel: isIn('channel') },
    orders: { NEWEST: [['owedAt', 'desc']] },
  }),
  mails: connectionRoot('Mail', {
    filters: { status: isIn('status') },
    orders: { NEWEST: [['createdAt', 'desc']] },
  }),
}
