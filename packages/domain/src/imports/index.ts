export * from './import-fields.ts'
export * from './import-run.ts'
export * from './issues.ts'
export * from './refusals.ts'
export * from './mapping.ts'
export * from './mappings.ts'
export * from './import-inputs.ts'
export * from './kinds.ts'
export * from './custody/import-source.ts'
export type {
  TableField,
  RecordFields,
  RecordTable,
  RecordValue,
  RecordValues,
} from './records/table-field.ts'
export type { ClientImportField } from './records/client-fields.ts'
export * from './records/record-tables.ts'
export * from './records/custom-columns.ts'
export * from './records/guess-columns.ts'
export * from './records/record-mapping.ts'
export * from './records/duplicates.ts'
export { recordReader, type RecordReader, type RecordRow } from './records/record-reader.ts'
export * from './header.ts'
export { factsOf, rowReader, type ImportedRow, type RowResult } from './row-reader.ts'
export type { NamedRecord } from './row-draft.ts'
