import { useQuery } from '@apollo/client/react'
import type { MenuCounts } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { GradingDueCount } from './signing-documents.ts'

/** How many gradings are due: for whoever opens cycles, because only they can do something about it. */
export function useGradingDueCount(): MenuCounts {
  const may = useMay()
  const opens = may('gradingCycle:open') && may('gradingDue:read')
  const { data } = useQuery(GradingDueCount, { skip: !opens, fetchPolicy: 'cache-and-network' })
  return data?.gradingDue ? { gradingDue: data.gradingDue.totalCount } : {}
}
