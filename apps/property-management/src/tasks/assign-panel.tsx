import { useQuery } from '@apollo/client/react'
import { ROLE_LABELS, TASK_INPUTS } from '@steward/domain'
import { graphql, type SiteColleaguesQuery, type SiteTaskVerbsFragment } from '@steward/graphql-client'
import { FailureState, messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Alert, ChoiceCard, EmptyState, Loading, Stack } from '@steward/ui'
import { useState } from 'react'
import type { TaskActs } from './use-task-acts.ts'

const SiteColleagues = graphql(/* GraphQL */ `
  query SiteColleagues($department: ID!) {
    staff(first: 100, filter: { department: $department }) {
      edges {
        node {
          id
          name
          position
          roles
          disabledAt
        }
      }
    }
    complaintTasks(first: 100, filter: { department: $department, status: [DISPATCHED, ACCEPTED] }) {
      edges {
        node {
          id
          assignee {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

const texts = messages({
  to: { zh: '派给谁', en: 'To whom' },
  inHand: {
    zh: '手上 {{count}} 张',
    en: { one: '{{count}} order in hand', other: '{{count}} orders in hand' },
  },
  free: { zh: '手上没有单', en: 'Nothing in hand' },
  now: { zh: '当前负责人', en: 'Has it now' },
  nobody: { zh: '本部门没有可派的人', en: 'There is nobody in this department' },
  nobodyHint: {
    zh: '请系统管理员给本部门配上维修人员。',
    en: 'Ask your administrator to give the department technicians.',
  },
})

interface AssignPanelProps {
  readonly task: SiteTaskVerbsFragment
  readonly onAssign: TaskActs['assign']
  readonly onDone: () => void
}

/** The people of the order's department, with how much each has in hand. A press hands the order over. */
export function AssignPanel({ task, onAssign, onDone }: AssignPanelProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const department = task.department?.id
  const { data, error, refetch } = useQuery(SiteColleagues, {
    variables: { department: department ?? '' },
    skip: department === undefined,
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />

  const assign = async (assigneeId: string) => {
    const wrong = Object.values(check(TASK_INPUTS.assign, { assigneeId, expectedVersion: task.version }))
    if (wrong.length > 0) return setProblem(wrong.join(' '))
    setBusy(assigneeId)
    setProblem(undefined)
    const refused = await onAssign(task, { assigneeId })
    setBusy(undefined)
    if (refused) return setProblem(refused.message)
    onDone()
  }
  const people = hands(data)
  if (people.length === 0) return <EmptyState title={say('nobody')} hint={say('nobodyHint')} />
  return (
    <Stack gap={3}>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <p className="st-quiet">{say('to')}</p>
      {people.map(({ id, name, position, roles, load }) => (
        <ChoiceCard
          key={id}
          title={name}
          note={[
            position ?? roles.map((role) => sayWord(ROLE_LABELS[role])).join(' '),
            id === task.assignee?.id ? say('now') : undefined,
            load === undefined ? undefined : load === 0 ? say('free') : say('inHand', { count: load }),
          ]
            .filter(Boolean)
            .join(' · ')}
          busy={busy === id}
          disabled={busy !== undefined}
          onChoose={() => void assign(id)}
        />
      ))}
    </Stack>
  )
}

type Hand = SiteColleaguesQuery['staff']['edges'][number]['node'] & {
  /** Orders in hand; undefined where there are more than were asked for. */
  readonly load: number | undefined
}

/** Those who carry out orders, whoever has least in hand first. */
export function hands({ staff, complaintTasks }: SiteColleaguesQuery): readonly Hand[] {
  const all = !complaintTasks.pageInfo.hasNextPage
  const load = (id: string) => complaintTasks.edges.filter(({ node }) => node.assignee?.id === id).length
  return staff.edges
    .map(({ node }) => ({ ...node, load: all ? load(node.id) : undefined }))
    .filter(({ disabledAt, roles }) => disabledAt === null && roles.some((role) => CARRIES_OUT.has(role)))
    .toSorted((one, other) => (one.load ?? 0) - (other.load ?? 0) || one.name.localeCompare(other.name))
}

const CARRIES_OUT = new Set<string>(['TECHNICIAN', 'SITE_MANAGER'])
