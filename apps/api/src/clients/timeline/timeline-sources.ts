/** The table of what a client's timeline is made of: whatever shall join it adds one row. */
import type { TimelineKind } from '@steward/domain'
import type { MergedSource } from '../../reads/projection.ts'
import {
  CHANGING_VERBS,
  isOneOf,
  GONE,
  STANDS,
  AFTER_REGISTRATION,
  BEYOND_RECORDING,
  AFTER_OPENING,
} from './timeline-conditions.ts'

/** Columns of an entry: what it shows, and one for each type of record that it can be about. */
export const TIMELINE_COLUMNS = {
  kind: 'text',
  at: 'timestamptz',
  by_id: 'uuid',
  channel: 'text',
  change_id: 'uuid',
  contact_id: 'uuid',
  confirmation_id: 'uuid',
  contact_change_id: 'uuid',
  lead_id: 'uuid',
  lead_event_id: 'uuid',
  occupancy_id: 'uuid',
  consent_id: 'uuid',
  status_record_id: 'uuid',
  reception_id: 'uuid',
  complaint_id: 'uuid',
  event_id: 'uuid',
  promise_id: 'uuid',
  notice_id: 'uuid',
  sign_off_id: 'uuid',
  subject_request_id: 'uuid',
  silence_alert_id: 'uuid',
  receivable_id: 'uuid',
  payment_id: 'uuid',
  merge_id: 'uuid',
} as const

type Column = keyof typeof TIMELINE_COLUMNS

interface TimelineSource extends MergedSource {
  readonly kind: TimelineKind
  readonly shows: Readonly<Partial<Record<Column, string>>> & { readonly at: string }
  readonly records: Readonly<Partial<Record<Column, string>>>
}

/** A part of a case: only with the case itself, which the reader must be able to read. */
const ofCase = (by: string) => ({ foreign: 'client_id', through: { type: 'Complaint', by } })

/** A change of a contact: with the contact itself. */
const ofContact = { foreign: 'client_id', through: { type: 'ClientContact', by: 'subject_id' } }

