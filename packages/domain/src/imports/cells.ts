import type { ImportError } from './issues.ts'

/** Left after tab, line feed and carriage return: nothing that a person types. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
/** What decoding leaves where the bytes are no characters, and halves of characters. */
const UNREADABLE = /\ufffd|\p{Surrogate}/u

/**
 * What a spreadsheet would calculate instead of showing: `=…` always; `+`, `-` and `@` where a call, a pipe or a reference
 * follows, because telephone numbers and lists begin with them too.
 */
const FORMULA = /^(?:[=＝]|[+\-@＋－＠][^\s]*[(|!])/u

/** Spreadsheets put an apostrophe before what only looks like a formula, and so does our file of refused rows. */
const GUARD = /^'(?=[=+\-@＝＋－＠\t\r])/u

/** The words of a cell as they are stored: without guard and outer space, one form for each character, `\n` for line ends. */
export const cellText = (cell: string): string =>
  // Nearly all cells are plain ASCII without a line end: those are done at once.
  PLAIN.test(cell) ? cell.trim() : cell.replace(GUARD, '').normalize('NFC').replace(/\r\n?/g, '\n').trim()
const PLAIN = /^[ -&(-~][ -~]*$/

/** Why such a cell cannot be stored at all; undefined for every cell that can. */
export const cellError = (words: string): ImportError | undefined => {
  if (UNREADABLE.test(words)) return 'UNREADABLE'
  if (CONTROL.test(words)) return 'CONTROL_CHARACTER'
  return FORMULA.test(words) ? 'FORMULA' : undefined
}
