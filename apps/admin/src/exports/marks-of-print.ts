/** The hidden marks of a print, read in the browser from how the letters of its pages are set. */
import { hiddenMark, markOfSpacings } from '@steward/domain'

/** Of what is unpacked: more would be no page of ours. */
const MOST_UNPACKED = 5_000_000
const SPACING = /(\d*\.?\d+) Tc\b/g

export const isPrint = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 5)) === '%PDF-'

/** As letters of no width, one mark a page: the words by which copies are recognized. Empty where no page bears one. */
export const marksOfPrint = async (bytes: Uint8Array): Promise<string> => {
  const marks: string[] = []
  for (const stream of streamsOf(bytes)) {
    const drawn = await unpacked(stream).catch(() => '')
    const mark = markOfSpacings([...drawn.matchAll(SPACING)].map(([, points]) => Number(points)))
    if (mark !== undefined) marks.push(hiddenMark(mark))
  }
  return marks.join('\n')
}

/** What stands between `stream` and `endstream`. */
const streamsOf = (bytes: Uint8Array): readonly Uint8Array[] => {
  const text = new TextDecoder('latin1').decode(bytes)
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: begins }) => {
    if (text.slice(index - 3, index) === 'end') return []
    const from = index + begins.length
    const end = text.indexOf('endstream', from)
    // The line end before `endstream` is none of it.
    return end === -1 ? [] : bytes.subarray(from, text[end - 1] === '\n' ? end - 1 : end)
  })
}

const unpacked = async (packed: Uint8Array): Promise<string> => {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate'))
  const decoder = new TextDecoder()
  let text = ''
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length > MOST_UNPACKED) return ''
  }
}
