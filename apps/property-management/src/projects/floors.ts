import { byNumber } from './place.ts'

interface Door {
  readonly label: string
  readonly floor: number | null
}

export interface Floor<Unit extends Door> {
  /** Null for units whose floor is not known. */
  readonly floor: number | null
  readonly units: readonly Unit[]
}

/** Units floor by floor, the highest first, as a house is seen from the street; each floor by door number. */
export function floorsOf<Unit extends Door>(units: readonly Unit[]): readonly Floor<Unit>[] {
  const height = (floor: number | null) => floor ?? -Infinity
  return [...new Set(units.map(({ floor }) => floor))]
    .toSorted((one, other) => height(other) - height(one))
    .map((floor) => ({
      floor,
      units: units
        .filter((unit) => unit.floor === floor)
        .toSorted((one, other) => byNumber.compare(one.label, other.label)),
    }))
}
