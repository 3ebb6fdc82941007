import { Field, Input } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'

const texts = messages({
  method: { zh: '销毁方式', en: 'How' },
  methodHint: { zh: '如：碎纸机粉碎、格式化、彻底删除', en: 'E.g. shredded, erased' },
  place: { zh: '销毁地点', en: 'Where' },
  on: { zh: '销毁日期', en: 'On' },
  witnesses: { zh: '见证人', en: 'Witnesses' },
})

/** What whoever destroys client information says of it: the fields of a destruction record (`DESTRUCTION_FIELDS` of the domain). */
export function DestructionFields() {
  const say = useMessages(texts)
  return (
    <>
      <Field name="method" label={say('method')} hint={say('methodHint')} required>
        <Input maxLength={200} />
      </Field>
      <Field name="place" label={say('place')} required>
        <Input maxLength={120} />
      </Field>
      <Field name="destroyedOn" label={say('on')} required>
        <Input type="date" />
      </Field>
      <Field name="witnesses" label={say('witnesses')}>
        <Input maxLength={200} />
      </Field>
    </>
  )
}
