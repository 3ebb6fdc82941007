import {
  ARCHIVE_PART_LABELS,
  CHANNEL_LABELS,
  CLIENT_CHANNEL_LABELS,
  CLIENT_RELATION_LABELS,
  CONSENT_DECISION_LABELS,
  CONSENT_PURPOSE_LABELS,
  LEAD_EVENT_LABELS,
  LEAD_EVENTS,
  MEANING_LABELS,
  PAYMENT_METHOD_LABELS,
  PERMISSION_LABELS,
  RECEIVABLE_KIND_LABELS,
  RECEIVABLE_STATE_LABELS,
  RECEPTION_PURPOSE_LABELS,
  STATUS_LABELS,
  SILENCE_BASIS_LABELS,
  SILENCE_OUTCOME_LABELS,
  SUBJECT_REQUEST_KIND_LABELS,
  SUBJECT_REQUEST_STATUS_LABELS,
  TIMELINE_KIND_LABELS,
  TIMELINE_LABELS,
  type Permission,
  type Text,
  type TimelineKind,
} from '@steward/domain'
import { readFragment, type ClientTimelineEntryFragment as Entry } from '@steward/graphql-client'
import { messages, type Say as SayOf } from '@steward/portal'
import {
  AlertIcon,
  CheckIcon,
  ComplaintIcon,
  DocumentIcon,
  EditIcon,
  HomeIcon,
  LeadIcon,
  NoticeTextIcon,
  PeopleIcon,
  PermissionIcon,
  PersonIcon,
  PromiseIcon,
  ServiceIcon,
  SilenceIcon,
  SignOffIcon,
  SwapIcon,
  TaskIcon,
  type Tone,
} from '@steward/ui'
import type { ReactNode } from 'react'
import { eventOf } from '../../complaints/action-names.ts'
import { ReceptionEntry } from './timeline-parts.ts'

/** How each kind of entry is drawn. */
export const LOOKS: Readonly<Record<TimelineKind, { readonly icon: ReactNode; readonly tone: Tone }>> = {
  RECEPTION: { icon: <ServiceIcon />, tone: 'primary' },
  CASE_REGISTERED: { icon: <ComplaintIcon />, tone: 'warn' },
  CASE_STEP: { icon: <TaskIcon />, tone: 'neutral' },
  PROMISE_KEPT: { icon: <CheckIcon />, tone: 'good' },
  PROMISE_BROKEN: { icon: <AlertIcon />, tone: 'bad' },
  NOTICE: { icon: <NoticeTextIcon />, tone: 'info' },
  SIGN_OFF: { icon: <SignOffIcon />, tone: 'seal' },
  AGREEMENT: { icon: <DocumentIcon />, tone: 'seal' },
  OPENED: { icon: <PersonIcon />, tone: 'info' },
  CHANGED: { icon: <EditIcon />, tone: 'neutral' },
  CONTACT_ADDED: { icon: <PeopleIcon />, tone: 'neutral' },
  NEXT_STEP_DONE: { icon: <CheckIcon />, tone: 'good' },
  CONTACT_AMENDED: { icon: <PeopleIcon />, tone: 'neutral' },
  CONTACT_REMOVED: { icon: <PeopleIcon />, tone: 'neutral' },
  LEAD_STEP: { icon: <LeadIcon />, tone: 'info' },
  CONFIRMED: { icon: <CheckIcon />, tone: 'good' },
  STAY_BEGAN: { icon: <HomeIcon />, tone: 'info' },
  STAY_ENDED: { icon: <HomeIcon />, tone: 'neutral' },
  CONSENT: { icon: <PermissionIcon />, tone: 'neutral' },
  SUBJECT_ASKED: { icon: <PermissionIcon />, tone: 'warn' },
  SUBJECT_DECIDED: { icon: <PermissionIcon />, tone: 'good' },
  SILENT: { icon: <SilenceIcon />, tone: 'warn' },
  SILENCE_ENDED: { icon: <SilenceIcon />, tone: 'neutral' },
  CHARGED: { icon: <DocumentIcon />, tone: 'neutral' },
  PAID: { icon: <CheckIcon />, tone: 'good' },
  STATUS_RECORDED: { icon: <PromiseIcon />, tone: 'neutral' },
  MERGED: { icon: <SwapIcon />, tone: 'seal' },
  MERGE_REVERSED: { icon: <SwapIcon />, tone: 'warn' },
}

export const entryTexts = messages({
  changed: { zh: '档案：{{verb}}', en: 'Archive: {{verb}}' },
  signed: { zh: '签核：{{meaning}}', en: 'Signed: {{meaning}}' },
  told: { zh: '告知客户：{{status}}', en: 'Told: {{status}}' },
  became: { zh: '转为{{status}}', en: 'now {{status}}' },
  reversed: { zh: '已冲销', en: 'Reversed' },
  merged: { zh: '{{merged}} 并入 {{survivor}}', en: '{{merged}} into {{survivor}}' },
  former: { zh: '原属 {{code}}', en: 'Of {{code}}' },
  version: { zh: '登记客户状况（第 {{ordinal}} 版）', en: 'Status recorded, version {{ordinal}}' },
})

type Say = SayOf<(typeof entryTexts)['texts']>

