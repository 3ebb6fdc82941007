import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath } from '@steward/portal'
import { Columns, Stat } from '@steward/ui'
import { writeTasks, type TaskState } from '../tasks/task-filters.ts'

export const SiteOrderFiguresFragment = graphql(/* GraphQL */ `
  fragment SiteOrderFigures on Query {
    waiting: complaintTasks(first: 1, filter: { department: $department, status: [DISPATCHED] }) {
      totalCount
      totalCountIsCapped
    }
    running: complaintTasks(first: 1, filter: { department: $department, status: [ACCEPTED] }) {
      totalCount
      totalCountIsCapped
    }
    late: complaintTasks(
      first: 1
      filter: { department: $department, status: [DISPATCHED, ACCEPTED], dueBefore: $now }
    ) {
      totalCount
      totalCountIsCapped
    }
    returned: complaintTasks(first: 1, filter: { department: $department, status: [RETURNED] }) {
      totalCount
      totalCountIsCapped
    }
  }
`)

const texts = messages({
  figures: { zh: '执行单', en: 'Orders' },
  waiting: { zh: '待接单', en: 'To accept' },
  running: { zh: '进行中', en: 'Running' },
  late: { zh: '已逾期', en: 'Late' },
  returned: { zh: '已退回', en: 'Returned' },
})

interface OrderFiguresProps {
  readonly counts: FragmentType<typeof SiteOrderFiguresFragment>
  readonly department: string | undefined
}

/** How many orders wait, run, are late or came back; each figure leads to what it counts. */
export function OrderFigures({ counts, department }: OrderFiguresProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { waiting, running, late, returned } = readFragment(SiteOrderFiguresFragment, counts)
  const to = (state: Partial<TaskState>) => path(`tasks?${writeTasks({ ...state, department }).toString()}`)
  const value = ({ totalCount, totalCountIsCapped }: typeof waiting) =>
    `${totalCount}${totalCountIsCapped ? '+' : ''}`
  return (
    <section aria-label={say('figures')}>
      <Columns min={140} gap={3} fill>
        <Stat label={say('waiting')} value={value(waiting)} to={to({ status: 'DISPATCHED' })} />
        <Stat label={say('running')} value={value(running)} to={to({ status: 'ACCEPTED' })} />
        <Stat
          label={say('late')}
          value={value(late)}
          tone={late.totalCount > 0 ? 'bad' : 'neutral'}
          to={to({ overdue: true })}
        />
        <Stat label={say('returned')} value={value(returned)} to={to({ status: 'RETURNED' })} />
      </Columns>
    </section>
  )
}
