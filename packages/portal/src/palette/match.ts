import type { Text } from '@steward/domain'

const plain = (words: string): string => words.normalize('NFKC').toLowerCase()

/** How well a text answers what was typed, in either language: 2 begins with it, 1 contains it, 0 neither. */
export function matchOf({ zh, en }: Text, typed: string): 0 | 1 | 2 {
  const wanted = plain(typed.trim())
  const words = [plain(zh), plain(en)]
  if (words.some((word) => word.startsWith(wanted))) return 2
  return words.some((word) => word.includes(wanted)) ? 1 : 0
}

/** Those that answer at all, in their own order: the ones that begin with what was typed, and the others. */
export function split<Item extends { readonly words: Text }>(items: readonly Item[], typed: string) {
  const matched = items.map((item) => ({ item, match: matchOf(item.words, typed) }))
  const those = (match: 1 | 2) => matched.filter((it) => it.match === match).map(({ item }) => item)
  return { begin: those(2), contain: those(1) }
}
