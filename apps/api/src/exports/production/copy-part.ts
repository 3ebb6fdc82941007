/** A part of the copy that a person gets: read by one statement over their archives, told in one table. */
import { say, text, type Text } from '@steward/domain'

export interface ArchivePart {
  readonly key: string
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type CopiedFacts = Readonly<Record<string, unknown>>

/** An instant as a day where the organization is. */
export type DayOf = (at: unknown) => string

export interface CopyPart {
  readonly key: string
  readonly title: Text
  readonly heads: readonly Text[]
  /** What it tells of: the test of all tables goes by it. */
  readonly tables: readonly string[]
  /** `$1` the organization, `$2` the archives. */
  readonly sql: string
  readonly cells: (row: CopiedFacts, day: DayOf) => readonly unknown[]
}

const LOCALE = 'zh-CN'
export const word = (said: Text): string => say(said, LOCALE)
export const labelled = (labels: Readonly<Record<string, Text>>, value: unknown): string =>
  typeof value === 'string' && labels[value] ? word(labels[value]) : String(value ?? '')
export const yuan = (minor: unknown): string =>
  minor === null || minor === undefined ? '' : (Number(minor) / 100).toFixed(2)

/** Heads that many parts have. */
export const ON = text('日期', 'Date')
export const NUMBER = text('编号', 'Number')
export const WHAT = text('内容', 'What')
export const STATUS = text('状态', 'Status')
export const AMOUNT = text('金额', 'Amount')
export const KIND = text('类别', 'Kind')
