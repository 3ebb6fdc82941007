import { PLAN_TASK_ACTION_LABELS, PLAN_TASK_CONFLICTS, forbidsMoving } from '@steward/domain'
import { Dialog, Field, Form, Input, Stack } from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { MoveConflicts, type FoundConflicts } from '../plan-tasks/move-conflicts.tsx'
import { ReschedulePlanTasks } from '../plan-tasks/plan-move-documents.ts'
import { dayLater } from '../plan-tasks/plan-task-words.tsx'

const texts = messages({
  why: { zh: '为什么改期', en: 'Why it is moved' },
  anyway: { zh: '仍要改期', en: 'Move it all the same' },
  days: { zh: '{{title}}：{{from}} → {{to}}', en: '{{title}}: {{from}} → {{to}}' },
  undo: { zh: '撤销改期', en: 'Moved back' },
})

export interface MovedTask {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly scheduledOn: string
  readonly dueOn: string
}

export interface PlannedMove {
  readonly tasks: readonly MovedTask[]
  readonly days: number
}

interface MoveDialogProps {
  readonly move: PlannedMove
  readonly onDone: (move: PlannedMove) => void
  readonly onClose: () => void
}

const movesOf = ({ tasks, days }: PlannedMove) =>
  tasks.map(({ id, version, scheduledOn, dueOn }) => ({
    taskId: id,
    expectedVersion: version,
    scheduledOn: dayLater(scheduledOn, days),
    dueOn: dayLater(dueOn, days),
  }))

/** A move that was drawn: what it goes against, and why it is made; only then it is. */
export function MoveDialog({ move, onDone, onClose }: MoveDialogProps) {
  const say = useMessages(texts)
  const verb = useSay()(PLAN_TASK_ACTION_LABELS.reschedule)
  const act = useAct(ReschedulePlanTasks)
  const [found, setFound] = useState<FoundConflicts>()
  const moves = movesOf(move)
  return (
    <Dialog open title={verb} onClose={onClose}>
      <Stack gap={3}>
        {move.tasks.map(({ id, title, scheduledOn }) => (
          <p key={id}>{say('days', { title, from: scheduledOn, to: dayLater(scheduledOn, move.days) })}</p>
        ))}
        <MoveConflicts moves={moves} onFound={setFound} />
        <Form<{ reason?: string }>
          label={verb}
          verb={found && found.despite.length > 0 && !found.forbids ? say('anyway') : verb}
          initial={{}}
          onCancel={onClose}
          onSubmit={async ({ reason }) => {
            const { refused } = await act({
              moves,
              reason: reason ?? '',
              despite: [...(found?.despite ?? [])],
            })
            if (!refused) onDone(move)
            return refused
          }}
        >
          <Field name="reason" label={say('why')} required>
            <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Field>
        </Form>
      </Stack>
    </Dialog>
  )
}

/** Takes a move back: each task where it was, whatever soft it goes against there. */
export function useUndoMove(): (move: PlannedMove) => Promise<string | undefined> {
  const say = useMessages(texts)
  const act = useAct(ReschedulePlanTasks)
  return async ({ tasks }) => {
    const { refused } = await act({
      moves: tasks.map(({ id, version, scheduledOn, dueOn }) => ({
        taskId: id,
        expectedVersion: version + 1,
        scheduledOn,
        dueOn,
      })),
      reason: say('undo'),
      despite: PLAN_TASK_CONFLICTS.filter((it) => !forbidsMoving(it)),
    })
    return refused?.message
  }
}
