import { TASK_ACTION_LABELS, TASK_INPUTS } from '@steward/domain'
import { graphql, type ComplaintOrderFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Form } from '@steward/ui'
import { AssigneeField, DepartmentField, WordsField } from './fields.tsx'
import { StaleDialog } from './stale-dialog.tsx'
import { useVerb, type VerbSurroundings } from './use-verb.ts'
import { withoutNulls } from './verb-form.tsx'

const AssignTask = graphql(/* GraphQL */ `
  mutation AssignOrder($input: AssignTaskInput!) {
    assignTask(input: $input) {
      ... on ComplaintTask {
        id
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

const CancelTask = graphql(/* GraphQL */ `
  mutation CancelOrder($input: CancelTaskInput!) {
    cancelTask(input: $input) {
      ... on ComplaintTask {
        id
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

const texts = messages({
  receiver: { zh: '执行部门', en: 'Department that carries it out' },
  reason: { zh: '取消的理由', en: 'Why it is withdrawn' },
})

interface OrderFormProps extends VerbSurroundings {
  readonly order: ComplaintOrderFragment
}

interface Assigned {
  readonly departmentId?: string
  readonly assigneeId?: string
}

/** Sends an order on: to a person, or to another department. */
export function AssignOrderForm({ order, ...surroundings }: OrderFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const checkInput = useCheckInput()
  const verb = useVerb(AssignTask, surroundings)
  const label = sayWord(TASK_ACTION_LABELS.assign)
  const inputOf = ({ departmentId, assigneeId }: Assigned) => ({
    taskId: order.id,
    expectedVersion: order.version,
    // Its own department named again would ask for more than handing it to a person does.
    ...(departmentId && departmentId !== order.department?.id ? { departmentId } : {}),
    ...(assigneeId ? { assigneeId } : {}),
  })
  return (
    <>
      <Form<Assigned>
        label={label}
        verb={label}
        wide
        initial={withoutNulls({
          departmentId: order.department?.id ?? null,
          assigneeId: order.assignee?.id ?? null,
        })}
        check={(values) => checkInput(TASK_INPUTS.assign, inputOf(values))}
        onSubmit={(values) => verb.send(inputOf(values))}
      >
        <DepartmentField name="departmentId" label={say('receiver')} required />
        <AssigneeField name="assigneeId" of="departmentId" />
      </Form>
      <StaleDialog stale={verb.stale} onReload={surroundings.onReload} onClose={verb.forgetStale} />
    </>
  )
}

/** Withdraws an order that nobody has begun, or that came back. */
export function CancelOrderForm({ order, ...surroundings }: OrderFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const checkInput = useCheckInput()
  const verb = useVerb(CancelTask, surroundings)
  const label = sayWord(TASK_ACTION_LABELS.cancel)
  const inputOf = ({ reason }: { reason: string }) => ({
    taskId: order.id,
    expectedVersion: order.version,
    reason,
  })
  return (
    <>
      <Form<{ reason: string }>
        label={label}
        verb={label}
        wide
        check={(values) => checkInput(TASK_INPUTS.cancel, inputOf(values))}
        onSubmit={(values) => verb.send(inputOf(values))}
      >
        <WordsField name="reason" label={say('reason')} required autoFocus />
      </Form>
      <StaleDialog stale={verb.stale} onReload={surroundings.onReload} onClose={verb.forgetStale} />
    </>
  )
}
