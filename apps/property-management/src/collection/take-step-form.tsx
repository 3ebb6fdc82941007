import { DUNNING_INPUTS, DUNNING_STEP_LABELS } from '@steward/domain'
import type { SiteDunningQuery } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input, Stack, useNotify } from '@steward/ui'
import { SiteTakeDunningStep } from './collection-documents.ts'

const texts = messages({
  words: { zh: '可以这样说', en: 'One may say' },
  outcome: { zh: '结果', en: 'What came of it' },
  place: { zh: '例如：答应周五前付清', en: 'e.g. promised to pay by Friday' },
  done: { zh: '已登记', en: 'Recorded' },
})

type Line = SiteDunningQuery['dunning'][number]

/** Takes down the step that is due, with the words for it in sight. */
export function TakeStepForm({
  line,
  onDone,
  onCancel,
}: {
  readonly line: Line & { readonly step: NonNullable<Line['step']> }
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const take = useAct(SiteTakeDunningStep)
  const { receivableId, step, wording } = line
  const verb = sayWord(DUNNING_STEP_LABELS[step])
  return (
    <Form<{ readonly outcome?: string }>
      label={verb}
      verb={verb}
      onCancel={onCancel}
      check={({ outcome = '' }) => check(DUNNING_INPUTS.take, { step, outcome })}
      onSubmit={async ({ outcome = '' }) => {
        const { refused } = await take({ receivableId, step, outcome })
        if (refused) return refused
        notify.done(say('done'))
        onDone()
        return undefined
      }}
    >
      {wording && (
        <Stack gap={1}>
          <span className="st-quiet st-small">{say('words')}</span>
          <span>{wording}</span>
        </Stack>
      )}
      <Field name="outcome" label={say('outcome')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} placeholder={say('place')} />
      </Field>
    </Form>
  )
}
