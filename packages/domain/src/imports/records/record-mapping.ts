import { z } from 'zod'
import { fieldIssue, optional, words } from '../../input.ts'
import { text } from '../../text.ts'
import { comparableName } from '../header.ts'
import { RECORD_KINDS, type RecordKind } from '../kinds.ts'
import { IMPORT_ENCODINGS } from '../mapping.ts'
import { customColumnKey } from './custom-columns.ts'
import { RECORD_TABLES } from './record-tables.ts'

const pair = z.object({ key: words(200), value: words(200) })

/** A mapping as a person makes it on a screen: which column tells what, what is true of every row, what words mean. */
export const recordMapping = z
  .object({
    kind: z.enum(RECORD_KINDS as [RecordKind, ...RecordKind[]]),
    /** Whose keys these are: a record is known again by source and key, whatever the file is called. */
    source: words(60),
    columns: z
      .array(
        z.object({
          /** Header of the column, as it stands in the file. */
          column: words(200),
          /** What it tells; null: read and left out on purpose. */
          field: optional(z.string()),
          /** What stands in the file → a value of the choice, or the name of a record. */
          values: z.array(pair).max(200).default([]),
        }),
      )
      .min(1)
      .max(200),
    /** Field → the words that would stand in a cell of every row. */
    constants: z.array(pair).max(50).default([]),
    encoding: optional(z.enum(IMPORT_ENCODINGS)),
  })
  .superRefine((it, ctx) => {
    const { fields, required } = RECORD_TABLES[it.kind]
    // Which fields an organization has added is asked where it is known.
    const isField = (field: string): boolean =>
      Object.hasOwn(fields, field) || (it.kind === 'CLIENTS' && customColumnKey(field) !== undefined)
    const labelOf = (field: string) => fields[field]?.label ?? text(field, field)
    const told = it.columns.flatMap(({ field }) => field ?? [])
    const known = new Set([...told, ...it.constants.map(({ key }) => key)])
    it.columns.forEach(({ field, column }, at) => {
      const path = `columns.${at}`
      if (field !== null && !isField(field))
        ctx.addIssue(fieldIssue(path, text('没有这个字段。', 'There is no such field.')))
      else if (field !== null && told.indexOf(field) !== told.lastIndexOf(field))
        ctx.addIssue(
          fieldIssue(
            path,
            text(`不止一列对应“${labelOf(field).zh}”。`, `More than one column is “${labelOf(field).en}”.`),
          ),
        )
      const name = comparableName(column)
      if (it.columns.findIndex((other) => comparableName(other.column) === name) < at)
        ctx.addIssue(fieldIssue(path, text('这一列出现了两次。', 'This column is there twice.')))
    })
    for (const { key } of it.constants)
      if (!isField(key))
        ctx.addIssue(fieldIssue('constants', text('没有这个字段。', 'There is no such field.')))
    const missing = required.filter((field) => !known.has(field)).map(labelOf)
    if (missing.length > 0)
      ctx.addIssue(
        fieldIssue(
          'columns',
          text(
            `请指定：${missing.map(({ zh }) => zh).join('、')}。`,
            `Say which column, or which value for all rows: ${missing.map(({ en }) => en).join(', ')}.`,
          ),
        ),
      )
  })

export type RecordMapping = z.output<typeof recordMapping>
export type RecordColumn = RecordMapping['columns'][number]
