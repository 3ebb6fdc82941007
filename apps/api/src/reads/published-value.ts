import type { ColumnFormat } from './projection.ts'

/** An instant as clients see it: UTC, milliseconds, `Z`. */
export const publishedInstantSql = (sql: string): string =>
  `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A column as clients see it; JSON renders plain values and days as they are published. */
export const publishedColumnSql = (sql: string, format: ColumnFormat): string =>
  format === 'instant' ? publishedInstantSql(sql) : sql
