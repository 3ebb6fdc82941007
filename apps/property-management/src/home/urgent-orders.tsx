import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath } from '@steward/portal'
import { AppLink, Cards, Panel } from '@steward/ui'
import { TaskCard } from '../tasks/task-card.tsx'
import { writeTasks } from '../tasks/task-filters.ts'

export const SiteUrgentOrdersFragment = graphql(/* GraphQL */ `
  fragment SiteUrgentOrders on Query {
    urgent: complaintTasks(
      first: 6
      filter: { department: $department, status: [DISPATCHED, ACCEPTED] }
      orderBy: DUE
    ) {
      edges {
        node {
          id
          ...SiteTaskCard
        }
      }
    }
  }
`)

const texts = messages({
  urgent: { zh: '先做这些', en: 'First of all' },
  none: { zh: '没有要做的单', en: 'Nothing is to be done' },
  all: { zh: '全部执行单', en: 'All orders' },
})

interface UrgentOrdersProps {
  readonly orders: FragmentType<typeof SiteUrgentOrdersFragment>
  readonly department: string | undefined
}

/** What must be done first, and who has it. */
export function UrgentOrders({ orders, department }: UrgentOrdersProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { urgent } = readFragment(SiteUrgentOrdersFragment, orders)
  const all = writeTasks({ department }).toString()
  return (
    <Panel
      title={say('urgent')}
      actions={<AppLink to={path(`tasks${all && `?${all}`}`)}>{say('all')}</AppLink>}
    >
      {urgent.edges.length === 0 && <span className="st-quiet">{say('none')}</span>}
      <Cards label={say('urgent')}>
        {urgent.edges.map(({ node }) => (
          <TaskCard key={node.id} task={node} withHolder withStatus />
        ))}
      </Cards>
    </Panel>
  )
}
