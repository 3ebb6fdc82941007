import { useFragment } from '@apollo/client/react'
import { TASK_ACTION_LABELS } from '@steward/domain'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { Alert, Button, Prose, Sheet, Stack } from '@steward/ui'
import { useState } from 'react'
import { AssignPanel } from './assign-panel.tsx'
import { SiteTaskVerbsFragment } from './task-documents.ts'
import { statusTexts } from './task-status.tsx'
import { verbsOf, type AskedVerb } from './task-verbs.ts'
import { TaskWordsForm } from './task-words-form.tsx'
import type { TaskActs } from './use-task-acts.ts'

const texts = messages({
  gone: {
    zh: '这张单现在是“{{status}}”，不能再{{verb}}了。',
    en: 'This order is now “{{status}}”: “{{verb}}” is no longer possible.',
  },
  written: { zh: '您写的内容，可以复制：', en: 'What you wrote, to be copied:' },
  close: { zh: '知道了', en: 'All right' },
})

interface TaskVerbSheetProps {
  readonly taskId: string
  readonly verb: AskedVerb
  readonly acts: TaskActs
  readonly onClose: () => void
}

/** Asks for what a verb needs. It follows the order itself and not the list, so that a change of colleagues loses no word. */
export function TaskVerbSheet({ taskId, verb, acts, onClose }: TaskVerbSheetProps) {
  const say = useMessages(texts)
  const sayStatus = useMessages(statusTexts)
  const sayWord = useSay()
  const me = useViewer().staff.id
  const [typed, setTyped] = useState('')
  const [sent, setSent] = useState(false)
  const { data: task, complete } = useFragment({
    fragment: SiteTaskVerbsFragment,
    from: { __typename: 'ComplaintTask', id: taskId },
  })
  if (!complete || sent) return null
  const done = () => {
    setSent(true)
    onClose()
  }
  const title = sayWord(TASK_ACTION_LABELS[verb])
  const possible = verbsOf(task, me).includes(verb)
  return (
    <Sheet open title={title} onClose={onClose}>
      {!possible ? (
        <Stack gap={4}>
          <Alert
            type="info"
            showIcon
            role="alert"
            title={say('gone', { status: sayStatus(task.status), verb: title })}
          />
          {typed && (
            <>
              <p className="st-quiet">{say('written')}</p>
              <Prose said>{typed}</Prose>
            </>
          )}
          <Button onClick={onClose}>{say('close')}</Button>
        </Stack>
      ) : verb === 'assign' ? (
        <AssignPanel task={task} onAssign={acts.assign} onDone={done} />
      ) : (
        <TaskWordsForm task={task} verb={verb} acts={acts} onTyped={setTyped} onDone={done} />
      )}
    </Sheet>
  )
}
