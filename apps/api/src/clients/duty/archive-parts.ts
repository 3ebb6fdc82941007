/**
 * Where each part of an archive is found: the closed list of the domain, each with its SQL and the twin of that. `there`: it is in the
 * archive. `since`: when it was last written down, which is what grows stale. `c` is the client, `q` the requirement.
 */
import type { ArchivePart } from '@steward/domain'
import type { Reference, Row } from '../../reads/projection.ts'

interface PartRule {
  there(c: string, q: string): string
  since(c: string, q: string): string
  /** Instants of what is there, none where nothing is. */
  reference(client: Row, requirement: Row, reference: Reference): readonly Date[]
}

/** A column of the client's own; the audit knows when it was last amended. */
const head = (column: string, property: string): PartRule => {
  const told = (c: string) => `(select max(a$.at) from audit_entry a$
    where a$.org_id = ${c}.org_id and a$.subject_id = ${c}.id and a$.changes ? '${property}')`
  return {
    there: (c) => `${c}.${column} is not null`,
    since: (c) => `greatest(${c}.created_at, ${told(c)})`,
    reference: (client, _, { rows }) =>
      client[column] === null
        ? []
        : [
            client.created_at as Date,
            ...rows('audit_entry')
              .filter((it) => it.subject_id === client.id && property in (it.changes as object))
              .map((it) => it.at as Date),
          ],
  }
}

interface Kept {
  readonly table: string
  /** Of the row, as SQL of an instant. */
  readonly written: string
  readonly writtenOf: (row: Row) => Date
  /** Whoever amends it says so in the audit. */
  readonly audited?: true
  /** Over the row's alias `r$`. */
  readonly only: (q: string) => string
  readonly onlyOf: (row: Row, requirement: Row, now: Date) => boolean
}

/** Rows of a table that points at the client. */
const kept = ({ table, written, writtenOf, audited, only, onlyOf }: Kept): PartRule => {
  const rowsOf = (c: string, q: string) =>
    `from ${table} r$ where r$.org_id = ${c}.org_id and r$.client_id = ${c}.id and ${only(q)}`
  const told = `(select max(a$.at) from audit_entry a$ where a$.org_id = r$.org_id and a$.subject_id = r$.id)`
  const since = audited ? `greatest(${written}, ${told})` : written
  return {
    there: (c, q) => `exists (select ${rowsOf(c, q)})`,
    since: (c, q) => `(select max(${since}) ${rowsOf(c, q)})`,
    reference: (client, requirement, { rows, now }) =>
      rows(table)
        .filter((row) => row.client_id === client.id && onlyOf(row, requirement, now))
        .flatMap((row) => [
          writtenOf(row),
          ...(audited
            ? rows('audit_entry')
                .filter((it) => it.subject_id === row.id)
                .map((it) => it.at as Date)
            : []),
        ]),
  }
}

const contact = (more: string, moreOf: (row: Row) => boolean): PartRule =>
  kept({
    table: 'client_contact',
    written: 'r$.created_at',
    writtenOf: (row) => row.created_at as Date,
    audited: true,
    only: () => `r$.removed_at is null and ${more}`,
    onlyOf: (row) => row.removed_at === null && moreOf(row),
  })

const stay = (more: string, moreOf: (row: Row) => boolean): PartRule =>
  kept({
    table: 'client_occupancy',
    written: `r$.from_on::timestamp at time zone 'UTC'`,
    writtenOf: (row) => new Date(`${String(row.from_on)}T00:00:00Z`),
    audited: true,
    only: () =>
      `r$.withdrawn_at is null and (r$.to_on is null or r$.to_on >= (now() at time zone 'UTC')::date) and ${more}`,
    onlyOf: (row, _, now) =>
      row.withdrawn_at === null &&
      (row.to_on === null || String(row.to_on) >= now.toISOString().slice(0, 10)) &&
      moreOf(row),
  })

const ANY = () => true
const filled = (column: string) => (row: Row) => (row[column] as readonly unknown[]).length > 0

export const PART_RULES: Readonly<Record<ArchivePart, PartRule>> = {
  NAME: head('name', 'name'),
  PHONE: head('phone_masked', 'phoneMasked'),
  EMAIL: head('email_masked', 'emailMasked'),
  SOURCE: head('source', 'source'),
  MANAGER: head('key_account_manager_id', 'keyAccountManagerId'),
  CONTACT: contact('true', ANY),
  DECISION_ROLE: contact('cardinality(r$.decision_roles) > 0', filled('decision_roles')),
  CHANNEL: contact('cardinality(r$.channels) > 0', filled('channels')),
  BIRTHDAY: contact('r$.birthday is not null', (row) => row.birthday !== null),
  HOUSEHOLD: kept({
    table: 'client_member',
    written: 'r$.created_at',
    writtenOf: (row) => row.created_at as Date,
    audited: true,
    only: () => 'r$.removed_at is null',
    onlyOf: (row) => row.removed_at === null,
  }),
  STAY: stay('true', ANY),
  MOVE_IN: stay('r$.moved_in_on is not null', (row) => row.moved_in_on !== null),
  CONSENT: kept({
    table: 'client_consent',
    written: 'r$.at',
    writtenOf: (row) => row.at as Date,
    only: () => 'true',
    onlyOf: ANY,
  }),
  STATUS_RECORD: kept({
    table: 'client_status_record',
    written: 'r$.recorded_at',
    writtenOf: (row) => row.recorded_at as Date,
    only: () => 'true',
    onlyOf: ANY,
  }),
  PROFILE: kept({
    table: 'client_profile',
    written: 'r$.set_at',
    writtenOf: (row) => row.set_at as Date,
    only: () => 'cardinality(r$.on_file) > 0',
    onlyOf: filled('on_file'),
  }),
  CUSTOM_FIELD: kept({
    table: 'client_field_value',
    written: 'r$.set_at',
    writtenOf: (row) => row.set_at as Date,
    only: (q) => `r$.field_id = ${q}.field_id`,
    onlyOf: (row, requirement) => row.field_id === requirement.field_id,
  }),
}
