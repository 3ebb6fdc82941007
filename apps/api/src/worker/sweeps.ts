/** What becomes due by time alone. One row a sweep; the worker runs each of them several times a second. */
import { forgottenPasswordSweep } from '../account/forgotten-password-sweep.service.ts'
import { attachmentSweep } from '../attachments/attachment-sweep.service.ts'
import { auditSequencer } from '../audit/audit-sequencer.service.ts'
import { documentSweep } from '../documents/document-sweep.service.ts'
import { copyDueSweep } from '../exports/copy-due-sweep.service.ts'
import { gradingCalendarSweep } from '../grading/cycles/grading-calendar.sweep.ts'
import { handoverReminderSweep } from '../handovers/handover-reminder.service.ts'
import { sourceDueSweep } from '../imports/custody/source-due-sweep.service.ts'
import { inspectionDueSweep } from '../equipment/inspection-due-sweep.service.ts'
import { inventoryDueSweep } from '../inventory/inventory-due-sweep.service.ts'
import { checkpointSweep } from '../ledger/checkpoint-sweep.service.ts'
import { leadReturnSweep } from '../leads/lead-return.service.ts'
import { dunningRound } from '../money/dunning/dunning-round.service.ts'
import { planReminderSweep } from '../maintenance-plans/notices/plan-reminder-sweep.service.ts'
import { noticeMailSweep } from '../notices/notice-mail.sweep.ts'
import { opportunitySweep } from '../opportunities/opportunity-sweep.service.ts'
import { agreementSweep } from '../opportunities/papers/agreement-sweep.service.ts'
import { promiseSweep } from '../promises/promise-sweep.service.ts'
import { signingReminderSweep } from '../sign-off/signing-reminder.service.ts'
import { testDueSweep } from '../key-accounts/test-due-sweep.service.ts'
import { dossierDueSweep } from '../key-accounts/dossier-due-sweep.service.ts'
import { subjectRequestDueSweep } from '../subject-requests/subject-request-due-sweep.service.ts'
import { standingSweep } from '../silence/standing/standing-sweep.service.ts'
import { careRound } from '../care/care-round.service.ts'
import { membershipRound } from '../membership/membership-round.service.ts'
import { silenceSweep } from '../silence/silence-sweep.service.ts'
import { webhookSweep } from '../webhooks/webhook.sweep.ts'
import { witnessSweep } from '../witnesses/witness-sweep.service.ts'
import type { WorkerServices } from './worker-services.ts'

export interface Sweep {
  readonly name: string
  /**
   * Does at most `limit` due items, oldest first, and answers how many it found: as many as `limit` means that there may be
   * more. Claims them FOR UPDATE SKIP LOCKED; effect and mark of one item are one transaction, so a kill loses and doubles
   * nothing; an item that fails is put off and must not stop the others (`eachItem()`).
   */
  readonly sweep: (services: WorkerServices, limit: number) => Promise<number>
  /** Since when the longest-waiting item is due, by the database clock: what the lateness is measured by. */
  readonly oldestDue?: (services: WorkerServices) => Promise<Date | undefined>
  /** How often, in milliseconds; default 250. */
  readonly everyMilliseconds?: number
}

export const SWEEPS: readonly Sweep[] = [
  promiseSweep,
  noticeMailSweep,
  handoverReminderSweep,
  signingReminderSweep,
  leadReturnSweep,
  opportunitySweep,
  agreementSweep,
  documentSweep,
  attachmentSweep,
  copyDueSweep,
  sourceDueSweep,
  subjectRequestDueSweep,
  inventoryDueSweep,
  inspectionDueSweep,
  dunningRound,
  planReminderSweep,
  silenceSweep,
  standingSweep,
  careRound,
  membershipRound,
  dossierDueSweep,
  webhookSweep,
  forgottenPasswordSweep,
  auditSequencer,
  checkpointSweep,
  witnessSweep,
  gradingCalendarSweep,
  testDueSweep,
]
