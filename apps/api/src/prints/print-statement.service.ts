/** The printed statement of account: as it was frozen, with what was said of each line by now. */
import {
  can,
  DISPUTE_VERDICT_LABELS,
  RECEIVABLE_KIND_LABELS,
  RECONCILIATION_STATE_LABELS,
  say,
  text,
  type Actor,
  type Locale,
} from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import { Reconciliation, ReconciliationLine } from '../money/reconciliation/reconciliation.entity.ts'
import { Receivable } from '../money/receivables/receivable.entity.ts'
import { houseOf } from './print-source.service.ts'
import type { PrintedForm } from './printed-form.ts'
import { Unit } from '../organization/organization.entity.ts'

interface Asked {
  readonly actor: Actor
  readonly id: string
  readonly locale: Locale
  readonly now: Date
}

const WORDS = {
  title: text('对账单', 'Statement of account'),
  version: text('第 {n} 版', 'Version {n}'),
  client: text('客户', 'Client'),
  asOf: text('截至', 'As of'),
  state: text('状态', 'State'),
  open: text('未结合计', 'Open in all'),
  credit: text('预收余额', 'Credit'),
  balance: text('应付余额', 'Balance'),
  what: text('费用', 'What'),
  due: text('到期日', 'Due on'),
  amount: text('应收', 'Sum'),
  settled: text('已收', 'Paid'),
  left: text('未结', 'Open'),
  said: text('异议与答复', 'Disputes and answers'),
  confirmed: text('确认人', 'Confirmed by'),
  ask: text(
    '请核对。如有异议，请逐项告知；有异议的明细在答复之前不催收。',
    'Please check. If you object, tell us line by line: a line in dispute is not pressed for before it is answered.',
  ),
  note: text('说明', 'Note'),
}

/** Undefined where there is no such statement, or the actor may not read all of it. */
export const statementForm = async (
  manager: EntityManager,
  { actor, id, locale, now }: Asked,
): Promise<PrintedForm | undefined> => {
  const orgId = actor.organizationId
  const statement = await manager.findOneBy(Reconciliation, { orgId, id })
  const client = statement && (await manager.findOneBy(Client, { orgId, id: statement.clientId }))
  if (!client) return undefined
  const facts = clientFacts(client)
  const mayRead = (['reconciliation:read', 'receivable:readNotes', 'client:readName'] as const).every((it) =>
    can(actor, it, facts),
  )
  if (!mayRead) return undefined
  const house = await houseOf(manager, orgId)
  const lines = await manager.find(ReconciliationLine, {
    where: { orgId, reconciliationId: id },
    order: { position: 'ASC' },
  })
  const receivables = await manager.findBy(Receivable, {
    orgId,
    id: In(lines.map(({ receivableId }) => receivableId)),
  })
  const units = await manager.findBy(Unit, {
    orgId,
    id: In(receivables.flatMap(({ unitId }) => unitId ?? [])),
  })
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: house.currency })
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2
  const amount = (minor: number) => money.format(minor / 10 ** digits)
  const word = (key: keyof typeof WORDS) => say(WORDS[key], locale)
  const whatOf = ({ receivableId }: ReconciliationLine): string => {
    const it = receivables.find((receivable) => receivable.id === receivableId)!
    const unit = units.find(({ id: unitId }) => unitId === it.unitId)
    return [say(RECEIVABLE_KIND_LABELS[it.kind], locale), it.period, unit?.label].filter(Boolean).join(' ')
  }
  const dueOf = ({ receivableId }: ReconciliationLine) =>
    receivables.find((receivable) => receivable.id === receivableId)!.dueOn
  const said = lines
    .filter(({ disputedAt }) => disputedAt !== null)
    .map(
      (line) =>
        [
          `${line.position}. ${whatOf(line)}`,
          [line.disputeReason, line.verdict && say(DISPUTE_VERDICT_LABELS[line.verdict], locale), line.answer]
            .filter(Boolean)
            .join(' → '),
        ] as const,
    )
  return {
    locale,
    organization: house.name,
    title: word('title'),
    kind: word('version').replace('{n}', String(statement.ordinal)),
    number: statement.number,
    numbering: 'statement',
    signs: false,
    label: null,
    control: null,
    cells: [],
    signatures: [],
    parts: [
      {
        kind: 'fields',
        title: word('title'),
        fields: [
          [word('client'), `${client.name} (${client.code})`],
          [word('asOf'), statement.asOfOn],
          [word('state'), say(RECONCILIATION_STATE_LABELS[statement.state], locale)],
          [word('open'), amount(statement.openMinor)],
          [word('credit'), amount(statement.creditMinor)],
          [word('balance'), amount(statement.openMinor - statement.creditMinor)],
          ...(statement.confirmedBy ? [[word('confirmed'), statement.confirmedBy] as const] : []),
          [word('note'), word('ask')],
        ],
      },
      {
        kind: 'table',
        amounts: true,
        heads: [word('what'), word('due'), word('amount'), word('settled'), word('left')],
        rows: lines.map((line) => [
          `${line.position}. ${whatOf(line)}`,
          dueOf(line),
          amount(line.amountMinor),
          amount(line.settledMinor),
          amount(line.amountMinor - line.settledMinor),
        ]),
      },
      ...(said.length > 0 ? [{ kind: 'fields', title: word('said'), fields: said } as const] : []),
    ],
    seal: null,
    printedAt: house.clock.minute(now),
  }
}
