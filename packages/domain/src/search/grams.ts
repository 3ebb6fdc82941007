/** What names are compared by: half-width, lower case, letters (Han or other) and digits only. */
export const searchKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const pairs = (characters: readonly string[]): readonly string[] =>
  characters.slice(1).map((character, at) => `${characters[at]}${character}`)

/**
 * All 1- and 2-grams of a name, for an indexed `text[]` column: Chinese names are looked up by one or two characters,
 * which a trigram index does not serve.
 */
export const nameGrams = (name: string): readonly string[] => {
  const characters = [...searchKey(name)]
  return [...new Set([...characters, ...pairs(characters)])]
}

/**
 * The grams that a name containing the query must have: all of them, so `grams @> queryGrams(q)`. For three characters
 * and more the match is necessary, not sufficient: recheck with the search key. Empty where nothing can be looked up.
 */
export const queryGrams = (query: string): readonly string[] => {
  const characters = [...searchKey(query)]
  return characters.length === 1 ? characters : [...new Set(pairs(characters))]
}
