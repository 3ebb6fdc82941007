/** The word that a client is owed: told, waived, or sent again. */
import {
  CLIENT_NOTICE_INPUTS,
  CLIENT_NOTICE_TRANSITIONS,
  parseInput,
  refusal,
  type ClientNoticeAction,
  type FactBag,
} from '@steward/domain'
import { LessThan } from 'typeorm'
import type { z } from 'zod'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { queueMailToClient } from './client-mail.service.ts'
import { ClientNotice } from './notice.entity.ts'

type Answer = Promise<ClientNotice | UserError>
type Input<A extends ClientNoticeAction> = z.output<(typeof CLIENT_NOTICE_INPUTS)[A]>

/** Locks the case and its notice, asks the desk and the table, and lets `work` write. */
const verb =
  <A extends ClientNoticeAction>(
    action: A,
    work: (tx: Transaction, notice: ClientNotice, input: Input<A>) => Promise<ClientNotice>,
  ) =>
  (context: RequestContext, input: { readonly clientNoticeId: string }): Answer =>
    transaction(context, `clientNotice:${action}`, async (tx) => {
      const { clientNoticeId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(CLIENT_NOTICE_INPUTS[action], stated)) as Input<A>
      const { complaintId } = await tx.get(ClientNotice, clientNoticeId as string)
      const complaint = await tx.lock(ComplaintEntity, complaintId)
      const notice = await tx.lock(ClientNotice, clientNoticeId as string, parsed.expectedVersion)
      const facts: FactBag = { ...complaint, status: notice.status }
      tx.admit('clientNotice:read', facts)
      const refused = refusal(CLIENT_NOTICE_TRANSITIONS, action, tx.actor, {
        ...facts,
        status: notice.status,
      })
      if (refused) throw new Refused(refused)
      return work(tx, notice, parsed)
    })

/** The client knows. Who hears the later news has heard what came before: earlier words still owed are settled along. */
export const markClientTold = verb('markTold', async (tx, notice, { channel, note }) => {
  const told = { status: 'TOLD', channel, settledAt: tx.now, toldById: tx.actor.staffId } as const
  const earlier = await tx.manager.findBy(ClientNotice, {
    orgId: notice.orgId,
    complaintId: notice.complaintId,
    status: 'OWED',
    owedAt: LessThan(notice.owedAt),
  })
  for (const one of earlier) await tx.patch(ClientNotice, one, told)
  return tx.patch(ClientNotice, notice, { ...told, note })
})

export const waiveClientNotice = verb('waive', (tx, notice, { reason }) =>
  tx.patch(ClientNotice, notice, {
    status: 'WAIVED',
    settledAt: tx.now,
    toldById: tx.actor.staffId,
    note: reason,
  }),
)

/** A new mail with the same words: the old one keeps its fate. */
export const resendClientNotice = verb('resend', async (tx, notice) => {
  const mailId = await queueMailToClient(tx, notice.orgId, `CLIENT_${notice.caseStatus}`)
  return tx.patch(ClientNotice, notice, { status: 'OWED', settledAt: null, mailId })
})
