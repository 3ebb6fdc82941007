import { useQuery } from '@apollo/client/react'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { useLiveTypes } from '../live/use-live.ts'
import type { MenuCounts } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { useDutyCount } from '../duty/use-duty-count.ts'
import { useInspectionCount } from '../duty/use-inspection-count.ts'
import { useGradingDueCount } from './use-grading-due-count.ts'
import { usePlanTaskCount } from '../plan-tasks/use-plan-task-count.ts'
import { SigningCount } from './signing-documents.ts'

/** A delegation brings or takes signatures too. */
export const SIGNING_TYPES: readonly string[] = ['Signing', 'Delegation']
const NONE: readonly string[] = []

/** What the menus count: the signatures that wait for the viewer, as they come and go, the archives that they owe something, and gradings that are due. */
export function useMenuCounts(): MenuCounts {
  const duty = useDutyCount()
  const inspections = useInspectionCount()
  const due = useGradingDueCount()
  const tasks = usePlanTaskCount()
  const signs = useMay()('signing:readAwaited')
  const { data, refetch } = useQuery(SigningCount, { skip: !signs, fetchPolicy: 'cache-and-network' })
  const refresh = () => (signs ? refetch().catch(() => undefined) : undefined)
  useRefreshOnReturn(() => void refresh())
  // Nobody looks at a hidden page: it asks when somebody comes back to it, and keeps no session alive until then.
  useLiveTypes(signs ? SIGNING_TYPES : NONE, () =>
    document.visibilityState === 'visible' ? refresh() : undefined,
  )
  return {
    ...duty,
    ...inspections,
    ...due,
    ...tasks,
    ...(data ? { signings: data.signings.totalCount } : {}),
  }
}
