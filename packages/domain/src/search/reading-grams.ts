/** How a Chinese name is found by what is typed on a keyboard of Latin letters: its readings, whole or by their first letters. */

/** Before readings that begin with the name's first character, and before those that begin further on. */
export const FROM_START = '^'
export const FROM_WITHIN = '~'
/** Before the whole reading of a name, in full and by initials. */
export const WHOLE_READING = '#'

/** More letters than these tell two names apart no better. */
export const MOST_LETTERS = 16
/** A name of characters with many readings has very many; the first ones of each are kept. */
const MOST_WAYS = 24

/** ü is typed as v, and the apostrophe that parts syllables not at all. Undefined where it is no reading: other letters, digits, nothing. */
export const typedReading = (typed: string): string | undefined => {
  const letters = typed
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’]/g, '')
  return /^[a-z]+$/.test(letters) ? letters.slice(0, MOST_LETTERS) : undefined
}

/** All ways to read a name from one character on. */
const waysOf = (readings: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  readings.reduce<readonly (readonly string[])[]>(
    (ways, next) => ways.flatMap((way) => next.map((reading) => [...way, reading])).slice(0, MOST_WAYS),
    [[]],
  )

const prefixes = (letters: string): readonly string[] =>
  Array.from({ length: Math.min(letters.length, MOST_LETTERS) }, (_, at) => letters.slice(0, at + 1))

const initials = (way: readonly string[]): string => way.map(([first = '']) => first).join('')

/** 王小明 as people type it in one go: wangxiaoming, wxm, wangxm. */
const spellings = (way: readonly string[]): readonly string[] => [
  way.join(''),
  initials(way),
  (way[0] ?? '') + initials(way.slice(1)),
]

/**
 * The grams of a name's readings, for the same column as the name's own: every beginning of them, from each character on, so that one
 * gram answers what was typed so far.
 * @param readings of each character in order, without tones, ü as v, the likeliest first; empty: the character has none
 */
export const readingGrams = (readings: readonly (readonly string[])[]): readonly string[] => {
  const grams = new Set<string>()
  for (let from = 0; from < readings.length; from += 1) {
    if (readings[from]!.length === 0) continue
    const until = readings.findIndex((those, at) => at > from && those.length === 0)
    const mark = from === 0 ? FROM_START : FROM_WITHIN
    for (const way of waysOf(readings.slice(from, until < 0 ? undefined : until)))
      for (const spelling of spellings(way)) {
        for (const beginning of prefixes(spelling)) grams.add(mark + beginning)
        if (from === 0 && until < 0) grams.add(WHOLE_READING + spelling.slice(0, MOST_LETTERS))
      }
  }
  return [...grams]
}
