import { spacedLines } from '@steward/domain'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { drawPdf } from '../../prints/print-pdf.ts'
import type { CopySheet } from './copy-sheet.ts'

const INK = '#1d2825'
const FAINT = '#5d6a65'
const LINE = '#b9bdb8'
const GROUND = '#f3f2ed'
const SEAL = '#ad3827'

/** Lines of every page, with the copy's mark in the spacing of their letters. */
const markedLines = ({ mark, notice }: CopySheet) => {
  const [controlled, beside, rule] = spacedLines(mark, [
    notice[0]!,
    `${notice[1]}　${notice[2]}`,
    notice[3]!,
  ]).map((line) => line.map((letters) => ({ ...letters })))
  return { controlled: controlled!, beside: beside!, rule: rule! }
}

const laidOut = (
  { organization, title, notice, heads, rows }: CopySheet,
  lines: ReturnType<typeof markedLines>,
): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageOrientation: 'landscape',
  pageMargins: [40, 66, 40, 54],
  info: { title: notice[0]!, author: organization },
  defaultStyle: { font: 'Noto', fontSize: 9, color: INK, lineHeight: 1.25 },
  header: (page, pages) => ({
    margin: [40, 22, 40, 0],
    stack: [
      {
        columns: [
          { text: lines.controlled, bold: true, color: SEAL, width: '*' },
          { text: organization, width: 'auto' },
        ],
        fontSize: 10,
      },
      {
        columns: [
          { text: lines.beside, width: '*' },
          { text: `${page} / ${pages}`, width: 'auto' },
        ],
        fontSize: 8,
        color: FAINT,
      },
    ],
  }),
  footer: () => ({ margin: [40, 10, 40, 0], text: lines.rule, fontSize: 7.5, color: FAINT }),
  content: [
    { text: title, fontSize: 15, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: heads.map(() => '*'),
        body: [
          heads.map((text) => ({ text, color: FAINT, fillColor: GROUND })),
          ...rows.map((row) => row.map((text) => ({ text }))),
        ],
      },
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0.5,
        hLineColor: () => LINE,
        vLineColor: () => LINE,
      },
    },
  ],
})

/** The notice stands on each page, and how its letters are set tells the copy; so does the order of the rows, where there are some. */
export const pdfCopy = (sheet: CopySheet): Promise<Buffer> => drawPdf(laidOut(sheet, markedLines(sheet)))
