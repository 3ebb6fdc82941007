import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors'

/** Top-level codes of the API, and the two things that can happen on the way to it. */
export const FAILURE_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_REQUEST',
  'TOO_COSTLY',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
  'OFFLINE',
] as const

export type FailureCode = (typeof FAILURE_CODES)[number]

/** Why a request brought no answer. `requestId` is what the user quotes and the log is searched for. */
export interface Failure {
  readonly code: FailureCode
  readonly requestId: string | undefined
}

/** Reads any error that Apollo Client can give back; what cannot be read is INTERNAL, a lost connection OFFLINE. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions
    return { code: codeOf(extensions?.['code']), requestId: textOf(extensions?.['requestId']) }
  }
  if (ServerError.is(error) || ServerParseError.is(error)) {
    const requestId = error.response.headers.get('x-request-id') ?? undefined
    return { code: codeOfStatus(error.response.status), requestId }
  }
  // A fetch that never reached the server rejects with TypeError, in every browser.
  return { code: error instanceof TypeError ? 'OFFLINE' : 'INTERNAL', requestId: undefined }
}

function codeOf(value: unknown): FailureCode {
  return FAILURE_CODES.find((code) => code === value) ?? 'INTERNAL'
}

function codeOfStatus(status: number): FailureCode {
  if (status === 429) return 'RATE_LIMITED'
  if (status === 502 || status === 503 || status === 504) return 'UNAVAILABLE'
  return status >= 400 && status < 500 ? 'BAD_REQUEST' : 'INTERNAL'
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
