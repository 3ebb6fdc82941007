import { useQuery } from '@apollo/client/react'
import { readFragment } from '@steward/graphql-client'
import { GradingStandards, StandardRevisionParts } from './standard-documents.ts'

/** The document that holds, or is on its way; old ones that are obsolete only where there is no other. */
export function useStandards() {
  const { data, error, refetch } = useQuery(GradingStandards, { fetchPolicy: 'cache-and-network' })
  const documents = data?.controlledDocuments.edges.map(({ node }) => node) ?? []
  const document =
    documents.find(({ controlStatus, openRevision }) => controlStatus === 'CONTROLLED' || openRevision) ??
    null
  return {
    isLoaded: data !== undefined,
    error,
    refetch,
    document,
    inForce: readFragment(StandardRevisionParts, document?.effectiveRevision) ?? null,
    open: readFragment(StandardRevisionParts, document?.openRevision) ?? null,
    departments: (data?.departments ?? []).filter(({ archivedAt }) => archivedAt === null),
  }
}
