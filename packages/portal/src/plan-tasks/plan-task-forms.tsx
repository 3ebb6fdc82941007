import { PLAN_TASK_ACTION_LABELS, PLAN_TASK_INPUTS } from '@steward/domain'
import type { PlanTaskCardFragment } from '@steward/graphql-client'
import { Field, Fields, Form, Input, InputNumber, MoneyInput } from '@steward/ui'
import type { ComponentType } from 'react'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useDraft } from '../acts/use-draft.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { AssignForm } from './assign-form.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { ConfirmPlanTask, CancelPlanTask, CompletePlanTask, ReturnPlanTask } from './plan-task-documents.ts'
import { RescheduleForm } from './reschedule-form.tsx'
import { usePlanAct, type FormSurroundings } from './use-plan-act.ts'

const texts = messages({
  result: { zh: '做了什么，结果如何', en: 'What was done, and how it went' },
  feedback: { zh: '客户怎么说', en: 'What the client said' },
  minutes: { zh: '用时（分钟）', en: 'Time it took (minutes)' },
  cost: { zh: '实际费用', en: 'What it cost' },
  costHint: { zh: '从方案预算中支出', en: 'Paid from the budget of the plan' },
  restored: { zh: '上次没提交的内容已恢复。', en: 'What you had not sent is back.' },
  completed: { zh: '已完成，等待验收', en: 'Done; it waits to be accepted' },
  note: { zh: '说明', en: 'Note' },
  accepted: { zh: '已验收', en: 'Accepted' },
  wanting: { zh: '还缺什么', en: 'What is wanting' },
  returned: { zh: '已退回', en: 'Returned' },
  why: { zh: '为什么', en: 'Why' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
})

export type PlanTaskFormAction = 'complete' | 'confirm' | 'return' | 'assign' | 'reschedule' | 'cancel'

export interface PlanTaskFormProps extends FormSurroundings {
  readonly task: PlanTaskCardFragment
}

const stepOf = ({ id, version }: PlanTaskCardFragment) => ({ taskId: id, expectedVersion: version })

interface Report {
  readonly result?: string
  readonly feedback?: string
  readonly actualMinutes?: number | null
  readonly actualMinor?: number | null
}

/** On site, with one hand: photographs first, then what was done, how long it took, what it cost. */
function CompleteForm({ task, ...surroundings }: PlanTaskFormProps) {
  const say = useMessages(texts)
  const verb = useSay()(PLAN_TASK_ACTION_LABELS.complete)
  const check = useCheckInput()
  const { organization } = useViewer()
  const draft = useDraft<Report>(`plan-task.${task.id}`)
  const act = usePlanAct(CompletePlanTask, say('completed'), surroundings)
  const inputOf = ({ result, feedback, actualMinutes, actualMinor }: Report) => ({
    ...stepOf(task),
    result: result ?? '',
    ...(feedback?.trim() ? { feedback } : {}),
    actualMinutes: actualMinutes ?? 0,
    ...(task.costs ? { actualMinor: actualMinor ?? 0 } : {}),
  })
  return (
    <>
      <EvidencePanel task={task} onReload={surroundings.onReload} />
      <Form<Report>
        label={verb}
        verb={verb}
        initial={{
          actualMinutes: task.actualMinutes ?? task.estimatedMinutes,
          actualMinor: task.actualMinor ?? task.estimatedMinor,
          ...draft.found,
        }}
        onChange={draft.keep}
        onCancel={surroundings.onClose}
        check={(values) => check(PLAN_TASK_INPUTS.complete, inputOf(values))}
        onSubmit={async (values) => {
          const refused = await act(inputOf(values))
          if (!refused) draft.drop()
          return refused
        }}
      >
        <Field
          name="result"
          label={say('result')}
          required
          {...(draft.found ? { hint: say('restored') } : {})}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} size="large" maxLength={2000} />
        </Field>
        {task.client && (
          <Field name="feedback" label={say('feedback')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} size="large" maxLength={1000} />
          </Field>
        )}
        <Fields>
          <Field name="actualMinutes" label={say('minutes')} required>
            <InputNumber min={0} max={14_400} precision={0} size="large" inputMode="numeric" />
          </Field>
          {task.costs && (
            <Field name="actualMinor" label={say('cost')} hint={say('costHint')}>
              <MoneyInput currency={organization.currency} />
            </Field>
          )}
        </Fields>
      </Form>
    </>
  )
}

function ConfirmForm({ task, ...surroundings }: PlanTaskFormProps) {
  const say = useMessages(texts)
  const verb = useSay()(PLAN_TASK_ACTION_LABELS.confirm)
  const check = useCheckInput()
  const act = usePlanAct(ConfirmPlanTask, say('accepted'), surroundings)
  const inputOf = ({ note }: { note?: string }) => ({ ...stepOf(task), ...(note?.trim() ? { note } : {}) })
  return (
    <Form<{ note?: string }>
      label={verb}
      verb={verb}
      initial={{}}
      onCancel={surroundings.onClose}
      check={(values) => check(PLAN_TASK_INPUTS.confirm, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <Field name="note" label={say('note')}>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
    </Form>
  )
}

const REASONED = {
  return: { mutation: ReturnPlanTask, label: 'wanting', done: 'returned' },
  cancel: { mutation: CancelPlanTask, label: 'why', done: 'cancelled' },
} as const

const reasoned = (action: keyof typeof REASONED) =>
  function ReasonForm({ task, ...surroundings }: PlanTaskFormProps) {
    const { mutation, label, done } = REASONED[action]
    const say = useMessages(texts)
    const verb = useSay()(PLAN_TASK_ACTION_LABELS[action])
    const check = useCheckInput()
    const act = usePlanAct(mutation as typeof ReturnPlanTask, say(done), surroundings)
    const inputOf = ({ reason }: { reason?: string }) => ({ ...stepOf(task), reason: reason ?? '' })
    return (
      <Form<{ reason?: string }>
        label={verb}
        verb={verb}
        initial={{}}
        onCancel={surroundings.onClose}
        check={(values) => check(PLAN_TASK_INPUTS[action], inputOf(values))}
        onSubmit={(values) => act(inputOf(values))}
      >
        <Field name="reason" label={say(label)} required>
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
        </Field>
      </Form>
    )
  }

export const PLAN_TASK_FORMS: Readonly<Record<PlanTaskFormAction, ComponentType<PlanTaskFormProps>>> = {
  complete: CompleteForm,
  confirm: ConfirmForm,
  return: reasoned('return'),
  assign: AssignForm,
  reschedule: RescheduleForm,
  cancel: reasoned('cancel'),
}
