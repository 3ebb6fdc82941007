/** From a printed form to the layout of its pages: A4, a running head, the head of the form, content, signatures, seal. */
import {
  MEANING_LABELS,
  ROLE_LABELS,
  say,
  SIGNATURE_PROOF_LABELS,
  type Meaning,
  type Text,
} from '@steward/domain'
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { PRINT_WORDS } from './print-words.ts'
import type { PrintedForm, PrintedPart, PrintedSignature } from './printed-form.ts'

/** Names and days of these stand at the head of every controlled document. */
const HEAD_MEANINGS: readonly Meaning[] = ['PREPARED', 'REVIEWED', 'APPROVED']
const INK = '#1d2825'
const FAINT = '#5d6a65'
const LINE = '#b9bdb8'
const GROUND = '#f3f2ed'
const SEAL = '#ad3827'

const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))

export const layOut = (form: PrintedForm): TDocumentDefinitions => {
  const words = (key: keyof typeof PRINT_WORDS): string => say(PRINT_WORDS[key], form.locale)
  const told = (text: Text): string => say(text, form.locale)
  return {
    pageSize: 'A4',
    pageMargins: [48, 78, 48, 64],
    info: { title: `${form.number} ${form.label ?? ''} ${form.title}`.trim(), author: form.organization },
    language: form.locale,
    defaultStyle: { font: 'Noto', fontSize: 10, color: INK, lineHeight: 1.35 },
    header: (page, pages) => runningHead(form, filled(words('page'), { page, pages }), words),
    footer: () => foot(form, words),
    content: [
      { text: form.title, fontSize: 18, bold: true, alignment: 'center', margin: [0, 4, 0, 2] },
      { text: form.kind, color: FAINT, alignment: 'center', margin: [0, 0, 0, 12] },
      ...(form.cells.length > 0 ? [headBlock(form, words, told)] : []),
      ...form.parts.map((part, at) => partOf(part, at === 0 || form.parts[at - 1]!.kind !== part.kind)),
      ...(form.signatures.length > 0 ? [signatureTable(form, words, told)] : []),
      seal(form, words),
    ],
  }
}

type Words = (key: keyof typeof PRINT_WORDS) => string

const rule = (y: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: y, x2: 499, y2: y, lineWidth: 0.7, lineColor: LINE }],
})

const runningHead = (form: PrintedForm, pages: string, words: Words): Content => ({
  margin: [48, 26, 48, 0],
  stack: [
    {
      columns: [
        { text: form.organization, width: '*' },
        ...(form.control
          ? [
              {
                text: form.control.word,
                width: 'auto' as const,
                bold: true,
                color: form.control.inForce ? SEAL : FAINT,
              },
            ]
          : []),
      ],
      fontSize: 9,
    },
    {
      columns: [
        {
          text: [
            `${words(form.numbering)} ${form.number}`,
            form.label === null ? '' : `　${words('revision')} ${form.label}`,
          ],
          width: '*',
        },
        { text: pages, width: 'auto' },
      ],
      fontSize: 8,
      color: FAINT,
    },
    rule(3),
  ],
})

const foot = (form: PrintedForm, words: Words): Content => ({
  margin: [48, 8, 48, 0],
  fontSize: 7.5,
  color: FAINT,
  stack: [
    rule(0),
    {
      margin: [0, 4, 0, 0],
      columns: [
        {
          text: form.seal ? `${words('hash')} ${form.seal.hash}` : form.signs ? words('unsigned') : '',
          width: '*',
        },
        { text: `${words('printed')} ${form.printedAt}`, width: 'auto' },
      ],
    },
  ],
})

const layout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}

const label = (text: string): TableCell => ({ text, color: FAINT, fillColor: GROUND, fontSize: 9 })

/** Three pairs of name and value a row, as controlled documents have it; a long value takes its own row. */
const headBlock = (form: PrintedForm, words: Words, told: (text: Text) => string): Content => {
  const by = (meaning: Meaning): string =>
    form.signatures
      .filter((it) => it.meaning === meaning)
      .map((it) => `${it.name}\n${it.at.slice(0, 10)}`)
      .join('\n') || words('none')
  const signed = form.control
    ? HEAD_MEANINGS.map((meaning) => [told(MEANING_LABELS[meaning]), by(meaning)] as const)
    : []
  const short = form.cells.filter(([, value]) => value.length <= 24)
  const long = form.cells.filter(([, value]) => value.length > 24)
  // Who prepared, reviewed and approved stands in a row of its own.
  const cells = [...inRows(short), ...inRows(signed)]
  const rows: TableCell[][] = []
  for (let at = 0; at < cells.length; at += 3)
    rows.push(cells.slice(at, at + 3).flatMap(([name, value]) => [label(name), { text: value }]))
  for (const [name, value] of long) rows.push([label(name), { text: value, colSpan: 5 }, {}, {}, {}, {}])
  return {
    table: {
      widths: form.locale === 'en' ? [66, '*', 66, '*', 66, '*'] : [50, '*', 50, '*', 50, '*'],
      body: rows,
      dontBreakRows: true,
    },
    layout,
    margin: [0, 0, 0, 14],
  }
}

