import type { ApolloLink } from '@apollo/client/link'
import { ErrorLink } from '@apollo/client/link/error'
import { from, mergeMap, throwError } from 'rxjs'
import { failureOf } from './failure.ts'

/**
 * Tells that the session ended and waits. Resolves true when the same person has signed in again: the request is then
 * sent once more, and whoever pressed the button never notices. Resolves false when the request must fail.
 */
export type SessionEnded = () => Promise<boolean>

/** Holds a request that came back UNAUTHENTICATED instead of failing it, so that nothing typed is lost. */
export function sessionLink(sessionEnded: SessionEnded): ApolloLink {
  return new ErrorLink(({ error, operation, forward }) => {
    if (failureOf(error).code !== 'UNAUTHENTICATED') return
    return from(sessionEnded()).pipe(
      mergeMap((again) => (again ? forward(operation) : throwError(() => error))),
    )
  })
}
