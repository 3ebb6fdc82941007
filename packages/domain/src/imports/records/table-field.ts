import type { FieldClass } from '../../sign-off/field-class.ts'
import type { Text } from '../../text.ts'

interface Field {
  readonly label: Text
  /** Headers by which it goes in files of others, beside both words of its label. */
  readonly also?: readonly string[]
  readonly class: FieldClass
  /** Nothing of a cell is kept beside an issue, not even what its class would let everybody see. */
  readonly hidden?: true
}

/**
 * What a column of a file can tell of a record, and what it must look like. `record`: the name or code of a record that is there, or
 * is made along with the row; `records`: several of them. `number`: a decimal. `amount`: of money, read into minor units. `day`: a day of
 * the calendar, `month`: one month.
 */
export type TableField = Field &
  (
    | { readonly takes: 'words'; readonly max: number }
    | { readonly takes: 'record' | 'records'; readonly max: number }
    | { readonly takes: 'month' }
    /** Bounds in minor units. */
    | { readonly takes: 'amount'; readonly min: number; readonly max: number }
    | { readonly takes: 'code' }
    | { readonly takes: 'phone' }
    | { readonly takes: 'email' }
    | { readonly takes: 'day'; readonly latest?: 'any' }
    | { readonly takes: 'number'; readonly min: number; readonly max: number; readonly whole?: true }
    | {
        readonly takes: 'choice' | 'choices'
        /** Values with their words; `words` are what other files say for them. */
        readonly values: Readonly<Record<string, Text>>
        readonly words?: Readonly<Record<string, string>>
      }
  )

export type RecordFields = Readonly<Record<string, TableField>>

/** One kind of record as files tell of it: a kind is added by one of these. */
export interface RecordTable {
  readonly fields: RecordFields
  /** Each row, or the constants of the mapping, must state these. */
  readonly required: readonly string[]
  /** What is taken for granted where a mapping does not say otherwise, as the words of a cell. */
  readonly constants: Readonly<Record<string, string>>
}

/** A value as it is stored; several of `choices`. */
export type RecordValue = string | number | readonly string[]
export type RecordValues = Readonly<Record<string, RecordValue>>
