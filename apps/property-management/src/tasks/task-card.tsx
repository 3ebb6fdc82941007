import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath } from '@steward/portal'
import { Card, Inline, Instant, Lines } from '@steward/ui'
import type { ReactNode } from 'react'
import { SeverityMark } from '../complaints/marks.tsx'
import { doorOf } from '../projects/place.ts'
import { DueTag } from './due.tsx'
import { TaskStatusTag } from './task-status.tsx'

export const SiteTaskCardFragment = graphql(/* GraphQL */ `
  fragment SiteTaskCard on ComplaintTask {
    id
    status
    dueAt
    completedAt
    instruction
    assignee {
      id
      name
    }
    department {
      id
      name
    }
    project {
      id
      name
    }
    building {
      id
      name
    }
    complaint {
      id
      number
      severity
      unit {
        id
        label
      }
    }
  }
`)

const texts = messages({
  order: { zh: '执行单', en: 'Order' },
  nobody: { zh: '未派人', en: 'Nobody yet' },
})

interface TaskCardProps {
  readonly task: FragmentType<typeof SiteTaskCardFragment>
  /** The next one: to be read at arm's length. */
  readonly large?: boolean
  /** Whose it is, where the list is not of one person's orders. */
  readonly withHolder?: boolean
  readonly withStatus?: boolean
  readonly actions?: ReactNode
}

/** An order as a slip: where, what, until when. */
export function TaskCard(props: TaskCardProps) {
  const { large = false, withHolder = false, withStatus = false, actions } = props
  const say = useMessages(texts)
  const path = usePortalPath()
  const task = readFragment(SiteTaskCardFragment, props.task)
  const { complaint, project, building, dueAt, completedAt, status } = task
  const door = doorOf({ project, building, unit: complaint?.unit })
  const open = status === 'DISPATCHED' || status === 'ACCEPTED' || status === 'RETURNED'
  return (
    <Card
      to={path(`tasks/${task.id}`)}
      lead={door || complaint?.number || say('order')}
      tag={open ? <DueTag dueAt={dueAt} /> : <Ago at={completedAt} />}
      large={large}
      actions={actions}
    >
      <Lines most={large ? 6 : 2}>{task.instruction}</Lines>
      <Inline gap={3}>
        {withStatus && <TaskStatusTag status={status} />}
        {complaint && complaint.severity <= 2 && <SeverityMark severity={complaint.severity} />}
        {withHolder && (
          <span className={task.assignee ? 'st-quiet' : 'st-strong'}>
            {task.assignee?.name ?? say('nobody')}
          </span>
        )}
        {door !== project?.name && <span className="st-quiet st-clip">{project?.name}</span>}
      </Inline>
    </Card>
  )
}

function Ago({ at }: { readonly at: string | null }) {
  return (
    at && (
      <span className="st-quiet st-small">
        <Instant at={at} />
      </span>
    )
  )
}
