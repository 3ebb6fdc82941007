import { text, type Text } from '../text.ts'

/** The row is left out, and stands in the file of refused rows. */
const ERRORS = {
  TOO_FEW_CELLS: text(
    '列数不足，这一行可能被截断',
    'The row has fewer cells than the header; it may have been cut off',
  ),
  TOO_MANY_CELLS: text(
    '列数过多，可能缺少引号',
    'The row has more cells than the header; quotes may be missing',
  ),
  CUT_OFF: text('文件在引号内中断', 'The file ends inside quotes'),
  UNREADABLE: text('含有按此编码无法读出的字符', 'Contains characters that cannot be read in this encoding'),
  CONTROL_CHARACTER: text('含有控制字符', 'Contains a control character'),
  FORMULA: text('内容是公式，请改为文字', 'This is a formula; replace it by words'),
  MISSING_KEY: text('没有编号', 'There is no key'),
  DUPLICATE_KEY: text('编号与前面的行重复', 'An earlier row has the same key'),
  MISSING_VALUE: text('此列必填', 'This column must be filled in'),
  IMPOSSIBLE_DATE: text('日期不存在或格式不符', 'There is no such date, or it is written otherwise'),
  DATE_OUT_OF_RANGE: text('日期早于 1990 年或晚于今天', 'The date lies before 1990 or after today'),
  NOT_IN_LIST: text('不在允许的取值之内', 'This is not one of the values known here'),
  NO_SUCH_RECORD: text('系统中没有该名称或编号', 'No record has this name or code'),
  TOO_LONG: text('内容过长', 'This is too long'),
} as const

/** The row comes in as it stands; somebody should look at it. */
const WARNINGS = {
  CLOSED_BEFORE_OPENED: text('结案早于登记，按原样导入', 'Closed before it was opened; taken as stated'),
  CLOSED_WITHOUT_DATE: text('已结案但没有结案日期', 'Closed, but the day is missing'),
  OPEN_WITH_CLOSING_DATE: text(
    '未结案却有结案日期，日期未导入',
    'Still open, but with a closing day; the day is left out',
  ),
  EMPTY: text('此列为空', 'This column is empty'),
  CODE_AMONG_NAMES: text('名称列中含有数字', 'Digits in a column of names'),
  NOT_A_PHONE: text('不是电话号码，保留在事实描述中', 'Not a telephone number; kept among the facts'),
  HANDLED_HERE: text(
    '导入后已在本系统办理，未覆盖',
    'Has been worked on here since it was imported; left as it is',
  ),
  NO_FINAL_NEWLINE: text(
    '文件末尾没有换行，最后一行可能不完整',
    'The file ends without a line break; the last row may be cut off',
  ),
} as const

export type ImportError = keyof typeof ERRORS
export type ImportWarning = keyof typeof WARNINGS
export type ImportIssueReason = ImportError | ImportWarning

export const IMPORT_ISSUE_LEVELS = ['ERROR', 'WARNING'] as const
export type ImportIssueLevel = (typeof IMPORT_ISSUE_LEVELS)[number]

export const IMPORT_ISSUE_LABELS: Readonly<Record<ImportIssueReason, Text>> = { ...ERRORS, ...WARNINGS }
export const IMPORT_ISSUE_REASONS = Object.keys(IMPORT_ISSUE_LABELS) as readonly ImportIssueReason[]
export const IMPORT_ISSUE_LEVEL_LABELS: Readonly<Record<ImportIssueLevel, Text>> = {
  ERROR: text('错误', 'Error'),
  WARNING: text('提示', 'Warning'),
}

/** What is wrong or remarkable with one row of a file. */
export interface ImportIssue {
  /** Line of the file on which the row begins; the header is line 1. */
  readonly line: number
  /** Header of the column; null where the row as a whole is meant. */
  readonly column: string | null
  /** As it stands in the file, at most 200 characters of it. */
  readonly value: string | null
  readonly reason: ImportIssueReason
}

const LONGEST_VALUE = 200

export const importIssue = (
  line: number,
  reason: ImportIssueReason,
  column: string | null = null,
  value: string | null = null,
): ImportIssue => ({
  line,
  column,
  reason,
  value: value === null ? null : printable(value.slice(0, LONGEST_VALUE)),
})

/** Control characters become pictures of themselves: a value that is refused for one can still be shown and stored. */
const printable = (value: string): string =>
  value
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f]/g, (character) => String.fromCodePoint(0x2400 + character.codePointAt(0)!))
    .replace(/\p{Surrogate}/gu, '\ufffd')

export const levelOf = (reason: ImportIssueReason): ImportIssueLevel =>
  reason in ERRORS ? 'ERROR' : 'WARNING'
