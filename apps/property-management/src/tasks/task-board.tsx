import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { Board, Button, Cards, EmptyState, Segmented, useIsPhone } from '@steward/ui'
import type { ReactNode } from 'react'
import { groupTasks } from './group-tasks.ts'
import { TaskButtons } from './task-buttons.tsx'
import { TaskCard } from './task-card.tsx'
import { columnsOf, type ColumnStatus, type TaskState } from './task-filters.ts'
import { statusTexts, TASK_TONES } from './task-status.tsx'
import type { TaskVerbs } from './use-task-verbs.tsx'

export const SiteTaskColumnFragment = graphql(/* GraphQL */ `
  fragment SiteTaskColumn on ComplaintTaskConnection {
    edges {
      node {
        id
        status
        dueAt
        dispatchedAt
        completedAt
        ...SiteTaskCard
        ...SiteTaskVerbs
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    totalCount
    totalCountIsCapped
  }
`)

const texts = messages({
  board: { zh: '执行单', en: 'Orders' },
  more: { zh: '加载更多', en: 'Load more' },
  emptyDISPATCHED: { zh: '没有等着接的单', en: 'Nothing waits to be accepted' },
  emptyACCEPTED: { zh: '没有进行中的单', en: 'Nothing is running' },
  emptyRETURNED: { zh: '没有退回的单', en: 'Nothing was returned' },
  emptyDONE: { zh: '还没有完成的单', en: 'Nothing is done yet' },
  columns: { zh: '状态', en: 'Where they stand' },
})

type Column = FragmentType<typeof SiteTaskColumnFragment>
export type TaskColumns = Readonly<Partial<Record<ColumnStatus, Column | undefined>>>

interface TaskBoardProps {
  readonly columns: TaskColumns
  readonly state: TaskState
  readonly verbs: TaskVerbs
  /** Whose each order is, where they are not all of one person. */
  readonly withHolder: boolean
  readonly onShow: (status: ColumnStatus) => void
  /** The rest of a column, from its last cursor. */
  readonly onMore: (status: ColumnStatus, after: string | null) => void
}

/** Orders by where they stand: side by side at a desk, one column at a time on a phone. */
export function TaskBoard({ columns, state, verbs, withHolder, onShow, onMore }: TaskBoardProps) {
  const say = useMessages(texts)
  const sayStatus = useMessages(statusTexts)
  const phone = useIsPhone()
  const read = (status: ColumnStatus) => readFragment(SiteTaskColumnFragment, columns[status])
  const shown = columnsOf(state)
  const tasks = groupTasks(shown.flatMap((status) => read(status)?.edges.map(({ node }) => node) ?? []))

  const count = (status: ColumnStatus): string => {
    const list = read(status)
    return list ? `${list.totalCount}${list.totalCountIsCapped ? '+' : ''}` : ''
  }
  const contents = (status: ColumnStatus, min?: number): ReactNode => {
    const page = read(status)?.pageInfo
    return (
      <>
        {tasks[status].length === 0 ? (
          phone || min ? (
            <EmptyState title={say(`empty${status}`)} />
          ) : (
            <p className="st-board-empty">{say(`empty${status}`)}</p>
          )
        ) : (
          <Cards label={sayStatus(status)} {...(min ? { min } : {})}>
            {tasks[status].map((task) => (
              <TaskCard
                key={task.id}
                task={task}
                withHolder={withHolder}
                actions={
                  <TaskButtons task={task} show="card" busy={verbs.busyWith(task.id)} onVerb={verbs.start} />
                }
              />
            ))}
          </Cards>
        )}
        {page?.hasNextPage && <Button onClick={() => onMore(status, page.endCursor)}>{say('more')}</Button>}
      </>
    )
  }

  const [alone] = shown.filter((status) => status === state.status)
  if (phone) {
    // Nothing asked for: whatever there is to do first.
    const inSight =
      alone ?? shown.find((status) => tasks[status].length > 0) ?? shown[0] ?? ('DISPATCHED' as const)
    return (
      <div className="st-stack" style={{ gap: 14 }}>
        <Segmented<ColumnStatus>
          block
          size="large"
          aria-label={say('columns')}
          value={inSight}
          onChange={onShow}
          options={shown.map((status) => ({
            value: status,
            label: (
              <span className="st-segment">
                <span className="st-strong">{count(status)}</span>
                <span>{sayStatus(status)}</span>
              </span>
            ),
          }))}
        />
        {contents(inSight)}
      </div>
    )
  }
  if (alone) return <div className="st-stack">{contents(alone, 320)}</div>
  return (
    <Board
      columns={shown.map((status) => ({
        key: status,
        title: sayStatus(status),
        count: count(status),
        tone: TASK_TONES[status],
        children: contents(status),
      }))}
    />
  )
}
