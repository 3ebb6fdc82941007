import { ErrorState } from '@steward/ui'
import { useFailure } from './failure-texts.ts'

/** A page whose question brought no answer: what happened, the number to quote, and once more. */
export function FailureState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { sentence, requestId } = useFailure()(error)
  return <ErrorState title={sentence} requestId={requestId} {...(onRetry ? { onRetry } : {})} />
}
