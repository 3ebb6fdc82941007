/**
 * The first sheet of a workbook (XLSX) as a table. Of the archive nothing is unpacked before its directory was checked, and nothing
 * is unpacked further than its directory says. Formulas are read as the values that were stored with them; none is evaluated.
 */
import { fail, importRefusal, ok, type ImportRefusal, type Result } from '@steward/domain'
import yauzl, { type Entry } from 'yauzl'
import type { StoredBytes } from '../../storage/encrypted-file.ts'
import { fitted, isBlank, type TableFile, type TableRow } from './table-file.ts'
import { dateStyles, firstSheetPath, sharedTexts } from './workbook-parts.ts'
import { sheetRows } from './workbook-sheet.ts'

const MOST_ENTRIES = 500
const MOST_RATIO = 100
const MOST_UNPACKED_BYTES = 200_000_000
/** Texts that cells share are held while the sheet is read. */
const MOST_SHARED_BYTES = 80_000_000

/** The first bytes of every archive. */
export const isArchive = (head: Buffer): boolean => head.subarray(0, 4).toString('hex') === '504b0304'

interface Archive {
  readonly entries: ReadonlyMap<string, Entry>
  /** The bytes of an entry, piece by piece. */
  read(path: string): AsyncIterable<Buffer>
}

const openArchive = async (bytes: Buffer): Promise<Result<Archive, ImportRefusal>> => {
  const zip = await yauzl.fromBufferPromise(bytes, { validateEntrySizes: true, strictFileNames: true })
  const entries = new Map<string, Entry>()
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry)
    unpacked += entry.uncompressedSize
    const isBomb =
      entries.size > MOST_ENTRIES ||
      unpacked > MOST_UNPACKED_BYTES ||
      (entry.uncompressedSize > 100_000 && entry.uncompressedSize > entry.compressedSize * MOST_RATIO)
    if (isBomb) return fail(importRefusal('WORKBOOK_TOO_LARGE'))
    if (entry.isEncrypted()) return fail(importRefusal('BAD_WORKBOOK'))
  }
  return ok({
    entries,
    async *read(path) {
      const entry = entries.get(path)
      if (!entry) return
      yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
    },
  })
}

/** The table, and how it is opened. Refuses what is no workbook, or would be too large. */
export const workbookTable = async (bytes: StoredBytes): Promise<Result<TableFile, ImportRefusal>> => {
  try {
    const packed: Buffer[] = []
    for await (const piece of bytes.stream() as AsyncIterable<Buffer>) packed.push(piece)
    const archive = await openArchive(Buffer.concat(packed))
    if (!archive.ok) return archive
    const { entries, read } = archive.value
    const sheet = await firstSheetPath(read)
    const sheetBytes = sheet === undefined ? undefined : entries.get(sheet)?.uncompressedSize
    if (sheet === undefined || sheetBytes === undefined) return fail(importRefusal('BAD_WORKBOOK'))
    if ((entries.get('xl/sharedStrings.xml')?.uncompressedSize ?? 0) > MOST_SHARED_BYTES)
      return fail(importRefusal('WORKBOOK_TOO_LARGE'))
    const looks = { texts: await sharedTexts(read('xl/sharedStrings.xml')), ...(await dateStyles(read)) }
    const all = () => sheetRows(read(sheet), sheetBytes, looks)
    let header: string[] = []
    for await (const { cells } of all()) {
      if (isBlank(cells)) continue
      header = cells.map((cell) => cell.trim())
      break
    }
    header = header.slice(0, header.findLastIndex((cell) => cell !== '') + 1)
    if (header.length === 0) return fail(importRefusal('EMPTY_FILE'))
    return ok({ header, rows: () => below(all(), header.length) })
  } catch (error) {
    if (error instanceof RangeError) return fail(importRefusal('WORKBOOK_TOO_LARGE'))
    return fail(importRefusal('BAD_WORKBOOK'))
  }
}

/** Rows of a sheet are as long as their last cell: they are made as wide as the header. */
async function* below(
  rows: AsyncIterable<{ line: number; cells: string[]; progress: number }>,
  width: number,
): AsyncGenerator<TableRow> {
  let isHeader = true
  for await (const { line, cells, progress } of rows) {
    if (isBlank(cells)) continue
    if (isHeader) {
      isHeader = false
      continue
    }
    while (cells.length < width) cells.push('')
    yield { line, cells: fitted(cells, width), isCutOff: false, progress }
  }
}
