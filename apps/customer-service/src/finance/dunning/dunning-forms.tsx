import { DUNNING_ACTION_LABELS, DUNNING_INPUTS, DUNNING_STEP_LABELS } from '@steward/domain'
import { messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { CopyButton, Field, Form, Input, Inline, Prose, Stack } from '@steward/ui'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { HoldDunning, TakeDunningStep } from './dunning-documents.ts'
import type { DunningRow } from './dunning-page.tsx'

const texts = messages({
  wording: { zh: '{{step}}的用语', en: 'Words for: {{step}}' },
  copy: { zh: '复制', en: 'Copy' },
  outcome: { zh: '结果', en: 'What came of it' },
  outcomeHint: {
    zh: '如“答应周五付”“说有异议，已请其书面提出”',
    en: 'E.g. “will pay on Friday”, “objects; asked for it in writing”',
  },
  reason: { zh: '暂停原因', en: 'Reason' },
  reasonHint: {
    zh: '有未结案的投诉时系统会自动暂停，不必登记',
    en: 'An open complaint holds it by itself: no need to record that here',
  },
  taken: { zh: '已登记', en: 'Recorded' },
  held: { zh: '已暂停催收', en: 'Dunning is held' },
})

interface RowProps extends ArchiveSurroundings {
  readonly row: DunningRow
}

/** What is said stands above; what came of it is written below. */
export function TakeStepForm({ row, ...surroundings }: RowProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const act = useArchiveAct(TakeDunningStep, say('taken'), surroundings)
  const verb = sayWord(DUNNING_ACTION_LABELS.take)
  const step = row.step ?? 'REMINDER'
  return (
    <Stack gap={4}>
      {row.wording && (
        <Stack gap={1}>
          <Inline justify="space-between">
            <span className="st-strong">{say('wording', { step: sayWord(DUNNING_STEP_LABELS[step]) })}</span>
            <CopyButton text={row.wording} label={say('copy')} />
          </Inline>
          <Prose>{row.wording}</Prose>
        </Stack>
      )}
      <Form<{ readonly outcome?: string }>
        label={verb}
        verb={verb}
        onCancel={surroundings.onClose}
        check={({ outcome = '' }) => check(DUNNING_INPUTS.take, { step, outcome })}
        onSubmit={({ outcome = '' }) => act({ receivableId: row.receivableId, step, outcome })}
      >
        <Field name="outcome" label={say('outcome')} hint={say('outcomeHint')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Field>
      </Form>
    </Stack>
  )
}

export function HoldDunningForm({ row, ...surroundings }: RowProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const act = useArchiveAct(HoldDunning, say('held'), surroundings)
  const verb = sayWord(DUNNING_ACTION_LABELS.hold)
  return (
    <Form<{ readonly reason?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      check={({ reason = '' }) => check(DUNNING_INPUTS.hold, { reason })}
      onSubmit={({ reason = '' }) => act({ receivableId: row.receivableId, reason })}
    >
      <Field name="reason" label={say('reason')} hint={say('reasonHint')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Field>
    </Form>
  )
}
