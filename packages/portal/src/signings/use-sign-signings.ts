import { readFragment } from '@steward/graphql-client'
import { useAttempt } from '../acts/use-attempt.ts'
import { useBatch, type BatchEntry, type BatchOutcome } from '../acts/use-batch.ts'
import { ApproveSigning, ReviewSigning } from './sign-several-documents.ts'
import { SigningInBrief } from './signing-documents.ts'
import type { Seen } from './signing-to-see.tsx'
import { awaitedStep } from './signing-words.tsx'

/** What the signer agreed to, and in whose name. */
export interface Agreed {
  readonly signing: Seen
  readonly delegationId: string | null
}

/** Gives the signatures that were agreed to, each over what was seen, with one proof. */
export function useSignSignings(): (agreed: readonly Agreed[]) => Promise<BatchOutcome> {
  const batch = useBatch()
  const approve = useAttempt(ApproveSigning)
  const review = useAttempt(ReviewSigning)
  const entryOf = ({ signing, delegationId }: Agreed): BatchEntry[] => {
    const step = awaitedStep(readFragment(SigningInBrief, signing))
    if (!signing.complaint || !step) return []
    const { id: complaintId, version: expectedVersion } = signing.complaint
    const input = { complaintId, expectedVersion, ...(delegationId ? { delegationId } : {}) }
    const run = step.meaning === 'REVIEWED' ? () => review({ ...input, agrees: true }) : () => approve(input)
    return [{ key: signing.id, run }]
  }
  return (agreed) => batch(agreed.flatMap(entryOf))
}
