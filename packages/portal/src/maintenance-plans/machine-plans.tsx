import { useQuery } from '@apollo/client/react'
import { AppLink, Cards, Day, EmptyState, Inline, Panel, Stack, Stat } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { useMoneyText } from '../money/money-words.tsx'
import { PlanTaskSlip } from '../plan-tasks/plan-task-card.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { PlansOfMachine, TasksOfMachine } from './machine-documents.ts'
import { PlanTag } from './plan-tags.tsx'

const texts = messages({
  plans: { zh: '维保方案与任务', en: 'Maintenance' },
  draft: { zh: '为它起草维保方案', en: 'Draft a plan for it' },
  none: { zh: '没有方案包含这台设备', en: 'No plan is for this machine' },
  spent: { zh: '维保累计支出', en: 'Spent on it so far' },
  next: { zh: '接下来的任务', en: 'Next' },
  last: { zh: '最近完成', en: 'Done last' },
  nothing: { zh: '没有', en: 'Nothing' },
})

interface MachinePlansProps {
  readonly equipmentId: string
  readonly projectId: string | undefined
  readonly isRetired: boolean
}

/** How a machine is maintained: its plans, what comes next and was done last, and what that has cost. */
export function MachinePlans({ equipmentId, projectId, isRetired }: MachinePlansProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const money = useMoneyText()
  const may = useMay()
  const plans = useQuery(PlansOfMachine, {
    variables: { id: equipmentId },
    skip: !may('plan:read'),
    fetchPolicy: 'cache-and-network',
  })
  const tasks = useQuery(TasksOfMachine, {
    variables: { id: equipmentId },
    skip: !may('planTask:read'),
    fetchPolicy: 'cache-and-network',
  })
  if (!plans.data && !tasks.data) return null
  const named = plans.data?.maintenancePlans.edges.map(({ node }) => node)
  const spent = plans.data?.equipment?.spentMinor
  const [next, last] = [tasks.data?.next.edges ?? [], tasks.data?.last.edges ?? []]
  return (
    <Panel
      title={say('plans')}
      actions={
        may('plan:draft') &&
        projectId &&
        !isRetired && (
          <AppLink to={`${path('plans/new')}?kind=FACILITY&project=${projectId}&machine=${equipmentId}`}>
            {say('draft')}
          </AppLink>
        )
      }
    >
      <Stack gap={4}>
        {named && named.length === 0 && <EmptyState title={say('none')} />}
        {named?.map((plan) => (
          <Inline key={plan.id} gap={2}>
            <AppLink to={path(`plans/${plan.id}`)}>{plan.number}</AppLink>
            <span>{plan.title}</span>
            <PlanTag status={plan.status} />
            <span className="st-quiet">
              <Day on={plan.startsOn} /> – <Day on={plan.endsOn} />
            </span>
          </Inline>
        ))}
        {typeof spent === 'number' && <Stat label={say('spent')} value={money(spent)} />}
        {[
          { label: say('next'), rows: next },
          { label: say('last'), rows: last },
        ].map(({ label, rows }) => (
          <section key={label} aria-label={label}>
            <h3>{label}</h3>
            {rows.length === 0 ? (
              <p className="st-quiet">{say('nothing')}</p>
            ) : (
              <Cards label={label} min={300}>
                {rows.map(({ node }) => (
                  <PlanTaskSlip key={node.id} task={node} withHolder onReload={tasks.refetch} />
                ))}
              </Cards>
            )}
          </section>
        ))}
      </Stack>
    </Panel>
  )
}
