/** What every form of an opportunity's verb is given. */
import type { OpportunityActionsFragment } from '@steward/graphql-client'
import type { ArchiveSurroundings } from '../clients/page/use-archive-act.ts'

export interface OpportunityFormProps extends ArchiveSurroundings {
  readonly opportunity: OpportunityActionsFragment
}

export const stepOf = ({ id, version }: OpportunityActionsFragment) => ({
  opportunityId: id,
  expectedVersion: version,
})
