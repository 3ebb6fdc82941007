import { stringify } from 'csv-stringify/sync'
import type { CopySheet } from './copy-sheet.ts'

/** Excel reads its Chinese, and calculates no cell of it. The notice stands above the heads, and again below. */
export const csvCopy = ({ organization, title, notice, heads, rows }: CopySheet): Buffer => {
  const told = [[`${organization}　${title}`], ...notice.map((line) => [line])]
  return Buffer.from(
    stringify([...told, [...heads], ...rows.map((row) => [...row]), ...told.slice(1, 2)], {
      bom: true,
      escape_formulas: true,
    }),
  )
}
