/** What a statement says to its client: written as it goes out, told or sent again where it did not arrive. */
import {
  ELECTRONIC_DELIVERY_LABELS,
  isConsented,
  notEligible,
  RECEIVABLE_KIND_LABELS,
  STATEMENT_NOTICE_FROM,
  STATEMENT_WAYS,
  statementLine,
  text,
  type ElectronicDelivery,
  type StatementChannel,
} from '@steward/domain'
import { In } from 'typeorm'
import type { Client } from '../../clients/client.entity.ts'
import { consentsOf } from '../../clients/consents/consent.service.ts'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { queueMailToClient } from '../../notices/client-mail.service.ts'
import { rendered, templateInForce } from '../../notices/template-in-force.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { Receivable } from '../receivables/receivable.entity.ts'
import { ReconciliationLine, type Reconciliation } from './reconciliation.entity.ts'
import { StatementNotice } from './statement-notice.entity.ts'

const deliveryTo = async (tx: Transaction, client: Client): Promise<ElectronicDelivery> => {
  if (!isConsented(await consentsOf(tx, client.id), 'STATEMENTS')) return 'NO_CONSENT'
  return client.email === null ? 'NO_ADDRESS' : 'READY'
}

/** The system writes to nobody who has not agreed to it. */
const demandDelivery = async (tx: Transaction, client: Client): Promise<void> => {
  const delivery = await deliveryTo(tx, client)
  if (delivery !== 'READY') throw new Refused(notEligible(delivery, ELECTRONIC_DELIVERY_LABELS[delivery]))
}

const TEMPLATE = 'CLIENT_STATEMENT'

const wordsOf = async (tx: Transaction, statement: Reconciliation) => {
  const { orgId, id: reconciliationId, number, asOfOn, openMinor } = statement
  const { name } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const lines = await tx.manager.find(ReconciliationLine, {
    where: { orgId, reconciliationId },
    order: { position: 'ASC' },
  })
  const charges = await tx.manager.findBy(Receivable, {
    orgId,
    id: In(lines.map(({ receivableId }) => receivableId)),
  })
  const said = lines.map((line) => {
    const charge = charges.find(({ id }) => id === line.receivableId)!
    return statementLine({ ...charge, kind: RECEIVABLE_KIND_LABELS[charge.kind] }, line)
  })
  const sum = (openMinor / 100).toFixed(2)
  return rendered(await templateInForce(tx.manager, orgId, TEMPLATE), {
    organization: text(name, name),
    number: text(number, number),
    asOfOn: text(asOfOn, asOfOn),
    sum: text(sum, sum),
    details: text(said.map(({ zh }) => zh).join('；'), said.map(({ en }) => en).join('; ')),
  })
}

/** Owes the client the words, where the way is one by which words go out. */
export const oweStatement = async (
  tx: Transaction,
  client: Client,
  statement: Reconciliation,
  channel: StatementChannel,
): Promise<void> => {
  if (channel === 'EMAIL') await demandDelivery(tx, client)
  if (channel !== 'EMAIL' && channel !== 'WECHAT') return
  const { titleZh, titleEn, bodyZh, bodyEn } = await wordsOf(tx, statement)
  await tx.insert(StatementNotice, {
    reconciliationId: statement.id,
    channel: STATEMENT_WAYS[channel],
    status: 'OWED',
    titleZh,
    titleEn,
    wordsZh: bodyZh,
    wordsEn: bodyEn,
    owedAt: tx.now,
    settledAt: null,
    toldById: null,
    note: null,
    mailId: channel === 'EMAIL' ? await queueMailToClient(tx, statement.orgId, TEMPLATE) : null,
    version: 1,
  })
}

const lockNotice = async (
  tx: Transaction,
  { orgId, id: reconciliationId }: Reconciliation,
  action: 'markTold' | 'resend',
): Promise<StatementNotice> => {
  const newest = await tx.manager.findOne(StatementNotice, {
    where: { orgId, reconciliationId },
    order: { owedAt: 'DESC', id: 'DESC' },
  })
  const notice = newest && (await tx.lock(StatementNotice, newest.id))
  const allowed = STATEMENT_NOTICE_FROM[action]
  if (!notice || !(allowed as readonly string[]).includes(notice.status))
    throw new Refused({
      code: 'WRONG_STATUS',
      status: notice?.status ?? 'NONE',
      action,
      allowed: [...allowed],
    })
  return notice
}

export const markStatementTold = async (
  tx: Transaction,
  statement: Reconciliation,
  note: string | null,
): Promise<void> => {
  const notice = await lockNotice(tx, statement, 'markTold')
  const told = { status: 'TOLD', settledAt: tx.now, toldById: tx.actor.staffId } as const
  await tx.patch(StatementNotice, notice, { ...told, note })
}

/** A new mail with the same words: the old one keeps its fate. */
export const resendStatement = async (
  tx: Transaction,
  client: Client,
  statement: Reconciliation,
): Promise<void> => {
  const notice = await lockNotice(tx, statement, 'resend')
  await demandDelivery(tx, client)
  const mailId = await queueMailToClient(tx, statement.orgId, TEMPLATE)
  await tx.patch(StatementNotice, notice, { status: 'OWED', settledAt: null, mailId })
}
