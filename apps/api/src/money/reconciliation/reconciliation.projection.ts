import { OF_CLIENT } from '../../clients/contacts/contact.projection.ts'
import { is, isIn } from '../../reads/filters.ts'
import {
  column,
  day,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  type Fact,
} from '../../reads/projection.ts'
import { connectionRoot, objectRoot } from '../../reads/roots.ts'
import { Reconciliation, ReconciliationLine } from './reconciliation.entity.ts'
import { StatementNotice } from './statement-notice.entity.ts'

const internal = { class: 'internal' } as const
const said = { class: 'personal', permission: 'receivable:readNotes' } as const

export const reconciliationProjection = projection('Reconciliation', {
  table: 'reconciliation',
  entity: Reconciliation,
  permission: 'reconciliation:read',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    number: column('number', internal),
    client: one('Client', { ...internal, by: 'client_id' }),
    ordinal: column('ordinal', internal),
    asOfOn: day('as_of_on', internal),
    state: column('state', internal),
    openMinor: column('open_minor', internal),
    creditMinor: column('credit_minor', internal),
    issuedBy: one('Staff', { ...internal, by: 'issued_by_id' }),
    issuedAt: instant('issued_at', internal),
    channel: column('channel', internal),
    sentAt: instant('sent_at', internal),
    confirmedBy: column('confirmed_by', said),
    confirmedAt: instant('confirmed_at', internal),
    lines: many('ReconciliationLine', {
      ...internal,
      foreign: 'reconciliation_id',
      order: [['position', 'asc']],
      typically: 6,
    }),
    notices: many('StatementNotice', {
      ...internal,
      foreign: 'reconciliation_id',
      order: [['owedAt', 'desc']],
      typically: 1,
    }),
    electronicDelivery: expression({
      ...internal,
      sql: (
        alias,
      ) => `(select case when (select w$.decision from client_consent w$ where w$.org_id = c$.org_id and w$.client_id = c$.id
        and w$.purpose = 'STATEMENTS' order by w$.at desc, w$.id desc limit 1) is distinct from 'GIVEN' then 'NO_CONSENT'
        when c$.email is null then 'NO_ADDRESS' else 'READY' end
        from client c$ where c$.org_id = ${alias}.org_id and c$.id = ${alias}.client_id)`,
      reference: (row, { rows }) => {
        const client = rows('client').find((it) => it.id === row.client_id)
        const consents = rows('client_consent')
          .filter((it) => it.client_id === row.client_id && it.purpose === 'STATEMENTS')
          .toSorted((a, b) => Number(b.at) - Number(a.at) || (String(a.id) < String(b.id) ? 1 : -1))
        if (consents[0]?.decision !== 'GIVEN') return 'NO_CONSENT'
        return client?.email == null ? 'NO_ADDRESS' : 'READY'
      },
    }),
    version: column('version', internal),
  },
})

/** A client's facts, two steps away. */
const ofClient = (name: 'key_account_manager_id' | 'project_id' | 'building_id'): Fact => ({
  sql: (alias) =>
    `(select c$.${name} from reconciliation s$ join client c$ on c$.org_id = s$.org_id and c$.id = s$.client_id where s$.org_id = ${alias}.org_id and s$.id = ${alias}.reconciliation_id)`,
  reference: (row, { rows }) => {
    const statement = rows('reconciliation').find((it) => it.id === row.reconciliation_id)
    return rows('client').find((it) => it.id === statement?.client_id)?.[name] ?? null
  },
})

export const reconciliationLineProjection = projection('ReconciliationLine', {
  table: 'reconciliation_line',
  entity: ReconciliationLine,
  permission: 'reconciliation:read',
  facts: {
    keyAccountManagerId: ofClient('key_account_manager_id'),
    projectId: ofClient('project_id'),
    buildingId: ofClient('building_id'),
  },
  fields: {
    id: id(),
    receivable: one('Receivable', { ...internal, by: 'receivable_id' }),
    position: column('position', internal),
    amountMinor: column('amount_minor', internal),
    settledMinor: column('settled_minor', internal),
    disputeReason: column('dispute_reason', said),
    disputedAt: instant('disputed_at', internal),
    verdict: column('verdict', internal),
    answer: column('answer', said),
    answeredAt: instant('answered_at', internal),
  },
})

export const statementNoticeProjection = projection('StatementNotice', {
  table: 'statement_notice',
  entity: StatementNotice,
  permission: 'reconciliation:read',
  facts: {
    keyAccountManagerId: ofClient('key_account_manager_id'),
    projectId: ofClient('project_id'),
    buildingId: ofClient('building_id'),
  },
  fields: {
    id: id(),
    channel: column('channel', internal),
    status: column('status', internal),
    wordsZh: column('words_zh', internal),
    wordsEn: column('words_en', internal),
    owedAt: instant('owed_at', internal),
    settledAt: instant('settled_at', internal),
    toldBy: one('Staff', { ...internal, by: 'told_by_id' }),
    note: column('note', said),
  },
})

export const reconciliationRoots = {
  reconciliation: objectRoot('Reconciliation'),
  reconciliations: connectionRoot('Reconciliation', {
    filters: { client: is('client'), state: isIn('state') },
    orders: { NEWEST: [['issuedAt', 'desc']] },
  }),
}
