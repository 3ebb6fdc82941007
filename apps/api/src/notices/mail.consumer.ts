/** Sends one mail. Runs at least once; a mail that has been sent is not sent again. */
import { mailFailure, type MailFailure, type MailStatus } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { withTenant } from '../database/with-tenant.ts'
import { StatementNotice } from '../money/reconciliation/statement-notice.entity.ts'
import type { JobConsumer } from '../worker/outbox-consumers.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { ClientNotice, Mail } from './notice.entity.ts'
import { messageOf } from './mail-message.ts'
import { messageIdOf, senderOf, transportOf } from './mail-transport.ts'

/** Told to the queue, which tries again. Bears a code and nothing of what the server said, for that may name people. */
class MailNotSent extends Error {
  override readonly name = 'MailNotSent'
}

type MailServices = Pick<WorkerServices, 'config' | 'dataSource' | 'clock'>

/** Sends it, or notes why not. @throws MailNotSent where it is worth another try */
export const sendMail = async (
  { config, dataSource, clock }: MailServices,
  { orgId, id }: { readonly orgId: string; readonly id: string },
): Promise<void> => {
  const within = <T>(work: (manager: EntityManager) => Promise<T>) => withTenant(dataSource, orgId, work)
  const ready = await within(async (manager) => {
    const mail = await manager.findOneBy(Mail, { orgId, id })
    if (!mail || mail.status !== 'QUEUED') return undefined
    return { mail, message: await messageOf(manager, config, mail, clock()) }
  })
  if (!ready) return
  const { mail, message } = ready
  const note = (status: MailStatus, more: Partial<Mail> = {}) =>
    within((manager) => settle(manager, mail, status, { ...more, triedAt: clock() }))

  if (!message) return note('NO_ADDRESS')
  if (!config.smtpUrl) return note('NOT_CONFIGURED')
  const attempts = mail.attempts + 1
  try {
    const messageId = messageIdOf(id, config)
    await transportOf(config.smtpUrl).sendMail({
      ...message,
      to: { name: '', address: message.to },
      from: senderOf(config),
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    await note('SENT', { attempts, messageId, lastError: null, sentAt: clock() })
  } catch (error) {
    const { status, errorCode } = mailFailure(error as MailFailure, attempts)
    await note(status, { attempts, lastError: errorCode })
    if (status === 'QUEUED') throw new MailNotSent(errorCode)
  }
}

/** What becomes of the client's notice follows from its mail. */
const CLIENT_STATUS: Readonly<Partial<Record<MailStatus, 'SENT' | 'FAILED'>>> = {
  SENT: 'SENT',
  REFUSED: 'FAILED',
  FAILED: 'FAILED',
  NOT_CONFIGURED: 'FAILED',
  NO_ADDRESS: 'FAILED',
}

const settle = async (
  manager: EntityManager,
  { orgId, id }: Mail,
  status: MailStatus,
  more: Partial<Mail>,
): Promise<void> => {
  await manager.update(Mail, { orgId, id }, { ...more, status })
  const told = CLIENT_STATUS[status]
  if (!told) return
  for (const notices of [ClientNotice, StatementNotice])
    await manager
      .createQueryBuilder()
      .update(notices)
      .set({ status: told, settledAt: more.triedAt ?? null, version: () => 'version + 1' })
      .where({ orgId, mailId: id, status: 'OWED' })
      .execute()
}

export const mailConsumer: JobConsumer = {
  name: 'mail',
  effect: 'job',
  kinds: ['mailDue'],
  run: ({ orgId, subjectId }, services) => sendMail(services, { orgId, id: subjectId }),
}
