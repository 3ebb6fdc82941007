import { closingProofs, COMPLAINT_ACTION_LABELS, CONDITIONS, type ClosingGap } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Button, Checklist, Panel } from '@steward/ui'
import { actionOf, type CaseAction } from '../action-names.ts'

export const ClosingChecklistFragment = graphql(/* GraphQL */ `
  fragment ClosingChecklist on Complaint {
    id
    status
    closingGaps
    availableActions
  }
`)

const texts = messages({
  title: { zh: '结案条件', en: 'Before it can be closed' },
  progress: { zh: '{{done}} / {{all}}', en: '{{done}} of {{all}}' },
  CLIENT_WORD: { zh: '客户已表态', en: 'The client has spoken' },
  APPROVAL_SIGNATURE: { zh: '口头批准已补签', en: 'The oral approval is signed' },
  AGREEMENT: { zh: '处理协议客户已签（如需要）', en: 'The client signed the agreement, if one is needed' },
  OPEN_ORDERS: { zh: '执行单全部完成', en: 'All orders are done' },
  CAUSE: { zh: '原因已登记', en: 'The cause is recorded' },
  PREVENTION: { zh: '预防措施已登记', en: 'Prevention is recorded' },
  RETURN_VISIT: { zh: '他人已回访', en: 'Somebody else has followed up' },
  REFERRAL_ANSWER: { zh: '转办已有答复', en: 'The third party has answered' },
  PROMISES: { zh: '对客户的承诺已了结', en: 'Nothing promised is still owed' },
} as const satisfies Record<ClosingGap | 'title' | 'progress', { zh: string; en: string }>)

/** The verb that closes a gap. Open orders are closed by those who carry them out. */
const REMEDIES: Readonly<Partial<Record<ClosingGap, CaseAction>>> = {
  CLIENT_WORD: 'confirm',
  APPROVAL_SIGNATURE: 'signOralApproval',
  AGREEMENT: 'recordAgreement',
  CAUSE: 'recordFindings',
  PREVENTION: 'recordFindings',
  RETURN_VISIT: 'followUp',
  REFERRAL_ANSWER: 'answerReferral',
}

interface ClosingChecklistProps {
  readonly complaint: FragmentType<typeof ClosingChecklistFragment>
  readonly onAct: (action: CaseAction) => void
}

/** Closing is proven: what is there, what is missing, and the way to it for whoever may. */
export function ClosingChecklist({ complaint, onAct }: ClosingChecklistProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { status, closingGaps, availableActions } = readFragment(ClosingChecklistFragment, complaint)
  const proofs = closingProofs(status)
  if (proofs.length === 0) return null
  const allowed = availableActions.map(actionOf)
  const items = proofs.map(({ gap, condition }) => {
    const remedy = REMEDIES[gap]
    return {
      key: gap,
      label: say(gap),
      done: !closingGaps.includes(gap),
      hint: sayWord(CONDITIONS[condition].refusal),
      action: remedy && allowed.includes(remedy) && (
        <Button size="small" onClick={() => onAct(remedy)}>
          {sayWord(COMPLAINT_ACTION_LABELS[remedy])}
        </Button>
      ),
    }
  })
  const done = items.filter((item) => item.done).length
  return (
    <Panel
      title={say('title')}
      actions={<span className="st-quiet">{say('progress', { done, all: items.length })}</span>}
    >
      <Checklist label={say('title')} items={items} />
    </Panel>
  )
}
