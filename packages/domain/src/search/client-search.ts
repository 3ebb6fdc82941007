/** What somebody means who types into the one field by which clients are found. */
import { queryGrams, searchKey, WHOLE } from './grams.ts'
import { FROM_START, FROM_WITHIN, typedReading, WHOLE_READING } from './reading-grams.ts'

/** A unit as it is said or written: 3栋1202, 3-1202, 翠湖花园 3号楼2单元1202室, 1202. */
export interface UnitSearch {
  /** Beginnings of a door number, as written and in the one form in which it is stored: 3-1202. */
  readonly labels: readonly string[]
  /** The last part of a door number; null where there is none of at least three digits. */
  readonly door: string | null
  /** Names that the building may bear whose units are numbered without it, and the number there. */
  readonly buildings: readonly string[]
  readonly inside: string
  /** Part of the project's name, as a key; null: any. */
  readonly project: string | null
}

export interface ClientSearch {
  /** Whole name, after `=`; null where nothing can be looked up by name. */
  readonly whole: string | null
  /** Beginning of a name, as typed. */
  readonly start: string
  /** Grams that the name must all have. */
  readonly grams: readonly string[]
  /** The key that the whole name must contain; null where the grams say it all. */
  readonly recheck: string | null
  /** Whole reading, reading from the start, reading from within; null where what was typed is none. */
  readonly reading: readonly [whole: string, start: string, within: string] | null
  /** Beginning of a code. */
  readonly code: string
  readonly unit: UnitSearch | null
}

const BUILDING_WORDS = ['栋', '号楼', '幢', '座', '号', '']
/** Buildings, stairs and doors are divided by words or by signs. */
const DIVIDERS = /栋|号楼|幢|座|单元|[#＃—–·/\-－]/g
const UNIT = /^(?<project>\D*?)(?<rest>(?:[A-Za-z]{1,2}-)?[A-Za-z]?\d[\dA-Za-z]*(?:-[\dA-Za-z]+)*-?)$/
/** Nobody's name is longer; what is pasted by mistake is. */
const MOST_TYPED = 64

const unitSearch = (typed: string): UnitSearch | null => {
  const compact = typed.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const plain = compact
    .replace(/(?<=\d)[室号房]$/, '')
    .replace(/(?<=\d)\s+(?=\d)/g, '-')
    .replace(/\s/g, '')
    .replace(DIVIDERS, '-')
    .replace(/-{2,}/g, '-')
  const found = UNIT.exec(plain)?.groups
  if (!found) return null
  const [project, rest] = [searchKey(found['project']!), found['rest']!.toUpperCase()]
  const parts = rest.split('-').filter((part) => part !== '')
  const [building, door] = [parts[0]!, parts.at(-1)!]
  // Stairs are said more often than they are written.
  const withoutStairs = parts.length === 3 ? [`${building}-${door}`] : []
  return {
    labels: [...new Set([rest, ...withoutStairs, ...(project === '' ? [compact] : [])])],
    door: parts.length === 1 && /\d{3}/.test(door) ? door : null,
    buildings: parts.length === 2 ? BUILDING_WORDS.map((word) => `${building}${word}`) : [],
    inside: door,
    project: project === '' ? null : project,
  }
}

/** Reads what was typed in every way in which it can be meant. Pure. */
export const clientSearch = (typed: string): ClientSearch => {
  const start = [...typed.normalize('NFC').trim()].slice(0, MOST_TYPED).join('')
  const key = searchKey(start)
  const letters = typedReading(start)
  return {
    whole: key === '' ? null : `${WHOLE}${key}`,
    start,
    grams: queryGrams(start),
    recheck: [...key].length > 2 ? key : null,
    reading:
      letters === undefined
        ? null
        : [`${WHOLE_READING}${letters}`, `${FROM_START}${letters}`, `${FROM_WITHIN}${letters}`],
    code: start.toUpperCase(),
    unit: unitSearch(start),
  }
}

/** The last part of a door number: 1202 of 3-2-1202. */
export const doorOf = (label: string): string => label.replace(/^.*-/s, '')

/** How many are answered to what was typed: whoever sees more of them types on. */
export const MOST_FOUND = 20
