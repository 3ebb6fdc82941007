/** What may stand in a template of a proposal or an agreement: a closed vocabulary, written `{{客户名称}}` or `{{Client name}}`. */
import type { Clause } from '../../documents/written-content.ts'
import { invalidInput, type InvalidInput } from '../../errors.ts'
import { text, type Text } from '../../text.ts'

/** What is made from a template: the offer with its quotation, and the agreement that follows from it. */
export const SALES_PAPERS = ['PROPOSAL', 'AGREEMENT'] as const
export type SalesPaper = (typeof SALES_PAPERS)[number]

/** Values that are put into a sentence. */
export const SALES_VALUES = [
  'clientName',
  'contactName',
  'unit',
  'project',
  'need',
  'services',
  'total',
  'period',
  'paymentTerms',
  'validUntil',
  'company',
  'ourSigner',
  'ourContact',
  'today',
  'number',
  'proposalNumber',
] as const
export type SalesValue = (typeof SALES_VALUES)[number]

/** Besides values: a table, and a section that the seller words. Both stand alone in a line. */
export const SALES_PLACEHOLDERS = [...SALES_VALUES, 'priceTable', 'freeText'] as const
export type SalesPlaceholder = (typeof SALES_PLACEHOLDERS)[number]

/** As they are written between the braces, in either language. */
export const SALES_PLACEHOLDER_LABELS: Readonly<Record<SalesPlaceholder, Text>> = {
  clientName: text('客户名称', 'Client name'),
  contactName: text('客户联系人', 'Contact of the client'),
  unit: text('房号', 'Unit'),
  project: text('项目', 'Project'),
  need: text('客户需求', 'Need'),
  services: text('服务内容', 'Services'),
  total: text('报价合计', 'Price in all'),
  period: text('服务期限', 'Period of service'),
  paymentTerms: text('付款方式', 'Terms of payment'),
  validUntil: text('报价有效期', 'Offer valid until'),
  company: text('本公司', 'Our company'),
  ourSigner: text('我方签约人', 'Our signer'),
  ourContact: text('我方联系人', 'Our contact'),
  today: text('编制日期', 'Date'),
  number: text('文件编号', 'Number of the paper'),
  proposalNumber: text('方案编号', 'Number of the proposal'),
  priceTable: text('报价明细表', 'Price table'),
  freeText: text('自由填写', 'Free text'),
}

/** No agreement has a day until which its offer is valid, and no proposal follows from another one. */
const NOT_IN: Readonly<Record<SalesPaper, readonly SalesPlaceholder[]>> = {
  PROPOSAL: ['proposalNumber'],
  AGREEMENT: ['validUntil'],
}

export const salesPlaceholdersOf = (paper: SalesPaper): readonly SalesPlaceholder[] =>
  SALES_PLACEHOLDERS.filter((it) => !NOT_IN[paper].includes(it))

const ALONE: readonly SalesPlaceholder[] = ['priceTable', 'freeText']
const BRACES = /\{\{([^{}]*)\}\}/g
const BY_WORD = new Map(
  SALES_PLACEHOLDERS.flatMap((it) => {
    const { zh, en } = SALES_PLACEHOLDER_LABELS[it]
    return [
      [zh, it],
      [en.toLowerCase(), it],
    ] as const
  }),
)

/** What stands between the braces; undefined where it is nothing of the vocabulary. */
export const placeholderOf = (word: string): SalesPlaceholder | undefined =>
  BY_WORD.get(word.trim().toLowerCase())

/** The line is this placeholder and nothing else. */
const isAlone = (line: string, which: SalesPlaceholder): boolean => {
  const [, word] = /^\{\{([^{}]*)\}\}$/.exec(line.trim()) ?? []
  return word !== undefined && placeholderOf(word) === which
}

const UNKNOWN = (word: string) => text(`没有“${word}”这个占位符。`, `There is no placeholder “${word}”.`)
const ELSEWHERE = (word: string) =>
  text(`“${word}”不能用在这类模板里。`, `“${word}” has no place in a template of this kind.`)
