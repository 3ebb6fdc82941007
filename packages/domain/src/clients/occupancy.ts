import type { FieldError } from '../errors.ts'
import { text, type Text } from '../text.ts'
import type { ClientOccupancy } from './archive.ts'

/** First and last day; null: still. */
export interface Stay {
  readonly fromOn: string
  readonly toOn: string | null
}

/** Two stays share a day. Both ends belong to a stay. */
export const overlap = (one: Stay, other: Stay): boolean =>
  (one.toOn === null || other.fromOn <= one.toOn) && (other.toOn === null || one.fromOn <= other.toOn)

/** On that day it still is so. */
export const isPresent = ({ toOn }: Pick<Stay, 'toOn'>, today: string): boolean =>
  toOn === null || toOn >= today

type Known = Pick<
  ClientOccupancy,
  'clientId' | 'unitId' | 'relation' | 'fromOn' | 'toOn' | 'shareBasisPoints'
>

const WHOLE = 10_000

/**
 * Why an occupancy cannot stand beside the others of its unit: the same client twice in the same relation at one time, or owners
 * whose shares come to more than the whole. Several owners and several users at once are as usual.
 */
export const occupancyFault = (wanted: Known, ofUnit: readonly Known[]): FieldError | undefined => {
  const beside = ofUnit.filter((it) => it.unitId === wanted.unitId && overlap(it, wanted))
  if (beside.some((it) => it.clientId === wanted.clientId && it.relation === wanted.relation))
    return {
      path: 'fromOn',
      message: text(
        '该客户在这个房号已有同样关系、时间重叠的记录。',
        'This client has the same relation to this unit already at that time.',
      ),
    }
  if (wanted.relation !== 'OWNER' || wanted.shareBasisPoints === null) return undefined
  const taken = beside
    .filter((it) => it.relation === 'OWNER')
    .reduce((sum, it) => sum + (it.shareBasisPoints ?? 0), 0)
  if (taken + wanted.shareBasisPoints <= WHOLE) return undefined
  const left = String((WHOLE - taken) / 100)
  return {
    path: 'sharePercent',
    message: text(`其他产权人之外只剩 ${left}%。`, `The other owners leave ${left} per cent.`),
  }
}

/** Days and share of a new stay that cannot be. `issue` makes what the schema reports. */
export const sharesInOrder =
  <I>(issue: (path: string, message: Text) => I) =>
  (
    it: {
      readonly relation: string
      readonly fromOn: string
      readonly toOn: string | null
      readonly sharePercent: number | null
    },
    ctx: { addIssue(found: I): void },
  ): void => {
    if (it.toOn !== null && it.toOn < it.fromOn)
      ctx.addIssue(issue('toOn', text('不能早于起始日期。', 'Must not be before the first day.')))
    if (it.sharePercent !== null && it.relation !== 'OWNER')
      ctx.addIssue(issue('sharePercent', text('只有业主才有产权份额。', 'Only an owner has a share.')))
  }

/** A share as it is stored. */
export const basisPoints = (percent: number | null): number | null =>
  percent === null ? null : Math.round(percent * 100)

/**
 * Which stay says where an archive belongs: the newest of those that are so today, else the one that ended last. So who has moved
 * out is still found by those who knew them, until they move in elsewhere.
 */
export const placeOfArchive = <S extends Stay>(stays: readonly S[], today: string): S | undefined => {
  const present = stays.filter((stay) => isPresent(stay, today))
  const [first] = (present.length > 0 ? present : stays).toSorted((one, other) =>
    present.length > 0
      ? other.fromOn.localeCompare(one.fromOn)
      : (other.toOn ?? '').localeCompare(one.toOn ?? ''),
  )
  return first
}
