/** Statements of account: frozen, sent, confirmed or disputed line by line, answered line by line. What was frozen is never changed. */
import {
  dayAfter,
  invalidInput,
  parseInput,
  RECONCILIATION_FROM,
  RECONCILIATION_INPUTS,
  startOfDay,
  stateByLines,
  text,
  type ReconciliationAction,
} from '@steward/domain'
import { In } from 'typeorm'
import type { z } from 'zod'
import type { Client } from '../../clients/client.entity.ts'
import { clientFacts } from '../../clients/kept-client.ts'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { nextNumbers, todayOf } from '../day-of-organization.service.ts'
import { lockAccount } from '../receivables/receivable.service.ts'
import { Reconciliation, ReconciliationLine } from './reconciliation.entity.ts'
import { markStatementTold, oweStatement, resendStatement } from './statement-notice.service.ts'

interface Frozen {
  readonly receivableId: string
  readonly amountMinor: number
  readonly settledMinor: number
}

/** What was owed at the end of a day: registered by then, less what had been received by then. */
const FROZEN = `
select r.id as "receivableId", r.amount_minor as "amountMinor", coalesce(a.settled, 0)::bigint as "settledMinor"
  from receivable r
  left join lateral (
    select sum(a.amount_minor) as settled from payment_allocation a
      join payment p on p.org_id = a.org_id and p.id = a.payment_id
     where a.org_id = r.org_id and a.receivable_id = r.id and a.withdrawn_at is null and p.received_on <= $3) a on true
 where r.org_id = $1 and r.client_id = $2 and r.state <> 'VOID' and r.registered_at < $4
   and r.amount_minor > coalesce(a.settled, 0)
 order by r.due_on, r.number`

const CREDIT = `
select coalesce(sum(p.amount_minor), 0)::bigint - coalesce(sum(a.given), 0)::bigint as credit
  from payment p
  left join lateral (
    select sum(a.amount_minor) as given from payment_allocation a
     where a.org_id = p.org_id and a.payment_id = p.id and a.withdrawn_at is null) a on true
 where p.org_id = $1 and p.client_id = $2 and p.reversed_at is null and p.received_on <= $3`

export const issue = (context: VerbContext, input: object): Promise<Reconciliation | UserError> =>
  transaction(context, 'reconciliation:issue', async (tx) => {
    const { clientId, asOfOn } = orRefuse(parseInput(RECONCILIATION_INPUTS.issue, withUuids(input)))
    const client = await lockAccount(tx, clientId)
    const { orgId } = client
    const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
    const today = await todayOf(tx)
    if (asOfOn > today) throw asOf(text('不能在今天之后。', 'Must not lie in the future.'))
    const before = startOfDay(dayAfter(asOfOn), timeZone)
    const lines = await tx.manager.query<Frozen[]>(FROZEN, [orgId, clientId, asOfOn, before])
    if (lines.length === 0) throw asOf(text('这一天没有未结的应收。', 'Nothing was open on that day.'))
    const [{ credit }] = await tx.manager.query<[{ credit: number }]>(CREDIT, [orgId, clientId, asOfOn])
    const earlier = await tx.manager.findBy(Reconciliation, { orgId, clientId })
    for (const old of earlier.filter(({ state }) => state !== 'CONFIRMED' && state !== 'SUPERSEDED'))
      await tx.patch(Reconciliation, old, { state: 'SUPERSEDED' })
    const [number] = await nextNumbers(tx, 'reconciliation', today)
    const statement = await tx.insert(Reconciliation, {
      number: number!,
      clientId,
      ordinal: earlier.length + 1,
      asOfOn,
      state: 'ISSUED',
      openMinor: lines.reduce((sum, line) => sum + line.amountMinor - line.settledMinor, 0),
      creditMinor: credit,
      issuedById: tx.actor.staffId,
      issuedAt: tx.now,
      channel: null,
      sentAt: null,
      confirmedBy: null,
      confirmedAt: null,
      version: 1,
    })
    for (const [at, line] of lines.entries())
      await tx.insert(ReconciliationLine, {
        ...line,
        reconciliationId: statement.id,
        position: at + 1,
        disputeReason: null,
        disputedAt: null,
        verdict: null,
        answer: null,
        answeredAt: null,
        version: 1,
      })
    return statement
  })

