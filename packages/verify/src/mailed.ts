/** Checkpoints that stand in a text which somebody kept: a mail as it came, saved or forwarded, or a printed page typed in (FORMAT.md section 7). */

const ORIGIN = /^steward\/[0-9a-f-]{36}(?:\/audit)?$/
const TEXT_LINES = 6
const BASE64 = /^[A-Za-z0-9+/=]+$/

/** A note, and the line at which it begins, from 1. */
export interface MailedNote {
  readonly note: string
  readonly line: number
}

/** Every checkpoint of the text, signed or not, in its order. */
export const notesIn = (text: string): readonly MailedNote[] => {
  const lines = decoded(text)
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.replace(/^(?:> ?)+/, '').trimEnd())
  const found: MailedNote[] = []
  for (let at = 0; at < lines.length; at += 1) {
    if (!ORIGIN.test(lines[at]!)) continue
    const end = at + TEXT_LINES
    const signatures = signaturesFrom(lines, lines[end] === '' ? end + 1 : end)
    found.push({ note: `${[...lines.slice(at, end), '', ...signatures].join('\n')}\n`, line: at + 1 })
  }
  return found
}

/** The signature lines from there on; what a mail program has broken in two is put together. */
const signaturesFrom = (lines: readonly string[], from: number): readonly string[] => {
  const signatures: string[] = []
  for (const line of lines.slice(from)) {
    const last = signatures.at(-1)
    if (line.startsWith('— ')) signatures.push(line)
    else if (last === undefined || !BASE64.test(line)) break
    else signatures.splice(-1, 1, last.split(' ').length < 3 ? `${last} ${line}` : `${last}${line}`)
  }
  return signatures
}

const ENCODING = /^content-transfer-encoding:\s*(base64|quoted-printable)\s*$/im

/** A saved mail of one part names how it is written; any other text stands as it is. */
const decoded = (text: string): string => {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : ''
  const encoding = ENCODING.exec(head)?.[1]?.toLowerCase()
  if (!end || encoding === undefined) return text
  const body = text.slice(end.index + end[0].length)
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
