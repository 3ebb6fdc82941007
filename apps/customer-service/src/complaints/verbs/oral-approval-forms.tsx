import { ORAL_APPROVAL_HOURS } from '@steward/domain'
import { messages, PersonSelect, useMessages } from '@steward/portal'
import { Field } from '@steward/ui'
import { WallTimeInput } from '../wall-time-input.tsx'
import { WordsField } from './fields.tsx'
import { OralApprovalInBrief } from './oral-approval-in-brief.tsx'
import { OptionInBrief } from './option-in-brief.tsx'
import {
  DenyOralApprovalOfComplaint,
  RecordOralApprovalOfComplaint,
  SignOralApprovalOfComplaint,
} from './remedy-documents.ts'
import { verbForm } from './verb-form.tsx'

const texts = messages({
  approver: { zh: '请示了谁', en: 'Who was asked' },
  approverHint: {
    zh: '须有相应核决权限；其本人须按时补签。',
    en: 'Somebody with the authority, who then owes their signature.',
  },
  givenAt: { zh: '何时答复', en: 'When they answered' },
  givenAtHint: {
    zh: '先请示、后行动；{{hours}} 小时内登记。',
    en: 'Before acting; recorded within {{hours}} hours.',
  },
  words: { zh: '请示内容与原话', en: 'What was asked, and the answer in their words' },
  comment: { zh: '补签意见', en: 'Comment' },
  reason: { zh: '为何否认', en: 'Why you deny it' },
  reasonHint: {
    zh: '方案将退回调查，经办人须重新提出。',
    en: 'The proposal goes back and has to be made anew.',
  },
})

export const RecordOralApprovalForm = verbForm({
  action: 'recordOralApproval',
  mutation: RecordOralApprovalOfComplaint,
  initial: () => ({ givenAt: new Date().toISOString() }),
  Fields: function RecordOralApprovalFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <Field name="approverId" label={say('approver')} hint={say('approverHint')} required>
          <PersonSelect />
        </Field>
        <Field
          name="givenAt"
          label={say('givenAt')}
          hint={say('givenAtHint', { hours: ORAL_APPROVAL_HOURS })}
          required
        >
          <WallTimeInput />
        </Field>
        <WordsField name="words" label={say('words')} required autoFocus />
      </>
    )
  },
})

export const SignOralApprovalForm = verbForm({
  action: 'signOralApproval',
  mutation: SignOralApprovalOfComplaint,
  Fields: function SignOralApprovalFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <OralApprovalInBrief complaint={complaint} />
        <WordsField name="comment" label={say('comment')} rows={2} />
      </>
    )
  },
})

export const DenyOralApprovalForm = verbForm({
  action: 'denyOralApproval',
  mutation: DenyOralApprovalOfComplaint,
  Fields: function DenyOralApprovalFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <OralApprovalInBrief complaint={complaint} />
        <WordsField name="reason" label={say('reason')} hint={say('reasonHint')} required autoFocus />
      </>
    )
  },
})
