/** Files that are what they say, and files that are not. */
import { crc32 } from 'node:zlib'
import sharp from 'sharp'

export interface Entry {
  readonly name: string
  readonly data: string | Buffer
  /** What the directory claims it becomes; default: the truth. */
  readonly claimed?: number
}

/** An archive whose entries are stored as they are. */
export const zip = (entries: readonly Entry[]): Buffer => {
  const parts: Buffer[] = []
  const heads: Buffer[] = []
  let at = 0
  for (const { name, data, claimed } of entries) {
    const [title, body] = [Buffer.from(name), Buffer.from(data)]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(body), 10)
    common.writeUInt32LE(body.length, 14)
    common.writeUInt32LE(claimed ?? body.length, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, body])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    heads.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, title]))
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const WORD: readonly Entry[] = [
  { name: '[Content_Types].xml', data: '<Types/>' },
  { name: 'word/document.xml', data: '<document/>' },
]
export const docx = (...more: Entry[]): Buffer => zip([...WORD, ...more])

const red = { create: { width: 8, height: 6, channels: 3, background: '#c00' } } as const

/** A photograph that tells where and with what it was taken. */
export const photograph = (): Promise<Buffer> =>
  sharp(red)
    .withExif({
      IFD0: { Make: 'CANARY-CAMERA', Copyright: 'CANARY-OWNER' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
    })
    .jpeg()
    .toBuffer()

export const png = (): Promise<Buffer> => sharp(red).png().toBuffer()

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A picture of some bytes that says it is 60,000 × 60,000 pixels large. */
const flood = (): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(60_000, 0)
  head.writeUInt32BE(60_000, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 0x03, 0x00, 0, 0, 0, 1])),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const SCRIPT = '<script>alert(document.domain)</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`
const HTML = `<!doctype html><html><body>${SCRIPT}</body></html>`
const PDF = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'
const CFB = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const utf16 = (words: string) => Buffer.from(`${words}\0`, 'utf16le')

/** Name and content; none of them is taken. */
export const lies = async (): Promise<readonly (readonly [string, Buffer | string])[]> => {
  const picture = await png()
  const cut = picture.subarray(0, Math.floor(picture.length / 2))
  return [
    ['gif.gif', `GIF89a/*${SCRIPT}*/=1`],
    ['gif.jpg', `GIF89a/*${SCRIPT}*/=1`],
    ['picture.svg', SVG],
    ['svg.png', SVG],
    ['page.html', HTML],
    ['page.pdf', HTML],
    ['page.jpg', HTML],
    ['page.docx', HTML],
    ['late.pdf', `${HTML}\n${PDF}`],
    ['half.pdf', '%PDF-1.7\n1 0 obj'],
    ['png.jpg', picture],
    ['jpg.png', await photograph()],
    ['cut.png', cut],
    ['magic.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(SCRIPT)])],
    ['magic.webp', `RIFF0000WEBP${SCRIPT}`],
    ['flood.png', flood()],
    ['archive.zip', docx()],
    ['archive.docx', zip([{ name: 'a.txt', data: 'a' }])],
    ['sheet.xlsx', docx()],
    ['both.docx', docx({ name: 'xl/workbook.xml', data: '<workbook/>' })],
    ['macros.docx', docx({ name: 'word/vbaProject.bin', data: 'x' })],
    ['leaves.docx', docx({ name: '../../etc/passwd', data: 'x' })],
    ['bomb.docx', docx({ name: 'word/media/a.bin', data: 'x', claimed: 4_000_000_000 })],
    ['twice.docx', docx({ name: 'word/document.xml', data: '<other/>' })],
    ['before.docx', Buffer.concat([Buffer.from(HTML), docx()])],
    ['behind.docx', Buffer.concat([docx(), Buffer.from(HTML)])],
    ['macros.doc', Buffer.concat([CFB, utf16('WordDocument'), utf16('_VBA_PROJECT')])],
    ['nothing.doc', Buffer.concat([CFB, utf16('Nothing')])],
    ['program.txt', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['program.exe', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['empty.pdf', ''],
    ['.pdf', PDF],
    ['script.js', 'alert(1)'],
    ['pdf', PDF],
    ['double.pdf.exe', PDF],
    ['reverse\u202efdp.exe', PDF],
  ]
}

/** Name and content; each of them is what it says. */
export const truths = async (): Promise<readonly (readonly [string, Buffer | string, string])[]> => [
  ['照片.JPG', await photograph(), 'JPEG'],
  ['plan.png', await png(), 'PNG'],
  ['p.webp', await sharp(red).webp().toBuffer(), 'WEBP'],
  ['lease.pdf', PDF, 'PDF'],
  ['lease.docx', docx(), 'DOCX'],
  ['old.doc', Buffer.concat([CFB, utf16('WordDocument')]), 'DOC'],
  ['来信.txt', '尊敬的物业：您好。', 'TXT'],
  ['gbk.csv', Buffer.from([0xb7, 0xbf, 0xba, 0xc5, 0x2c, 0x31, 0x0d, 0x0a]), 'TXT'],
  // To be saved, never to be shown: a page is a text like any other.
  ['page.txt', HTML, 'TXT'],
]
