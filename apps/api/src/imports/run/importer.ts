/** What each kind of record adds to the reading and writing of files. */
import type { ImportDimension, ImportIssue } from '@steward/domain'
import type { ReadRow } from '../file/row-batches.ts'

/** What an import does to a row: `HANDLED` and `LEFT_OUT` are left as they are, and something is said about it. */
export type Verdict = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'HANDLED' | 'LEFT_OUT'

/** What accepted rows are counted by. */
export interface Count {
  readonly dimension: ImportDimension
  /** What tells it from others; the value unless it goes by names. */
  readonly key: string
  readonly value: string | null
  readonly nameZh: string | null
  readonly nameEn: string | null
}

export interface Judgement {
  readonly verdict: Verdict | 'REFUSED'
  /** Beside those of the reading. */
  readonly issues: readonly ImportIssue[]
  readonly counts: readonly Count[]
  readonly isDuplicate?: boolean
  /** The record on file that it rests on: another one than was shown is another outcome. */
  readonly about?: string | undefined
}

/** Reads, judges and writes the rows of one file; it lives as long as the run. */
export interface Importer<R> {
  /** Cells of a row → what it says. */
  readonly read: (
    cells: readonly string[],
    line: number,
  ) => { readonly row: R | undefined; readonly issues: readonly ImportIssue[] }
  /** What is to become of rows that could be read; one judgement each, in their order. Writes nothing. */
  judge(rows: readonly (ReadRow<R> & { readonly row: R })[]): Promise<readonly Judgement[]>
  /** Between judging the last row and writing the first. */
  prepare(): Promise<void>
  /** Rows judged NEW or CHANGED, in batches. */
  write(
    rows: readonly { readonly read: ReadRow<R> & { readonly row: R }; readonly verdict: 'NEW' | 'CHANGED' }[],
  ): Promise<void>
  /** Names that a file brought along. */
  readonly created: { readonly categories: number; readonly departments: number }
}

export const countOf = (dimension: ImportDimension, value: string): Count => ({
  dimension,
  key: value,
  value,
  nameZh: null,
  nameEn: null,
})
