import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { DescriptionList, Instant, Panel } from '@steward/ui'

export const SiteTaskCourseFragment = graphql(/* GraphQL */ `
  fragment SiteTaskCourse on ComplaintTask {
    id
    dueAt
    dispatchedAt
    dispatchedBy {
      id
      name
    }
    dispatchingDepartment {
      id
      name
    }
    department {
      id
      name
    }
    assignee {
      id
      name
    }
    acceptedAt
    acceptedBy {
      id
      name
    }
    completedAt
    completedBy {
      id
      name
    }
  }
`)

const texts = messages({
  course: { zh: '谁、何时', en: 'Who and when' },
  due: { zh: '完成期限', en: 'Done by' },
  noDate: { zh: '未定期限', en: 'No date set' },
  assignee: { zh: '负责人', en: 'Carried out by' },
  nobody: { zh: '还没派人', en: 'Nobody yet' },
  department: { zh: '执行部门', en: 'Department' },
  dispatched: { zh: '派单', en: 'Given' },
  accepted: { zh: '接单', en: 'Accepted' },
  completed: { zh: '完成', en: 'Done' },
})

interface Named {
  readonly name: string
}

/** Who gave the order, who has it, and when each step was taken. */
export function TaskCourse({ task: masked }: { readonly task: FragmentType<typeof SiteTaskCourseFragment> }) {
  const say = useMessages(texts)
  const task = readFragment(SiteTaskCourseFragment, masked)
  const step = (label: string, at: string | null, ...by: readonly (Named | null)[]) =>
    at === null
      ? []
      : [
          {
            label,
            value: (
              <>
                {by.flatMap((it) => it?.name ?? []).join(' · ')} <Instant at={at} show="both" />
              </>
            ),
          },
        ]
  return (
    <Panel title={say('course')}>
      <DescriptionList
        min={220}
        items={[
          {
            label: say('due'),
            value: task.dueAt ? <Instant at={task.dueAt} show="absolute" /> : say('noDate'),
          },
          { label: say('assignee'), value: task.assignee?.name ?? say('nobody') },
          { label: say('department'), value: task.department?.name },
          ...step(say('dispatched'), task.dispatchedAt, task.dispatchedBy, task.dispatchingDepartment),
          ...step(say('accepted'), task.acceptedAt, task.acceptedBy),
          ...step(say('completed'), task.completedAt, task.completedBy),
        ]}
      />
    </Panel>
  )
}
