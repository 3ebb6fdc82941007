import { createUnionType } from 'type-graphql'
import {
  DuplicateError,
  IdempotencyConflictError,
  InvalidInputError,
  LimitExceededError,
  NotEligibleError,
  SecondFactorRequiredError,
  SignatureRequiredError,
  StaleRecordError,
  UserError,
  WrongStatusError,
} from './user-error.ts'

type Class = new () => object

/** Refusals by the letter that payload declarations use; every mutation can meet invalid input and a reused key. */
const REFUSALS = {
  stale: StaleRecordError,
  status: WrongStatusError,
  eligible: NotEligibleError,
  limit: LimitExceededError,
  duplicate: DuplicateError,
  secondFactor: SecondFactorRequiredError,
  signature: SignatureRequiredError,
} as const

/**
 * Payload of one mutation: the published entity, or exactly the refusals that can happen to it. `entity` is the published
 * type; the service returns the row, which the read path publishes after commit.
 */
export const payload = (name: string, entity: Class, ...refusals: (keyof typeof REFUSALS)[]): object =>
  createUnionType({
    name: `${name}Payload`,
    description: `What \`${name.charAt(0).toLowerCase()}${name.slice(1)}\` answers: the result, or why nothing was changed.`,
    types: () =>
      [entity, InvalidInputError, IdempotencyConflictError, ...refusals.map((key) => REFUSALS[key])] as const,
    resolveType: (value) => (value instanceof UserError ? (value.constructor as Class) : entity),
  })

/** A verb that may sign: its signature may have to be proven first. */
export const signingPayload = (name: string, entity: Class, ...more: (keyof typeof REFUSALS)[]): object =>
  verbPayload(name, entity, 'signature', ...more)

/** A verb on a record with a life cycle: it may have moved on, be in another status, or not be the actor's to do. */
export const verbPayload = (name: string, entity: Class, ...more: (keyof typeof REFUSALS)[]): object =>
  payload(name, entity, 'stale', 'status', 'eligible', ...more)
