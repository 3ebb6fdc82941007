/**
 * The hidden mark of a copy, twice over. In words: letters of no width, so that any one cell of a text column tells the copy. In the order of
 * its rows: a permutation that no other copy has, which is left when columns are dropped and the words cleaned.
 */
import { sha256Hex } from '../sign-off/canonical-content.ts'

/** Four letters of no width: two bits each. */
const LETTERS = ['\u200b', '\u200c', '\u200d', '\u2060'] as const
/** Begins a mark; it occurs in no text by itself. */
const START = '\u2063'
const MARK_HEX = 10
const DIGITS = MARK_HEX * 2

/** 40 bits in hex as letters of no width. */
export const hiddenMark = (mark: string): string => {
  if (!/^[0-9a-f]{10}$/.test(mark)) throw new TypeError('a mark has 40 bits')
  const digits = [...mark].flatMap((hex) => {
    const value = Number.parseInt(hex, 16)
    return [LETTERS[value >> 2]!, LETTERS[value & 3]!]
  })
  return START + digits.join('')
}

const MARK = new RegExp(`${START}(?:${LETTERS.join('|')}){${DIGITS}}`, 'g')

/** The marks that a text bears, each with how often. */
export const marksIn = (said: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (const [whole] of said.matchAll(MARK)) {
    const values = [...whole]
      .slice(1, 1 + DIGITS)
      .map((letter) => LETTERS.indexOf(letter as (typeof LETTERS)[number]))
    let mark = ''
    for (let at = 0; at < DIGITS; at += 2) mark += ((values[at]! << 2) | values[at + 1]!).toString(16)
    found.set(mark, (found.get(mark) ?? 0) + 1)
  }
  return found
}

/** The rows of a copy in its own order. */
export const inCopyOrder = <T extends { readonly id: string }>(
  mark: string,
  rows: readonly T[],
): readonly T[] =>
  rows
    .map((it) => ({ it, place: sha256Hex(`${mark} ${it.id}`) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ it }) => it)

/**
 * How well an order fits a copy's own: the share of neighbours that stand as they do in the copy, from 0 to 1. About a half by chance.
 * @param ids as they were found, each once
 */
export const orderFit = (mark: string, ids: readonly string[]): number => {
  if (ids.length < 2) return 0
  const places = new Map(
    inCopyOrder(
      mark,
      ids.map((id) => ({ id })),
    ).map(({ id }, at) => [id, at]),
  )
  const right = ids.slice(1).filter((id, at) => places.get(id)! > places.get(ids[at]!)!).length
  return right / (ids.length - 1)
}
