/** A batch of judged rows goes into the tables: clients, stays, contacts, consents, documents, and what each row wrote. */
import { maskPhone, type RecordRow } from '@steward/domain'
import type { ReadRow } from '../../file/row-batches.ts'
import { insertImportedRows, type NewImportedRow } from '../imported-rows.ts'
import type { RecordRun } from '../record-run.ts'
import type { Match, PresentClient, PresentStay } from './client-lookups.ts'
import {
  CLIENT_COLUMNS,
  clientValues,
  consentsOf,
  consentWayOf,
  contactsOf,
  derivedColumns,
  documentNumberOf,
  type ClientValues,
  type StatedStay,
} from './client-row.ts'
import {
  followStays,
  insertClients,
  insertConsents,
  insertContacts,
  insertStays,
  updateClients,
  updateStays,
} from './client-writes.ts'
import type { CodeGiver } from './code-giver.ts'
import { keepDocuments } from './keep-documents.service.ts'
import type { Filed } from './filing.ts'
import { writeFiling } from './write-filing.service.ts'
import type { Verdict } from '../importer.ts'

/** What was decided about a row. */
export interface ClientPlan {
  readonly identity: string
  readonly key: string
  readonly hash: string
  readonly verdict: Verdict
  readonly clientId: string
  /** Of rows that write. REVIVE: comes back after its import was undone. JOIN: one more unit of a client. */
  readonly how?: 'MAKE' | 'REVIVE' | 'ALTER' | 'FILL' | 'JOIN'
  readonly stay: 'ADD' | 'ALTER' | 'KEEP'
  readonly unitId?: string | undefined
  /** The client as they were when it was decided; undefined: of this file. */
  readonly seen?: PresentClient | undefined
  readonly held?: PresentStay | undefined
  readonly match?: Match | undefined
  readonly codeIsTaken?: boolean
  /** Of an ALTER: what the row itself has brought before. */
  readonly ownParts?: readonly string[]
}

export interface PlannedRow {
  readonly read: ReadRow<RecordRow> & { readonly row: RecordRow }
  readonly plan: ClientPlan
  readonly stay: StatedStay | null | undefined
  readonly filed: Filed
}

const MAKING = ['MAKE', 'REVIVE'] as const
const makes = ({ how }: ClientPlan): boolean => (MAKING as readonly unknown[]).includes(how)

const withDerived = (values: ClientValues) => ({ ...values, ...derivedColumns(values) })

/** What the client becomes: all that is stated, or only what was empty. */
const becoming = ({ how, seen }: ClientPlan, stated: ClientValues): ClientValues =>
  Object.fromEntries(
    CLIENT_COLUMNS.map((column) => {
      const was = seen?.[column] ?? null
      const keeps = stated[column] === null || (how === 'FILL' && was !== null)
      return [column, keeps ? was : stated[column]]
    }),
  ) as ClientValues

