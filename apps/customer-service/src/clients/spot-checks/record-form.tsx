import {
  SPOT_CHECK_ACTION_LABELS,
  SPOT_CHECK_INPUTS,
  SPOT_CHECK_RESULT_LABELS,
  SPOT_CHECK_RESULTS,
  type SpotCheckResult,
} from '@steward/domain'
import { messages, useCheckInput, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Form, Input, Select, useFieldValue, useNotify } from '@steward/ui'
import { RecordSpotCheck } from './spot-check-documents.ts'

const texts = messages({
  result: { zh: '结果', en: 'Result' },
  part: { zh: '哪一项有误', en: 'Which part is wrong' },
  note: { zh: '错在哪里', en: 'What is wrong' },
  noteOf: { zh: '说明', en: 'Note' },
  hint: {
    zh: '会出现在负责人的待完善名单里，直到改正并核对。登记后不能修改。',
    en: 'It stands in the list of who owes it until it is put right and confirmed. It cannot be changed later.',
  },
  done: { zh: '结果已登记', en: 'The result is on record' },
})

interface Values {
  readonly result: SpotCheckResult
  readonly requirementId?: string
  readonly note?: string
}

interface RecordFormProps {
  readonly entry: { readonly id: string; readonly version: number }
  /** The parts that concern this client. */
  readonly parts: readonly { readonly value: string; readonly label: string }[]
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** What a check found: complete, or which part is wrong and how. */
export function RecordForm({ entry, parts, onReload, onClose }: RecordFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const record = useFreshAct(RecordSpotCheck, onReload)
  const stated = ({ result, requirementId, note }: Values) => ({
    entryId: entry.id,
    expectedVersion: entry.version,
    result,
    ...(result === 'WRONG' && requirementId ? { requirementId } : {}),
    ...(note ? { note } : {}),
  })
  const verb = sayWord(SPOT_CHECK_ACTION_LABELS.record)
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ result: 'COMPLETE' }}
      onCancel={onClose}
      check={(values) => check(SPOT_CHECK_INPUTS.record, stated(values))}
      onSubmit={async (values) => {
        const { refused } = await record(stated(values))
        if (refused) return refused
        await onReload()
        notify.done(say('done'))
        onClose()
        return undefined
      }}
    >
      <Field name="result" label={say('result')} required>
        <Choice
          options={SPOT_CHECK_RESULTS.map((value) => ({
            value,
            label: sayWord(SPOT_CHECK_RESULT_LABELS[value]),
          }))}
        />
      </Field>
      <WrongPart parts={parts} />
    </Form>
  )
}

function WrongPart({ parts }: Pick<RecordFormProps, 'parts'>) {
  const say = useMessages(texts)
  const wrong = useFieldValue<SpotCheckResult>('result') === 'WRONG'
  return (
    <>
      {wrong && (
        <Field name="requirementId" label={say('part')} required>
          <Select options={[...parts]} showSearch={{ optionFilterProp: 'label' }} />
        </Field>
      )}
      <Field
        name="note"
        label={say(wrong ? 'note' : 'noteOf')}
        required={wrong}
        {...(wrong ? { hint: say('hint') } : {})}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
      </Field>
    </>
  )
}
