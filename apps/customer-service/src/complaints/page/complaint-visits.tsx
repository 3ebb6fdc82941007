import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { DescriptionList, Instant, Panel, StatusTag } from '@steward/ui'
import { known } from './known.ts'

export const ComplaintVisitsFragment = graphql(/* GraphQL */ `
  fragment ComplaintVisits on Complaint {
    id
    resolvedAt
    followedUpAt
    followUpSatisfied
    followUpCount
    handler {
      id
      name
    }
    followedUpBy {
      id
      name
    }
  }
`)

const texts = messages({
  title: { zh: '办结与回访', en: 'Resolution and return visit' },
  resolved: { zh: '办结', en: 'Resolved' },
  visited: { zh: '回访', en: 'Return visit' },
  count: { zh: '回访次数', en: 'Return visits' },
  answer: { zh: '客户评价', en: 'The client is' },
  satisfied: { zh: '满意', en: 'satisfied' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
  unreached: { zh: '未联系上', en: 'not reached' },
})

/** Who settled it, and what the client said to somebody else afterwards. */
export function ComplaintVisits({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintVisitsFragment>
}) {
  const say = useMessages(texts)
  const it = readFragment(ComplaintVisitsFragment, complaint)
  const answer = it.followUpSatisfied
  const items = known([
    {
      label: say('resolved'),
      value: it.resolvedAt && (
        <>
          {it.handler?.name} <Instant at={it.resolvedAt} />
        </>
      ),
    },
    {
      label: say('visited'),
      value: it.followedUpAt && (
        <>
          {it.followedUpBy?.name} <Instant at={it.followedUpAt} />
        </>
      ),
    },
    {
      label: say('answer'),
      value: it.followedUpAt && (
        <StatusTag tone={answer === null ? 'neutral' : answer ? 'good' : 'bad'}>
          {say(answer === null ? 'unreached' : answer ? 'satisfied' : 'dissatisfied')}
        </StatusTag>
      ),
    },
    { label: say('count'), value: it.followUpCount ? String(it.followUpCount) : null },
  ])
  if (items.length === 0) return null
  return (
    <Panel title={say('title')}>
      <DescriptionList items={items} min={160} />
    </Panel>
  )
}
