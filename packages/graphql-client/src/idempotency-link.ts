import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ApolloLink } from '@apollo/client/link'
import { tap } from 'rxjs'
import { failureOf, type FailureCode } from './failure.ts'

/** After these nobody knows whether the server did it. */
const UNKNOWN_OUTCOME: readonly FailureCode[] = ['OFFLINE', 'UNAVAILABLE', 'INTERNAL']

/**
 * Gives every mutation an Idempotency-Key. The key stays with the same attempt (same mutation, same variables) until
 * a definite answer arrives, so pressing the button again after a lost connection does not do the thing twice.
 */
export function idempotencyLink(): ApolloLink {
  const open = new Map<string, { readonly variables: string; readonly key: string }>()
  return new ApolloLink((operation, forward) => {
    const name = operation.operationName
    if (operation.operationType !== 'mutation' || name === undefined) return forward(operation)
    const variables = JSON.stringify(operation.variables)
    const earlier = open.get(name)
    const attempt = earlier?.variables === variables ? earlier : { variables, key: randomUuid() }
    open.set(name, attempt)
    operation.setContext(({ headers }) => ({ headers: { ...headers, 'idempotency-key': attempt.key } }))
    const settle = (code: FailureCode | undefined) => {
      if (code === undefined || !UNKNOWN_OUTCOME.includes(code)) open.delete(name)
    }
    return forward(operation).pipe(
      tap({
        next: (result) => settle(result.errors ? failureOfResult(result) : undefined),
        error: (error) => settle(failureOf(error).code),
      }),
    )
  })
}

function failureOfResult(result: ApolloLink.Result): FailureCode {
  return failureOf(new CombinedGraphQLErrors(result, result.errors ?? [])).code
}

/** crypto.randomUUID is missing on plain http away from localhost, where a demonstration may run. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
