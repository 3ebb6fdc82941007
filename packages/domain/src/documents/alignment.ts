/** Two sequences beside each other: what both have, what only one has, and pairs that say the same thing differently. */
import { diffArrays } from 'diff'

export const SEGMENT_KINDS = ['SAME', 'REMOVED', 'ADDED'] as const
export type SegmentKind = (typeof SEGMENT_KINDS)[number]

/** A piece of a text that was changed. Without the added ones they make up the text before, without the removed ones the text after. */
export interface Segment {
  readonly kind: SegmentKind
  readonly text: string
}

/** One line of two sequences beside each other; equal where neither is missing and `same`. */
export interface Aligned<U> {
  readonly before: U | null
  readonly after: U | null
  readonly same: boolean
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)

/** How one text became the other, word by word; Chinese is cut into words too. */
export const changedWords = (before: string, after: string): readonly Segment[] =>
  inPhrases(
    diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
      kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
      text: value.join(''),
    })),
  )

/** Words that changed beside each other, with nothing but spaces between, are told as one phrase that went and one that came. */
const inPhrases = (segments: readonly Segment[]): readonly Segment[] => {
  const phrases: Segment[] = []
  let [gone, come] = ['', '']
  const settle = () => {
    if (gone !== '') phrases.push({ kind: 'REMOVED', text: gone })
    if (come !== '') phrases.push({ kind: 'ADDED', text: come })
    ;[gone, come] = ['', '']
  }
  segments.forEach(({ kind, text }, at) => {
    const isGap = kind === 'SAME' && text.trim() === '' && gone + come !== '' && at < segments.length - 1
    if (kind === 'SAME' && !isGap) {
      settle()
      phrases.push({ kind, text })
      return
    }
    if (kind !== 'ADDED') gone += text
    if (kind !== 'REMOVED') come += text
  })
  settle()
  return phrases
}

/**
 * Lays two sequences beside each other.
 * @param key equal for equal entries
 * @param pairs may these two, which stand in the same place, be told as one that was changed?
 */
export const align = <U>(
  before: readonly U[],
  after: readonly U[],
  key: (unit: U) => string,
  pairs: (before: U, after: U) => boolean,
): readonly Aligned<U>[] => {
  const lines: Aligned<U>[] = []
  let [from, to] = [0, 0]
  let [gone, come]: [U[], U[]] = [[], []]
  const settle = () => {
    lines.push(...paired(gone, come, pairs))
    ;[gone, come] = [[], []]
  }
  for (const { added, removed, value } of diffArrays(before.map(key), after.map(key))) {
    const many = value.length
    if (removed) gone.push(...before.slice(from, (from += many)))
    else if (added) come.push(...after.slice(to, (to += many)))
    else {
      settle()
      for (let at = 0; at < many; at++)
        lines.push({ before: before[from + at]!, after: after[to + at]!, same: true })
      from += many
      to += many
    }
  }
  settle()
  return lines
}

/** Entries that left and entries that came in one place, each told once and in the order of both sequences. */
const paired = <U>(
  gone: readonly U[],
  come: readonly U[],
  pairs: (before: U, after: U) => boolean,
): readonly Aligned<U>[] => {
  const lines: Aligned<U>[] = []
  let next = 0
  for (const before of gone) {
    const at = come.findIndex((after, index) => index >= next && pairs(before, after))
    if (at < 0) {
      lines.push({ before, after: null, same: false })
      continue
    }
    for (const after of come.slice(next, at)) lines.push({ before: null, after, same: false })
    lines.push({ before, after: come[at]!, same: false })
    next = at + 1
  }
  for (const after of come.slice(next)) lines.push({ before: null, after, same: false })
  return lines
}
