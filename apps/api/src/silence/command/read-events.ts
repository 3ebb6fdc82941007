/** Events out of a CSV file: who, when, how much. A cell that cannot be read is named by line and field, and nothing is fitted. */
import { dayNumber, say, text, type Locale } from '@steward/domain'
import { parse, CsvError } from 'csv-parse/sync'

export interface Columns {
  readonly client: string
  readonly date: string
  readonly amount: string
}

export interface FileEvent {
  readonly client: string
  readonly day: number
  /** In hundredths. */
  readonly minor: number
}

const WORDS = {
  noColumn: text(
    '第 1 行没有“{column}”一列；有：{columns}',
    'Line 1 has no column “{column}”; there are: {columns}',
  ),
  noClient: text('第 {line} 行 {column}：没有客户', 'Line {line}, {column}: no client'),
  noDay: text(
    '第 {line} 行 {column}：“{value}”不是日期，应写作 2026-11-30 或 20261130',
    'Line {line}, {column}: “{value}” is no day such as 2026-11-30 or 20261130',
  ),
  noAmount: text(
    '第 {line} 行 {column}：“{value}”不是金额，应写作 12 或 12.50',
    'Line {line}, {column}: “{value}” is no amount such as 12 or 12.50',
  ),
  broken: text('第 {line} 行不是完整的 CSV：{reason}', 'Line {line} is not whole CSV: {reason}'),
  empty: text('文件里没有数据。', 'The file holds no data.'),
} as const

/** So many faults are told, no more: whoever has thousands has chosen the wrong column. */
const MOST_FAULTS = 20

interface Record {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const records = (csv: string, tell: (word: keyof typeof WORDS, values: object) => string): Record[] => {
  try {
    const options = {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    } as const
    return parse(csv, options) as unknown as Record[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Error(tell('broken', { line: error['lines'] ?? 1, reason: error.code }), { cause: error })
  }
}

/** Undefined: none. `20261130` is what published data sets write. */
const readDay = (value: string): number | undefined =>
  dayNumber(/^\d{8}$/.test(value) ? `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}` : value)

/**
 * @throws Error with one line for each fault
 */
export const readEvents = (csv: string, columns: Columns, locale: Locale): readonly FileEvent[] => {
  const tell = (word: keyof typeof WORDS, values: object): string =>
    say(WORDS[word], locale).replace(/\{(\w+)\}/g, (_, name: string) =>
      String((values as { readonly [name: string]: unknown })[name] ?? ''),
    )
  const [header, ...rows] = records(csv, tell)
  if (!header || rows.length === 0) throw new Error(say(WORDS.empty, locale))
  const at = (column: string): number => {
    const found = header.record.indexOf(column)
    if (found < 0) throw new Error(tell('noColumn', { column, columns: header.record.join(', ') }))
    return found
  }
  const [clientAt, dateAt, amountAt] = [at(columns.client), at(columns.date), at(columns.amount)]
  const faults: string[] = []
  const events = rows.map(({ record, info: { lines: line } }): FileEvent => {
    const [client = '', date = '', amount = ''] = [record[clientAt], record[dateAt], record[amountAt]]
    const day = readDay(date)
    if (client === '') faults.push(tell('noClient', { line, column: columns.client }))
    if (day === undefined) faults.push(tell('noDay', { line, column: columns.date, value: date }))
    if (!/^-?\d{1,12}(\.\d+)?$/.test(amount))
      faults.push(tell('noAmount', { line, column: columns.amount, value: amount }))
    return { client, day: day ?? 0, minor: Math.round(100 * Number(amount)) }
  })
  if (faults.length > 0) throw new Error(faults.slice(0, MOST_FAULTS).join('\n'))
  return events
}
