/** A row of a file as a row of the table `complaint`. */
import { factsOf, maskPhone, type ImportedRow } from '@steward/domain'
import type { Verdict } from '../importer.ts'
import type { RowRecords } from './known-records.ts'

/**
 * Columns that a file states, with their types; by them rows travel as JSON, and are compared with what is there. All others are
 * left as a new case has them: imported history bears no promise, signature or order.
 */
export const STATED_COLUMNS = {
  status: 'text',
  kind: 'text',
  channel: 'text',
  severity: 'smallint',
  track: 'text',
  purpose: 'text',
  cause: 'text',
  summary: 'text',
  facts: 'text',
  demand: 'text',
  close_reason: 'text',
  contact_name: 'text',
  contact_phone: 'text',
  contact_phone_masked: 'text',
  category_id: 'uuid',
  handling_department_id: 'uuid',
  client_id: 'uuid',
  key_account_manager_id: 'uuid',
  project_id: 'uuid',
  building_id: 'uuid',
  unit_id: 'uuid',
  registered_at: 'timestamptz',
  closed_at: 'timestamptz',
  occurred_at: 'timestamptz',
} as const

export type StatedColumn = keyof typeof STATED_COLUMNS
export type StatedValues = Readonly<Record<StatedColumn, string | number | null>>

/** Instants as ISO text in UTC to the millisecond, so that two of them are equal when their texts are. */
export const statedValues = (row: ImportedRow, records: RowRecords): StatedValues => ({
  status: row.status,
  kind: row.kind,
  channel: row.channel,
  severity: row.severity,
  track: row.track,
  purpose: row.purpose,
  cause: row.cause,
  summary: row.summary,
  facts: factsOf(row, records.unknown),
  demand: row.demand,
  close_reason: row.closeReason,
  contact_name: row.contactName,
  contact_phone: row.contactPhone,
  contact_phone_masked: row.contactPhone && maskPhone(row.contactPhone),
  category_id: records.categoryId,
  handling_department_id: records.handlingDepartmentId,
  client_id: records.clientId,
  key_account_manager_id: records.keyAccountManagerId,
  project_id: records.projectId,
  building_id: records.buildingId,
  unit_id: records.unitId,
  registered_at: row.registeredAt.toISOString(),
  closed_at: row.closedAt?.toISOString() ?? null,
  occurred_at: row.occurredAt?.toISOString() ?? null,
})

/** A case that an earlier run brought in. */
export interface EarlierRow {
  readonly id: string
  readonly externalReference: string
  /** Somebody has worked on it here since. */
  readonly isHandled: boolean
  readonly values: StatedValues
}

/** What the source itself says; the rest is also decided here, by whoever works on the case. */
const SOURCE_COLUMNS: readonly StatedColumn[] = ['summary', 'facts', 'registered_at']
const ALL_COLUMNS = Object.keys(STATED_COLUMNS) as readonly StatedColumn[]

const differs = (a: StatedValues, b: StatedValues, columns: readonly StatedColumn[]): boolean =>
  columns.some((column) => a[column] !== b[column])

export const verdictOn = (stated: StatedValues, earlier: EarlierRow | undefined): Verdict => {
  if (!earlier) return 'NEW'
  if (!earlier.isHandled) return differs(stated, earlier.values, ALL_COLUMNS) ? 'CHANGED' : 'UNCHANGED'
  const ended = stated.closed_at !== null && earlier.values.closed_at === null
  return ended || differs(stated, earlier.values, SOURCE_COLUMNS) ? 'HANDLED' : 'UNCHANGED'
}
