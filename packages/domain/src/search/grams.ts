/** What names are compared by: half-width, lower case, letters (Han or other) and digits only. */
export const searchKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const pairs = (characters: readonly string[]): readonly string[] =>
  characters.slice(1).map((character, at) => `${characters[at]}${character}`)

/** Before the whole of a name's key, so that it is neither a character nor a pair of one. */
export const WHOLE = '='

/**
 * All 1- and 2-grams of a name, for an indexed `text[]` column, and its key as a whole after `=`: Chinese names are looked up by one
 * or two characters, which a trigram index does not serve.
 */
export const nameGrams = (name: string): readonly string[] => {
  const key = searchKey(name)
  const characters = [...key]
  return key === '' ? [] : [...new Set([...characters, ...pairs(characters), `${WHOLE}${key}`])]
}

/**
 * The grams that a name containing the query must have: all of them, so `grams @> queryGrams(q)`. For three characters
 * and more the match is necessary, not sufficient: recheck with the whole key. Empty where nothing can be looked up.
 */
export const queryGrams = (query: string): readonly string[] => {
  const characters = [...searchKey(query)]
  return characters.length === 1 ? characters : [...new Set(pairs(characters))]
}
