import { messages, ReceiverFields, receiverIn, useMessages } from '@steward/portal'
import { Field, Input } from '@steward/ui'
import {
  AssigneeField,
  CategoryField,
  CauseField,
  DepartmentField,
  PurposeField,
  SeverityField,
  WordsField,
} from './fields.tsx'
import {
  AcknowledgeComplaint,
  AnswerReferralOfComplaint,
  AssignComplaint,
  ContainComplaint,
  HandOverComplaint,
  MergeComplaint,
  ReferComplaint,
  WithdrawComplaint,
} from './intake-documents.ts'
import { SameMatterField } from './same-matter-field.tsx'
import { verbForm } from './verb-form.tsx'

const texts = messages({
  containment: { zh: '已采取的应急措施', en: 'What was done at once' },
  containmentHint: {
    zh: '先止损，后补批：写明做了什么、谁做的。',
    en: 'What was done, and by whom; it is approved afterwards.',
  },
  handOverNote: { zh: '为何移交、进展到哪里', en: 'Why, and how far it has come' },
  handOverHint: {
    zh: '对方接收之前仍由您负责。',
    en: 'Until they accept, you stay responsible.',
  },
  mergeReason: { zh: '合并理由', en: 'Why they are one matter' },
  referTo: { zh: '转往单位', en: 'Third party' },
  referToHint: { zh: '开发商、邻里、水电燃气等第三方', en: 'Developer, neighbour, utility …' },
  referReason: { zh: '转办理由', en: 'Why it is theirs' },
  answer: { zh: '对方的答复', en: 'Their answer' },
  withdrawReason: { zh: '客户撤回的原因', en: 'Why the client takes it back' },
})

export const AcknowledgeForm = verbForm({
  action: 'acknowledge',
  mutation: AcknowledgeComplaint,
  initial: ({ handlingDepartment, assignee, severity, purpose, cause, category }) => ({
    handlingDepartmentId: handlingDepartment?.id,
    assigneeId: assignee?.id,
    severity,
    purpose,
    cause,
    categoryId: category?.id,
  }),
  Fields: ({ complaint }) => (
    <>
      <DepartmentField name="handlingDepartmentId" required />
      <AssigneeField name="assigneeId" of="handlingDepartmentId" />
      <SeverityField />
      {/* What is owed to a complainant follows from it; other kinds say it by themselves. */}
      <PurposeField required={complaint.kind === 'COMPLAINT'} />
      <CategoryField />
      <CauseField />
    </>
  ),
})

export const AssignForm = verbForm({
  action: 'assign',
  mutation: AssignComplaint,
  initial: ({ handlingDepartment, assignee }) => ({
    handlingDepartmentId: handlingDepartment?.id,
    assigneeId: assignee?.id,
  }),
  Fields: () => (
    <>
      <DepartmentField name="handlingDepartmentId" required />
      <AssigneeField name="assigneeId" of="handlingDepartmentId" />
    </>
  ),
})

export const HandOverForm = verbForm({
  action: 'handOver',
  mutation: HandOverComplaint,
  initial: ({ handlingDepartment }) => ({ departmentId: handlingDepartment?.id }),
  // The colleague, where one was chosen, else whoever of the department accepts.
  send: ({ note, departmentId, receiverId }) => ({ note, ...receiverIn({ departmentId, receiverId }) }),
  Fields: function HandOverFields() {
    const say = useMessages(texts)
    return (
      <>
        <ReceiverFields />
        <WordsField name="note" label={say('handOverNote')} hint={say('handOverHint')} required />
      </>
    )
  },
})

export const ContainForm = verbForm({
  action: 'contain',
  mutation: ContainComplaint,
  Fields: function ContainFields() {
    const say = useMessages(texts)
    return (
      <WordsField
        name="containment"
        label={say('containment')}
        hint={say('containmentHint')}
        required
        autoFocus
      />
    )
  },
})

export const MergeForm = verbForm({
  action: 'merge',
  mutation: MergeComplaint,
  Fields: function MergeFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <SameMatterField name="intoId" complaint={complaint} />
        <WordsField name="reason" label={say('mergeReason')} required />
      </>
    )
  },
})

export const ReferForm = verbForm({
  action: 'refer',
  mutation: ReferComplaint,
  Fields: function ReferFields() {
    const say = useMessages(texts)
    return (
      <>
        <Field name="to" label={say('referTo')} hint={say('referToHint')} required wide>
          <Input autoFocus maxLength={200} />
        </Field>
        <WordsField name="reason" label={say('referReason')} required />
      </>
    )
  },
})

export const AnswerReferralForm = verbForm({
  action: 'answerReferral',
  mutation: AnswerReferralOfComplaint,
  Fields: function AnswerReferralFields() {
    const say = useMessages(texts)
    return <WordsField name="answer" label={say('answer')} required autoFocus />
  },
})

export const WithdrawForm = verbForm({
  action: 'withdraw',
  mutation: WithdrawComplaint,
  Fields: function WithdrawFields() {
    const say = useMessages(texts)
    return <WordsField name="reason" label={say('withdrawReason')} required autoFocus />
  },
})
