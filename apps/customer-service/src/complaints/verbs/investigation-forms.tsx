import type { VerbCaseFragment } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { CauseField, DepartmentField, FaultShareField, WasRealField, WordsField } from './fields.tsx'
import {
  DeclineComplaint,
  DismissComplaint,
  InvestigateComplaint,
  RecordFindingsOfComplaint,
  RuleResponsibilityOfComplaint,
} from './investigation-documents.ts'
import { verbForm } from './verb-form.tsx'

const texts = messages({
  findings: { zh: '调查结果', en: 'Findings' },
  findingsHint: {
    zh: '到过哪里、问过谁、看到什么；开始时可留空，稍后补记。',
    en: 'Where you were, whom you asked, what you saw. May be left empty for now.',
  },
  responsible: { zh: '建议的责任部门', en: 'Department proposed as responsible' },
  ruled: { zh: '责任部门', en: 'Responsible department' },
  comment: { zh: '裁定意见', en: 'Ruling' },
  causeNote: { zh: '原因说明', en: 'Why it happened' },
  preventionNote: { zh: '预防再发的措施', en: 'What prevents a recurrence' },
  dismissReason: { zh: '不成立的理由', en: 'Why it does not hold' },
  dismissHint: { zh: '答复客户时用中性措辞。', en: 'The client will hear it: neutral wording.' },
  declineReason: { zh: '不予支持的理由', en: 'Why the demand goes too far' },
  alternative: { zh: '我们可以做的替代安排', en: 'What we can do instead' },
})

const known = (complaint: VerbCaseFragment) => ({
  findings: complaint.findings,
  wasReal: complaint.wasReal,
  faultShare: complaint.faultShare,
  proposedResponsibleDepartmentId: complaint.proposedResponsibleDepartment?.id,
  cause: complaint.cause,
  causeNote: complaint.causeNote,
  preventionNote: complaint.preventionNote,
})

function FindingsFields() {
  const say = useMessages(texts)
  return (
    <>
      <WordsField name="findings" label={say('findings')} hint={say('findingsHint')} rows={5} autoFocus />
      <WasRealField />
      <FaultShareField />
      <DepartmentField name="proposedResponsibleDepartmentId" label={say('responsible')} />
      <CauseField />
    </>
  )
}

export const InvestigateForm = verbForm({
  action: 'investigate',
  mutation: InvestigateComplaint,
  initial: ({ cause }) => ({ cause }),
  Fields: FindingsFields,
})

export const RecordFindingsForm = verbForm({
  action: 'recordFindings',
  mutation: RecordFindingsOfComplaint,
  initial: known,
  // What stays as it was is not stated again: whoever states findings becomes their author.
  send: (values, complaint) => {
    const before: Readonly<Record<string, unknown>> = known(complaint)
    return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== before[name]))
  },
  Fields: function RecordFindingsFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        {complaint.status === 'INVESTIGATING' ? <FindingsFields /> : <CauseField />}
        <WordsField name="causeNote" label={say('causeNote')} />
        <WordsField name="preventionNote" label={say('preventionNote')} />
      </>
    )
  },
})

export const RuleResponsibilityForm = verbForm({
  action: 'ruleResponsibility',
  mutation: RuleResponsibilityOfComplaint,
  initial: ({ proposedResponsibleDepartment, faultShare }) => ({
    responsibleDepartmentId: proposedResponsibleDepartment?.id,
    faultShare,
  }),
  Fields: function RuleResponsibilityFields() {
    const say = useMessages(texts)
    return (
      <>
        <DepartmentField name="responsibleDepartmentId" label={say('ruled')} />
        <FaultShareField required />
        <WordsField name="comment" label={say('comment')} required />
      </>
    )
  },
})

export const DismissForm = verbForm({
  action: 'dismiss',
  mutation: DismissComplaint,
  Fields: function DismissFields() {
    const say = useMessages(texts)
    return (
      <WordsField name="reason" label={say('dismissReason')} hint={say('dismissHint')} required autoFocus />
    )
  },
})

export const DeclineForm = verbForm({
  action: 'decline',
  mutation: DeclineComplaint,
  Fields: function DeclineFields() {
    const say = useMessages(texts)
    return (
      <>
        <WordsField name="reason" label={say('declineReason')} required autoFocus />
        <WordsField name="alternative" label={say('alternative')} required />
      </>
    )
  },
})
