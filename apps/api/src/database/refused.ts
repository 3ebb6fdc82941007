import type { DomainError, Result } from '@steward/domain'

/** Carries a domain refusal out of a transaction, which rolls back and answers it; never reaches a client as an exception. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: DomainError

  constructor(refusal: DomainError) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** The value of a domain function, or the end of the transaction. */
export const orRefuse = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Refused(result.error)
  return result.value
}
