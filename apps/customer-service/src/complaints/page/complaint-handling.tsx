import { CONFIRMATION_MODE_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { DescriptionList, Instant, Panel } from '@steward/ui'
import { known } from './known.ts'

export const ComplaintHandlingFragment = graphql(/* GraphQL */ `
  fragment ComplaintHandling on Complaint {
    id
    acknowledgedAt
    contactAttempts
    confirmationMode
    confirmedAt
    referredTo
    referredAt
    referralAnsweredAt
    closedAt
    closeReason
    handlingDepartment {
      id
      name
    }
    assignee {
      id
      name
    }
    closedBy {
      id
      name
    }
  }
`)

const texts = messages({
  title: { zh: '承办', en: 'Handling' },
  department: { zh: '承办部门', en: 'Department' },
  assignee: { zh: '承办人', en: 'Assignee' },
  nobody: { zh: '尚未指派', en: 'Nobody yet' },
  acknowledged: { zh: '受理时间', en: 'Acknowledged' },
  attempts: { zh: '未联系上', en: 'Attempts in vain' },
  times: { zh: '{{count}} 次', en: { one: '{{count}} time', other: '{{count}} times' } },
  confirmed: { zh: '客户确认', en: 'Client confirmed' },
  referredTo: { zh: '转往', en: 'Referred to' },
  referralAnswered: { zh: '对方答复', en: 'They answered' },
  notYet: { zh: '尚未答复', en: 'Not yet' },
  closed: { zh: '办结', en: 'Ended' },
  closeReason: { zh: '结束说明', en: 'Why it ended' },
})

/** Who has it, and the marks of its way. */
export function ComplaintHandling({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintHandlingFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const it = readFragment(ComplaintHandlingFragment, complaint)
  const items = known([
    { label: say('department'), value: it.handlingDepartment?.name },
    { label: say('assignee'), value: it.assignee?.name ?? (it.handlingDepartment && say('nobody')) },
    { label: say('acknowledged'), value: it.acknowledgedAt && <Instant at={it.acknowledgedAt} /> },
    {
      label: say('attempts'),
      value: it.contactAttempts ? say('times', { count: it.contactAttempts }) : null,
    },
    {
      label: say('confirmed'),
      value: it.confirmationMode && (
        <>
          {sayWord(CONFIRMATION_MODE_LABELS[it.confirmationMode])}
          {it.confirmedAt && (
            <>
              {' '}
              · <Instant at={it.confirmedAt} />
            </>
          )}
        </>
      ),
    },
    { label: say('referredTo'), value: it.referredTo },
    {
      label: say('referralAnswered'),
      value: it.referralAnsweredAt ? <Instant at={it.referralAnsweredAt} /> : it.referredAt && say('notYet'),
    },
    {
      label: say('closed'),
      value: it.closedAt && (
        <>
          {it.closedBy?.name} <Instant at={it.closedAt} />
        </>
      ),
    },
    { label: say('closeReason'), value: it.closeReason, wide: true },
  ])
  if (items.length === 0) return null
  return (
    <Panel title={say('title')}>
      <DescriptionList items={items} min={112} />
    </Panel>
  )
}
