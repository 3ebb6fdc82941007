import type { Actor } from '@steward/domain'

/** Somebody who gave the actor a delegation, by which the verb is done. */
export interface Behalf {
  readonly delegationId: string
  readonly staffId: string
  readonly personId: string
  /** What the giver may do themselves: a delegation is never passed on. */
  readonly rights: Actor
}

/** For whom a verb is done, and with whose rights. */
export class Acting {
  readonly #actor: Actor
  #behalf: Behalf | undefined

  constructor(actor: Actor) {
    this.#actor = actor
  }

  /** Undefined: the actor acts for themselves. */
  get behalf(): Omit<Behalf, 'rights'> | undefined {
    return this.#behalf
  }

  /**
   * The actor's own; under a delegation those of who gave it, exercised by the actor. Rules that compare persons see the actor, and the
   * signing sees both.
   */
  get rights(): Actor {
    if (!this.#behalf) return this.#actor
    return { ...this.#behalf.rights, staffId: this.#actor.staffId, personId: this.#actor.personId }
  }

  actFor(behalf: Behalf): void {
    this.#behalf = behalf
  }
}
