import { readFragment } from '@steward/graphql-client'
import { useAttempt } from '../acts/use-attempt.ts'
import { useBatch, type BatchEntry, type BatchOutcome } from '../acts/use-batch.ts'
import {
  ApproveDocumentSigning,
  ApproveSigning,
  ReviewDocumentSigning,
  ReviewSigning,
} from './sign-several-documents.ts'
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
  const approveDocument = useAttempt(ApproveDocumentSigning)
  const reviewDocument = useAttempt(ReviewDocumentSigning)
  const entryOf = ({ signing, delegationId }: Agreed): BatchEntry[] => {
    const step = awaitedStep(readFragment(SigningInBrief, signing))
    if (!step) return []
    const key = signing.id
    const { complaint, documentRevision: revision } = signing
    const behalf = delegationId ? { delegationId } : {}
    const isReview = step.meaning === 'REVIEWED'
    if (complaint) {
      const input = { complaintId: complaint.id, expectedVersion: complaint.version, ...behalf }
      return [{ key, run: () => (isReview ? review({ ...input, agrees: true }) : approve(input)) }]
    }
    if (!revision) return []
    const input = { revisionId: revision.id, expectedVersion: revision.version, ...behalf }
    return [{ key, run: () => (isReview ? reviewDocument(input) : approveDocument(input)) }]
  }
  return (agreed) => batch(agreed.flatMap(entryOf))
}
