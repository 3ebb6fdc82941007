import { TASK_ACTION_LABELS, TASK_INPUTS } from '@steward/domain'
import type { SiteTaskVerbsFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input } from '@steward/ui'
import type { AskedVerb } from './task-verbs.ts'
import type { TaskActs } from './use-task-acts.ts'

const texts = messages({
  complete: { zh: '做了什么', en: 'What was done' },
  completeHint: {
    zh: '写清处理办法和结果，例如：更换阀芯，试水 10 分钟不漏。',
    en: 'How it was solved and how you tested it, for example: valve replaced, no leak after 10 minutes.',
  },
  return: { zh: '为什么退单', en: 'Why it goes back' },
  returnHint: {
    zh: '派单的部门会看到，例如：属开发商保修，或缺少配件。',
    en: 'The department that gave the order reads it, for example: under the developer’s warranty.',
  },
  cancel: { zh: '为什么取消', en: 'Why it is cancelled' },
  cancelHint: { zh: '执行部门会看到。', en: 'The department that was to carry it out reads it.' },
  restored: { zh: '上次没提交的内容已恢复。', en: 'What you had not sent is back.' },
})

type WordsVerb = Exclude<AskedVerb, 'assign'>

/** Under which name the words of a verb travel. */
const FIELD = { complete: 'evidenceNote', return: 'reason', cancel: 'reason' } as const

interface Values {
  readonly evidenceNote?: string
  readonly reason?: string
}

interface TaskWordsFormProps {
  readonly task: SiteTaskVerbsFragment
  readonly verb: WordsVerb
  readonly acts: TaskActs
  readonly onTyped: (words: string) => void
  readonly onDone: () => void
}

/** One field of words: evidence of what was done, or the reason. Kept on the device until the server has it. */
export function TaskWordsForm({ task, verb, acts, onTyped, onDone }: TaskWordsFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const draft = useDraft<Values>(`${verb}.${task.id}`)
  const field = FIELD[verb]
  const send = (words: string) =>
    verb === 'complete' ? acts.complete(task, { evidenceNote: words }) : acts[verb](task, { reason: words })
  const title = sayWord(TASK_ACTION_LABELS[verb])
  return (
    <Form<Values>
      label={title}
      verb={title}
      initial={draft.found ?? {}}
      check={(values) => check(TASK_INPUTS[verb], { ...values, expectedVersion: task.version })}
      onChange={(values) => {
        draft.keep(values)
        onTyped(values[field] ?? '')
      }}
      onSubmit={async (values) => {
        const refused = await send(values[field] ?? '')
        if (refused) return refused
        draft.drop()
        onDone()
        return undefined
      }}
    >
      <Field
        name={field}
        label={say(verb)}
        hint={draft.found ? say('restored') : say(`${verb}Hint`)}
        required
      >
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 4, maxRows: 10 }}
          size="large"
          maxLength={2000}
          enterKeyHint="done"
        />
      </Field>
    </Form>
  )
}
