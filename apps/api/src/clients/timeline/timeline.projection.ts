import { from, before, is, isIn } from '../../reads/filters.ts'
import {
  column,
  expression,
  instant,
  one,
  projection,
  type Fact,
  type Field,
  type Reference,
  type Row,
} from '../../reads/projection.ts'
import { MADE_OF_OTHERS, merged } from '../../reads/merged.ts'
import { OF_CLIENT } from '../contacts/contact.projection.ts'
import { TIMELINE_COLUMNS, TIMELINE_SOURCES } from './timeline-sources.ts'

const internal = { class: 'internal' } as const

const ofSubject = (name: string): Fact => ({ table: 'client', by: 'subject_id', column: name })

/** Entries of the audit about the head of an archive: that it was changed, never what. */
export const clientChangeProjection = projection('ClientChange', {
  table: 'audit_entry',
  permission: 'client:readTimeline',
  facts: {
    keyAccountManagerId: ofSubject('key_account_manager_id'),
    projectId: ofSubject('project_id'),
    buildingId: ofSubject('building_id'),
  },
  fields: {
    verb: column('verb', internal),
    at: instant('at', internal),
    by: one('Staff', { ...internal, by: 'actor_id' }),
  },
})

const ofContact = (name: string): Fact => ({
  sql: (
    alias,
  ) => `(select c$.${name} from client_contact k$ join client c$ on c$.org_id = k$.org_id and c$.id = k$.client_id
    where k$.org_id = ${alias}.org_id and k$.id = ${alias}.subject_id)`,
  reference: (row, { rows }) => {
    const contact = rows('client_contact').find(({ id }) => id === row.subject_id)
    return rows('client').find(({ id }) => id === contact?.client_id)?.[name] ?? null
  },
})

/** Entries of the audit about a contact: that they were amended or removed, and by whom. */
export const contactChangeProjection = projection('ContactChange', {
  table: 'audit_entry',
  permission: 'client:readTimeline',
  facts: {
    keyAccountManagerId: ofContact('key_account_manager_id'),
    projectId: ofContact('project_id'),
    buildingId: ofContact('building_id'),
  },
  fields: {
    verb: column('verb', internal),
    at: instant('at', internal),
    by: one('Staff', { ...internal, by: 'actor_id' }),
  },
})

/**
 * Whose an entry was before a merge that stands: of a row that was moved by the first merge that moved it, of what stayed by its client.
 * What a case tells goes with the case.
 */
const FORMER = {
  sql: (alias: string) => `coalesce(
    (select m.merged_code from client_merge_row r join client_merge m on m.org_id = r.org_id and m.id = r.merge_id
      where r.org_id = ${alias}.org_id and r.record_id in (${alias}.id, ${alias}.complaint_id) and r.column_name = 'client_id'
        and m.status in ('MERGED', 'REVERSAL_IN_SIGNING') order by m.merged_at, m.id limit 1),
    (select c.code from client c where c.org_id = ${alias}.org_id and c.id <> ${alias}.client_id
      and c.id = case ${alias}.kind when 'OPENED' then ${alias}.id
        when 'CHANGED' then (select e.subject_id from audit_entry e where e.org_id = ${alias}.org_id and e.id = ${alias}.id) end))`,
  reference: (row: Row, { rows }: Reference) => {
    const merges = rows('client_merge').filter(
      ({ status }) => status === 'MERGED' || status === 'REVERSAL_IN_SIGNING',
    )
    const moved = rows('client_merge_row').filter(
      (it) => it.column_name === 'client_id' && [row.id, row.complaint_id].includes(it.record_id),
    )
    const [first] = merges
      .filter(({ id: its }) => moved.some(({ merge_id: merge }) => merge === its))
      .toSorted(
        (one_, other) =>
          Number(one_.merged_at ?? Infinity) - Number(other.merged_at ?? Infinity) ||
          (String(one_.id) < String(other.id) ? -1 : 1),
      )
    if (first) return first.merged_code
    const entry = rows('audit_entry').find(({ id: its }) => its === row.id)
    const whose = row.kind === 'OPENED' ? row.id : row.kind === 'CHANGED' ? entry?.subject_id : null
    if (whose === row.client_id) return null
    return rows('client').find(({ id: its }) => its === whose)?.code ?? null
  },
}

const about = (type: string, by: string): Field => one(type, { ...internal, by })

/** There is no such table: entries are made of the rows of `TIMELINE_SOURCES`, and read through the field `timeline` only. */
export const timelineEntryProjection = projection('TimelineEntry', {
  table: MADE_OF_OTHERS,
  permission: 'client:readTimeline',
  facts: OF_CLIENT,
  fields: {
    key: expression({
      ...internal,
      sql: (alias) => `${alias}.kind || ':' || replace(${alias}.id::text, '-', '')`,
      reference: (row) => `${String(row.kind)}:${String(row.id).replaceAll('-', '')}`,
    }),
    kind: column('kind', internal),
    at: instant('at', internal),
    by: about('Staff', 'by_id'),
    channel: column('channel', internal),
    change: about('ClientChange', 'change_id'),
    contact: about('ClientContact', 'contact_id'),
    contactChange: about('ContactChange', 'contact_change_id'),
    lead: about('Lead', 'lead_id'),
    leadEvent: about('LeadEvent', 'lead_event_id'),
    confirmation: about('ArchiveConfirmation', 'confirmation_id'),
    occupancy: about('ClientOccupancy', 'occupancy_id'),
    consent: about('ClientConsent', 'consent_id'),
    statusRecord: about('ClientStatusRecord', 'status_record_id'),
    reception: about('Reception', 'reception_id'),
    complaint: about('Complaint', 'complaint_id'),
    event: about('ComplaintEvent', 'event_id'),
    promise: about('ComplaintPromise', 'promise_id'),
    notice: about('ClientNotice', 'notice_id'),
    signOff: about('SignOff', 'sign_off_id'),
    subjectRequest: about('SubjectRequest', 'subject_request_id'),
    silenceAlert: about('SilenceAlert', 'silence_alert_id'),
    receivable: about('Receivable', 'receivable_id'),
    payment: about('Payment', 'payment_id'),
    merge: about('ClientMerge', 'merge_id'),
    formerClientCode: expression({ ...internal, ...FORMER }),
  },
})

export const timelineField = merged('TimelineEntry', {
  ...internal,
  permission: 'client:readTimeline',
  foreign: 'client_id',
  columns: TIMELINE_COLUMNS,
  sources: TIMELINE_SOURCES,
  filters: {
    kind: isIn('kind'),
    channel: isIn('channel'),
    by: is('by'),
    from: from('at'),
    before: before('at'),
  },
  orders: {
    NEWEST: [
      ['at', 'desc'],
      ['kind', 'desc'],
    ],
  },
})