const NOT_ALONE = (word: string) =>
  text(
    `“${word}”须单独占一行，不能放在标题或句子里。`,
    `“${word}” takes a line of its own, not a heading or a sentence.`,
  )
const UNCLOSED = text('占位符的花括号没有成对。', 'The braces of a placeholder do not match.')
const TWICE = text(
  '一条里只能有一张报价明细表或一处自由填写。',
  'A clause has one price table or one free text.',
)

const faultOfLine = (paper: SalesPaper, line: string): Text | undefined => {
  if (/\{\{|\}\}/.test(line.replaceAll(BRACES, ''))) return UNCLOSED
  for (const [, word = ''] of line.matchAll(BRACES)) {
    const found = placeholderOf(word)
    if (!found) return UNKNOWN(word.trim())
    if (NOT_IN[paper].includes(found)) return ELSEWHERE(word.trim())
    if (ALONE.includes(found) && !isAlone(line, found)) return NOT_ALONE(word.trim())
  }
  return undefined
}

/** What is wrong with a template, naming the clause and the placeholder; undefined where nothing is. */
export const templateFault = (paper: SalesPaper, clauses: readonly Clause[]): InvalidInput | undefined => {
  const fields = clauses.flatMap(({ heading, body }, at) => {
    const lines = body.split('\n')
    const special = lines.filter((line) => ALONE.some((it) => isAlone(line, it)))
    const inHeading =
      faultOfLine(paper, heading) ??
      (ALONE.some((it) => isAlone(heading, it)) ? NOT_ALONE(heading.replaceAll(/[{}]/g, '')) : undefined)
    const inBody =
      lines.map((line) => faultOfLine(paper, line)).find(Boolean) ?? (special.length > 1 ? TWICE : undefined)
    return [
      ...(inHeading ? [{ path: `content.clauses.${at}.heading`, message: inHeading }] : []),
      ...(inBody ? [{ path: `content.clauses.${at}.body`, message: inBody }] : []),
    ]
  })
  return fields.length === 0 ? undefined : invalidInput(...fields)
}

/** How a clause of a finished paper is made up. PRICES: the table stands after its text. FREE: whoever sells words it. */
export const SALES_CLAUSE_PARTS = ['TEXT', 'PRICES', 'FREE'] as const
export type SalesClausePart = (typeof SALES_CLAUSE_PARTS)[number]

export interface SalesClause {
  readonly heading: string
  readonly body: string
  readonly part: SalesClausePart
}

export type SalesValues = Readonly<Record<SalesValue, string | null>>

export interface FilledTemplate {
  readonly clauses: readonly SalesClause[]
  /** What the template asks for and nobody said; it stands there in brackets. */
  readonly missing: readonly SalesValue[]
}

/** A template with the values put in. What a value says is never read as a placeholder again. */
export const fillTemplate = (clauses: readonly Clause[], values: SalesValues): FilledTemplate => {
  const missing = new Set<SalesValue>()
  const put = (line: string): string =>
    line.replaceAll(BRACES, (whole, word: string) => {
      const found = placeholderOf(word) as SalesValue | undefined
      if (!found || !(found in values)) return whole
      const value = values[found]
      if (value !== null) return value
      missing.add(found)
      return `〔${word.trim()}〕`
    })
  const filled = clauses.map(({ heading, body }): SalesClause => {
    const lines = body === '' ? [] : body.split('\n')
    const special = ALONE.find((which) => lines.some((line) => isAlone(line, which)))
    return {
      heading: put(heading),
      body: lines
        .filter((line) => !ALONE.some((which) => isAlone(line, which)))
        .map(put)
        .join('\n'),
      part: special === 'priceTable' ? 'PRICES' : special === 'freeText' ? 'FREE' : 'TEXT',
    }
  })
  return { clauses: filled, missing: [...missing] }
}
