import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveRecord,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
  useWorkTab,
} from '@steward/portal'
import { EmptyState, Inline, Loading, PageHeader, WithAside } from '@steward/ui'
import { useParams } from 'react-router'
import { placeOf } from '../projects/place.ts'
import { DueTag } from './due.tsx'
import { TaskButtons } from './task-buttons.tsx'
import { TaskCase } from './task-case.tsx'
import { TaskCourse } from './task-course.tsx'
import { TaskMatter } from './task-matter.tsx'
import { TaskStatusTag } from './task-status.tsx'
import { useTaskVerbs } from './use-task-verbs.tsx'

const SiteTask = graphql(/* GraphQL */ `
  query SiteTask($id: ID!) {
    complaintTask(id: $id) {
      id
      status
      dueAt
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
        unit {
          id
          label
        }
      }
      ...SiteTaskVerbs
      ...SiteTaskMatter
      ...SiteTaskCourse
      ...SiteTaskCase
    }
  }
`)

const texts = messages({
  back: { zh: '执行单', en: 'Orders' },
  order: { zh: '执行单', en: 'Order' },
  missing: { zh: '没有找到这张执行单', en: 'There is no such order' },
  missingHint: {
    zh: '可能已改派给别人，或不在您的负责范围内。',
    en: 'It may have been given to somebody else, or it lies outside your responsibility.',
  },
})

/** One action order: where, what, by when, for whom – and what can be done with it. */
export function TaskPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(SiteTask, { variables: { id } })
  const verbs = useTaskVerbs()
  useRefreshOnReturn(refetch)
  useLiveRecord(id, refetch)
  useWorkTab(data?.complaintTask?.complaint?.number, say('order'))
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const task = data.complaintTask
  return (
    <>
      {task ? (
        <>
          <PageHeader
            title={placeOf({ ...task, unit: task.complaint?.unit }) || task.complaint?.number || say('order')}
            back={{ to: path('tasks'), label: say('back') }}
            subtitle={
              <Inline gap={2}>
                <TaskStatusTag status={task.status} />
                {(task.status === 'DISPATCHED' || task.status === 'ACCEPTED') && (
                  <DueTag dueAt={task.dueAt} />
                )}
              </Inline>
            }
            actions={
              <TaskButtons task={task} show="page" busy={verbs.busyWith(task.id)} onVerb={verbs.start} />
            }
          />
          <WithAside aside={<TaskCourse task={task} />}>
            <TaskMatter task={task} />
            <TaskCase task={task} />
          </WithAside>
        </>
      ) : (
        <EmptyState title={say('missing')} hint={say('missingHint')} />
      )}
      {verbs.sheet}
    </>
  )
}
