import type { ProjectType } from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { ProjectDraft } from './blueprint.ts'

export interface PlannedUnit {
  readonly id: string
  readonly label: string
  readonly floor: number
  readonly building: PlannedBuilding
}

export interface PlannedBuilding {
  readonly id: string
  readonly name: string
  readonly project: PlannedProject
}

export interface PlannedProject {
  readonly id: string
  readonly draft: ProjectDraft
  readonly buildings: readonly PlannedBuilding[]
  readonly units: readonly PlannedUnit[]
}

/** How people call the n-th building: what its door numbers begin with, and its name. */
const MARK: Readonly<Record<ProjectType, (n: number) => readonly [mark: string, name: string]>> = {
  RESIDENTIAL: (n) => [`${n}`, `${n}栋`],
  OFFICE: (n) => [letter(n), `${letter(n)}座`],
  INDUSTRIAL: (n) => [`${n}`, `${n}号厂房`],
  COMMERCIAL: (n) => [letter(n), `${letter(n)}区`],
}

const letter = (n: number): string => String.fromCodePoint(64 + n)

const oneTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1)

/** A project with all its buildings and units; door numbers read `2-1102`: building, floor, room. */
export const planProject = (draft: ProjectDraft): PlannedProject => {
  const project = { id: newId(), draft, buildings: [] as PlannedBuilding[], units: [] as PlannedUnit[] }
  for (const n of oneTo(draft.buildings)) {
    const [mark, name] = MARK[draft.type](n)
    const building = { id: newId(), name, project }
    project.buildings.push(building)
    for (const floor of oneTo(draft.floors)) {
      for (const room of oneTo(draft.unitsPerFloor)) {
        const label = `${mark}-${floor}${String(room).padStart(2, '0')}`
        project.units.push({ id: newId(), label, floor, building })
      }
    }
  }
  return project
}
