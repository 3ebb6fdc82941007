import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { drawPdf } from '../../prints/print-pdf.ts'
import type { CopySheet } from './copy-sheet.ts'

const INK = '#1d2825'
const FAINT = '#5d6a65'
const LINE = '#b9bdb8'
const GROUND = '#f3f2ed'
const SEAL = '#ad3827'

const laidOut = ({ organization, title, notice, heads, rows }: CopySheet): TDocumentDefinitions => ({
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
          { text: notice[0]!, bold: true, color: SEAL, width: '*' },
          { text: organization, width: 'auto' },
        ],
        fontSize: 10,
      },
      {
        columns: [
          { text: `${notice[1]}　${notice[2]}`, width: '*' },
          { text: `${page} / ${pages}`, width: 'auto' },
        ],
        fontSize: 8,
        color: FAINT,
      },
    ],
  }),
  footer: () => ({ margin: [40, 10, 40, 0], text: notice[3]!, fontSize: 7.5, color: FAINT }),
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

/** The notice stands on each page; the order of its rows tells the copy. */
export const pdfCopy = (sheet: CopySheet): Promise<Buffer> => drawPdf(laidOut(sheet))