const asOf = (message: ReturnType<typeof text>) => new Refused(invalidInput({ path: 'asOfOn', message }))

type Step = Exclude<ReconciliationAction, 'issue'>
type Stated<A extends Step> = z.output<(typeof RECONCILIATION_INPUTS)[A]>

const step =
  <A extends Step>(
    action: A,
    work: (
      tx: Transaction,
      statement: Reconciliation,
      input: Stated<A>,
      client: Client,
    ) => Promise<Reconciliation>,
  ) =>
  (context: VerbContext, input: { readonly reconciliationId: string }): Promise<Reconciliation | UserError> =>
    transaction(context, `reconciliation:${action}`, async (tx) => {
      const { reconciliationId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(RECONCILIATION_INPUTS[action], stated)) as Stated<A>
      const { clientId } = await tx.get(Reconciliation, reconciliationId as string)
      const client = await lockAccount(tx, clientId)
      const statement = await tx.lock(Reconciliation, reconciliationId as string, parsed.expectedVersion)
      tx.admit('reconciliation:read', clientFacts(client))
      const from = RECONCILIATION_FROM[action]
      if (!from.includes(statement.state))
        throw new Refused({ code: 'WRONG_STATUS', status: statement.state, action, allowed: [...from] })
      return work(tx, statement, parsed, client)
    })

/** By mail the system itself sends it; by WeChat a person has the words to send; else it was handed over. */
export const send = step('send', async (tx, statement, { channel }, client) => {
  await oweStatement(tx, client, statement, channel)
  return tx.patch(Reconciliation, statement, { state: 'SENT', channel, sentAt: tx.now })
})

export const markTold = step('markTold', async (tx, statement, { note }) => {
  await markStatementTold(tx, statement, note)
  return tx.patch(Reconciliation, statement, {})
})

export const resend = step('resend', async (tx, statement, _, client) => {
  await resendStatement(tx, client, statement)
  return tx.patch(Reconciliation, statement, {})
})

export const confirm = step('confirm', (tx, statement, { confirmedBy }) =>
  tx.patch(Reconciliation, statement, { state: 'CONFIRMED', confirmedBy, confirmedAt: tx.now }),
)

const linesOf = async (
  tx: Transaction,
  statement: Reconciliation,
  named: readonly { readonly lineId: string }[],
  fits: (line: ReconciliationLine) => boolean,
): Promise<ReadonlyMap<string, ReconciliationLine>> => {
  const { orgId, id: reconciliationId } = statement
  const ids = named.map(({ lineId }) => lineId)
  const found = await tx.manager.findBy(ReconciliationLine, { orgId, reconciliationId, id: In(ids) })
  const byId = new Map(found.filter(fits).map((line) => [line.id, line]))
  const missing = ids.findIndex((id, at) => !byId.has(id) || ids.indexOf(id) !== at)
  if (missing >= 0) throw invalidReference(`lines.${missing}.lineId`)
  return byId
}

const follow = async (tx: Transaction, statement: Reconciliation): Promise<Reconciliation> => {
  const { orgId, id: reconciliationId } = statement
  const lines = await tx.manager.findBy(ReconciliationLine, { orgId, reconciliationId })
  return tx.patch(Reconciliation, statement, { state: stateByLines(lines) })
}

/** Also of a line that was answered before: the client is not content with the answer. */
export const dispute = step('dispute', async (tx, statement, { lines }) => {
  const byId = await linesOf(tx, statement, lines, (line) => !line.disputedAt || line.answeredAt !== null)
  for (const { lineId, reason } of lines)
    await tx.patch(ReconciliationLine, byId.get(lineId)!, {
      disputeReason: reason,
      disputedAt: tx.now,
      verdict: null,
      answer: null,
      answeredAt: null,
    })
  return follow(tx, statement)
})

export const answer = step('answer', async (tx, statement, { lines }) => {
  const byId = await linesOf(tx, statement, lines, (line) => line.disputedAt !== null && !line.answeredAt)
  for (const { lineId, verdict, answer: words } of lines)
    await tx.patch(ReconciliationLine, byId.get(lineId)!, { verdict, answer: words, answeredAt: tx.now })
  return follow(tx, statement)
})
