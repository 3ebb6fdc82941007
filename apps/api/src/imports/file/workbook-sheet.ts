/** The cells of one sheet, row by row. */
import type { SaxesTagPlain } from 'saxes'
import { attribute, xmlFeed } from './workbook-parts.ts'

/** What a cell refers to. */
export interface SheetLooks {
  readonly texts: readonly string[]
  readonly isDate: readonly boolean[]
  readonly from1904: boolean
}

export interface SheetRow {
  /** As the spreadsheet numbers it. */
  readonly line: number
  readonly cells: string[]
  /** How much of the sheet has been read, 0 to 1. */
  readonly progress: number
}

/** A sheet ends at the column XFD; nothing of ours is wider than this. */
const MOST_COLUMNS = 1_000
/** Characters; a cell of a spreadsheet has 32,767 at most. */
const LONGEST_CELL = 40_000
const DAY_MS = 86_400_000

export async function* sheetRows(
  source: AsyncIterable<Buffer>,
  sizeBytes: number,
  looks: SheetLooks,
): AsyncGenerator<SheetRow> {
  let ready: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let [line, column, type, style] = [0, 0, '', 0]
  let [words, isWords, bytesRead] = ['', false, 0]

  const openCell = (tag: SaxesTagPlain): void => {
    const place = attribute(tag, 'r')
    column = place === undefined ? column + 1 : columnOf(place)
    if (column > MOST_COLUMNS) throw new RangeError('a row is too wide')
    type = attribute(tag, 't') ?? 'n'
    style = Number(attribute(tag, 's') ?? 0)
    words = ''
  }
  const closeCell = (): void => {
    const value = cellValue(words, type, style, looks)
    if (value === '') return
    while (cells.length < column) cells.push('')
    cells[column - 1] = value
  }
  const feed = xmlFeed({
    open: (name, tag) => {
      if (name === 'row') {
        line = Number(attribute(tag, 'r') ?? line + 1)
        cells = []
        column = 0
      } else if (name === 'c') openCell(tag)
      // The value that a formula had when it was stored is in `v`, like any other; the formula itself (`f`) is passed over.
      else isWords = name === 'v' || name === 't'
    },
    text: (text) => {
      if (isWords) words += text
      if (words.length > LONGEST_CELL) throw new RangeError('a cell is too long')
    },
    close: (name) => {
      if (name === 'v' || name === 't') isWords = false
      if (name === 'c') closeCell()
      if (name === 'row') ready.push({ line, cells })
    },
  })
  for await (const piece of source) {
    feed.write(piece)
    bytesRead += piece.length
    const rows = ready
    ready = []
    for (const row of rows) yield { ...row, progress: bytesRead / Math.max(1, sizeBytes) }
  }
  feed.close()
  for (const row of ready) yield { ...row, progress: 1 }
}

/** `BC12` → 55. */
const columnOf = (place: string): number => {
  let column = 0
  for (const letter of place) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column
}

const cellValue = (words: string, type: string, style: number, looks: SheetLooks): string => {
  switch (type) {
    case 's':
      return looks.texts[Number(words)] ?? ''
    case 'str':
    case 'inlineStr':
      return words
    case 'b':
      return words === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      // `#N/A`: shown as it stands, so that the row is refused for it and not taken as empty.
      return words
    case 'd':
      return words.slice(0, 10)
    default:
      return looks.isDate[style] ? dayOf(words, looks.from1904) : plainNumber(words)
  }
}

/** Numbers are stored as 1.3800001234E10: written as people write them. */
const plainNumber = (words: string): string => {
  if (words === '') return ''
  const number = Number(words)
  if (!Number.isFinite(number)) return words
  return Number.isInteger(number) && Math.abs(number) < 1e15 ? number.toFixed(0) : String(number)
}

/** Days since the last one of 1899, with a 29 February 1900 that never was; the time of day follows where there is one. */
const dayOf = (words: string, from1904: boolean): string => {
  const days = Number(words)
  if (words === '' || !Number.isFinite(days)) return words
  const since = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const at = new Date(since + Math.round((days * DAY_MS) / 1000) * 1000)
  if (Number.isNaN(at.getTime())) return words
  const iso = at.toISOString()
  return Number.isInteger(days) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}
