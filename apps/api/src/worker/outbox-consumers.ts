/** Who is told of what happened. One row a consumer; the relay and the job queue are both fed from it. */
import type { EntityManager } from 'typeorm'
import { attachmentRemovalConsumer } from '../attachments/attachment-removal.consumer.ts'
import { importFileConsumer } from '../imports/custody/import-file.consumer.ts'
import { erasureConsumer } from '../subject-requests/erasure/client-erasure.consumer.ts'
import { backtestConsumer } from '../silence/backtest/run-backtest.service.ts'
import { silenceNoticeConsumer } from '../silence/silence-notice.consumer.ts'
import { keyAccountNoticeConsumer } from '../key-accounts/key-account-notice.consumer.ts'
import { subjectRequestNoticeConsumer } from '../subject-requests/subject-request-notice.consumer.ts'
import { sourceNoticeConsumer } from '../imports/custody/source-notice.consumer.ts'
import { copyNoticeConsumer } from '../exports/copy-notice.consumer.ts'
import { copyFileConsumer, copyProductionConsumer } from '../exports/production/production.consumer.ts'
import { planProposalConsumer } from '../maintenance-plans/proposals/propose-plans.consumer.ts'
import { planNoticeConsumer } from '../maintenance-plans/notices/plan-notice.service.ts'
import { inspectionNoticeConsumer } from '../equipment/inspection-notice.consumer.ts'
import { inventoryConsumer, inventoryNoticeConsumer } from '../inventory/inventory.consumer.ts'
import { decompositionConsumer } from '../maintenance-plans/tasks/decomposition.consumer.ts'
import { simulationConsumer } from '../grading/simulation/simulation.consumer.ts'
import { ledgerVerificationConsumer } from '../ledger/ledger-verification.consumer.ts'
import { accountNoticeConsumer } from '../notices/account-notice.consumer.ts'
import { clientNoticeConsumer } from '../notices/client-notice.consumer.ts'
import { handoverNoticeConsumer } from '../notices/handover-notice.consumer.ts'
import { gradingDueConsumer } from '../grading/cycles/grading-due.consumer.ts'
import { scoringConsumer } from '../grading/evaluations/scoring.consumer.ts'
import { leadNoticeConsumer } from '../notices/lead-notice.consumer.ts'
import { opportunityNoticeConsumer } from '../notices/opportunity-notice.consumer.ts'
import { mailConsumer } from '../notices/mail.consumer.ts'
import { noticeConsumer } from '../notices/notice.consumer.ts'
import { promiseNoticeConsumer } from '../notices/promise-notice.consumer.ts'
import { revealNoticeConsumer } from '../notices/reveal-notice.consumer.ts'
import { signingNoticeConsumer } from '../notices/signing-notice.consumer.ts'
import { webhookConsumer } from '../webhooks/webhook-delivery.service.ts'
import { webhookMessageConsumer } from '../webhooks/webhook-message.service.ts'
import type { OutboxKind } from './outbox-kinds.ts'
import type { Outbox } from './outbox.entity.ts'
import type { WorkerServices } from './worker-services.ts'

interface Consumer {
  /** Never changed once used: jobs in the queue bear it. */
  readonly name: string
  readonly kinds: readonly OutboxKind[]
  /** Of those kinds, only these; decided from the row alone. Default: all. */
  readonly wants?: (row: Outbox) => boolean
}

/**
 * Writes rows of its own and does nothing outside the database: exactly once, because it runs in the very transaction that
 * marks the outbox row as relayed, under row security of the row's organization. When it throws, all that the row led to is
 * rolled back and tried again later.
 */
export interface RowsConsumer extends Consumer {
  readonly effect: 'rows'
  readonly apply: (manager: EntityManager, row: Outbox, services: WorkerServices) => Promise<void>
}

/**
 * Speaks to the world (mail, webhooks) or takes long: a job of the queue, enqueued in the relay's transaction. It runs **at
 * least once**; whatever it does must be idempotent by `row.id`. When it throws it is tried again, ever later, and then listed
 * under failed jobs.
 */
export interface JobConsumer extends Consumer {
  readonly effect: 'job'
  /** Default 12, which with the queue's waiting times is about two days. */
  readonly maximumAttempts?: number
  /** Jobs of one queue run one after the other; default: all at once. */
  readonly queue?: (row: Outbox) => string
  readonly run: (row: Outbox, services: WorkerServices) => Promise<void>
  /** After the last attempt: tells whoever waits for it. Default: it is listed under failed jobs, no more. */
  readonly gaveUp?: (row: Outbox, services: WorkerServices) => Promise<void>
}

export type OutboxConsumer = RowsConsumer | JobConsumer

export const OUTBOX_CONSUMERS: readonly OutboxConsumer[] = [
  noticeConsumer,
  promiseNoticeConsumer,
  clientNoticeConsumer,
  handoverNoticeConsumer,
  signingNoticeConsumer,
  revealNoticeConsumer,
  leadNoticeConsumer,
  opportunityNoticeConsumer,
  accountNoticeConsumer,
  mailConsumer,
  webhookMessageConsumer,
  webhookConsumer,
  ledgerVerificationConsumer,
  simulationConsumer,
  decompositionConsumer,
  attachmentRemovalConsumer,
  copyProductionConsumer,
  copyFileConsumer,
  importFileConsumer,
  copyNoticeConsumer,
  sourceNoticeConsumer,
  subjectRequestNoticeConsumer,
  inventoryConsumer,
  inventoryNoticeConsumer,
  inspectionNoticeConsumer,
  planNoticeConsumer,
  planProposalConsumer,
  silenceNoticeConsumer,
  backtestConsumer,
  keyAccountNoticeConsumer,
  erasureConsumer,
  scoringConsumer,
  gradingDueConsumer,
]
