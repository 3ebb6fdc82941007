import type { RecordKind } from '../kinds.ts'
import { CLIENT_TABLE } from './client-fields.ts'
import { PAYMENT_TABLE } from './payment-fields.ts'
import { RECEIVABLE_TABLE } from './receivable-fields.ts'
import type { RecordTable } from './table-field.ts'
import { UNIT_TABLE } from './unit-fields.ts'

export const RECORD_TABLES: Readonly<Record<RecordKind, RecordTable>> = {
  CLIENTS: CLIENT_TABLE,
  UNITS: UNIT_TABLE,
  RECEIVABLES: RECEIVABLE_TABLE,
  PAYMENTS: PAYMENT_TABLE,
}
