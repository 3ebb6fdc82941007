import { RECEPTION_ACTION_LABELS } from '@steward/domain'
import { messages, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Dialog, Field, Form, Input, useNotify } from '@steward/ui'
import { FinishReception } from './three-days-documents.ts'

const texts = messages({
  doneOf: { zh: '已办：{{what}}', en: 'Done: {{what}}' },
  outcome: { zh: '结果（可不填）', en: 'What came of it (optional)' },
  finished: { zh: '已记下', en: 'On record' },
})

interface FinishDialogProps {
  /** The reception whose next step it is. */
  readonly step: { readonly id: string; readonly version: number; readonly nextStep: string | null }
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** That a next step was taken, and what came of it. */
export function FinishDialog({ step, onReload, onClose }: FinishDialogProps) {
  const say = useMessages(texts)
  const verb = useSay()(RECEPTION_ACTION_LABELS.finish)
  const notify = useNotify()
  const finish = useFreshAct(FinishReception, onReload)
  return (
    <Dialog open title={say('doneOf', { what: step.nextStep ?? '' })} onClose={onClose}>
      <Form<{ outcome?: string }>
        label={verb}
        verb={verb}
        onCancel={onClose}
        onSubmit={async ({ outcome }) => {
          const { refused } = await finish({
            receptionId: step.id,
            expectedVersion: step.version,
            ...(outcome ? { outcome } : {}),
          })
          if (refused) return refused
          await onReload()
          notify.done(say('finished'))
          onClose()
          return undefined
        }}
      >
        <Field name="outcome" label={say('outcome')}>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Field>
      </Form>
    </Dialog>
  )
}
