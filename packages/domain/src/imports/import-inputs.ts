import { z } from 'zod'
import { expectedVersion, id, optional, words } from '../input.ts'
import { IMPORT_KINDS, type ImportKind } from './kinds.ts'
import { IMPORT_ENCODINGS } from './mapping.ts'
import { COMPLAINT_MAPPINGS } from './mappings.ts'
import { DUPLICATE_CHOICES } from './records/duplicates.ts'
import { recordMapping } from './records/record-mapping.ts'

export const IMPORT_INPUTS = {
  /** What a person says to start an import. Complaints go by a mapping's name, every other kind by a mapping that is made for it. */
  run: z.object({
    fileId: id(),
    mapping: optional(z.enum(COMPLAINT_MAPPINGS.map(({ name }) => name))),
    record: optional(recordMapping),
    /** Absent: it is found out. */
    encoding: optional(z.enum(IMPORT_ENCODINGS)),
    /** Only looks: nothing is written. */
    dryRun: z.boolean(),
  }),
  apply: z.object({ duplicateChoice: z.enum(DUPLICATE_CHOICES).default('LEAVE_OUT') }),
  /** Null: as is said for all when the run is applied. */
  choose: z.object({ duplicateId: id(), choice: optional(z.enum(DUPLICATE_CHOICES)) }),
  saveMapping: z.object({ name: words(60), record: recordMapping }),
  retireMapping: z.object({ expectedVersion: expectedVersion() }),
  setPolicy: z.object({
    /** 0 while nobody had set one. */
    expectedVersion: z.int().min(0),
    kind: z.enum(IMPORT_KINDS),
    /** 0: always two people. */
    rowsByOne: z.int().min(0).max(1_000_000),
  }),
} as const

/** Rows that one person may bring in alone, where an organization has not said otherwise. */
export const ROWS_BY_ONE: Readonly<Record<ImportKind, number>> = {
  COMPLAINTS: 100_000,
  CLIENTS: 1_000,
  UNITS: 5_000,
  RECEIVABLES: 1_000,
  PAYMENTS: 1_000,
}
