/** What a client is found by: every writer of `client.search_grams` takes it from here. */
import { nameGrams, readingGrams } from '@steward/domain'
import { pinyin, polyphonic } from 'pinyin-pro'

/** Toneless syllables of Latin letters, ü as v; what has no reading is answered as it is and dropped here. */
const HOW = { toneType: 'none', type: 'array', v: true } as const
const SYLLABLE = /^[a-z]+$/
const HAN = /\p{Script=Han}/u

const syllable = (reading: string): string => reading.toLowerCase().replaceAll('ü', 'v')

/** All readings of each character of a name, the one that it has in a surname first: 单 is shan before dan. */
export const readingsOf = (name: string): readonly (readonly string[])[] => {
  const characters = [...name.normalize('NFKC')].filter((it) => /[\p{L}\p{N}]/u.test(it))
  const compact = characters.join('')
  if (!HAN.test(compact)) return []
  const asName = pinyin(compact, { ...HOW, surname: 'head' })
  // Longer than the characters where it reads two of them as one: then each is read for itself.
  const fits = asName.length === characters.length
  return characters.map((character, at) => {
    if (!HAN.test(character)) return []
    const [others = []] = polyphonic(character, HOW)
    const all = [...(fits ? [asName[at]!] : []), ...others].map(syllable)
    return [...new Set(all.filter((it) => SYLLABLE.test(it)))]
  })
}

/** The grams of all names that a client goes by. */
export const searchGramsOf = (...names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => [...nameGrams(name), ...readingGrams(readingsOf(name))])),
]
