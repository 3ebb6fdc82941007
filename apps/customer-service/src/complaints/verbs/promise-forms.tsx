import { HAND_MADE_KINDS, PROMISE_KIND_LABELS } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Field, Input, Select } from '@steward/ui'
import { WallTimeInput } from '../wall-time-input.tsx'
import { ChannelField } from './fields.tsx'
import { MakePromiseOfComplaint } from './promise-documents.ts'
import { verbForm } from './verb-form.tsx'

const texts = messages({
  kind: { zh: '承诺什么', en: 'What is promised' },
  what: { zh: '具体说明', en: 'In words' },
  whatHint: {
    zh: '只承诺时间；处理结果须经批准后方可承诺。',
    en: 'A time only; a remedy is promised once it is approved.',
  },
  dueAt: { zh: '最迟时间', en: 'By when' },
})

/** The time that was said to the client, while they are still on the phone. */
export const MakePromiseForm = verbForm({
  action: 'makePromise',
  mutation: MakePromiseOfComplaint,
  initial: () => ({ kind: 'ANSWER', channel: 'PHONE' }),
  Fields: () => {
    const say = useMessages(texts)
    const sayWord = useSay()
    return (
      <>
        <Field name="kind" label={say('kind')} required>
          <Select
            options={HAND_MADE_KINDS.map((value) => ({ value, label: sayWord(PROMISE_KIND_LABELS[value]) }))}
          />
        </Field>
        <Field name="dueAt" label={say('dueAt')} required>
          <WallTimeInput />
        </Field>
        <ChannelField />
        <Field name="what" label={say('what')} hint={say('whatHint')} wide>
          <Input />
        </Field>
      </>
    )
  },
})
