/** Where a row says that something lies. */
import type { ImportIssueReason, RecordValues } from '@steward/domain'
import type { KnownPlaces, KnownUnit } from './known-places.ts'

type Note = (reason: ImportIssueReason, field: string, value?: string | null) => void

/** Undefined where the row names no unit, or one that is not to be found: that is noted. */
export const placeOf = (places: KnownPlaces, values: RecordValues, note: Note): KnownUnit | undefined => {
  const [project, building, unit] = ['project', 'building', 'unit'].map(
    (it) => values[it] as string | undefined,
  )
  if (unit === undefined) return undefined
  if (project === undefined || building === undefined) return void note('PLACE_INCOMPLETE', 'unit', unit)
  const inProject = places.project(project)
  if (!inProject) return void note('NO_SUCH_RECORD', 'project', project)
  const inBuilding = places.building(inProject.id, building)
  if (inBuilding === undefined) return void note('NO_SUCH_RECORD', 'building', building)
  const found = places.unit(inBuilding, unit)
  if (!found) return void note('NO_SUCH_RECORD', 'unit', unit)
  return found
}
