/** The rows of a text file, one after the other, each with the line on which it begins. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import {
  DELIMITERS,
  fail,
  headerFit,
  IMPORT_ENCODING_NAMES,
  importRefusal,
  ok,
  type ComplaintMapping,
  type Delimiter,
  type ImportEncoding,
  type ImportRefusal,
  type Result,
} from '@steward/domain'
import { parse, type CsvError, type Info, type Parser } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import iconv from 'iconv-lite'

const HEAD_BYTES = 64_000
/** Longer than any row: where quotes are opened and never closed, the rest of the file would be one. */
const LONGEST_ROW = 1_000_000
const READ_BYTES = 256_000

/** Real files have stray quotes and rows of any length; both are judged row by row. */
const TOLERANT = {
  relax_column_count: true,
  relax_quotes: true,
  skip_records_with_error: true,
  record_delimiter: ['\r\n', '\n', '\r'],
}

export interface TableFile {
  readonly path: string
  readonly encoding: ImportEncoding
  readonly delimiter: Delimiter
  /** Without empty cells at its end, as spreadsheets leave them. */
  readonly header: readonly string[]
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

/** The first row by each delimiter; the one whose columns fit the mappings best is the file's. */
export const tableFile = async (
  path: string,
  encoding: ImportEncoding,
  mappings: readonly ComplaintMapping[],
): Promise<Result<TableFile, ImportRefusal>> => {
  const head = await headOf(path, encoding)
  const [only] = mappings
  const delimiters = mappings.length === 1 && only?.delimiter ? [only.delimiter] : DELIMITERS
  const tables = delimiters.map((delimiter) => {
    const header = firstRow(head, delimiter)
    const fit = Math.max(...mappings.map((mapping) => headerFit(mapping, header)))
    return { path, encoding, delimiter, header, fit }
  })
  const [best] = tables.sort((a, b) => b.fit - a.fit || b.header.length - a.header.length)
  return best && best.header.length > 0 ? ok(best) : fail(importRefusal('EMPTY_FILE'))
}

const headOf = async (path: string, encoding: ImportEncoding): Promise<string> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES)
    return iconv.decode(buffer.subarray(0, bytesRead), IMPORT_ENCODING_NAMES[encoding])
  } finally {
    await file.close()
  }
}

/** Blank lines above the header are none of it. */
const firstRow = (head: string, delimiter: Delimiter): string[] => {
  const rows = parseAtOnce(head, { ...TOLERANT, delimiter, to: 10 })
  const cells = rows.find((row) => !isBlank(row))?.map((cell) => cell.trim()) ?? []
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/**
 * Reads the rows below the header; blank lines are passed over. Memory does not grow with the file.
 * @throws QuoteNotClosed where quotes swallow what follows them
 */
export async function* readRows({ path, encoding, delimiter, header }: TableFile): AsyncGenerator<TableRow> {
  const source = createReadStream(path, { highWaterMark: READ_BYTES })
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
  const bytes = await sizeOf(path)
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
          progress: source.bytesRead / bytes,
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

const sizeOf = async (path: string): Promise<number> => {
  const file = await open(path)
  try {
    return Math.max(1, (await file.stat()).size)
  } finally {
    await file.close()
  }
}

/** Empty cells beyond the header are a spreadsheet's, not the person's. */
const fitted = (cells: string[], width: number): string[] => {
  while (cells.length > width && cells.at(-1)!.trim() === '') cells.pop()
  return cells
}
