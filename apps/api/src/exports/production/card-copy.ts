import { cardPages } from '../../prints/card-pages.ts'
import { drawPdf } from '../../prints/print-pdf.ts'
import type { CopySheet } from './copy-sheet.ts'

/** A page for each client; how head and foot are set tells the copy, and so does the order of the pages. */
export const cardCopy = ({ organization, title, notice, heads, rows, mark }: CopySheet): Promise<Buffer> =>
  drawPdf(
    cardPages({
      organization,
      mark,
      marked: notice[0]!,
      beside: `${notice[1]}　${notice[2]}`,
      rule: notice[3]!,
      cards: rows.map((row) => ({
        title,
        fields: heads.map((head, at) => [head, row[at]!] as const),
        tables: [],
      })),
    }),
  )
