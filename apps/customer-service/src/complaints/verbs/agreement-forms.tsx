import { messages, useMessages } from '@steward/portal'
import { Field, Input } from '@steward/ui'
import { WordsField } from './fields.tsx'
import { OptionInBrief } from './option-in-brief.tsx'
import { RecordAgreementOfComplaint } from './remedy-documents.ts'
import { verbForm } from './verb-form.tsx'

const texts = messages({
  signer: { zh: '客户方签署人', en: 'Who signed on the client’s side' },
  signerHint: {
    zh: '以签在纸上的姓名为准；您以自己的签名证明亲眼所见。',
    en: 'As it stands on the paper; with your own signature you attest that you saw it.',
  },
  signedOn: { zh: '签署日期', en: 'Signed on' },
  note: { zh: '备注', en: 'Remark' },
})

export const RecordAgreementForm = verbForm({
  action: 'recordAgreement',
  mutation: RecordAgreementOfComplaint,
  Fields: function RecordAgreementFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <Field name="signer" label={say('signer')} hint={say('signerHint')} required>
          <Input maxLength={60} autoFocus />
        </Field>
        <Field name="signedOn" label={say('signedOn')} required>
          <Input type="date" />
        </Field>
        <WordsField name="note" label={say('note')} rows={2} />
      </>
    )
  },
})
