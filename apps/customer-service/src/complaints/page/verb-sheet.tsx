import { COMPLAINT_ACTION_LABELS } from '@steward/domain'
import type { ComplaintAction as PublishedAction, VerbCaseFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Alert, Sheet, Stack, useNotify } from '@steward/ui'
import { actionOf, type CaseAction } from '../action-names.ts'
import { VERB_FORMS, WIDE_VERBS } from '../verbs/verb-forms.ts'

const texts = messages({
  done: { zh: '{{verb}}：{{number}} 已完成', en: '{{verb}}: {{number}} done' },
  gone: {
    zh: '这一步现在已不能进行，可能有人先办理了。需要的话请把填写的内容复制出来。',
    en: 'This step is no longer possible; somebody may have been faster. Copy what you typed if you still need it.',
  },
})

interface VerbSheetProps {
  readonly action: CaseAction | undefined
  readonly complaint: VerbCaseFragment
  readonly available: readonly PublishedAction[]
  /** What a delegation allows besides. */
  readonly delegated: readonly CaseAction[]
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
  readonly onClose: () => void
}

/** The form of the chosen verb over the page of the case. */
export function VerbSheet(props: VerbSheetProps) {
  const { action, complaint, available, delegated, onReload, onDone, onClose } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const VerbForm = action && VERB_FORMS[action]
  const verb = action ? sayWord(COMPLAINT_ACTION_LABELS[action]) : ''
  const possible =
    available.some((name) => actionOf(name) === action) || delegated.some((name) => name === action)
  return (
    <Sheet
      open={action !== undefined}
      title={action && `${verb} · ${complaint.number}`}
      wide={action !== undefined && WIDE_VERBS.includes(action)}
      onClose={onClose}
    >
      <Stack gap={4}>
        {!possible && <Alert type="warning" showIcon title={say('gone')} role="alert" />}
        {VerbForm && (
          <VerbForm
            complaint={complaint}
            onReload={onReload}
            onDone={() => {
              notify.done(say('done', { verb, number: complaint.number }))
              onDone()
            }}
          />
        )}
      </Stack>
    </Sheet>
  )
}
