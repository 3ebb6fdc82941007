/** A founded organization, as far as telling its cases needs it. */
import type { Actor, Role } from '@steward/domain'
import type { Chance } from '../chance.ts'
import type { CategoryCode } from '../../founding/categories.ts'
import type { PlannedClient } from './clients.ts'
import type { PlannedProject } from './places.ts'

export interface Member {
  readonly id: string
  readonly name: string
  readonly actor: Actor
}

export interface World {
  readonly orgId: string
  /** Code → id. */
  readonly departments: ReadonlyMap<string, string>
  readonly categories: ReadonlyMap<CategoryCode, string>
  readonly people: readonly Member[]
  readonly projects: readonly PlannedProject[]
  readonly clients: readonly PlannedClient[]
}

/** The entry that the world must have; throws Error where it does not. */
export const idOf = <K extends string>(ids: ReadonlyMap<K, string>, code: K): string => {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`there is no ${code}`)
  return id
}

/** Those in that role who fit, in the order of the blueprint. */
export const holding = (
  { people }: World,
  role: Role,
  fits: (one: Member) => boolean = () => true,
): readonly Member[] => people.filter((one) => one.actor.roles.includes(role) && fits(one))

/** Somebody in that role who fits; throws RangeError where there is nobody. */
export const somebody = (
  world: World,
  role: Role,
  chance: Chance,
  fits: (one: Member) => boolean = () => true,
): Member => chance.pick(holding(world, role, fits))

/** Works at the service centre of that project. */
export const onSite = (world: World, project: PlannedProject): ((one: Member) => boolean) => {
  const centre = idOf(world.departments, project.draft.centre)
  return ({ actor }) => actor.departmentId === centre
}
