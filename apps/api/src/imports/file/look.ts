/** A first look at a file, for whoever says what its columns mean. */
import {
  COMPLAINT_MAPPINGS,
  guessKind,
  headerFit,
  suggestedMapping,
  type ImportEncoding,
  type ImportKind,
  type ImportRefusal,
} from '@steward/domain'
import { openTable } from './open-import.ts'
import { openStored, type FilePlace } from '../../storage/encrypted-file.ts'
import { QuoteNotClosed } from './table-file.ts'

export interface FileLook {
  readonly encoding: ImportEncoding | null
  readonly header: readonly string[]
  /** The first rows, to be shown beside the header to whoever has handed the file over, and kept nowhere. */
  readonly samples: readonly (readonly string[])[]
  /** What the columns speak for; null where they speak for nothing. */
  readonly kind: ImportKind | null
  /** The mapping of complaints that fits. */
  readonly mapping: string | null
}

/** Why there is nothing to see. */
export interface NoLook {
  readonly refused: ImportRefusal
}

const SAMPLES = 5
const LONGEST_SAMPLE = 100

const fitOf = (header: readonly string[]): number =>
  Math.max(...COMPLAINT_MAPPINGS.map((mapping) => headerFit(mapping, header)), header.length / 100)

/** Reads as little of it as tells its form. Of a workbook all is unpacked: only in a process with a bound (threat T19). */
export const lookAt = async (
  place: FilePlace,
  fileId: string,
  encoding?: ImportEncoding,
): Promise<FileLook | NoLook> => {
  const open = await openTable(await openStored(place, fileId), { encoding, fitOf })
  if (!open.ok) return { refused: open.error }
  const { table } = open.value
  const samples: (readonly string[])[] = []
  try {
    for await (const { cells } of table.rows()) {
      samples.push(table.header.map((_, at) => (cells[at] ?? '').slice(0, LONGEST_SAMPLE)))
      if (samples.length === SAMPLES) break
    }
  } catch (error) {
    // The run will say so, and name the line; what was read until there is shown.
    if (!(error instanceof QuoteNotClosed)) throw error
  }
  const mapping = suggestedMapping(table.header)?.name ?? null
  const kind = mapping === null ? (guessKind(table.header) ?? null) : 'COMPLAINTS'
  return { encoding: open.value.encoding, header: table.header, samples, kind, mapping }
}