export const TIMELINE_SOURCES: readonly TimelineSource[] = [
  {
    kind: 'OPENED',
    type: 'Client',
    foreign: 'id',
    shows: { at: 'createdAt', by_id: 'openedBy' },
    records: {},
  },
  // Of whom was merged into them the beginning and the changes of the head stay where they are, and are told here, too.
  {
    kind: 'OPENED',
    type: 'Client',
    foreign: 'merged_into_id',
    shows: { at: 'createdAt', by_id: 'openedBy' },
    records: {},
  },
  {
    kind: 'CHANGED',
    type: 'ClientChange',
    foreign: 'merged_into_id',
    through: { type: 'Client', by: 'subject_id' },
    shows: { at: 'at', by_id: 'by' },
    records: { change_id: 'id' },
    only: isOneOf('verb', CHANGING_VERBS),
  },
  // On the page of the one whose archive goes on, and of the one that went into it.
  ...(['survivor_id', 'merged_id'] as const).flatMap((foreign) => [
    {
      kind: 'MERGED',
      type: 'ClientMerge',
      foreign,
      shows: { at: 'mergedAt' },
      records: { merge_id: 'id' },
    } as const,
    {
      kind: 'MERGE_REVERSED',
      type: 'ClientMerge',
      foreign,
      shows: { at: 'reversedAt', by_id: 'decidedBy' },
      records: { merge_id: 'id' },
    } as const,
  ]),
  {
    kind: 'CHANGED',
    type: 'ClientChange',
    foreign: 'subject_id',
    shows: { at: 'at', by_id: 'by' },
    records: { change_id: 'id' },
    only: isOneOf('verb', CHANGING_VERBS),
  },
  {
    kind: 'CONTACT_ADDED',
    type: 'ClientContact',
    foreign: 'client_id',
    shows: { at: 'createdAt' },
    records: { contact_id: 'id' },
    only: AFTER_OPENING,
  },
  {
    kind: 'CONTACT_AMENDED',
    type: 'ContactChange',
    ...ofContact,
    shows: { at: 'at', by_id: 'by' },
    records: { contact_id: 'subject_id', contact_change_id: 'id' },
    only: isOneOf('verb', ['client:amendContact']),
  },
  {
    kind: 'CONTACT_REMOVED',
    type: 'ContactChange',
    ...ofContact,
    shows: { at: 'at', by_id: 'by' },
    records: { contact_id: 'subject_id', contact_change_id: 'id' },
    only: GONE,
  },
  {
    kind: 'CONFIRMED',
    type: 'ArchiveConfirmation',
    foreign: 'client_id',
    shows: { at: 'confirmedAt', by_id: 'confirmedBy' },
    records: { confirmation_id: 'id' },
  },
  {
    kind: 'STAY_BEGAN',
    type: 'ClientOccupancy',
    foreign: 'client_id',
    shows: { at: 'fromOn', by_id: 'recordedBy' },
    records: { occupancy_id: 'id' },
    only: STANDS,
  },
  {
    kind: 'STAY_ENDED',
    type: 'ClientOccupancy',
    foreign: 'client_id',
    shows: { at: 'toOn' },
    records: { occupancy_id: 'id' },
    only: STANDS,
  },
  {
    kind: 'CONSENT',
    type: 'ClientConsent',
    foreign: 'client_id',
    shows: { at: 'at', by_id: 'recordedBy' },
    records: { consent_id: 'id' },
  },
  {
    kind: 'STATUS_RECORDED',
    type: 'ClientStatusRecord',
    foreign: 'client_id',
    shows: { at: 'recordedAt', by_id: 'recordedBy' },
    records: { status_record_id: 'id' },
  },
  {
    kind: 'LEAD_STEP',
    type: 'LeadEvent',
    foreign: 'client_id',
    through: { type: 'Lead', by: 'lead_id' },
    shows: { at: 'at', by_id: 'by' },
    records: { lead_event_id: 'id', lead_id: 'lead_id' },
  },
  {
    kind: 'RECEPTION',
    type: 'Reception',
    foreign: 'client_id',
    shows: { at: 'at', by_id: 'recordedBy', channel: 'channel' },
    records: { reception_id: 'id', complaint_id: 'complaint_id' },
  },
  {
    kind: 'NEXT_STEP_DONE',
    type: 'Reception',
    foreign: 'client_id',
    shows: { at: 'nextDoneAt', by_id: 'nextDoneBy' },
    records: { reception_id: 'id' },
  },
  {
    kind: 'CASE_REGISTERED',
    type: 'Complaint',
    foreign: 'client_id',
    shows: { at: 'registeredAt', by_id: 'registeredBy', channel: 'channel' },
    records: { complaint_id: 'id' },
  },
  {
    kind: 'CASE_STEP',
    type: 'ComplaintEvent',
    ...ofCase('complaint_id'),
    shows: { at: 'at', by_id: 'by' },
    records: { event_id: 'id', complaint_id: 'complaint_id' },
    only: AFTER_REGISTRATION,
  },
  {
    kind: 'PROMISE_KEPT',
    type: 'ComplaintPromise',
    foreign: 'client_id',
    shows: { at: 'fulfilledAt', by_id: 'fulfilledBy', channel: 'answerChannel' },
    records: { promise_id: 'id', complaint_id: 'complaint_id' },
  },
  {
    kind: 'PROMISE_BROKEN',
    type: 'ComplaintPromise',
    foreign: 'client_id',
    shows: { at: 'brokenAt' },
    records: { promise_id: 'id', complaint_id: 'complaint_id' },
  },
  {
    kind: 'NOTICE',
    type: 'ClientNotice',
    ...ofCase('complaint_id'),
    shows: { at: 'settledAt', by_id: 'toldBy' },
    records: { notice_id: 'id', complaint_id: 'complaint_id' },
    only: isOneOf('status', ['SENT', 'TOLD']),
  },
  {
    kind: 'SIGN_OFF',
    type: 'SignOff',
    ...ofCase('subject_id'),
    shows: { at: 'at', by_id: 'signer' },
    records: { sign_off_id: 'id', complaint_id: 'subject_id' },
    only: BEYOND_RECORDING,
  },
  {
    kind: 'AGREEMENT',
    type: 'Complaint',
    foreign: 'client_id',
    shows: { at: 'agreementSignedOn' },
    records: { complaint_id: 'id' },
  },
  {
    kind: 'SUBJECT_ASKED',
    type: 'SubjectRequest',
    foreign: 'client_id',
    shows: { at: 'registeredAt', by_id: 'registeredBy', channel: 'channel' },
    records: { subject_request_id: 'id' },
  },
  {
    kind: 'SUBJECT_DECIDED',
    type: 'SubjectRequest',
    foreign: 'client_id',
    shows: { at: 'decidedAt', by_id: 'decidedBy' },
    records: { subject_request_id: 'id' },
  },
  {
    kind: 'SILENT',
    type: 'SilenceAlert',
    foreign: 'client_id',
    shows: { at: 'raisedOn' },
    records: { silence_alert_id: 'id' },
  },
  {
    kind: 'SILENCE_ENDED',
    type: 'SilenceAlert',
    foreign: 'client_id',
    shows: { at: 'closedAt', by_id: 'closedBy' },
    records: { silence_alert_id: 'id' },
  },
  {
    kind: 'CHARGED',
    type: 'Receivable',
    foreign: 'client_id',
    shows: { at: 'dueOn', by_id: 'registeredBy' },
    records: { receivable_id: 'id' },
  },
  {
    kind: 'PAID',
    type: 'Payment',
    foreign: 'client_id',
    shows: { at: 'receivedOn', by_id: 'recordedBy' },
    records: { payment_id: 'id' },
  },
]
