import { isUtf8 } from 'node:buffer'

/** A line without its end; `text` is null where the bytes are no UTF-8. */
export interface Line {
  readonly number: number
  readonly text: string | null
  /** False for a last line that ends without a line feed. */
  readonly isWhole: boolean
}

const LINE_FEED = 10

/** The lines of a file, as many at a time as a chunk of it holds: memory does not grow with the file. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<readonly Line[]> {
  let number = 0
  let rest: Buffer[] = []
  const line = (bytes: Buffer, isWhole: boolean): Line => {
    number += 1
    return { number, text: isUtf8(bytes) ? bytes.toString('utf8') : null, isWhole }
  }
  for await (const part of chunks) {
    const chunk = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const piece = chunk.subarray(start, end)
      lines.push(line(rest.length > 0 ? Buffer.concat([...rest, piece]) : piece, true))
      rest = []
      start = end + 1
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
    yield lines
  }
  if (rest.length > 0) yield [line(Buffer.concat(rest), false)]
}
