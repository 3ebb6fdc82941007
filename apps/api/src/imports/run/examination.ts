import { importIssue, type ImportDimension, type ImportedRow, type ImportIssue } from '@steward/domain'
import type { Verdict } from './complaint-row.ts'
import { months, type Month } from './months.ts'
import type { ReadRow } from '../file/row-batches.ts'

/** How many accepted rows have one status, category or year, and how many issues one reason. */
export interface Tally {
  readonly dimension: ImportDimension
  readonly value: string | null
  readonly nameZh: string | null
  readonly nameEn: string | null
  rows: number
}

type Judged = Verdict | 'REFUSED'

/** A file of nothing but errors has as many as it has cells: these are kept, all are counted. */
const MOST_ISSUES = 10_000

/** What a file is, row by row and in figures; filled while its rows pass by. */
export class Examination {
  /** New cases by the month in which they are numbered, `YYMM`. */
  readonly newByPeriod = new Map<string, number>()
  readonly issues: ImportIssue[] = []
  /** In the order of the rows: what the second reading of the file goes by. */
  readonly #verdicts: Judged[] = []
  readonly #tallies = new Map<string, Tally>()
  readonly #monthOf: (at: Date) => Month
  #warned = 0
  readonly #rows = { NEW: 0, CHANGED: 0, UNCHANGED: 0, HANDLED: 0, REFUSED: 0 }

  constructor(timeZone: string) {
    this.#monthOf = months(timeZone)
  }

  refuse({ place }: ReadRow, issues: readonly ImportIssue[]): void {
    this.#judge(place, 'REFUSED')
    this.#note(issues)
  }

  accept(
    { place, table, issues }: ReadRow,
    row: ImportedRow,
    categoryId: string | null,
    verdict: Verdict,
  ): void {
    this.#judge(place, verdict)
    const remarks = verdict === 'HANDLED' ? [...issues, importIssue(table.line, 'HANDLED_HERE')] : issues
    this.#note(remarks)
    if (remarks.length > 0) this.#warned += 1
    const { period, year } = this.#monthOf(row.registeredAt)
    if (verdict === 'NEW') this.newByPeriod.set(period, (this.newByPeriod.get(period) ?? 0) + 1)
    const category = row.records.category?.name
    this.#count(row.status, { dimension: 'STATUS', value: row.status, ...NAMELESS })
    this.#count(year, { dimension: 'YEAR', value: year, ...NAMELESS })
    // By the record where there is one: it may be written in several ways.
    this.#count(categoryId ?? category?.en ?? '', {
      dimension: 'CATEGORY',
      value: null,
      nameZh: category?.zh ?? null,
      nameEn: category?.en ?? null,
    })
  }

  /** The file ends without a line break: its last row may have lost its end. */
  doubtLastRow(line: number): void {
    if (this.#verdicts.at(-1) === 'REFUSED') return
    this.#note([importIssue(line, 'NO_FINAL_NEWLINE')])
    if (!this.issues.some((issue) => issue.line === line && issue.reason !== 'NO_FINAL_NEWLINE'))
      this.#warned += 1
  }

  verdictOf = ({ place }: ReadRow): Judged | undefined => this.#verdicts[place]

  get tallies(): readonly Tally[] {
    return [...this.#tallies.values()]
  }

  get rowsRead(): number {
    return this.#verdicts.length
  }

  /** How many rows there is something to write of. */
  get rowsToWrite(): number {
    return this.#rows.NEW + this.#rows.CHANGED
  }

  get figures() {
    const { NEW, CHANGED, UNCHANGED, HANDLED, REFUSED } = this.#rows
    return {
      rowsRead: this.rowsRead,
      rowsNew: NEW,
      rowsChanged: CHANGED,
      rowsUnchanged: UNCHANGED + HANDLED,
      rowsRefused: REFUSED,
      rowsWarned: this.#warned,
    }
  }

  #judge(place: number, verdict: Judged): void {
    this.#verdicts[place] = verdict
    this.#rows[verdict] += 1
  }

  #note(issues: readonly ImportIssue[]): void {
    for (const { reason } of issues) this.#count(reason, { dimension: 'ISSUE', value: reason, ...NAMELESS })
    if (this.issues.length < MOST_ISSUES) this.issues.push(...issues)
  }

  #count(key: string, what: Omit<Tally, 'rows'>): void {
    const tally = this.#tallies.get(`${what.dimension} ${key}`)
    if (tally) tally.rows += 1
    else this.#tallies.set(`${what.dimension} ${key}`, { ...what, rows: 1 })
  }
}

const NAMELESS = { nameZh: null, nameEn: null }
