/** A mail to a client is a row that says how it fares; whom it goes to and what it says is read when it is sent. */
import { DEFAULT_LOCALE, type TemplateKey } from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../database/transaction.ts'
import { Mail } from './notice.entity.ts'

export const queueMailToClient = async (
  tx: Pick<Transaction, 'manager' | 'emit' | 'now'>,
  orgId: string,
  template: TemplateKey,
): Promise<string> => {
  const id = newId()
  await tx.manager.insert(Mail, {
    orgId,
    id,
    template,
    locale: DEFAULT_LOCALE,
    staffId: null,
    status: 'QUEUED',
    createdAt: tx.now,
  })
  tx.emit('mailDue', { type: 'Mail', id })
  return id
}
