import { possibleTypes } from './generated/schema-facts.ts'
import type { UserErrorCode } from './generated/graphql.ts'

/** What every refusal tells, whatever its type. */
interface RefusalParts {
  readonly code: UserErrorCode
  readonly message: string
}

/** The members of a payload union that implement UserError. */
export type Refusal<Payload> = Extract<Payload, RefusalParts>
/** The members that mean: done. */
export type Success<Payload> = Exclude<Payload, RefusalParts>

/** A payload told apart: `ok` decides which half is there. */
export type Narrowed<Payload> =
  | { readonly ok: true; readonly value: Success<Payload> }
  | { readonly ok: false; readonly refusal: Refusal<Payload> }

const refusals = new Set(possibleTypes['UserError'])

/**
 * Tells success from refusal in the payload of a mutation, by the schema's list of UserError types.
 * Select `... on UserError { code message }`, else the refusal has no type to narrow to.
 */
export function narrow<Payload extends { readonly __typename: string }>(payload: Payload): Narrowed<Payload> {
  return refusals.has(payload.__typename)
    ? { ok: false, refusal: payload as Refusal<Payload> }
    : { ok: true, value: payload as Success<Payload> }
}

/** The sentences of an InvalidInputError by path, for a form; empty for any other refusal. */
export function fieldErrorsOf(refusal: object): Readonly<Record<string, string>> {
  if (!('fields' in refusal) || !Array.isArray(refusal.fields)) return {}
  const fields = refusal.fields as readonly { path: string; message: string }[]
  return Object.fromEntries(fields.map(({ path, message }) => [path, message]))
}
