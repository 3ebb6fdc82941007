import { COST_EVENT_ACTION_LABELS, COST_EVENT_INPUTS } from '@steward/domain'
import { messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input } from '@steward/ui'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { VoidCostEvent } from './cost-documents.ts'

const texts = messages({
  reason: { zh: '作废原因', en: 'Reason' },
  hint: { zh: '记录保留，不再计入任何数字。', en: 'It stays on record and counts no more.' },
  done: { zh: '已作废', en: 'Voided' },
})

export function VoidCostForm({
  cost: { id, version },
  ...surroundings
}: ArchiveSurroundings & { readonly cost: { readonly id: string; readonly version: number } }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const act = useArchiveAct(VoidCostEvent, say('done'), surroundings)
  const verb = sayWord(COST_EVENT_ACTION_LABELS.void)
  return (
    <Form<{ readonly reason?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      check={({ reason = '' }) => check(COST_EVENT_INPUTS.void, { expectedVersion: version, reason })}
      onSubmit={({ reason = '' }) => act({ costEventId: id, expectedVersion: version, reason })}
    >
      <Field name="reason" label={say('reason')} hint={say('hint')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Field>
    </Form>
  )
}
