/** What is written: titled clauses 条款, each with its paragraphs. */
import { z } from 'zod'
import { words } from '../input.ts'
import { text, type Text } from '../text.ts'
import type { Unit } from './places.ts'

/** One clause. Paragraphs of `body` are its lines; it may be empty, where the heading says all. */
export interface Clause {
  readonly heading: string
  readonly body: string
}

export interface WrittenContent {
  readonly clauses: readonly Clause[]
}

const MOST_CLAUSES = 200
const MOST_CHARACTERS = 20_000

/** Paragraphs are lines: no empty ones, no spaces around them. */
const body = z.preprocess(
  (value) => value ?? '',
  z.union([z.literal(''), words(MOST_CHARACTERS)]).transform((value) => paragraphsOf(value).join('\n')),
)

export const WRITTEN_CONTENT = z.object({
  clauses: z
    .array(
      z.object({
        heading: words(200).transform((value) => value.replace(/\s+/g, ' ')),
        body,
      }),
    )
    .min(1)
    .max(MOST_CLAUSES),
})

/** The paragraphs of a clause. */
export const paragraphsOf = (clauseBody: string): readonly string[] =>
  clauseBody
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export interface WrittenPart {
  readonly part: 'HEADING' | 'PARAGRAPH'
  readonly text: string
}

/** `第 3 条 适用范围` and its English. */
export const clauseTitle = (number: number, heading: string): Text =>
  text(`第 ${number} 条 ${heading}`, `Clause ${number} ${heading}`)

export const writtenUnits = ({ clauses }: WrittenContent): readonly Unit<WrittenPart>[] =>
  clauses.flatMap(({ heading, body: said }, index) => {
    const where = clauseTitle(index + 1, heading)
    return [
      writtenUnit({ part: 'HEADING', text: heading }, where),
      ...paragraphsOf(said).map((paragraph, at) =>
        writtenUnit(
          { part: 'PARAGRAPH', text: paragraph },
          text(`${where.zh}，第 ${at + 1} 段`, `${where.en}, paragraph ${at + 1}`),
        ),
      ),
    ]
  })

const writtenUnit = (value: WrittenPart, where: Text): Unit<WrittenPart> => ({
  key: `${value.part}:${value.text}`,
  text: value.text,
  where,
  opens: value.part === 'HEADING',
  value,
})

export const writtenFrom = (parts: readonly WrittenPart[]): WrittenContent => {
  const clauses: { heading: string; paragraphs: string[] }[] = []
  for (const { part, text: said } of parts) {
    if (part === 'HEADING') clauses.push({ heading: said, paragraphs: [] })
    else clauses.at(-1)?.paragraphs.push(said)
  }
  return { clauses: clauses.map(({ heading, paragraphs }) => ({ heading, body: paragraphs.join('\n') })) }
}

/** Told as one text that was changed only where enough of it is still the same; else one went and another came. */
export const writtenPairs = (before: Unit<WrittenPart>, after: Unit<WrittenPart>): boolean =>
  before.value.part === after.value.part && likeness(before.text, after.text) >= 0.35

/** Share of the pairs of neighbouring characters that two texts have in common, from 0 to 1. */
const likeness = (one: string, other: string): number => {
  const [some, rest] = [pairsOf(one), pairsOf(other)]
  if (some.length + rest.length === 0) return 0
  const left = new Map<string, number>()
  for (const pair of some) left.set(pair, (left.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of rest) {
    const many = left.get(pair) ?? 0
    if (many === 0) continue
    common++
    left.set(pair, many - 1)
  }
  return (2 * common) / (some.length + rest.length)
}

const pairsOf = (said: string): readonly string[] => {
  const letters = [...said]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
