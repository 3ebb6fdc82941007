/** Projects, buildings and units by the names that people write, all of one organization held at once. */
import { comparableName } from '@steward/domain'
import type { Transaction } from '../../database/transaction.ts'

export interface KnownProject {
  readonly id: string
  readonly code: string
  readonly name: string
}

export interface KnownUnit {
  readonly id: string
  readonly projectId: string
  readonly buildingId: string
}

const PROJECTS = `select id, code, name from project where org_id = $1 and archived_at is null order by code`
const BUILDINGS = `
select id, project_id as "projectId", name from building where org_id = $1 and withdrawn_at is null`
const UNITS = `
select id, project_id as "projectId", building_id as "buildingId", label from unit
 where org_id = $1 and withdrawn_at is null`

const within = (outer: string, name: string): string => `${outer} ${comparableName(name)}`

export class KnownPlaces {
  readonly #projects = new Map<string, KnownProject>()
  readonly #buildings = new Map<string, string>()
  readonly #units = new Map<string, KnownUnit>()

  static async load(manager: Transaction['manager'], orgId: string): Promise<KnownPlaces> {
    const known = new KnownPlaces()
    const rows = <T>(sql: string) => manager.query<T[]>(sql, [orgId])
    for (const project of await rows<KnownProject>(PROJECTS))
      for (const name of [project.code, project.name]) known.#projects.set(comparableName(name), project)
    for (const { id, projectId, name } of await rows<{ id: string; projectId: string; name: string }>(
      BUILDINGS,
    ))
      known.#buildings.set(within(projectId, name), id)
    for (const { label, ...unit } of await rows<KnownUnit & { label: string }>(UNITS))
      known.#units.set(within(unit.buildingId, label), unit)
    return known
  }

  project = (name: string): KnownProject | undefined => this.#projects.get(comparableName(name))

  building = (projectId: string, name: string): string | undefined =>
    this.#buildings.get(within(projectId, name))

  addBuilding(projectId: string, name: string, id: string): void {
    this.#buildings.set(within(projectId, name), id)
  }

  /** A door is often written with its building before it: `1-0101` of building 1 is asked for as it stands first. */
  unit = (buildingId: string, label: string): KnownUnit | undefined =>
    this.#units.get(within(buildingId, label))
}
