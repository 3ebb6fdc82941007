import { PLAN_TASK_ACTION_LABELS, PLAN_TASK_INPUTS } from '@steward/domain'
import { Field, Fields, Form, Input, useFieldValue } from '@steward/ui'
import { useState } from 'react'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { MoveConflicts, type FoundConflicts } from './move-conflicts.tsx'
import { ReschedulePlanTask } from './plan-task-documents.ts'
import { usePlanAct, type FormSurroundings } from './use-plan-act.ts'

const texts = messages({
  why: { zh: '为什么改期', en: 'Why it is moved' },
  scheduledOn: { zh: '改到哪天开始', en: 'Begins on' },
  dueOn: { zh: '最晚哪天完成', en: 'In time until' },
  moved: { zh: '已改期', en: 'Moved' },
  anyway: { zh: '仍要改期', en: 'Move it all the same' },
})

interface Days {
  readonly scheduledOn?: string
  readonly dueOn?: string
  readonly reason?: string
}

interface RescheduleFormProps extends FormSurroundings {
  readonly task: {
    readonly id: string
    readonly version: number
    readonly scheduledOn: string
    readonly dueOn: string
  }
}

/** Other days for one task: what they go against stands there before anything is sent. */
export function RescheduleForm({ task, ...surroundings }: RescheduleFormProps) {
  const say = useMessages(texts)
  const verb = useSay()(PLAN_TASK_ACTION_LABELS.reschedule)
  const check = useCheckInput()
  const act = usePlanAct(ReschedulePlanTask, say('moved'), surroundings)
  const [found, setFound] = useState<FoundConflicts>()
  const inputOf = ({ scheduledOn, dueOn, reason }: Days) => ({
    taskId: task.id,
    expectedVersion: task.version,
    scheduledOn: scheduledOn ?? '',
    dueOn: dueOn ?? '',
    reason: reason ?? '',
    despite: [...(found?.despite ?? [])],
  })
  return (
    <Form<Days>
      label={verb}
      verb={found && found.despite.length > 0 && !found.forbids ? say('anyway') : verb}
      initial={{ scheduledOn: task.scheduledOn, dueOn: task.dueOn }}
      onCancel={surroundings.onClose}
      check={(values) => check(PLAN_TASK_INPUTS.reschedule, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <Fields>
        <Field name="scheduledOn" label={say('scheduledOn')} required>
          <Input type="date" />
        </Field>
        <Field name="dueOn" label={say('dueOn')} required>
          <Input type="date" />
        </Field>
      </Fields>
      <Conflicts taskId={task.id} onFound={setFound} />
      <Field name="reason" label={say('why')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
    </Form>
  )
}

function Conflicts({
  taskId,
  onFound,
}: {
  readonly taskId: string
  readonly onFound: (found: FoundConflicts | undefined) => void
}) {
  const scheduledOn = useFieldValue<string>('scheduledOn') ?? ''
  const dueOn = useFieldValue<string>('dueOn') ?? ''
  return <MoveConflicts moves={[{ taskId, scheduledOn, dueOn }]} onFound={onFound} />
}
