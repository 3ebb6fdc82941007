import { text, type Text } from '../text.ts'

interface Format {
  /** The first is the usual one. */
  readonly extensions: readonly [string, ...string[]]
  readonly mediaType: string
  readonly label: Text
}

const word = text('Word 文档', 'Word document')
const sheet = text('Excel 表格', 'Excel sheet')
const slides = text('演示文稿', 'Presentation')
const picture = text('图片', 'Picture')
const plain = text('文本', 'Text')

/** The allow-list: what may be attached. Content and extension must both say so; archives and anything that runs are no part of it. */
export const ATTACHMENT_FORMATS = {
  JPEG: { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', label: picture },
  PNG: { extensions: ['png'], mediaType: 'image/png', label: picture },
  WEBP: { extensions: ['webp'], mediaType: 'image/webp', label: picture },
  PDF: { extensions: ['pdf'], mediaType: 'application/pdf', label: text('PDF', 'PDF') },
  DOCX: {
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: word,
  },
  XLSX: {
    extensions: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: sheet,
  },
  PPTX: {
    extensions: ['pptx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    label: slides,
  },
  DOC: { extensions: ['doc'], mediaType: 'application/msword', label: word },
  XLS: { extensions: ['xls'], mediaType: 'application/vnd.ms-excel', label: sheet },
  PPT: { extensions: ['ppt'], mediaType: 'application/vnd.ms-powerpoint', label: slides },
  TXT: { extensions: ['txt', 'csv'], mediaType: 'text/plain', label: plain },
} as const satisfies Readonly<Record<string, Format>>

export type AttachmentFormat = keyof typeof ATTACHMENT_FORMATS
export const ATTACHMENT_FORMAT_NAMES = Object.keys(ATTACHMENT_FORMATS) as [
  AttachmentFormat,
  ...AttachmentFormat[],
]

/** Drawn anew when they come in, so that nothing but the picture is left: the only files that a page may show. */
const PICTURES: readonly AttachmentFormat[] = ['JPEG', 'PNG', 'WEBP']
export const isPicture = (format: AttachmentFormat): boolean => PICTURES.includes(format)

/** Of one file, in bytes. */
export const MAXIMUM_ATTACHMENT_BYTES = 20_000_000

/** What a file dialogue offers. */
export const ATTACHMENT_ACCEPT = Object.values<Format>(ATTACHMENT_FORMATS)
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(',')

/** The format that a name's ending stands for. */
export const formatOfName = (name: string): AttachmentFormat | undefined => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  return ATTACHMENT_FORMAT_NAMES.find((format) =>
    (ATTACHMENT_FORMATS[format].extensions as readonly string[]).includes(extension ?? ''),
  )
}

const LONGEST_NAME = 120

/**
 * The name under which a file is kept: the last part of whatever path was sent, without what cannot be seen (marks that turn the
 * direction of writing among it) or has a meaning in a path. Cut in front, so that the ending stays.
 */
export const attachmentName = (given: string): string => {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return [...clean].slice(-LONGEST_NAME).join('').trim()
}
