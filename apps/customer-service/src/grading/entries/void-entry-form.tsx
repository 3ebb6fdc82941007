import { METRIC_ENTRY_ACTION_LABELS, METRIC_ENTRY_INPUTS } from '@steward/domain'
import { messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input } from '@steward/ui'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { VoidMetricEntry } from './entry-documents.ts'

const texts = messages({
  reason: { zh: '作废原因', en: 'Reason' },
  hint: { zh: '记录保留，不再参与评估。', en: 'It stays on record and counts no more.' },
  done: { zh: '已作废', en: 'Voided' },
})

export function VoidEntryForm({
  entry: { id, version },
  ...surroundings
}: ArchiveSurroundings & { readonly entry: { readonly id: string; readonly version: number } }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const act = useArchiveAct(VoidMetricEntry, say('done'), surroundings)
  const verb = sayWord(METRIC_ENTRY_ACTION_LABELS.void)
  return (
    <Form<{ readonly reason?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      check={({ reason = '' }) => check(METRIC_ENTRY_INPUTS.void, { expectedVersion: version, reason })}
      onSubmit={({ reason = '' }) => act({ metricEntryId: id, expectedVersion: version, reason })}
    >
      <Field name="reason" label={say('reason')} hint={say('hint')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Field>
    </Form>
  )
}
