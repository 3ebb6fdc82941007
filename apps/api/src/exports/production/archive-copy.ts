/** The copy that a person gets of all that is held about them: one to read, and one for a machine. */
import { cardPages } from '../../prints/card-pages.ts'
import { drawPdf } from '../../prints/print-pdf.ts'
import type { SubjectArchive } from './subject-archive.service.ts'

interface ArchiveCopy {
  readonly organization: string
  readonly number: string
  readonly recipient: string
  readonly madeOn: string
}

const RULE = '依个人信息主体请求制作，仅交本人或其受托人签收。'

export const archivePdf = (
  { code, parts }: SubjectArchive,
  { organization, number, recipient, madeOn }: ArchiveCopy,
): Promise<Buffer> =>
  drawPdf(
    cardPages({
      organization,
      marked: `个人信息副本　${number}`,
      beside: `接收人：${recipient}　制作日期：${madeOn}`,
      rule: RULE,
      cards: [
        {
          title: `客户 ${code} 的个人信息`,
          // Who they are comes first, as on a card.
          fields: parts[0]!.rows.map(([label = '', value = '']) => [label, value] as const),
          tables: parts.slice(1).map(({ title, heads, rows }) => ({ title, heads, rows })),
        },
      ],
    }),
  )

/** `steward.subject-copy.1`: each part with its heads and rows, as the printed one has them. */
export const archiveJson = (
  { code, parts }: SubjectArchive,
  { organization, number, recipient, madeOn }: ArchiveCopy,
): Buffer =>
  Buffer.from(
    `${JSON.stringify({ format: 'steward.subject-copy.1', organization, number, recipient, madeOn, client: code, parts }, null, 2)}\n`,
  )
