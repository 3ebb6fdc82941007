import { NOTICE_KIND_LABELS, noticePage, type NoticeSubject } from '@steward/domain'
import type { InboxItem, Tone } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePagePath } from '../routing/use-page-path.ts'
import { useMay } from '../session/viewer.tsx'
import type { Told } from './notice-documents.ts'

const texts = messages({ unread: { zh: '未读', en: 'Unread' } })

const SUBJECT_OF: Readonly<Record<Told['subjectType'], NoticeSubject>> = {
  COMPLAINT: 'Complaint',
  COMPLAINT_TASK: 'ComplaintTask',
  COMPLAINT_PROMISE: 'ComplaintPromise',
  IMPORT_RUN: 'ImportRun',
  IMPORT_SOURCE: 'ImportSource',
  SUBJECT_REQUEST: 'SubjectRequest',
  INFORMATION_INVENTORY: 'InformationInventory',
  RECEIVABLE: 'Receivable',
  INFORMATION_BREACH: 'InformationBreach',
  SILENCE_ALERT: 'SilenceAlert',
  GRADING_DUE: 'GradingDue',
  STAFF: 'Staff',
  WEBHOOK_ENDPOINT: 'WebhookEndpoint',
  LEDGER_WITNESS: 'LedgerWitness',
  CLIENT: 'Client',
  CLIENT_REVEAL: 'ClientReveal',
  LEAD: 'Lead',
  OPPORTUNITY: 'Opportunity',
  KEY_ACCOUNT: 'KeyAccount',
  EQUIPMENT: 'Equipment',
  KEY_ACCOUNT_NOMINATION: 'KeyAccountNomination',
  HANDOVER: 'Handover',
  CONTROLLED_COPY: 'ControlledCopy',
  MAINTENANCE_PLAN: 'MaintenancePlan',
  PLAN_TASK: 'PlanTask',
  PLAN_DECOMPOSITION: 'PlanDecomposition',
  PLAN_REMINDER: 'PlanReminder',
  SIGNING: 'Signing',
}

export const SEVERITY_TONES: Readonly<Record<Told['severity'], Tone>> = {
  INFO: 'info',
  ATTENTION: 'warn',
  URGENT: 'bad',
}

/** What is signed, where that is a document. */
const revisionOf = ({ signing }: Told) => {
  const revision = signing?.documentRevision
  return revision?.document ? { id: revision.id, documentId: revision.document.id } : null
}

/** Notices as the list shows them, with the page on which this person finds each. */
export function useInboxItems(): (notices: readonly Told[]) => readonly InboxItem[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const pathOf = usePagePath()
  const leadsTo = (notice: Told): string | null => {
    const page = noticePage(
      {
        subjectType: SUBJECT_OF[notice.subjectType],
        subjectId: notice.subjectId,
        complaintId: notice.complaint?.id ?? null,
        revision: revisionOf(notice),
        exportRequestId: notice.signing?.exportRequest?.id,
        clientMergeId: notice.signing?.clientMerge?.id,
        opportunityId:
          notice.signing?.priceForm?.opportunity?.id ?? notice.signing?.serviceAgreement?.opportunityId,
        nominationId: notice.signing?.keyAccountNomination?.id,
        planId: notice.signing?.planRevision?.planId ?? notice.signing?.planSummary?.planId,
      },
      may,
    )
    return page && pathOf(page)
  }
  return (notices) =>
    notices.map((notice) => ({
      key: notice.id,
      lead: sayWord({ zh: notice.titleZh, en: notice.titleEn }),
      note: notice.complaint?.summary ?? sayWord(NOTICE_KIND_LABELS[notice.kind]),
      at: notice.at,
      ...(notice.readAt === null ? { unread: say('unread') } : {}),
      tone: SEVERITY_TONES[notice.severity],
      to: leadsTo(notice),
    }))
}
