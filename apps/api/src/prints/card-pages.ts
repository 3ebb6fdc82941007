/** Index cards 索引卡: a client a page, with what says who may have it at the head and at the foot. */
import { spacedLines } from '@steward/domain'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'

export interface CardTable {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface ClientCard {
  readonly title: string
  readonly fields: readonly (readonly [label: string, value: string])[]
  readonly tables: readonly CardTable[]
}

export interface CardPages {
  readonly organization: string
  /** 受控文件, number or who printed it. */
  readonly marked: string
  /** Recipient, period; or when it was printed. */
  readonly beside: string
  /** How it has to be treated. */
  readonly rule: string
  readonly cards: readonly ClientCard[]
  /** Of a copy that is numbered: hidden in how head and foot are set. */
  readonly mark?: string
}

const INK = '#1d2825'
const FAINT = '#5d6a65'
const LINE = '#b9bdb8'
const GROUND = '#f3f2ed'
const SEAL = '#ad3827'
const NONE = '—'

const layout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}
const label = (text: string) => ({ text, color: FAINT, fillColor: GROUND, fontSize: 9 })

export const cardPages = ({
  organization,
  marked,
  beside,
  rule,
  cards,
  mark,
}: CardPages): TDocumentDefinitions => {
  const lines = linesOf([marked, beside, rule], mark)
  return {
    pageSize: 'A4',
    pageMargins: [48, 78, 48, 60],
    info: { title: marked, author: organization },
    defaultStyle: { font: 'Noto', fontSize: 10, color: INK, lineHeight: 1.3 },
    header: () => ({
      margin: [48, 26, 48, 0],
      stack: [
        {
          columns: [
            { text: lines[0]!, bold: true, color: SEAL, width: '*' },
            { text: organization, width: 'auto' },
          ],
          fontSize: 9,
        },
        { text: lines[1]!, fontSize: 8, color: FAINT },
      ],
    }),
    footer: () => ({ margin: [48, 10, 48, 0], text: lines[2]!, fontSize: 7.5, color: FAINT }),
    content: cards.map((card, at) => cardOf(card, at > 0)),
  }
}

const linesOf = (lines: readonly string[], mark: string | undefined): readonly Content[] =>
  mark === undefined ? lines : spacedLines(mark, lines).map((line) => line.map((letters) => ({ ...letters })))

const cardOf = ({ title, fields, tables }: ClientCard, breaks: boolean): Content => ({
  ...(breaks ? { pageBreak: 'before' as const } : {}),
  stack: [
    { text: title, fontSize: 16, bold: true, margin: [0, 0, 0, 10] },
    {
      layout,
      margin: [0, 0, 0, 12],
      table: { widths: [70, '*', 70, '*'], dontBreakRows: true, body: inPairs(fields) },
    },
    ...tables.filter(({ rows }) => rows.length > 0).map(tableOf),
  ],
})

/** Two pairs of name and value a row. */
const inPairs = (fields: ClientCard['fields']) => {
  const rows = []
  for (let at = 0; at < fields.length; at += 2) {
    const [one, other = ['', '']] = fields.slice(at, at + 2)
    rows.push([label(one![0]), one![1] || NONE, label(other[0]!), other[0] === '' ? '' : other[1] || NONE])
  }
  return rows
}

const tableOf = ({ title, heads, rows }: CardTable): Content => ({
  margin: [0, 0, 0, 12],
  stack: [
    { text: title, bold: true, fontSize: 11, margin: [0, 0, 0, 4] },
    {
      layout,
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: heads.map(() => '*'),
        body: [heads.map(label), ...rows.map((row) => row.map((text) => ({ text: text || NONE })))],
      },
    },
  ],
})
