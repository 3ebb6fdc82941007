import { RECEIVABLE_ACTION_LABELS, RECEIVABLE_INPUTS } from '@steward/domain'
import { messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input } from '@steward/ui'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { VoidReceivable } from './receivable-documents.ts'

const texts = messages({
  reason: { zh: '原因', en: 'Reason' },
  hint: {
    zh: '作废后不能恢复；已收的款转为客户的预收余额。',
    en: 'This cannot be taken back; what was paid on it becomes credit of the client.',
  },
  done: { zh: '已作废', en: 'Voided' },
})

export function VoidReceivableForm({
  receivable: { id, version },
  ...surroundings
}: ArchiveSurroundings & { readonly receivable: { readonly id: string; readonly version: number } }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const act = useArchiveAct(VoidReceivable, say('done'), surroundings)
  const verb = sayWord(RECEIVABLE_ACTION_LABELS.void)
  return (
    <Form<{ readonly reason?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      check={({ reason = '' }) => check(RECEIVABLE_INPUTS.void, { expectedVersion: version, reason })}
      onSubmit={({ reason = '' }) => act({ receivableId: id, expectedVersion: version, reason })}
    >
      <Field name="reason" label={say('reason')} hint={say('hint')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Field>
    </Form>
  )
}
