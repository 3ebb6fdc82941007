/** What a form of the archive asks, line by line: one row says how it is typed, checked, kept and shown. */
import { z } from 'zod'
import { optional, words } from '../../input.ts'
import type { FieldClass } from '../../sign-off/field-class.ts'
import type { Text } from '../../text.ts'

export type ParticularKind =
  /** A word or a sentence. */
  | 'line'
  /** Some sentences. */
  | 'text'
  /** `YYYY-MM-DD`. */
  | 'day'
  /** One of `choices`. */
  | 'choice'
  /** A whole number. */
  | 'count'
  /** Minor units. */
  | 'money'
  /** Hundredths of a square metre. */
  | 'area'

export interface Particular {
  readonly label: Text
  readonly kind: ParticularKind
  /** Sensitive ones are kept sealed; a list shows no more of them than that they are on file. */
  readonly class: FieldClass
  readonly max?: number
  readonly choices?: Readonly<Record<string, Text>>
}

export type ParticularValue = string | number

const MOST_COUNT = 10_000_000
const DAY = /^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

const schemaOf = ({ kind, max = 200, choices = {} }: Particular): z.ZodType<ParticularValue> => {
  switch (kind) {
    case 'choice':
      return z.enum(Object.keys(choices) as [string, ...string[]])
    case 'day':
      return z.string().regex(DAY)
    case 'count':
      return z.int().min(0).max(MOST_COUNT)
    case 'money':
      return z.int().min(0)
    case 'area':
      return z.int().min(1).max(MOST_COUNT)
    default:
      return words(max)
  }
}

type Absent<K extends string> = Readonly<Record<K, ParticularValue | null>>

/** Each may be left out; what is stated fits its row. */
export const particulars = <K extends string>(table: Readonly<Record<K, Particular>>): z.ZodType<Absent<K>> =>
  z.object(
    Object.fromEntries(
      Object.entries<Particular>(table).map(([name, row]) => [name, optional(schemaOf(row))]),
    ),
  ) as unknown as z.ZodType<Absent<K>>

/** As it stands in a sealed column: the reverse of `readParticular()`. */
export const writeParticular = (value: ParticularValue): string => String(value)

export const readParticular = ({ kind }: Particular, written: string): ParticularValue =>
  kind === 'count' || kind === 'money' || kind === 'area' ? Number(written) : written
