import { useQuery } from '@apollo/client/react'
import type { PlanTaskCardFragment, PlanWorkloadsQuery } from '@steward/graphql-client'
import { Alert, ChoiceCard, EmptyState, Input, Loading, Stack } from '@steward/ui'
import { useState } from 'react'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useToday } from '../session/use-today.ts'
import { LoadStrip } from './load-strip.tsx'
import { AssignPlanTask, PlanWorkloads } from './plan-task-documents.ts'
import { usePlanAct, type FormSurroundings } from './use-plan-act.ts'

const texts = messages({
  assigned: { zh: '已指派', en: 'Assigned' },
  now: { zh: '当前负责人', en: 'Has it now' },
  search: { zh: '按姓名查找', en: 'Find by name' },
  late: { zh: '{{count}} 项逾期', en: '{{count}} late' },
  nobody: { zh: '没有可指派的人', en: 'There is nobody to give it to' },
  legend: {
    zh: '四周内每周待办占工作时间的比例；绿色有余，橙色将满，红色超出',
    en: 'Open work of each of four weeks as a part of working time: green has room, amber is nearly full, red is too much',
  },
})

type Person = PlanWorkloadsQuery['planWorkload'][number]

/** In the week of the task as it is now, whoever has least first. */
const byLoad = (people: readonly Person[], on: string): readonly Person[] => {
  const share = ({ weeks }: Person) => {
    const week = weeks.findLast(({ from }) => from <= on) ?? weeks[0]
    return week ? week.estimatedMinutes / Math.max(1, week.workingMinutes) : 0
  }
  return people.toSorted((one, other) => share(one) - share(other) || one.name.localeCompare(other.name))
}

interface AssignFormProps extends FormSurroundings {
  readonly task: PlanTaskCardFragment
}

/** Those who carry out, with how full their weeks are. A press gives the task to them. */
export function AssignForm({ task, ...surroundings }: AssignFormProps) {
  const say = useMessages(texts)
  const today = useToday()
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const from = task.scheduledOn > today ? task.scheduledOn : today
  const { data, error, refetch } = useQuery(PlanWorkloads, {
    variables: { from, weeks: 4 },
    fetchPolicy: 'network-only',
  })
  const act = usePlanAct(AssignPlanTask, say('assigned'), surroundings)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const people = byLoad(data.planWorkload, from).filter(({ name }) => name.includes(words.trim()))
  const assign = async (assigneeId: string) => {
    setBusy(assigneeId)
    setProblem(undefined)
    const refused = await act({ taskId: task.id, expectedVersion: task.version, assigneeId })
    setBusy(undefined)
    if (refused) setProblem(refused.message ?? Object.values(refused.fields ?? {}).join(' '))
  }
  return (
    <Stack gap={3}>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <p className="st-quiet">{say('legend')}</p>
      <Input
        aria-label={say('search')}
        placeholder={say('search')}
        allowClear
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {people.length === 0 && <EmptyState title={say('nobody')} />}
      {people.map((person) => (
        <ChoiceCard
          key={person.staffId}
          title={person.name}
          note={
            <>
              <LoadStrip weeks={person.weeks} />
              {[
                person.staffId === task.assignee?.id ? say('now') : undefined,
                person.late > 0 ? say('late', { count: person.late }) : undefined,
              ]
                .filter(Boolean)
                .join(' · ')}
            </>
          }
          busy={busy === person.staffId}
          disabled={busy !== undefined || person.staffId === task.assignee?.id}
          onChoose={() => void assign(person.staffId)}
        />
      ))}
    </Stack>
  )
}
