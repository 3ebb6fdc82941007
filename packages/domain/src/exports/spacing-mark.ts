/**
 * The hidden mark of a copy that is printed: fonts have no letters of no width, and a list of a few rows has hardly an order of its own. So the
 * mark stands in how far apart the letters of its headings and of its foot are set, by tenths of a point, on each page again and again.
 */

/** Points between two letters: each pair bears two bits. */
const SPACINGS = [0.1, 0.3, 0.5, 0.7] as const
/** Two bits each: the 40 of a mark. */
const PAIRS = 20

export interface SpacedLetters {
  readonly text: string
  readonly characterSpacing: number
  /** Two letters are set together, or the space between them is none. */
  readonly noWrap: true
}

const digitsOf = (mark: string): readonly number[] => {
  if (!/^[0-9a-f]{10}$/.test(mark)) throw new TypeError('a mark has 40 bits')
  return [...mark].flatMap((hex) => {
    const value = Number.parseInt(hex, 16)
    return [value >> 2, value & 3]
  })
}

/** The lines of a page with the mark in them: pair after pair of letters, over all lines, from its beginning again where it ends. */
export const spacedLines = (
  mark: string,
  lines: readonly string[],
): readonly (readonly SpacedLetters[])[] => {
  const digits = digitsOf(mark)
  let nth = 0
  return lines.map((line) =>
    (line.match(/.{1,2}/gsu) ?? []).map((text) => ({
      text,
      // A letter by itself is set apart from nothing.
      characterSpacing: [...text].length < 2 ? 0 : SPACINGS[digits[nth++ % PAIRS]!]!,
      noWrap: true,
    })),
  )
}

/**
 * The mark of a page, from how far apart its pairs of letters are set, in the order in which they stand. Where it stands more than once each
 * digit is what most of its places say. Undefined where it does not stand there once in full, or a distance is none of ours.
 */
export const markOfSpacings = (spacings: readonly number[]): string | undefined => {
  if (spacings.length < PAIRS) return undefined
  const votes = Array.from({ length: PAIRS }, () => [0, 0, 0, 0])
  for (const [at, spacing] of spacings.entries()) {
    const digit = SPACINGS.findIndex((known) => Math.abs(known - spacing) < 0.05)
    if (digit === -1) return undefined
    votes[at % PAIRS]![digit]! += 1
  }
  const digits = votes.map((of) => of.indexOf(Math.max(...of)))
  let mark = ''
  for (let at = 0; at < PAIRS; at += 2) mark += ((digits[at]! << 2) | digits[at + 1]!).toString(16)
  return mark
}
