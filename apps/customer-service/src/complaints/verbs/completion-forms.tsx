import { messages, useMessages } from '@steward/portal'
import { Choice, Field } from '@steward/ui'
import { WallTimeInput } from '../wall-time-input.tsx'
import {
  CloseComplaint,
  DispatchComplaint,
  FollowUpComplaint,
  ReopenComplaint,
  ResolveComplaint,
} from './completion-documents.ts'
import { AssigneeField, CauseField, DepartmentField, WordsField } from './fields.tsx'
import { verbForm } from './verb-form.tsx'

const texts = messages({
  receiver: { zh: '执行部门', en: 'Department that carries it out' },
  instruction: { zh: '要做什么', en: 'What is to be done' },
  dueAt: { zh: '完成期限', en: 'Done by' },
  outcome: { zh: '办理结果', en: 'What was done' },
  causeNote: { zh: '原因说明', en: 'Why it happened' },
  preventionNote: { zh: '预防再发的措施', en: 'What prevents a recurrence' },
  satisfied: { zh: '客户是否满意', en: 'Is the client satisfied?' },
  yes: { zh: '满意', en: 'Satisfied' },
  no: { zh: '不满意', en: 'Dissatisfied' },
  unreached: { zh: '未联系上', en: 'Nobody reached' },
  dissatisfiedHint: {
    zh: '不满意将退回调查，重拟方案；即时处理的转入正式处理。',
    en: 'Dissatisfied: back to investigation for a changed option; a quick case becomes a formal one.',
  },
  visit: { zh: '回访记录', en: 'What the client said' },
  closing: { zh: '结案说明', en: 'Closing note' },
  reopenReason: { zh: '重新处理的原因', en: 'Why it is reopened' },
  reopenHint: {
    zh: '等级上调一级，转入正式处理。',
    en: 'It becomes one level more severe and goes the formal way.',
  },
})

export const DispatchForm = verbForm({
  action: 'dispatch',
  mutation: DispatchComplaint,
  initial: ({ currentOption }) => ({ instruction: currentOption?.description }),
  Fields: function DispatchFields() {
    const say = useMessages(texts)
    return (
      <>
        <DepartmentField name="departmentId" label={say('receiver')} required />
        <AssigneeField name="assigneeId" of="departmentId" />
        <WordsField name="instruction" label={say('instruction')} required />
        <Field name="dueAt" label={say('dueAt')}>
          <WallTimeInput />
        </Field>
      </>
    )
  },
})

export const ResolveForm = verbForm({
  action: 'resolve',
  mutation: ResolveComplaint,
  initial: ({ cause, causeNote, preventionNote }) => ({ cause, causeNote, preventionNote }),
  Fields: function ResolveFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <WordsField name="outcome" label={say('outcome')} required autoFocus />
        <CauseField />
        {complaint.track === 'FORMAL' && (
          <>
            <WordsField name="causeNote" label={say('causeNote')} rows={2} />
            <WordsField name="preventionNote" label={say('preventionNote')} rows={2} />
          </>
        )}
      </>
    )
  },
})

export const FollowUpForm = verbForm({
  action: 'followUp',
  mutation: FollowUpComplaint,
  Fields: function FollowUpFields() {
    const say = useMessages(texts)
    const answers = [
      { value: true, label: say('yes') },
      { value: false, label: say('no') },
      { value: null, label: say('unreached') },
    ]
    return (
      <>
        <Field name="satisfied" label={say('satisfied')} hint={say('dissatisfiedHint')} wide>
          <Choice<boolean | null> options={answers} />
        </Field>
        <WordsField name="note" label={say('visit')} required />
      </>
    )
  },
})

export const CloseForm = verbForm({
  action: 'close',
  mutation: CloseComplaint,
  Fields: function CloseFields() {
    const say = useMessages(texts)
    return <WordsField name="reason" label={say('closing')} autoFocus />
  },
})

export const ReopenForm = verbForm({
  action: 'reopen',
  mutation: ReopenComplaint,
  Fields: function ReopenFields() {
    const say = useMessages(texts)
    return (
      <WordsField name="reason" label={say('reopenReason')} hint={say('reopenHint')} required autoFocus />
    )
  },
})
