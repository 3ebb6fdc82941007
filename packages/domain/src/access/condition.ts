import type { Text } from '../text.ts'
import type { Actor } from './actor.ts'
import type { FactBag, FactName, Facts } from './facts.ts'

/** One word of the rules. It is told again in SQL by the API, which a property test holds equal to `holds`. */
export interface Condition {
  /** All that `holds` can see of the record. */
  readonly facts: readonly FactName[]
  readonly holds: (actor: Actor, record: FactBag) => boolean
  /** What a person is told where the condition fails. */
  readonly refusal: Text
}

type Known<F extends FactName> = { readonly [K in F]: Facts[K] | null }

/** Hands `test` the declared facts and nothing else, absent ones as null: an undeclared fact neither compiles nor leaks in. */
export const condition = <const F extends FactName>(
  facts: readonly F[],
  refusal: Text,
  test: (actor: Actor, record: Known<F>) => boolean,
): Condition => ({
  facts,
  refusal,
  holds: (actor, record) =>
    test(actor, Object.fromEntries(facts.map((fact) => [fact, record[fact] ?? null])) as Known<F>),
})
