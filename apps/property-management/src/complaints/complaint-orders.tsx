import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { Cards, Panel } from '@steward/ui'
import { TaskCard } from '../tasks/task-card.tsx'

export const SiteCaseOrdersFragment = graphql(/* GraphQL */ `
  fragment SiteCaseOrders on Complaint {
    id
    tasks {
      id
      ...SiteTaskCard
    }
  }
`)

const texts = messages({
  orders: { zh: '执行单', en: 'Orders' },
  none: { zh: '还没有派单', en: 'No order was given yet' },
})

/** The action orders of the case. */
export function ComplaintOrders({
  complaint,
}: {
  readonly complaint: FragmentType<typeof SiteCaseOrdersFragment>
}) {
  const say = useMessages(texts)
  const { tasks } = readFragment(SiteCaseOrdersFragment, complaint)
  return (
    <Panel title={say('orders')}>
      {tasks.length === 0 ? (
        <span className="st-quiet">{say('none')}</span>
      ) : (
        <Cards label={say('orders')} min={280}>
          {tasks.map((task) => (
            <TaskCard key={task.id} task={task} withHolder withStatus />
          ))}
        </Cards>
      )}
    </Panel>
  )
}
