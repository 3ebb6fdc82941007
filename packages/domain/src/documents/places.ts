/** Changed places 修改处: what a reviewer reads, and what the count of changes 修改处数 counts. */
import { text, type Text } from '../text.ts'
import { align, changedWords, type Aligned, type Segment } from './alignment.ts'

export const PLACE_CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const
export type PlaceChange = (typeof PLACE_CHANGES)[number]

export const PLACE_CHANGE_LABELS: Readonly<Record<PlaceChange, Text>> = {
  ADDED: text('新增', 'Added'),
  REMOVED: text('删除', 'Removed'),
  CHANGED: text('修改', 'Changed'),
}

/** The smallest part of a content that changes by itself: a heading, a paragraph, a row. */
export interface Unit<V = unknown> {
  /** Equal for equal units. */
  readonly key: string
  /** As a person reads it. */
  readonly text: string
  /** Where it stands. */
  readonly where: Text
  /** Begins a part (a heading its clause): what follows and changes alike is told as one place with it. */
  readonly opens: boolean
  readonly value: V
}

/** One changed place, in the words of the field. */
export interface Place<V = unknown> {
  readonly change: PlaceChange
  readonly where: Text
  /** Null where nothing was. */
  readonly before: string | null
  /** Null where nothing is any more. */
  readonly after: string | null
  /** Of a changed text: which words. */
  readonly words: readonly Segment[] | null
  /** How the place is changed: at this position of the units before, so many are replaced by these. */
  readonly edit: { readonly at: number; readonly removes: number; readonly adds: readonly V[] }
}

/** All of both sides beside each other, and the places where they differ: none of them iff both are equal. */
export interface Difference<V = unknown> {
  readonly lines: readonly Aligned<Unit<V>>[]
  readonly places: readonly Place<V>[]
}

export const difference = <V>(
  before: readonly Unit<V>[],
  after: readonly Unit<V>[],
  pairs: (before: Unit<V>, after: Unit<V>) => boolean,
): Difference<V> => {
  const lines = align(before, after, ({ key }) => key, pairs)
  return { lines, places: placesOf(lines) }
}

const changeOf = <V>({ before, after }: Aligned<Unit<V>>): PlaceChange =>
  before === null ? 'ADDED' : after === null ? 'REMOVED' : 'CHANGED'

const placesOf = <V>(lines: readonly Aligned<Unit<V>>[]): readonly Place<V>[] => {
  const places: Place<V>[] = []
  let at = 0
  let part: { change: PlaceChange; units: Unit<V>[]; at: number } | undefined
  const settle = () => {
    if (part) places.push(placeOf(part.change, part.units, part.at))
    part = undefined
  }
  for (const line of lines) {
    const { before, after, same } = line
    const change = changeOf(line)
    const unit = (after ?? before)!
    if (same || change === 'CHANGED') {
      settle()
      if (!same) places.push(changedPlace(before!, after!, at))
    } else if (part && part.change === change && part.units[0]!.opens && !unit.opens) part.units.push(unit)
    else {
      settle()
      part = { change, units: [unit], at }
    }
    if (before !== null) at++
  }
  settle()
  return places
}

const placeOf = <V>(change: PlaceChange, units: readonly Unit<V>[], at: number): Place<V> => {
  const words = units.map((unit) => unit.text).join('\n')
  const added = change === 'ADDED'
  return {
    change,
    where: units[0]!.where,
    before: added ? null : words,
    after: added ? words : null,
    words: null,
    edit: {
      at,
      removes: added ? 0 : units.length,
      adds: added ? units.map(({ value }) => value) : [],
    },
  }
}

const changedPlace = <V>(before: Unit<V>, after: Unit<V>, at: number): Place<V> => ({
  change: 'CHANGED',
  where: after.where,
  before: before.text,
  after: after.text,
  words: changedWords(before.text, after.text),
  edit: { at, removes: 1, adds: [after.value] },
})

/** Carries the places out on the units before: what comes of it is what stands after. */
export const applyPlaces = <V>(before: readonly V[], places: readonly Place<V>[]): readonly V[] => {
  const after: V[] = []
  let at = 0
  for (const { edit } of places) {
    after.push(...before.slice(at, edit.at), ...edit.adds)
    at = edit.at + edit.removes
  }
  return [...after, ...before.slice(at)]
}
