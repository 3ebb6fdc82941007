import type { Projection } from './projection.ts'
import type { Root } from './roots.ts'

/** Everything that can be read: each published type once, each field of Query once. */
export interface ReadModel {
  readonly projections: ReadonlyMap<string, Projection>
  readonly roots: Readonly<Record<string, Root>>
}

/** Collects the features' declarations. Throws when two of them declare the same type or id prefix. */
export function readModel(
  projections: readonly Projection[],
  roots: Readonly<Record<string, Root>>,
): ReadModel {
  const seen = new Set<string>()
  for (const { type, prefix } of projections) {
    for (const name of prefix === null ? [type] : [type, prefix]) {
      if (seen.has(name)) throw new Error(`Two projections declare ${name}`)
      seen.add(name)
    }
  }
  return { projections: new Map(projections.map((each) => [each.type, each])), roots }
}

/** The projection of a type; throws when nobody declared it, which the check at start-up excludes. */
export function getProjection(model: ReadModel, type: string): Projection {
  const found = model.projections.get(type)
  if (!found) throw new Error(`No projection declares ${type}`)
  return found
}

/** The projection whose ids look like this one; undefined for every other text. */
export const findByPrefix = (model: ReadModel, id: string): Projection | undefined =>
  [...model.projections.values()].find(({ prefix }) => prefix !== null && id.startsWith(`${prefix}_`))

/** A row that a service returned, and how it is published. */
export interface EntityRow {
  readonly projection: Projection
  readonly id: string
}

/** The row that a service returned; undefined for errors and for results that are no row. */
export function findEntityRow(model: ReadModel, value: unknown): EntityRow | undefined {
  const projection = [...model.projections.values()].find(({ entity }) => entity && value instanceof entity)
  return projection && { projection, id: (value as { readonly id: string }).id }
}
