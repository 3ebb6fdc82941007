/** The rows of a text file, one after the other, each with the line on which it begins. */
import {
  DELIMITERS,
  fail,
  IMPORT_ENCODING_NAMES,
  importRefusal,
  ok,
  type Delimiter,
  type ImportEncoding,
  type ImportRefusal,
  type Result,
} from '@steward/domain'
import { parse, type CsvError, type Info, type Parser } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import type { StoredBytes } from '../../storage/encrypted-file.ts'

const HEAD_BYTES = 64_000
/** Longer than any row: where quotes are opened and never closed, the rest of the file would be one. */
const LONGEST_ROW = 1_000_000

/** Real files have stray quotes and rows of any length; both are judged row by row. */
const TOLERANT = {
  relax_column_count: true,
  relax_quotes: true,
  skip_records_with_error: true,
  record_delimiter: ['\r\n', '\n', '\r'],
}

/** A table that can be read from its beginning, as often as one likes. */
export interface TableFile {
  /** Without empty cells at its end, as spreadsheets leave them. */
  readonly header: readonly string[]
  /** The rows below the header; blank ones are passed over. Memory does not grow with the file. */
  rows(): AsyncGenerator<TableRow>
}

export interface TableRow {
  /** The header is line 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** The file ends inside the quotes of this row, which is its last line. */
  readonly isCutOff: boolean
  /** How much of the file has been read, 0 to 1. */
  readonly progress: number
}

/** Rows end inside quotes that began at `line`: from there on nothing can be told apart. */
export class QuoteNotClosed extends Error {
  override readonly name = 'QuoteNotClosed'
  readonly line: number

  constructor(line: number) {
    super(`a quote of line ${line} is not closed`)
    this.line = line
  }
}

/** How well a header fits what is expected: tells delimiters apart. */
export type HeaderFit = (header: readonly string[]) => number

/** The first row by each delimiter; the one whose columns fit best is the file's. */
export const textTable = async (
  bytes: StoredBytes,
  encoding: ImportEncoding,
  fitOf: HeaderFit,
  delimiters: readonly Delimiter[] = DELIMITERS,
): Promise<Result<TableFile, ImportRefusal>> => {
  const head = iconv.decode(await bytes.head(HEAD_BYTES), IMPORT_ENCODING_NAMES[encoding])
  const tables = delimiters.map((delimiter) => {
    const header = firstRow(head, delimiter)
    return { delimiter, header, fit: fitOf(header) }
  })
  const [best] = tables.sort((a, b) => b.fit - a.fit || b.header.length - a.header.length)
  if (!best || best.header.length === 0) return fail(importRefusal('EMPTY_FILE'))
  const { delimiter, header } = best
  return ok({ header, rows: () => readRows(bytes, { encoding, delimiter, header }) })
}

/** Blank lines above the header are none of it. */
const firstRow = (head: string, delimiter: Delimiter): string[] => {
  const rows = parseAtOnce(head, { ...TOLERANT, delimiter, to: 10 })
  const cells = rows.find((row) => !isBlank(row))?.map((cell) => cell.trim()) ?? []
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** @throws QuoteNotClosed where quotes swallow what follows them */
async function* readRows(
  bytes: StoredBytes,
  {
    encoding,
    delimiter,
    header,
  }: { encoding: ImportEncoding; delimiter: Delimiter; header: readonly string[] },
): AsyncGenerator<TableRow> {
  const source = bytes.stream()
  let bytesRead = 0
  source.on('data', (piece: Buffer) => (bytesRead += piece.length))
  const decoded = source.pipe(iconv.decodeStream(IMPORT_ENCODING_NAMES[encoding]))
  let unclosed = false
  let lastLine = 0
  const parser: Parser = parse({
    ...TOLERANT,
    delimiter,
    info: true,
    max_record_size: LONGEST_ROW,
    on_skip: (error: CsvError | undefined) => {
      unclosed = true
      lastLine = Number(error?.['lines'] ?? 0)
      if (error?.code !== 'CSV_MAX_RECORD_SIZE' || source.destroyed) return undefined
      // The rows before it are still to be handed over: the file simply ends here.
      source.destroy()
      decoded.unpipe(parser)
      parser.end()
      return undefined
    },
  })
  source.once('error', (error) => parser.destroy(error))
  decoded.once('error', (error) => parser.destroy(error))
  decoded.pipe(parser)
  let [end, isHeader] = [0, true]
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = end + 1
      end = info.lines
      if (isBlank(record)) continue
      if (isHeader) isHeader = false
      else
        yield {
          line,
          cells: fitted(record, header.length),
          isCutOff: false,
          progress: bytesRead / Math.max(1, bytes.sizeBytes),
        }
    }
    if (!unclosed) return
    if (lastLine > end + 1) throw new QuoteNotClosed(end + 1)
    yield { line: end + 1, cells: [], isCutOff: true, progress: 1 }
  } finally {
    source.destroy()
    parser.destroy()
  }
}

/** Empty cells beyond the header are a spreadsheet's, not the person's. */
export const fitted = (cells: string[], width: number): string[] => {
  while (cells.length > width && cells.at(-1)!.trim() === '') cells.pop()
  return cells
}
