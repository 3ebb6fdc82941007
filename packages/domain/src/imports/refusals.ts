import { text, type Text } from '../text.ts'

/**
 * Why nothing of a file came in: one sentence, told in both languages and stored with the run. `{…}` stand for what the file
 * lacks or contains.
 */
export const IMPORT_REFUSAL_TEXTS = {
  EMPTY_FILE: text('文件是空的。', 'The file is empty.'),
  NO_ROWS: text('文件只有表头，没有数据。', 'The file has a header and no rows.'),
  NOT_A_TABLE: text(
    '这不是文本文件（看起来是 {kind}），请另存为 CSV 后再导入。',
    'This is not a text file (it looks like {kind}); save it as CSV and import that.',
  ),
  BAD_WORKBOOK: text(
    '无法读出这个 Excel 文件，请在 Excel 中打开并另存后再导入。',
    'This workbook cannot be read; open it in a spreadsheet, save it anew and import that.',
  ),
  WORKBOOK_TOO_LARGE: text(
    '这个 Excel 文件展开后过大，请分成几个文件。',
    'This workbook is too large when unpacked; divide it.',
  ),
  BAD_CONSTANT: text(
    '“{field}”不能是“{value}”。',
    'The value “{value}” for all rows cannot be read ({field}).',
  ),
  FIELD_GONE: text(
    '列对应中的字段“{field}”已停用，请重新指定各列的含义。',
    'The field “{field}” of the mapping is retired; say anew what the columns mean.',
  ),
  NOT_AS_SHOWN: text(
    '数据在试运行之后有变化，结果会与所看到的不同，请重新试运行。',
    'Something has changed since the dry run, so it would not come out as shown; look again.',
  ),
  CHANGED_MEANWHILE: text(
    '正要写入时，第 {lines} 行所涉及的客户或应收刚被他人合并、删除或修改。没有写入任何数据，请重新试运行。',
    'While this was about to be written somebody merged, erased, charged or changed what lines {lines} rest on. Nothing came in; look again.',
  ),
  UNKNOWN_ENCODING: text(
    '无法按 {encoding} 读出文件，请另存为 UTF-8 或 GB18030 编码的 CSV。',
    'The file cannot be read as {encoding}; save it as CSV in UTF-8 or GB18030.',
  ),
  MISSING_COLUMNS: text('文件缺少这些列：{missing}。', 'The file lacks these columns: {missing}.'),
  UNKNOWN_COLUMNS: text(
    '文件中有所选格式不认识的列：{unknown}。',
    'The file has columns that the chosen format does not know: {unknown}.',
  ),
  COLUMNS_DO_NOT_FIT: text(
    '文件的列与所选格式不符。缺少：{missing}；不认识：{unknown}。',
    'The columns do not fit the chosen format. Missing: {missing}; unknown: {unknown}.',
  ),
  REPEATED_COLUMNS: text(
    '这些列名出现了不止一次：{repeated}。',
    'These columns appear more than once: {repeated}.',
  ),
  QUOTE_NOT_CLOSED: text(
    '第 {line} 行的引号没有结束，其后的行无法分开。',
    'The quotes opened on line {line} are never closed, so the rows after it cannot be told apart.',
  ),
  TOO_MANY_ROWS: text(
    '文件超过 {count} 行，请分成几个文件。',
    'The file has more than {count} rows; divide it.',
  ),
  TOO_MANY_NAMES: text(
    '{column} 列有 {count} 个以上不同的名称，不像是分类或部门。',
    'The column {column} holds more than {count} different names; that is no category or department.',
  ),
  FILE_GONE: text('找不到已上传的文件，请重新上传。', 'The uploaded file is gone; upload it again.'),
  NOT_ALLOWED: text('发起人已不再有导入权限。', 'Whoever started it may no longer import.'),
  OTHER_RUN: text(
    '另一个导入正在进行，请等它结束。',
    'Another import is under way; wait until it has ended.',
  ),
  TOO_SLOW: text(
    '导入超过 {minutes} 分钟，已停止。',
    'The import took longer than {minutes} minutes and was stopped.',
  ),
  INTERRUPTED: text('导入被中断，没有写入任何数据。', 'The import was interrupted; nothing was written.'),
  FAULT: text(
    '导入出错，没有写入任何数据。请把编号告诉管理员。',
    'The import failed; nothing was written. Quote its number to your administrator.',
  ),
} as const satisfies Record<string, Text>

export type ImportRefusalCode = keyof typeof IMPORT_REFUSAL_TEXTS
export const IMPORT_REFUSAL_CODES = Object.keys(IMPORT_REFUSAL_TEXTS) as readonly ImportRefusalCode[]

/** The whole file is refused, or its import did not end well; in either case nothing of it came in. */
export interface ImportRefusal {
  readonly code: ImportRefusalCode
  readonly text: Text
}

type Blanks = Readonly<Record<string, string | number>>

/** The refusal with its blanks filled in. */
export const importRefusal = (code: ImportRefusalCode, blanks: Blanks = {}): ImportRefusal => {
  const { zh, en } = IMPORT_REFUSAL_TEXTS[code]
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(blanks[name] ?? blank))
  return { code, text: text(fill(zh), fill(en)) }
}
