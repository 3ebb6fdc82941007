/** The organization's own fields as columns of a file of clients: each by its key and label, as strict as on the screen. */
import type { CustomField, CustomFieldClass } from '../../clients/filing/custom-field.ts'
import type { FieldClass } from '../../sign-off/field-class.ts'
import { text } from '../../text.ts'
import type { RecordKind } from '../kinds.ts'
import { RECORD_TABLES } from './record-tables.ts'
import type { RecordTable, TableField } from './table-field.ts'

/** What a column has to know of such a field. */
export type ColumnOfFile = Pick<
  CustomField,
  'key' | 'labelZh' | 'labelEn' | 'type' | 'class' | 'choices' | 'least' | 'most'
>

const PREFIX = 'custom:'
const KEY = /^[a-z][a-zA-Z0-9]{1,39}$/

/** Its name in a mapping: no field of ours begins like that. */
export const customColumn = (key: string): string => PREFIX + key

/** The key of the organization's field that a name of a mapping stands for; undefined: it is one of ours. */
export const customColumnKey = (field: string): string | undefined => {
  const key = field.startsWith(PREFIX) ? field.slice(PREFIX.length) : ''
  return KEY.test(key) ? key : undefined
}

const CLASSES: Readonly<Record<CustomFieldClass, FieldClass>> = {
  INTERNAL: 'internal',
  PERSONAL: 'personal',
  SENSITIVE: 'sensitive',
}
const MOST = 99_999_999_999
const LONGEST = 500
const YES = text('是', 'Yes')
const NO = text('否', 'No')

const reading = ({ type, choices, least, most }: ColumnOfFile) => {
  const bounds = { min: least === null ? -MOST : Number(least), max: most === null ? MOST : Number(most) }
  switch (type) {
    case 'TEXT':
      return { takes: 'words', max: most === null ? LONGEST : Math.min(Number(most), LONGEST) } as const
    case 'NUMBER':
      return { takes: 'number', ...bounds } as const
    case 'MONEY':
      return { takes: 'amount', ...bounds } as const
    case 'DATE':
      return { takes: 'day', latest: 'any' } as const
    case 'CHOICE':
      return {
        takes: 'choice',
        values: Object.fromEntries(choices.map(({ key, zh, en }) => [key, text(zh, en)])),
      } as const
    case 'YES_NO':
      return {
        takes: 'choice',
        values: { true: YES, false: NO },
        words: {
          有: 'true',
          无: 'false',
          Y: 'true',
          N: 'false',
          '√': 'true',
          '×': 'false',
          1: 'true',
          0: 'false',
        },
      } as const
  }
}

const columnOf = (field: ColumnOfFile): TableField => ({
  label: text(field.labelZh, field.labelEn),
  also: [field.key],
  class: CLASSES[field.class],
  ...(field.class === 'SENSITIVE' ? { hidden: true } : {}),
  ...reading(field),
})

/** The fields of a kind, with those that the organization has added. */
export const recordTable = (kind: RecordKind, own: readonly ColumnOfFile[] = []): RecordTable => {
  const table = RECORD_TABLES[kind]
  if (kind !== 'CLIENTS' || own.length === 0) return table
  const added = own.map((field): [string, TableField] => [customColumn(field.key), columnOf(field)])
  return { ...table, fields: { ...table.fields, ...Object.fromEntries(added) } }
}
