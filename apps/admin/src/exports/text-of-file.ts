/** The words of a file that was chosen, read in the browser: text as it is, of a workbook what its sheets say, of a print what is hidden in it. */

import { isPrint, marksOfPrint } from './marks-of-print.ts'

/** What fits a request, in bytes of UTF-8; a letter takes three at most here. */
const MOST_BYTES = 80_000
/** Of what is unpacked: more would be no list of ours. */
const MOST_UNPACKED = 20_000_000

export const textOfFile = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isPrint(bytes)) return marksOfPrint(bytes)
  return cut(isZip ? await wordsOfWorkbook(bytes) : new TextDecoder().decode(bytes))
}

const cut = (text: string): string => {
  const bytes = new TextEncoder().encode(text)
  return bytes.length <= MOST_BYTES ? text : new TextDecoder().decode(bytes.subarray(0, MOST_BYTES))
}

interface Entry {
  readonly name: string
  readonly packed: Uint8Array
  readonly deflated: boolean
}

/** The entries that the directory at the end of a zip names. */
const entriesOf = (bytes: Uint8Array): readonly Entry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new Error('no directory')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let nth = view.getUint16(end + 10, true); nth > 0; nth--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!))
    const local = view.getUint32(at + 42, true)
    const begins = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    entries.push({
      name,
      packed: bytes.subarray(begins, begins + view.getUint32(at + 20, true)),
      deflated: view.getUint16(at + 10, true) === 8,
    })
    at += 46 + nameLength! + extra! + comment!
  }
  return entries
}

const unpacked = async ({ packed, deflated }: Entry): Promise<string> => {
  if (!deflated) return new TextDecoder().decode(packed)
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const decoder = new TextDecoder()
  let text = ''
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length > MOST_UNPACKED) throw new Error('too large')
  }
}

const SHEETS = /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/

const wordsOfWorkbook = async (bytes: Uint8Array): Promise<string> => {
  const sheets = await Promise.all(
    entriesOf(bytes)
      .filter(({ name }) => SHEETS.test(name))
      .map(unpacked),
  )
  return sheets
    .map((xml) =>
      [...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)]
        .map(([, said]) => said!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
        .join('\n'),
    )
    .join('\n')
}
