import type { Cause } from '../complaints/vocabulary.ts'
import type { Permission } from './policy.ts'
import type { Role } from './roles.ts'

/** What an actor may do at all: what the roles hold together, cut down to the scopes of the credential where there is one. */
export interface Rights {
  readonly roles: readonly Role[]
  /** Permissions that the credential of a partner's program was given. Absent: a person, whom nothing narrows. */
  readonly scopes?: readonly Permission[] | undefined
  /**
   * Roles of those who gave this person a delegation that holds now. They open the door to signing and to nothing else; the verb then says by
   * which delegation it is done, and that one is looked at.
   */
  readonly delegatedRoles?: readonly Role[] | undefined
}

/** Who is asking, as far as rules need to know. Ids are UUID strings; a partner's program has a staff id of its own. */
export interface Actor extends Rights {
  readonly staffId: string
  /**
   * The natural person behind the staff id. Rows and conditions know staff ids; that nobody decides twice through two
   * accounts is held by the sign-offs, which are unique per person.
   */
  readonly personId: string
  readonly organizationId: string
  readonly departmentId: string | null
  /** Territory: whole projects, or single buildings of others. */
  readonly projectIds: readonly string[]
  readonly buildingIds: readonly string[]
  /** Highest limit of the actor's roles, in minor units, where no row of the authority matrix names the cause. */
  readonly approvalLimitMinor: number
  /** The limit for those causes that the authority matrix does name. Both come from `approvalLimits()`. */
  readonly approvalLimitMinorByCause: Readonly<Partial<Record<Cause, number>>>
}
