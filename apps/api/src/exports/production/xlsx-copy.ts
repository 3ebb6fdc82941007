import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import type { CopySheet } from './copy-sheet.ts'

/** What a spreadsheet would calculate once the file is saved as another kind. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** Rows go out one by one; each cell is a text. The notice stands on the sheet and at the head and foot of each printed page. */
export const xlsxCopy = async ({ organization, title, notice, heads, rows }: CopySheet): Promise<Buffer> => {
  const out = new PassThrough()
  const whole = buffer(out)
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false })
  book.creator = organization
  const sheet = book.addWorksheet(title, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    headerFooter: {
      oddHeader: `&L${plain(notice[0]!)}&R${plain(notice[1]!)}`,
      oddFooter: `&L${plain(notice[2]!)}&R&P / &N`,
    },
    views: [{ state: 'frozen', ySplit: notice.length + 2 }],
  })
  sheet.columns = heads.map(() => ({ width: 18 }))
  sheet.addRow([`${organization}　${title}`]).commit()
  for (const line of notice) sheet.addRow([line]).commit()
  const head = sheet.addRow([...heads])
  head.font = { bold: true }
  head.commit()
  for (const row of rows) sheet.addRow(row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))).commit()
  sheet.commit()
  await book.commit()
  return whole
}

/** `&` begins a code in heads and feet of pages. */
const plain = (said: string): string => said.replaceAll('&', '&&')
