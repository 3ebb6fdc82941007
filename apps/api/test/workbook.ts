/** Workbooks as a spreadsheet would save them, and such as nobody should open. */
import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of these entries. */
export const zip = (entries: Readonly<Record<string, string | Buffer>>): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(entries)) {
    const name = Buffer.from(path)
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(bytes) >>> 0, 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(bytes.length, 8)
    const about = Buffer.concat([
      Buffer.from('14000008080000002100', 'hex'),
      sizes,
      short(name.length),
      short(0),
    ])
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), about, name, packed])
    directory.push(
      Buffer.concat([
        Buffer.from('504b01021400', 'hex'),
        about,
        short(0),
        short(0),
        short(0),
        long(0),
        long(offset),
        name,
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const count = short(directory.length)
  const end = [
    Buffer.from('504b0506', 'hex'),
    short(0),
    short(0),
    count,
    count,
    long(central.length),
    long(offset),
    short(0),
  ]
  return Buffer.concat([...parts, central, ...end])
}

const short = (value: number): Buffer => Buffer.from([value & 255, value >> 8])
const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A cell: words (shared by the book), a number, a day as days since 1900, or a formula with the value it had. */
export type Cell =
  | string
  | number
  | { readonly day: number }
  | { readonly formula: string; readonly value: string }

/** One sheet of rows; strings are shared, as spreadsheets do it, with style 1 for days. */
export const workbook = (
  rows: readonly (readonly Cell[])[],
  more: Readonly<Record<string, string>> = {},
): Buffer => {
  const texts = [...new Set(rows.flat().filter((cell): cell is string => typeof cell === 'string'))]
  const cellXml = (cell: Cell, place: string): string => {
    if (cell === '') return ''
    if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${texts.indexOf(cell)}</v></c>`
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
    if ('day' in cell) return `<c r="${place}" s="1"><v>${cell.day}</v></c>`
    return `<c r="${place}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`
  }
  const rowsXml = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${at + 1}`)).join('')}</row>`,
  )
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  return zip({
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="业主" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet ${main}><sheetData>${rowsXml.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${head}<sst ${main}>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...more,
  })
}
