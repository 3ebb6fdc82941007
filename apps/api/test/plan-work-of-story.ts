/** A plan in force with its tasks made, in days around the one on which a test runs. */
import { forbidsMoving, PLAN_TASK_CONFLICTS } from '@steward/domain'
import type { Payload, Person } from './as.ts'
import { draftPlan, measure, planContent, planVerb, type PlanAnswer } from './plan-of-story.ts'
import type { Story } from './story.ts'
import type { TestWorker } from './worker.ts'

/** So many days from today, of Shanghai. */
export const inDays = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** Once, as it falls. */
export const once = (days: number) => ({ frequency: 'ONCE', from: inDays(days), shift: 'NONE' })
/** Every so many days from that one on, as they fall. */
export const every = (days: number, from: number, until?: number) => ({
  frequency: 'DAILY',
  interval: days,
  from: inDays(from),
  shift: 'NONE',
  ...(until === undefined ? {} : { until: inDays(until) }),
})

export const careContent = (owner: Person, more: object = {}) =>
  planContent(owner, {
    startsOn: inDays(0),
    endsOn: inDays(300),
    measures: [measure({ recurrence: once(3) })],
    ...more,
  })

export const inForceOf = async (story: Story, plan: object, content: object): Promise<PlanAnswer> => {
  const writer = story.as('CR_SUPERVISOR')
  const draft = await draftPlan(writer, {
    kind: 'RELATIONSHIP',
    ...plan,
    content: careContent(writer, content),
  })
  const submitted = await planVerb(writer, 'submit', draft)
  const reviewed = await planVerb(story.as('CS_MANAGER'), 'review', submitted)
  return planVerb(story.as('CS_DIRECTOR'), 'approve', reviewed)
}

export const made = async (worker: TestWorker): Promise<readonly Error[]> => {
  await worker.relay()
  return worker.runJobs('plan-decomposition')
}

export interface TaskAnswer extends Payload {
  readonly title: string
  readonly status: string
  readonly measureKey: string
  readonly occurrenceOn: string
  readonly scheduledOn: string
  readonly dueOn: string
  readonly agreedDueOn: string | null
  readonly isWaiting: boolean
  readonly assignee: { readonly id: string } | null
  readonly dependsOn: { readonly id: string; readonly measureKey: string } | null
  readonly availableActions: readonly string[]
  readonly evidence: readonly { readonly id: string; readonly version: number }[]
}

const TASK = `id version title status measureKey occurrenceOn scheduledOn dueOn isWaiting assignee { id } dependsOn { id measureKey } agreedDueOn
  availableActions evidence { id version } client { id } estimatedMinor actualMinor reason`

export const tasksOf = async (by: Person, filter: object, first = 100): Promise<readonly TaskAnswer[]> => {
  const { planTasks } = await by.get<{ planTasks: { edges: readonly { node: TaskAnswer }[] } }>(
    `query($filter: PlanTaskFilter, $first: Int!) { planTasks(first: $first, filter: $filter) { edges { node { ${TASK} } } } }`,
    { filter, first },
  )
  return planTasks.edges.map(({ node }) => node)
}

/** Everything that a person may go against once they have seen it. */
export const SEEN = PLAN_TASK_CONFLICTS.filter((it) => !forbidsMoving(it))

/** One verb on a task, by its name. */
export const taskVerb = (
  by: Person,
  name: string,
  it: Pick<TaskAnswer, 'id' | 'version'>,
  more: object = {},
) => by.does<TaskAnswer>(`${name}PlanTask`, { taskId: it.id, expectedVersion: it.version, ...more }, TASK)

export interface LineAnswer {
  readonly key: string
  readonly approvedMinor: number
  readonly raisedMinor: number
  readonly committedMinor: number
  readonly spentMinor: number
  readonly allowedBasisPoints: number
  readonly limitMinor: number
  readonly leftMinor: number
}

export const budgetOf = async (by: Person, plan: string): Promise<readonly LineAnswer[]> =>
  (
    await by.get<{ planBudget: readonly LineAnswer[] }>(
      `query($plan: ID!) { planBudget(plan: $plan) { key approvedMinor raisedMinor committedMinor spentMinor allowedBasisPoints limitMinor leftMinor } }`,
      { plan },
    )
  ).planBudget
