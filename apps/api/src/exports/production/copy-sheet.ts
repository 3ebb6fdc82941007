/** What a copy looks like before it is a file: what stands visibly on each page, and its cells with the hidden mark. */
import {
  EXPORT_COLUMN_RULES,
  hiddenMark,
  inCopyOrder,
  say,
  text,
  type ExportColumn,
  type Locale,
} from '@steward/domain'
import type { CopiedRow } from './copied-rows.service.ts'

export interface CopySheet {
  readonly organization: string
  readonly title: string
  /** 受控文件, number, recipient, period: on each page or sheet. */
  readonly notice: readonly string[]
  /** What is hidden in it: in the letters of its cells, or, where a font has none of no width, in how its headings are set. */
  readonly mark: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const WORDS = {
  title: text('客户信息', 'Client information'),
  controlled: text('受控文件　副本编号 {number}', 'CONTROLLED COPY　No. {number}'),
  recipient: text('接收人：{recipient}', 'For: {recipient}'),
  period: text('使用期限：{from} 至 {until}', 'To be used from {from} until {until}'),
  rule: text(
    '签收使用，不得转借、复制、拍照或带离指定场所；到期交回或在监督下销毁。',
    'Signed for; not to be lent, copied, photographed or taken away; returned or destroyed under supervision when due.',
  ),
}

/** Cells that are words of ours or names: what is dialled, mailed or looked up by must be taken over as it is. */
const IN_WORDS: readonly ExportColumn[] = [
  'name',
  'kind',
  'relation',
  'units',
  'project',
  'keyAccountManager',
  'contacts',
  'members',
  'source',
]

export interface CopyOf {
  readonly organization: string
  readonly number: string
  readonly recipient: string
  readonly mark: string
  readonly useFrom: string
  readonly useUntil: string
  readonly columns: readonly ExportColumn[]
}

/** @param hidden whether letters of no width can stand in it: fonts of a print have none */
export const copySheet = (
  copy: CopyOf,
  rows: readonly CopiedRow[],
  locale: Locale,
  hidden: boolean,
): CopySheet => {
  const filled = (words: keyof typeof WORDS): string =>
    say(WORDS[words], locale)
      .replace('{number}', copy.number)
      .replace('{recipient}', copy.recipient)
      .replace('{from}', copy.useFrom)
      .replace('{until}', copy.useUntil)
  const mark = hidden ? hiddenMark(copy.mark) : ''
  return {
    mark: copy.mark,
    organization: copy.organization,
    title: filled('title'),
    notice: [filled('controlled'), filled('recipient'), filled('period'), filled('rule')],
    heads: copy.columns.map((column) => say(EXPORT_COLUMN_RULES[column].label, locale)),
    rows: inCopyOrder(copy.mark, rows).map(({ cells }) =>
      cells.map((cell, at) => (cell !== '' && IN_WORDS.includes(copy.columns[at]!) ? cell + mark : cell)),
    ),
  }
}
