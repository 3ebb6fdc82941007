import { z } from 'zod'
import { shortCode } from '../../organization/department.ts'
import { normalisePhone } from '../../search/phone.ts'
import { comparableName } from '../header.ts'
import type { ImportIssueReason } from '../issues.ts'
import { parseMoment } from '../moments.ts'
import { minorOf, monthOf } from './money-cells.ts'
import type { TableField, RecordValue } from './table-field.ts'

/** `other`: a second number in the same cell. */
export type CellReading =
  | { readonly value: RecordValue; readonly other?: string }
  | { readonly problem: ImportIssueReason }

const DAY_FORMATS = [
  'yyyy-MM-dd',
  'yyyy/M/d',
  'yyyy.M.d',
  'yyyy-M-d',
  'yyyy年M月d日',
  'yyyyMMdd',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy/M/d H:mm',
  'yyyy/M/d H:mm:ss',
]
const EARLIEST = '1900-01-01'
const LATEST = '2199-12-31'
const NUMBER = /^-?\d{1,12}(\.\d{1,6})?$/
const BETWEEN_NUMBERS = /[,，;；、/]|\s{2,}|\n/u
const BETWEEN_CHOICES = /[,，;；、|\n]/u
const CODE = shortCode()
const EMAIL = z.email()

/** Reads the words of one cell that is not empty. `today`: of the organization. */
export const readCell = (
  field: TableField,
  said: string,
  meanings: ReadonlyMap<string, string>,
  today: string,
): CellReading => {
  switch (field.takes) {
    case 'words':
      return said.length > field.max ? { problem: 'TOO_LONG' } : { value: said }
    case 'record': {
      const meant = meanings.get(comparableName(said)) ?? said
      return meant.length > field.max ? { problem: 'TOO_LONG' } : { value: meant }
    }
    case 'records': {
      const names = partsOf(said).map((it) => meanings.get(comparableName(it)) ?? it)
      return names.some((it) => it.length > field.max)
        ? { problem: 'TOO_LONG' }
        : { value: [...new Set(names)].sort() }
    }
    case 'month': {
      const month = monthOf(said)
      return month === undefined ? { problem: 'NOT_A_MONTH' } : { value: month }
    }
    case 'amount': {
      const minor = minorOf(said)
      if (minor === undefined) return { problem: 'NOT_AN_AMOUNT' }
      return minor < field.min || minor > field.max ? { problem: 'NUMBER_OUT_OF_RANGE' } : { value: minor }
    }
    case 'code': {
      const code = CODE.safeParse(said)
      return code.success ? { value: code.data } : { problem: 'NOT_A_CODE' }
    }
    case 'phone':
      return readPhones(said)
    case 'email':
      return EMAIL.safeParse(said).success && said.length <= 200
        ? { value: said }
        : { problem: 'NOT_AN_EMAIL' }
    case 'day':
      return readDay(said, field.latest === 'any' ? LATEST : today)
    case 'number': {
      const number = Number(said.replace(/[,%％层]/gu, ''))
      const isNumber =
        NUMBER.test(said.replace(/[,%％层]/gu, '')) && (!field.whole || Number.isInteger(number))
      if (!isNumber) return { problem: 'NOT_A_NUMBER' }
      return number < field.min || number > field.max ? { problem: 'NUMBER_OUT_OF_RANGE' } : { value: number }
    }
    case 'choice': {
      const value = meanings.get(comparableName(said))
      return value === undefined || !Object.hasOwn(field.values, value)
        ? { problem: 'NOT_IN_LIST' }
        : { value }
    }
    case 'choices': {
      const values = partsOf(said).map((it) => meanings.get(comparableName(it)))
      if (values.some((it) => it === undefined || !Object.hasOwn(field.values, it)))
        return { problem: 'NOT_IN_LIST' }
      return { value: [...new Set(values as string[])].sort() }
    }
  }
}

const partsOf = (said: string): readonly string[] =>
  said
    .split(BETWEEN_CHOICES)
    .map((it) => it.trim())
    .filter((it) => it !== '')

/** A cell of a table may be a number to a spreadsheet, which knows of no leading zero: `13800001234.0`. */
const readPhones = (said: string): CellReading => {
  const whole = normalisePhone(said.replace(/\.0+$/, ''))
  if (whole !== undefined) return { value: whole }
  const [first, second] = said.split(BETWEEN_NUMBERS).flatMap((part) => normalisePhone(part) ?? [])
  if (first === undefined) return { problem: 'NO_PHONE' }
  return second === undefined ? { value: first } : { value: first, other: second }
}

const readDay = (said: string, latest: string): CellReading => {
  const moment = parseMoment(said, DAY_FORMATS)
  if (!moment || moment.kind === 'instant') return { problem: 'IMPOSSIBLE_DATE' }
  const { year, month, day } = moment.local
  const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return value < EARLIEST || value > latest ? { problem: 'DAY_OUT_OF_RANGE' } : { value }
}
