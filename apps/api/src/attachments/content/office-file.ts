/**
 * Documents of Office are zip archives. Only the directory at the end is read, nothing is unpacked: what is inside by name, and how
 * large it says it would become.
 */
import type { AttachmentFormat } from '@steward/domain'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 65_535

/** Bounds of what opens on a desk without harm; documents of 20 MB stay far below. */
const MAXIMUM_ENTRIES = 5_000
const MAXIMUM_UNPACKED_BYTES = 300_000_000
const MAXIMUM_RATIO = 200

interface Entry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

/** The entries that the directory lists; undefined where it is no plain archive from the first to the last byte. */
const directory = (zip: Buffer): readonly Entry[] | undefined => {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT) || end + END_BYTES > zip.length)
    return undefined
  if (zip.readUInt32LE(end) !== END || zip.readUInt16LE(end + 20) !== zip.length - end - END_BYTES)
    return undefined
  const [count, size, start] = [
    zip.readUInt16LE(end + 10),
    zip.readUInt32LE(end + 12),
    zip.readUInt32LE(end + 16),
  ]
  // Where something stands before the archive, or between it and its end, its places are shifted.
  if (start + size !== end || count > MAXIMUM_ENTRIES || zip.readUInt16LE(end + 8) !== count) return undefined
  const entries: Entry[] = []
  let at = start
  for (let nth = 0; nth < count; nth += 1) {
    if (at + ENTRY_BYTES > end || zip.readUInt32LE(at) !== ENTRY) return undefined
    const nameLength = zip.readUInt16LE(at + 28)
    const nameAt = at + ENTRY_BYTES
    entries.push({
      name: zip.toString('utf8', nameAt, nameAt + nameLength),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at = nameAt + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return at === end ? entries : undefined
}

const isBomb = (entries: readonly Entry[], bytes: number): boolean => {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  return unpacked > MAXIMUM_UNPACKED_BYTES || unpacked > bytes * MAXIMUM_RATIO
}

/** Entries that lie one upon the other unpack to more than they say. */
const overlap = (entries: readonly Entry[], zip: Buffer): boolean => {
  let free = 0
  for (const { at, packed } of entries.toSorted((one, other) => one.at - other.at)) {
    if (at < free || at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL) return true
    free = at + 30 + packed
  }
  return false
}

const escapes = (name: string): boolean => /^[/\\]|(^|[/\\])\.\.([/\\]|$)|^[a-z]:|\0/i.test(name)
const hasMacros = (name: string): boolean => /vbaProject|vbaData|activeX/i.test(name)

const MAIN_PARTS = {
  'word/document.xml': 'DOCX',
  'xl/workbook.xml': 'XLSX',
  'ppt/presentation.xml': 'PPTX',
} as const satisfies Readonly<Record<string, AttachmentFormat>>

/** Of which Office format an archive is; undefined: of none, or one with macros, paths that lead out of it, or a bomb. */
export const officeFormat = (zip: Buffer): AttachmentFormat | undefined => {
  const entries = directory(zip)
  if (!entries || isBomb(entries, zip.length) || overlap(entries, zip)) return undefined
  const names = new Set(entries.map(({ name }) => name))
  if (names.size !== entries.length || !names.has('[Content_Types].xml')) return undefined
  if (entries.some(({ name }) => escapes(name) || hasMacros(name))) return undefined
  const found = Object.entries(MAIN_PARTS).filter(([part]) => names.has(part))
  return found.length === 1 ? found[0]![1] : undefined
}
