import { PURPOSE_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { DescriptionList, Instant, Panel, Prose } from '@steward/ui'
import { known } from './known.ts'

export const ComplaintContentsFragment = graphql(/* GraphQL */ `
  fragment ComplaintContents on Complaint {
    id
    facts
    demand
    containment
    occurredAt
    readBackAt
    purpose
    category {
      id
      nameZh
      nameEn
    }
  }
`)

const texts = messages({
  title: { zh: '事情经过', en: 'What happened' },
  facts: { zh: '客户陈述', en: 'As the client told it' },
  demand: { zh: '客户要求', en: 'What is asked for' },
  containment: { zh: '应急处置', en: 'Done at once' },
  occurredAt: { zh: '发生时间', en: 'Happened' },
  readBack: { zh: '复述确认', en: 'Read back' },
  purpose: { zh: '诉求性质', en: 'Purpose' },
  category: { zh: '事项分类', en: 'Category' },
})

/** The client's own account. */
export function ComplaintContents({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintContentsFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const it = readFragment(ComplaintContentsFragment, complaint)
  const items = known([
    { label: say('facts'), value: it.facts && <Prose>{it.facts}</Prose>, wide: true },
    { label: say('demand'), value: it.demand && <Prose>{it.demand}</Prose>, wide: true },
    { label: say('containment'), value: it.containment && <Prose>{it.containment}</Prose>, wide: true },
    { label: say('occurredAt'), value: it.occurredAt && <Instant at={it.occurredAt} show="absolute" /> },
    { label: say('readBack'), value: it.readBackAt && <Instant at={it.readBackAt} show="absolute" /> },
    { label: say('purpose'), value: it.purpose && sayWord(PURPOSE_LABELS[it.purpose]) },
    {
      label: say('category'),
      value: it.category && sayWord({ zh: it.category.nameZh, en: it.category.nameEn }),
    },
  ])
  if (items.length === 0) return null
  return (
    <Panel title={say('title')}>
      <DescriptionList items={items} />
    </Panel>
  )
}
