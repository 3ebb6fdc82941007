import type { VerbCaseFragment } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { DescriptionList, Instant, Prose } from '@steward/ui'

const texts = messages({
  recorded: { zh: '登记人', en: 'Recorded by' },
  givenAt: { zh: '答复时间', en: 'Answered' },
  owed: { zh: '最迟补签', en: 'To be signed by' },
  words: { zh: '请示内容与原话', en: 'What was asked, and the answer' },
})

/** What somebody is said to have approved: whoever signs or denies it must read that first. */
export function OralApprovalInBrief({ complaint }: { readonly complaint: VerbCaseFragment }) {
  const say = useMessages(texts)
  const { approvedAt, approvalOwedUntil, events } = complaint
  const record = events
    .filter(({ action }) => action === 'RECORD_ORAL_APPROVAL')
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0]
  if (!record) return null
  return (
    <div className="st-field-wide st-above-field">
      <DescriptionList
        items={[
          ...(record.note ? [{ label: say('words'), value: <Prose>{record.note}</Prose> }] : []),
          ...(record.by ? [{ label: say('recorded'), value: record.by.name }] : []),
          ...(approvedAt
            ? [{ label: say('givenAt'), value: <Instant at={approvedAt} show="absolute" /> }]
            : []),
          ...(approvalOwedUntil
            ? [{ label: say('owed'), value: <Instant at={approvalOwedUntil} show="absolute" /> }]
            : []),
        ]}
      />
    </div>
  )
}
