/**
 * What a file is, by its content: the ending of its name and the first bytes must say the same, and the whole must bear it out
 * (threat T18). A picture is drawn anew; of anything else the bytes stay as they are, because it is never shown by a page.
 */
import {
  ATTACHMENT_FORMATS,
  formatOfName,
  isPicture,
  text,
  type AttachmentFormat,
  type Text,
} from '@steward/domain'
import { officeFormat } from './office-file.ts'
import { redrawn } from './picture.ts'
import { isText } from './text-content.ts'

/** A file that is not taken, and why: in the words for who sent it. */
export class ContentRefused extends Error {
  override readonly name = 'ContentRefused'
  readonly words: Text

  constructor(words: Text) {
    super(words.en)
    this.words = words
  }
}

export interface Examined {
  readonly format: AttachmentFormat
  /** What is kept. */
  readonly content: Buffer
}

const bytes = (...parts: (number | string)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))),
  )

/** First bytes, at the very beginning: what merely occurs further on makes no file of a kind. */
const BEGINNINGS: readonly (readonly [Buffer, (content: Buffer) => AttachmentFormat | undefined])[] = [
  [bytes(0xff, 0xd8, 0xff), () => 'JPEG'],
  [bytes(0x89, 'PNG', 0x0d, 0x0a, 0x1a, 0x0a), () => 'PNG'],
  [bytes('RIFF'), (content) => (content.toString('latin1', 8, 12) === 'WEBP' ? 'WEBP' : undefined)],
  [bytes('%PDF-1.'), endsAsPdf],
  [bytes('%PDF-2.'), endsAsPdf],
  [bytes('PK', 3, 4), officeFormat],
  [bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), olderOfficeFormat],
]

/** The mark of the end, within what programs that write one leave behind it. */
function endsAsPdf(content: Buffer): AttachmentFormat | undefined {
  return content.subarray(-2_048).includes('%%EOF') ? 'PDF' : undefined
}

/** Names of the streams inside, as UTF-16; a project of macros among them is why it is not taken. */
function olderOfficeFormat(content: Buffer): AttachmentFormat | undefined {
  const holds = (name: string) => content.includes(Buffer.from(`${name}\0`, 'utf16le'))
  if (holds('_VBA_PROJECT') || holds('VBA')) return undefined
  if (holds('WordDocument')) return 'DOC'
  if (holds('Workbook') || holds('Book')) return 'XLS'
  return holds('PowerPoint Document') ? 'PPT' : undefined
}

/** The format that the content is of; undefined where it is none of the list. */
export const formatOfContent = (content: Buffer): AttachmentFormat | undefined => {
  for (const [beginning, formatOf] of BEGINNINGS)
    if (content.subarray(0, beginning.length).equals(beginning)) return formatOf(content)
  return isText(content) ? 'TXT' : undefined
}

const EMPTY = text('文件是空的。', 'The file is empty.')
const notWhatItSays = (ending: AttachmentFormat): Text => {
  const { label } = ATTACHMENT_FORMATS[ending]
  return text(
    `文件内容不是${label.zh}，或含宏、已损坏。请另存为正确的格式后再添加。`,
    `The content is no ${label.en}, has macros, or is damaged. Save it in the right format and attach that.`,
  )
}
const UNREADABLE = text(
  '图片打不开，或大于 5000 万像素。请另存后再添加。',
  'The picture cannot be opened, or has more than 50 million pixels. Save it anew and attach that.',
)
const NO_SUCH_FORMAT = text('这种文件不能添加。', 'Such a file cannot be attached.')

/** @throws ContentRefused */
export const examine = async (name: string, content: Buffer): Promise<Examined> => {
  const said = formatOfName(name)
  if (!said) throw new ContentRefused(NO_SUCH_FORMAT)
  if (content.length === 0) throw new ContentRefused(EMPTY)
  const format = formatOfContent(content)
  if (format !== said) throw new ContentRefused(notWhatItSays(said))
  if (!isPicture(format)) return { format, content }
  const picture = await redrawn(format as 'JPEG' | 'PNG' | 'WEBP', content)
  if (!picture) throw new ContentRefused(UNREADABLE)
  return { format, content: picture }
}
