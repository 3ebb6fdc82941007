import { useQuery } from '@apollo/client/react'
import type { MenuCounts } from '../routing/routes.tsx'
import { useToday } from '../session/use-today.ts'
import { useMay } from '../session/viewer.tsx'
import { PlanTaskCount } from './plan-task-documents.ts'
import { dayLater } from './plan-task-words.tsx'

/** How many tasks of plans the viewer is to do until today. */
export function usePlanTaskCount(): MenuCounts {
  const does = useMay()('planTask:complete')
  const before = dayLater(useToday(), 1)
  const { data } = useQuery(PlanTaskCount, {
    variables: { before },
    skip: !does,
    fetchPolicy: 'cache-and-network',
  })
  return data?.planTasks ? { planTasks: data.planTasks.totalCount } : {}
}
