/** What a demonstration organization is made from. */
import type { ProjectType, Role } from '@steward/domain'
import type { Fate } from '../cases/fates.ts'

export interface PersonDraft {
  /** Before the @ of the sign-in name: the name in pinyin. */
  readonly signInName: string
  readonly name: string
  readonly position: string
  /** Code of the department. */
  readonly department: string
  readonly roles: readonly [Role, ...Role[]]
  /** Codes of the projects that the person answers for. */
  readonly territory?: readonly string[]
}

export interface ProjectDraft {
  readonly code: string
  readonly name: string
  readonly type: ProjectType
  readonly address: string
  /** Code of the service centre on site, a department. */
  readonly centre: string
  readonly buildings: number
  readonly floors: number
  readonly unitsPerFloor: number
}

/** How many clients of which sort live or work in the units. */
export interface ClientMix {
  readonly households: number
  readonly individualOwners: number
  /** Live in units that belong to one of the owners. */
  readonly tenants: number
  /** By type of project. */
  readonly companies: Readonly<Partial<Record<ProjectType, number>>>
  /** Have no unit yet, or never will. */
  readonly prospects: number
  readonly indirect: number
}

export interface Blueprint {
  readonly code: string
  readonly name: string
  /** Whoever reads the same seed reads the same story. */
  readonly seed: number
  /** Code → name. */
  readonly departments: Readonly<Record<string, string>>
  readonly people: readonly PersonDraft[]
  readonly projects: readonly ProjectDraft[]
  readonly clients: ClientMix
  /** Companies that have a key account manager of their own. */
  readonly keyAccounts: number
  readonly fates: readonly Fate[]
}
