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
  NO_PHONE: text('不是电话号码', 'This is not a telephone number'),
  NOT_AN_EMAIL: text('不是邮箱地址', 'This is not an e-mail address'),
  NOT_A_CODE: text(
    '编号只能用字母、数字和 -，最多 20 位',
    'A code has letters, digits and - only, 20 at most',
  ),
  NOT_A_NUMBER: text('不是数字', 'This is not a number'),
  NUMBER_OUT_OF_RANGE: text('数字超出允许范围', 'This number is too small or too large'),
  DAY_OUT_OF_RANGE: text('日期超出允许范围', 'This day is too early or too late'),
  NOT_TO_BE_TOLD_APART: text(
    '没有编号、电话或房号，无法与同名客户区分',
    'Without key, phone or unit nobody can tell this client from another of that name',
  ),
  STAY_INCOMPLETE: text('有房号但缺少起始日期', 'There is a unit, but no day from which it is theirs'),
  PLACE_INCOMPLETE: text(
    '填写房号时必须同时填写项目和楼栋',
    'A unit needs its project and building beside it',
  ),
  STAY_ENDS_EARLY: text('截止日期早于起始日期', 'The last day is before the first'),
  SAME_STAY: text('该客户在这个房号已有时间重叠的记录', 'This client has that unit already at that time'),
  SHARES_TOO_LARGE: text('产权份额合计超过 100%', 'The owners’ shares come to more than 100 per cent'),
  CODE_IS_TAKEN: text('编号属于系统中另一条记录', 'Another record here has this code'),
  CLIENT_IS_MERGED: text(
    '该编号的客户已并入另一位客户，请改用并入后的编号',
    'The client with this code was merged into another one; give the code of that one',
  ),
  CLIENT_IS_ERASED: text(
    '该客户的档案已按本人请求删除，不能再写入',
    'The archive of this client was erased at the request of the person; nothing is written to it',
  ),
  NOT_AN_AMOUNT: text(
    '不是金额，应如 1,234.50（元，最多两位小数，大于 0）',
    'This is no amount such as 1,234.50: in yuan, two decimals at most, more than nothing',
  ),
  NOT_A_MONTH: text('不是月份，应写一个月，如 2026-11', 'This is no month such as 2026-11; one month a row'),
  UNIT_OR_CLIENT: text(
    '请填写房号（连同项目和楼栋）或客户编号',
    'Give the unit with its project and building, or the code of the client',
  ),
  NOBODY_OWES: text(
    '这一天该房号没有业主或使用人，请填写客户编号',
    'Nobody owns or uses the unit on that day; give the code of whoever owes it',
  ),
  CHARGED_TWICE: text(
    '前面的行已为同一房号或客户计了同月同项费用',
    'An earlier row charges the same unit or client for that kind and month',
  ),
  CHARGED_OTHERWISE: text(
    '此前已按不同内容导入；应收不能修改，请先作废原应收再导入',
    'Came in before and says something else now; a charge is never edited: void that one, then bring this in',
  ),
  PAID_TWICE: text(
    '前面的行已有同一客户同日、同额、同方式的收款；确为两笔，请各填流水号',
    'An earlier row has the same client, day, sum and method; if these are two payments, give each its key',
  ),
  PAID_OTHERWISE: text(
    '此前已按不同内容导入；收款不能修改，请先冲销原收款再导入',
    'Came in before and says something else now; a payment is never edited: reverse that one, then bring this in',
  ),
  NO_SUCH_TAG: text('没有这个标签，或已停用', 'There is no such tag, or it is retired'),
  TAG_OF_OTHER_KIND: text('该标签不用于这类客户', 'The tag is no word for such a client'),
  FIELD_OF_OTHER_KIND: text(
    '该字段不用于这类客户，应留空',
    'The field is not asked of such a client; leave it empty',
  ),
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
  LIKELY_DUPLICATE: text('可能已有此客户，按所选方式处理', 'Seems to be on file; treated as chosen'),
  CODE_NOT_KEPT: text('编号已被使用，另给新编号', 'The code is taken; a new one is given'),
  ID_WITHOUT_CONSENT: text(
    '没有“记录个人情况”的同意，证件号码未导入',
    'Without consent to a personal profile the number of the document is left out',
  ),
  CHARGED_ALREADY: text(
    '该房号或客户当月该项费用已计，未重复计费',
    'The unit or client is charged for that kind and month already; not charged again',
  ),
  PAID_ALREADY: text(
    '该客户同日、同额、同方式的收款已登记，未重复登记',
    'A payment of this client, day, sum and method is recorded already; not recorded again',
  ),
  TAG_LEFT_OUT: text('没有这个标签或已停用，未贴', 'There is no such tag in use; left out'),
  CHANGED_SINCE: text('导入后已被修改，未撤销', 'Has been changed since; left as it is'),
  BUILT_UPON: text('已有其他记录以此为依据，未撤销', 'Other records are built upon it; left as it is'),
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
