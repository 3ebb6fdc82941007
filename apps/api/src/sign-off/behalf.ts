import type { Actor } from '@steward/domain'

/** Somebody who gave the actor a delegation, by which the verb is done. */
export interface Behalf {
  readonly delegationId: string
  readonly staffId: string
  readonly personId: string
  /** What the giver may do themselves: a delegation is never passed on. */
  readonly rights: Actor
}
