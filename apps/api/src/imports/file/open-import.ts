import {
  importRefusal,
  type Delimiter,
  type ImportEncoding,
  type ImportRefusal,
  type Result,
} from '@steward/domain'
import { ImportStopped } from '../run/import-stopped.ts'
import { openStored, type FilePlace, type StoredBytes } from '../../storage/encrypted-file.ts'
import { textTable, type HeaderFit, type TableFile } from './table-file.ts'
import { textFile } from './text-file.ts'
import { isArchive, workbookTable } from './workbook.ts'

/** A file whose form, encoding, delimiter and columns are known. */
export interface OpenImport {
  readonly table: TableFile
  /** Null: a workbook, which has one of its own. */
  readonly encoding: ImportEncoding | null
  readonly endsWithNewline: boolean
}

/** What is known of a file before it is opened. */
export interface Expected {
  readonly encoding: ImportEncoding | null | undefined
  readonly fitOf: HeaderFit
  readonly delimiter?: Delimiter | undefined
}

/** Finds out how a file is to be read. @throws ImportStopped where it cannot be: one sentence tells why */
export const openImport = async (
  place: FilePlace,
  fileId: string,
  expected: Expected,
): Promise<OpenImport> => {
  const bytes = await openStored(place, fileId).catch(() => {
    throw ImportStopped.refused(importRefusal('FILE_GONE'))
  })
  return orRefused(await openTable(bytes, expected))
}

/** The same of bytes at hand. Of a workbook all of it is unpacked in memory: only in a process with a bound. */
export const openTable = async (
  bytes: StoredBytes,
  { encoding, fitOf, delimiter }: Expected,
): Promise<Result<OpenImport, ImportRefusal>> => {
  if (isArchive(await bytes.head(4))) {
    const table = await workbookTable(bytes)
    return table.ok
      ? { ok: true, value: { table: table.value, encoding: null, endsWithNewline: true } }
      : table
  }
  const text = await textFile(bytes, encoding)
  if (!text.ok) return text
  const table = await textTable(bytes, text.value.encoding, fitOf, delimiter && [delimiter])
  if (!table.ok) return table
  const { encoding: found, endsWithNewline } = text.value
  return { ok: true, value: { table: table.value, encoding: found, endsWithNewline } }
}

const orRefused = <T>(result: Result<T, ImportRefusal>): T => {
  if (!result.ok) throw ImportStopped.refused(result.error)
  return result.value
}
