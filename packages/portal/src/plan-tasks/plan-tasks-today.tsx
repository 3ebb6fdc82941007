import { useQuery } from '@apollo/client/react'
import { AppLink, Cards, Panel } from '@steward/ui'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useToday } from '../session/use-today.ts'
import { useMay } from '../session/viewer.tsx'
import { PlanTaskSlip } from './plan-task-card.tsx'
import { PlanTaskList } from './plan-task-documents.ts'
import { dayLater } from './plan-task-words.tsx'

const texts = messages({
  title: { zh: '今天的维护任务', en: 'Care tasks for today' },
  all: { zh: '全部', en: 'All' },
})

/** For a home page: what of plans the viewer is to do until today; nothing where there is none. */
export function PlanTasksToday() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const before = dayLater(useToday(), 1)
  const does = useMay()('planTask:complete')
  const { data, refetch } = useQuery(PlanTaskList, {
    variables: { filter: { mine: true, open: true, scheduledBefore: before }, order: 'DUE' },
    skip: !does,
    fetchPolicy: 'cache-and-network',
  })
  useRefreshOnReturn(() => void (does && refetch()))
  const nodes = data?.planTasks.edges.map(({ node }) => node) ?? []
  if (nodes.length === 0) return null
  return (
    <Panel
      title={`${say('title')} · ${data!.planTasks.totalCount}`}
      actions={<AppLink to={path('plan-tasks')}>{say('all')}</AppLink>}
    >
      <Cards label={say('title')} min={300}>
        {nodes.slice(0, 6).map((task) => (
          <PlanTaskSlip key={task.id} task={task} onReload={refetch} />
        ))}
      </Cards>
    </Panel>
  )
}
