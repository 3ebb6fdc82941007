/** What may stand in a field: one function, for the form, the server and whatever else writes one. */
import type { FieldError } from '../../errors.ts'
import { text, type Text } from '../../text.ts'
import type { CustomField } from './custom-field.ts'

const LONGEST_TEXT = 500
export const NUMBER = /^-?\d{1,11}(\.\d{1,4})?$/
const MINOR_UNITS = /^-?\d{1,11}$/
const DAY = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** What no PostgreSQL text holds, and nobody types. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f]/

type Asked = Pick<
  CustomField,
  'key' | 'labelZh' | 'labelEn' | 'type' | 'choices' | 'isRequired' | 'least' | 'most' | 'unit'
>

/** As it is kept; null: nothing is. */
export type WrittenValue = string | null

export type CheckedValue =
  | { readonly ok: true; readonly value: WrittenValue }
  | { readonly ok: false; readonly error: FieldError }

/** In ten-thousandths; days count from 1970: so that every type but text and choice has an order. */
const SCALE = 10_000
const DAY_MILLISECONDS = 86_400_000

/** Where a value stands in the order of its type; null for what has none. */
export const fieldOrdinal = (written: string): number | null => {
  if (written === 'true' || written === 'false') return written === 'true' ? 1 : 0
  if (isDay(written)) return Date.parse(`${written}T00:00:00Z`) / DAY_MILLISECONDS
  return NUMBER.test(written) ? Math.round(Number(written) * SCALE) : null
}

/** A day that the calendar has. */
const isDay = (written: string): boolean => {
  if (!DAY.test(written)) return false
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === written
}

/**
 * Whether what was stated fits the field, and as what it is kept: text as it is, a number without needless zeros, money in minor units, a
 * day as YYYY-MM-DD, a choice by its key, `true` or `false`. Errors name the field by its key and its label.
 */
export const checkFieldValue = (field: Asked, stated: string | null | undefined): CheckedValue => {
  const given = (stated ?? '').normalize('NFC').trim()
  if (given === '')
    return field.isRequired ? wrong(field, text('必填。', 'is required.')) : { ok: true, value: null }
  const problem = problemOf(field, given)
  return problem
    ? wrong(field, problem)
    : { ok: true, value: field.type === 'NUMBER' ? String(Number(given)) : given }
}

const wrong = (field: Asked, said: Text): CheckedValue => ({
  ok: false,
  error: {
    path: `values.${field.key}`,
    message: text(`“${field.labelZh}”${said.zh}`, `“${field.labelEn}” ${said.en}`),
  },
})

const problemOf = (field: Asked, given: string): Text | undefined => {
  switch (field.type) {
    case 'TEXT': {
      const most = Math.min(Number(field.most ?? LONGEST_TEXT), LONGEST_TEXT)
      if (UNWRITABLE.test(given)) return text('含有不可见的字符。', 'holds characters that cannot be seen.')
      return [...given].length > most
        ? text(`不超过 ${most} 个字。`, `has at most ${most} characters.`)
        : undefined
    }
    case 'NUMBER':
      return NUMBER.test(given)
        ? outside(field, Number(given), (bound) => bound)
        : text('请填写数字，最多四位小数。', 'is a number with at most four decimals.')
    case 'MONEY':
      return MINOR_UNITS.test(given)
        ? outside(field, Number(given), (minor) => (Number(minor) / 100).toFixed(2))
        : text('请填写金额。', 'is an amount of money.')
    case 'DATE':
      return isDay(given) ? undefined : text('请填写日期，如 2026-03-01。', 'is a day such as 2026-03-01.')
    case 'CHOICE':
      return field.choices.some(({ key }) => key === given)
        ? undefined
        : text('请从列表中选择。', 'is one of the list.')
    case 'YES_NO':
      return given === 'true' || given === 'false' ? undefined : text('请填写是或否。', 'is yes or no.')
  }
}

const outside = (
  { least, most, unit }: Asked,
  value: number,
  write: (bound: string) => string,
): Text | undefined => {
  const behind = unit ? ` ${unit}` : ''
  if (least !== null && value < Number(least))
    return text(`不小于 ${write(least)}${behind}。`, `is at least ${write(least)}${behind}.`)
  if (most !== null && value > Number(most))
    return text(`不大于 ${write(most)}${behind}。`, `is at most ${write(most)}${behind}.`)
  return undefined
}
