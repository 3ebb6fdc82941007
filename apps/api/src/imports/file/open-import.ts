import { access } from 'node:fs/promises'
import {
  findComplaintMapping,
  importRefusal,
  placeColumns,
  type ImportEncoding,
  type ImportRefusal,
  type Result,
} from '@steward/domain'
import { ImportStopped } from '../run/import-stopped.ts'
import type { RowSource } from './row-batches.ts'
import { tableFile } from './table-file.ts'
import { textFile } from './text-file.ts'

/** A file whose encoding, delimiter and columns are known. */
export type OpenImport = Pick<RowSource, 'table' | 'mapping' | 'placed'> & {
  readonly encoding: ImportEncoding
  readonly endsWithNewline: boolean
}

/** Finds out how a file is to be read. @throws ImportStopped where it cannot be: one sentence tells why */
export const openImport = async (
  path: string,
  mappingName: string,
  encoding: ImportEncoding | null,
): Promise<OpenImport> => {
  const mapping = findComplaintMapping(mappingName)
  if (!mapping) throw new Error(`there is no mapping ${mappingName}`)
  await access(path).catch(() => {
    throw ImportStopped.refused(importRefusal('FILE_GONE'))
  })
  const text = orRefused(await textFile(path, encoding ?? mapping.encoding))
  const table = orRefused(await tableFile(path, text.encoding, [mapping]))
  const placed = orRefused(placeColumns(mapping, table.header))
  return { mapping, table, placed, encoding: text.encoding, endsWithNewline: text.endsWithNewline }
}

const orRefused = <T>(result: Result<T, ImportRefusal>): T => {
  if (!result.ok) throw ImportStopped.refused(result.error)
  return result.value
}