/** What happened, in a few words. */
export function titleOf(entry: Entry, say: Say, word: (text: Text) => string): string {
  const { kind, channel, reception } = entry
  const plain = word(TIMELINE_KIND_LABELS[kind])
  switch (kind) {
    case 'RECEPTION': {
      const it = reception && readFragment(ReceptionEntry, reception)
      const parts = [
        channel && word(CHANNEL_LABELS[channel]),
        it && word(RECEPTION_PURPOSE_LABELS[it.purpose]),
      ]
      return parts.filter(Boolean).join(' · ') || plain
    }
    case 'CHANGED':
      return say('changed', { verb: entry.change ? verbOf(entry.change.verb, word) : '' })
    case 'CASE_STEP': {
      const action = entry.event && eventOf(entry.event.action)
      return action ? word(TIMELINE_LABELS[action]) : plain
    }
    case 'SIGN_OFF':
      return entry.signOff ? say('signed', { meaning: word(MEANING_LABELS[entry.signOff.meaning]) }) : plain
    case 'NOTICE':
      return entry.notice ? say('told', { status: word(STATUS_LABELS[entry.notice.caseStatus]) }) : plain
    case 'LEAD_STEP':
      return word(
        LEAD_EVENT_LABELS[LEAD_EVENTS.find((it) => it.toUpperCase() === entry.leadEvent?.action) ?? 'open'],
      )
    case 'CONSENT':
      return entry.consent
        ? `${word(CONSENT_DECISION_LABELS[entry.consent.decision])} · ${word(CONSENT_PURPOSE_LABELS[entry.consent.purpose])}`
        : plain
    case 'CHARGED':
      return [
        plain,
        entry.receivable && word(RECEIVABLE_KIND_LABELS[entry.receivable.kind]),
        entry.receivable?.period,
      ]
        .filter(Boolean)
        .join(' · ')
    case 'PAID':
      return [plain, entry.payment && word(PAYMENT_METHOD_LABELS[entry.payment.method])]
        .filter(Boolean)
        .join(' · ')
    case 'STATUS_RECORDED':
      return entry.statusRecord ? say('version', { ordinal: entry.statusRecord.ordinal }) : plain
    default:
      return plain
  }
}

const verbOf = (verb: string, word: (text: Text) => string): string =>
  verb in PERMISSION_LABELS
    ? word(PERMISSION_LABELS[verb as Permission]).replace(/^[^：:]*[：:]\s*/u, '')
    : verb

/** A line beside the title: what it was about. */
export function lineOf(
  entry: Entry,
  say: Say,
  word: (text: Text) => string,
  list: (words: readonly string[]) => string,
): string | undefined {
  const { kind, occupancy, contact, complaint, event, promise, notice, subjectRequest } = entry
  switch (kind) {
    case 'STAY_BEGAN':
    case 'STAY_ENDED':
      return occupancy
        ? [occupancy.unit?.label, word(CLIENT_RELATION_LABELS[occupancy.relation])]
            .filter(Boolean)
            .join(' · ')
        : undefined
    case 'SILENT':
      return entry.silenceAlert ? word(SILENCE_BASIS_LABELS[entry.silenceAlert.basis]) : undefined
    case 'SILENCE_ENDED':
      return entry.silenceAlert?.outcome
        ? word(SILENCE_OUTCOME_LABELS[entry.silenceAlert.outcome])
        : undefined
    case 'SUBJECT_ASKED':
      return subjectRequest
        ? `${word(SUBJECT_REQUEST_KIND_LABELS[subjectRequest.kind])} · ${subjectRequest.number}`
        : undefined
    case 'SUBJECT_DECIDED':
      return subjectRequest
        ? `${word(SUBJECT_REQUEST_STATUS_LABELS[subjectRequest.status])} · ${subjectRequest.number}`
        : undefined
    case 'CONFIRMED':
      return entry.confirmation
        ? [
            list(
              entry.confirmation.parts.map((it) =>
                it.fieldLabelZh
                  ? word({ zh: it.fieldLabelZh, en: it.fieldLabelEn ?? it.fieldLabelZh })
                  : word(ARCHIVE_PART_LABELS[it.part]),
              ),
            ),
            entry.confirmation.note,
          ]
            .filter(Boolean)
            .join(' · ')
        : undefined
    case 'NEXT_STEP_DONE': {
      const it = entry.reception && readFragment(ReceptionEntry, entry.reception)
      return [it?.nextStep, it?.nextOutcome].filter(Boolean).join(' · ') || undefined
    }
    case 'LEAD_STEP':
      return [entry.lead?.number, entry.leadEvent?.note].filter(Boolean).join(' · ')
    case 'CONTACT_AMENDED':
    case 'CONTACT_REMOVED':
    case 'CONTACT_ADDED':
      return [contact?.name, contact?.position].filter(Boolean).join(' · ')
    case 'CASE_REGISTERED':
      return complaint?.summary ?? undefined
    case 'CASE_STEP':
      return event && event.from !== null && event.from !== event.to
        ? say('became', { status: word(STATUS_LABELS[event.to]) })
        : undefined
    case 'CHARGED':
      return entry.receivable ? word(RECEIVABLE_STATE_LABELS[entry.receivable.state]) : undefined
    case 'PAID':
      return entry.payment?.reversedAt ? say('reversed') : undefined
    case 'PROMISE_KEPT':
    case 'PROMISE_BROKEN':
      return promise?.what ?? undefined
    case 'MERGED':
    case 'MERGE_REVERSED':
      return entry.merge
        ? say('merged', { merged: entry.merge.mergedCode, survivor: entry.merge.survivorCode })
        : undefined
    case 'NOTICE':
      return notice?.channel ? word(CLIENT_CHANNEL_LABELS[notice.channel]) : undefined
    default:
      return undefined
  }
}
