/** What kind of text a file holds, found out from all of its bytes. */
import { TextDecoder } from 'node:util'
import {
  fail,
  IMPORT_ENCODING_NAMES,
  IMPORT_ENCODINGS,
  importRefusal,
  ok,
  type ImportEncoding,
  type ImportRefusal,
  type Result,
} from '@steward/domain'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import type { StoredBytes } from '../../storage/encrypted-file.ts'

export interface TextFile {
  readonly encoding: ImportEncoding
  readonly sizeBytes: number
  readonly endsWithNewline: boolean
}

/** Files that people take for tables; the first bytes tell. */
const OTHER_KINDS: readonly (readonly [hex: string, name: string])[] = [
  ['504b0304', 'ZIP'],
  ['d0cf11e0', 'Excel 97'],
  ['25504446', 'PDF'],
  ['1f8b', 'gzip'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
]
const MARKS: readonly (readonly [hex: string, encoding: ImportEncoding])[] = [
  ['efbbbf', 'UTF_8'],
  ['fffe', 'UTF_16LE'],
  ['feff', 'UTF_16BE'],
]
const SAMPLE_BYTES = 64_000
/** Below it the guess is as good as none. */
const LEAST_CONFIDENCE = 25
const NEWLINES = [0x0a, 0x0d]

/**
 * Looks through the whole file once, in pieces. A byte order mark decides; else an encoding that is given is believed, unless the
 * bytes speak against it; else all of it is UTF-8, or a guess is made from the lines that are not plain ASCII.
 */
export const textFile = async (
  bytes: StoredBytes,
  given: ImportEncoding | null | undefined,
): Promise<Result<TextFile, ImportRefusal>> => {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const sample: Buffer[] = []
  let [sizeBytes, sampled, isUtf8, last] = [0, 0, true, 0]
  let start: Buffer = Buffer.alloc(0)
  for await (const piece of bytes.stream() as AsyncIterable<Buffer>) {
    if (start.length < 4096) start = Buffer.concat([start, piece.subarray(0, 4096)])
    sizeBytes += piece.length
    last = piece.at(-1) ?? last
    isUtf8 &&= decodes(utf8, piece)
    if (sampled < SAMPLE_BYTES) {
      const lines = foreignLines(piece, SAMPLE_BYTES - sampled)
      sample.push(...lines)
      sampled += lines.reduce((sum, { length }) => sum + length, 0)
    }
  }
  const found = { sizeBytes, endsWithNewline: NEWLINES.includes(last) || endsInWideNewline(start, last) }
  if (sizeBytes === 0) return fail(importRefusal('EMPTY_FILE'))
  const kind = OTHER_KINDS.find(([hex]) => beginsWith(start, hex))
  if (kind) return fail(importRefusal('NOT_A_TABLE', { kind: kind[1] }))
  const marked = MARKS.find(([hex]) => beginsWith(start, hex))?.[1]
  if (marked) return ok({ ...found, encoding: marked })
  const isWide = given === 'UTF_16LE' || given === 'UTF_16BE'
  if (!isWide && start.filter((byte) => byte === 0).length > start.length / 4)
    return fail(importRefusal('NOT_A_TABLE', { kind: 'binary' }))
  isUtf8 &&= decodes(utf8)
  // Chinese in another encoding is hardly ever valid UTF-8 by chance.
  if (given && given !== 'UTF_8' && isUtf8 && sampled > 0)
    return fail(importRefusal('UNKNOWN_ENCODING', { encoding: IMPORT_ENCODING_NAMES[given] }))
  if (given) return ok({ ...found, encoding: given })
  if (isUtf8) return ok({ ...found, encoding: 'UTF_8' })
  return guess(Buffer.concat(sample), found)
}

const beginsWith = (start: Buffer, hex: string): boolean =>
  start.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'))

/** The last byte of a little-endian line feed is zero. */
const endsInWideNewline = (start: Buffer, last: number): boolean => beginsWith(start, 'fffe') && last === 0

const decodes = (decoder: TextDecoder, piece?: Buffer): boolean => {
  try {
    decoder.decode(piece, { stream: piece !== undefined })
    return true
  } catch {
    return false
  }
}

/** Lines with bytes beyond ASCII: a guess from the first page alone would mistake a file that begins with figures. */
const foreignLines = (piece: Buffer, atMost: number): Buffer[] => {
  const lines: Buffer[] = []
  let [from, taken] = [0, 0]
  while (from < piece.length && taken < atMost) {
    const end = piece.indexOf(0x0a, from)
    const line = piece.subarray(from, end === -1 ? piece.length : end + 1)
    if (line.some((byte) => byte > 0x7f)) {
      lines.push(Buffer.from(line))
      taken += line.length
    }
    from += line.length
  }
  return lines
}

const guess = (sample: Buffer, found: Omit<TextFile, 'encoding'>): Result<TextFile, ImportRefusal> => {
  if (isMostlyUtf8(sample)) return ok({ ...found, encoding: 'UTF_8' })
  const [best] = chardet.analyse(sample)
  const name = best && best.confidence >= LEAST_CONFIDENCE ? best.name : ''
  const encoding = IMPORT_ENCODINGS.find((known) => IMPORT_ENCODING_NAMES[known] === name)
  if (encoding) return ok({ ...found, encoding })
  // A few words are too little for the statistics, which then see Arabic or Russian in them.
  if (!OTHER_MULTIBYTE.has(name) && looksLikeChinese(sample)) return ok({ ...found, encoding: 'GB18030' })
  return fail(importRefusal('UNKNOWN_ENCODING', { encoding: best?.name ?? 'UTF-8' }))
}
const OTHER_MULTIBYTE = new Set(['EUC-KR', 'EUC-JP', 'Shift_JIS', 'ISO-2022-JP', 'ISO-2022-KR'])

/** A broken byte here and there refuses its rows, not the file. */
const isMostlyUtf8 = (sample: Buffer): boolean => {
  const foreign = [...new TextDecoder().decode(sample)].filter((character) => character > '\u007f')
  return foreign.filter((character) => character === '\ufffd').length * 10 <= foreign.length
}

/** Valid GB18030 in which most characters are of the 3,755 common ones (rows 16 to 55 of GB 2312) or signs. */
const looksLikeChinese = (sample: Buffer): boolean => {
  let [common, all, at] = [0, 0, 0]
  while (at < sample.length) {
    const [lead, trail = 0] = [sample[at]!, sample[at + 1]]
    at += lead < 0x80 ? 1 : 2
    if (lead < 0x80) continue
    all += 1
    if (trail >= 0xa1 && lead >= 0xa1 && lead <= 0xd7) common += 1
  }
  return common >= all * 0.7 && !iconv.decode(sample, 'GB18030').includes('\ufffd')
}