/** Filled up to whole rows of three. */
const inRows = (cells: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] => [
  ...cells,
  ...Array.from({ length: (3 - (cells.length % 3)) % 3 }, () => ['', ''] as const),
]

const partOf = (part: PrintedPart, first: boolean): Content => {
  if (part.kind === 'clause') {
    const [opening, ...others] = part.paragraphs.map((text) => ({
      text,
      margin: [20, 2, 0, 2] as [number, number, number, number],
    }))
    const heading = { text: `${part.mark} ${part.heading}`, bold: true, fontSize: 11 }
    return {
      margin: [0, first ? 0 : 4, 0, 6],
      // A heading does not stay behind at the foot of a page.
      stack: [{ unbreakable: true, stack: opening ? [heading, opening] : [heading] }, ...others],
    }
  }
  if (part.kind === 'table')
    return {
      margin: [0, 0, 0, 12],
      layout,
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: part.amounts
          ? part.heads.map((_, at) => (at === part.heads.length - 1 ? 'auto' : '*'))
          : part.heads.length === 2
            ? ['30%', '*']
            : part.heads.map(() => '*'),
        body: [
          part.heads.map(label),
          ...part.rows.map((row) =>
            row.map((text, at) => ({
              text,
              alignment: part.amounts && at === row.length - 1 ? ('right' as const) : ('left' as const),
            })),
          ),
        ],
      },
    }
  return {
    margin: [0, 0, 0, 12],
    stack: [
      { text: part.title, bold: true, fontSize: 11, margin: [0, 0, 0, 4] },
      {
        layout,
        table: {
          widths: [96, '*'],
          dontBreakRows: true,
          body: part.fields.map(([name, value]) => [label(name), { text: value }]),
        },
      },
    ],
  }
}

const signatureTable = (form: PrintedForm, words: Words, told: (text: Text) => string): Content => {
  const signer = ({ name, behalf }: PrintedSignature): string =>
    behalf === null ? name : `${name}（${filled(words('behalf'), { name: behalf })}）`
  return {
    margin: [0, 8, 0, 12],
    unbreakable: true,
    stack: [
      { text: words('signatures'), bold: true, fontSize: 11, margin: [0, 0, 0, 4] },
      {
        layout,
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: form.locale === 'en' ? [52, 58, 82, 52, 62, '*'] : [30, 48, 72, 52, 62, '*'],
          body: [
            (['meaning', 'signer', 'role', 'at', 'proof', 'comment'] as const).map((key) =>
              label(words(key)),
            ),
            ...form.signatures.map((it) => [
              { text: told(MEANING_LABELS[it.meaning]) },
              { text: signer(it), bold: true },
              { text: told(ROLE_LABELS[it.role]) },
              { text: it.at },
              { text: told(SIGNATURE_PROOF_LABELS[it.proof]) },
              { text: it.comment ?? words('none') },
            ]),
          ],
        },
        fontSize: 9,
      },
    ],
  }
}

const seal = ({ seal: it, signs }: PrintedForm, words: Words): Content =>
  it === null
    ? { text: signs ? words('unsigned') : '', color: FAINT, margin: [0, 8, 0, 0] }
    : {
        margin: [0, 6, 0, 0],
        unbreakable: true,
        columns: [
          // Two points a square at least: what a telephone reads from paper.
          { qr: `${it.link}#${it.hash}`, fit: 132, eccLevel: 'L', width: 144 },
          {
            width: '*',
            margin: [8, 6, 0, 0],
            stack: [
              { text: words('verify'), bold: true },
              { text: words('scan'), color: FAINT, fontSize: 9 },
              { text: words('hash'), color: FAINT, fontSize: 9, margin: [0, 6, 0, 0] },
              { text: it.hash.replace(/(.{32})/, '$1\n'), fontSize: 8 },
            ],
          },
        ],
      }