export const writeClients = async (
  run: RecordRun,
  rows: readonly PlannedRow[],
  codes: CodeGiver,
  today: string,
): Promise<void> => {
  const { tx, orgId, staffId } = run
  const { manager, now } = tx
  const made = rows.filter(({ plan }) => makes(plan))
  const fresh = made.map(({ read, plan }) => ({
    id: plan.clientId,
    code: plan.how === 'REVIVE' ? plan.seen!.code : codes.codeAt(read.place),
    ...withDerived(clientValues(read.row.values)),
  }))
  await insertClients(manager, orgId, fresh, now)

  const altered = rows.flatMap((row) => {
    const { plan, read } = row
    if ((plan.how !== 'ALTER' && plan.how !== 'FILL') || !plan.seen) return []
    const after = becoming(plan, clientValues(read.row.values))
    const before = CLIENT_COLUMNS.filter((column) => after[column] !== plan.seen![column])
    return before.length === 0 ? [] : [{ row, after, before }]
  })
  const updates = altered.map(({ row: { plan }, after }) => ({
    id: plan.clientId,
    seen: plan.seen!.version,
    ...withDerived(after),
  }))
  const updated = await updateClients(manager, orgId, updates)
  const beforeOf = new Map(
    altered
      .filter(({ row }) => updated.has(row.plan.clientId))
      .map(({ row, before }) => [row, Object.fromEntries(before.map((it) => [it, row.plan.seen![it]]))]),
  )

  const stays = rows.flatMap((row) => {
    const { plan, stay } = row
    return stay && plan.stay === 'ADD'
      ? [{ row, stay: { id: tx.newId(), clientId: plan.clientId, ...stay } }]
      : []
  })
  await insertStays(
    manager,
    orgId,
    stays.map(({ stay }) => stay),
  )
  const movedStays = rows.flatMap((row) => {
    const { plan, stay } = row
    return stay && plan.stay === 'ALTER' && plan.held && staysDiffer(plan.held, stay)
      ? [{ row, stay: { ...stay, id: plan.held.id } }]
      : []
  })
  await updateStays(
    manager,
    orgId,
    movedStays.map(({ stay }) => stay),
  )
  const heldOf = new Map(movedStays.map(({ row }) => [row, row.plan.held!]))

  const contacts = rows.flatMap((row) =>
    row.plan.how === 'JOIN'
      ? []
      : contactsOf(row.read.row.values).map((contact, at) => ({
          row,
          contact: {
            id: tx.newId(),
            clientId: row.plan.clientId,
            ...contact,
            phoneMasked: contact.phone && maskPhone(contact.phone),
            first: at === 0,
          },
        })),
  )
  const newContacts = await insertContacts(
    manager,
    orgId,
    contacts.map(({ contact }) => contact),
    now,
  )
  const consents = rows.flatMap((row) =>
    row.plan.how === 'JOIN'
      ? []
      : consentsOf(row.read.row.values).map((purpose) => ({
          row,
          consent: {
            id: tx.newId(),
            clientId: row.plan.clientId,
            purpose,
            way: consentWayOf(row.read.row.values),
          },
        })),
  )
  const newConsents = await insertConsents(
    manager,
    orgId,
    consents.map(({ consent }) => consent),
    now,
    staffId,
  )
  const documents = rows.flatMap(({ read, plan }) => {
    const number = documentNumberOf(read.row.values)
    const agreed = consentsOf(read.row.values).includes('PROFILE') && read.row.values['kind'] !== 'COMPANY'
    return number !== null && agreed && plan.how !== 'JOIN' ? [{ clientId: plan.clientId, number }] : []
  })
  const profiles = await keepDocuments(run, documents)

  const filing = await writeFiling(run, rows)

  const partsOf = new Map<PlannedRow, string[]>(rows.map((row) => [row, []]))
  for (const { row, stay } of stays) partsOf.get(row)!.push(stay.id)
  for (const { row, contact } of contacts) if (newContacts.has(contact.id)) partsOf.get(row)!.push(contact.id)
  for (const { row, consent } of consents) if (newConsents.has(consent.id)) partsOf.get(row)!.push(consent.id)
  for (const [row, { ids }] of filing) partsOf.get(row)!.push(...ids)
  for (const row of rows) {
    const profile = profiles.get(row.plan.clientId)
    if (profile !== undefined && row.plan.how !== 'JOIN') partsOf.get(row)!.push(profile)
  }
  await insertImportedRows(
    manager,
    { orgId, id: run.id, kind: 'CLIENTS', source: run.source },
    rows.map((row): NewImportedRow => {
      const { read, plan } = row
      const seenVersion = plan.seen?.version ?? 0
      const fields = filing.get(row)?.replaced ?? []
      const before = {
        ...beforeOf.get(row),
        ...(heldOf.has(row) ? { stay: heldOf.get(row) } : {}),
        ...(fields.length > 0 ? { fields } : {}),
      }
      return {
        line: read.table.line,
        identity: plan.identity,
        key: plan.key,
        hash: plan.hash,
        record_id: plan.clientId,
        made: makes(plan),
        record_version: makes(plan) || beforeOf.has(row) ? seenVersion + 1 : Math.max(1, seenVersion),
        before: Object.keys(before).length > 0 ? before : null,
        part_ids: partsOf.get(row)!,
      }
    }),
  )
  await followStays(manager, orgId, [...new Set(rows.map(({ plan }) => plan.clientId))], today)
}

const staysDiffer = (held: PresentStay, stay: StatedStay): boolean =>
  (['fromOn', 'toOn', 'movedInOn', 'shareBasisPoints'] as const).some(
    (member) => held[member] !== stay[member],
  )
