import { createHash } from 'node:crypto'
import { importIssue, type ImportDimension, type ImportIssue } from '@steward/domain'
import type { ReadRow } from '../file/row-batches.ts'
import { countOf, type Count, type Judgement } from './importer.ts'

/** How many accepted rows are of one sort, and how many issues have one reason. */
export interface Tally {
  readonly dimension: ImportDimension
  readonly value: string | null
  readonly nameZh: string | null
  readonly nameEn: string | null
  rows: number
}

type Judged = Judgement['verdict']

/** A file of nothing but errors has as many as it has cells: these are kept, all are counted. */
const MOST_ISSUES = 10_000

/** What a file is, row by row and in figures; filled while its rows pass by. */
export class Examination {
  readonly issues: ImportIssue[] = []
  /** In the order of the rows: what the second reading of the file goes by. */
  readonly #verdicts: Judged[] = []
  readonly #tallies = new Map<string, Tally>()
  /** What becomes of each row, a likely duplicate whatever is chosen for it: two looks that see the same have the same. */
  readonly #outline = createHash('sha256')
  #outlined: string | undefined
  #warned = 0
  #duplicates = 0
  readonly #rows = { NEW: 0, CHANGED: 0, UNCHANGED: 0, HANDLED: 0, LEFT_OUT: 0, REFUSED: 0 }

  refuse({ place }: ReadRow<unknown>, issues: readonly ImportIssue[]): void {
    this.#judge(place, 'REFUSED')
    this.#outline.update('REFUSED ')
    this.#note(issues)
  }

  accept({ place, table, issues }: ReadRow<unknown>, judgement: Judgement): void {
    this.#judge(place, judgement.verdict)
    const word = judgement.isDuplicate ? 'DUPLICATE' : judgement.verdict
    this.#outline.update(`${word} ${judgement.about ?? ''} `)
    const remarks = [...issues, ...judgement.issues]
    if (judgement.verdict === 'HANDLED') remarks.push(importIssue(table.line, 'HANDLED_HERE'))
    this.#note(remarks)
    if (remarks.length > 0) this.#warned += 1
    if (judgement.isDuplicate) this.#duplicates += 1
    for (const count of judgement.counts) this.#count(count)
  }

  /** The file ends without a line break: its last row may have lost its end. */
  doubtLastRow(line: number): void {
    if (this.#verdicts.at(-1) === 'REFUSED') return
    this.#note([importIssue(line, 'NO_FINAL_NEWLINE')])
    if (!this.issues.some((issue) => issue.line === line && issue.reason !== 'NO_FINAL_NEWLINE'))
      this.#warned += 1
  }

  verdictOf = ({ place }: ReadRow<unknown>): Judged | undefined => this.#verdicts[place]

  verdictAt = (place: number): Judged | undefined => this.#verdicts[place]

  get tallies(): readonly Tally[] {
    return [...this.#tallies.values()]
  }

  get rowsRead(): number {
    return this.#verdicts.length
  }

  /** The same for two looks at a file that come to the same. */
  get outline(): string {
    return (this.#outlined ??= this.#outline.digest('base64url'))
  }

  /** How many rows there is something to write of. */
  get rowsToWrite(): number {
    return this.#rows.NEW + this.#rows.CHANGED
  }

  get figures() {
    const { NEW, CHANGED, UNCHANGED, HANDLED, LEFT_OUT, REFUSED } = this.#rows
    return {
      rowsRead: this.rowsRead,
      rowsNew: NEW,
      rowsChanged: CHANGED,
      rowsUnchanged: UNCHANGED + HANDLED + LEFT_OUT,
      rowsRefused: REFUSED,
      rowsWarned: this.#warned,
      rowsDuplicate: this.#duplicates,
    }
  }

  #judge(place: number, verdict: Judged): void {
    this.#verdicts[place] = verdict
    this.#rows[verdict] += 1
  }

  #note(issues: readonly ImportIssue[]): void {
    for (const { reason } of issues) this.#count(countOf('ISSUE', reason))
    if (this.issues.length < MOST_ISSUES) this.issues.push(...issues)
  }

  #count({ key, ...what }: Count): void {
    const tally = this.#tallies.get(`${what.dimension} ${key}`)
    if (tally) tally.rows += 1
    else this.#tallies.set(`${what.dimension} ${key}`, { ...what, rows: 1 })
  }
}
