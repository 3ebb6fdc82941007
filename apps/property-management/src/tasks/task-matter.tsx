import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { Panel, Prose } from '@steward/ui'

export const SiteTaskMatterFragment = graphql(/* GraphQL */ `
  fragment SiteTaskMatter on ComplaintTask {
    id
    status
    instruction
    evidenceNote
    reason
  }
`)

const texts = messages({
  instruction: { zh: '要做什么', en: 'What is to be done' },
  evidence: { zh: '做了什么', en: 'What was done' },
  returned: { zh: '退单原因', en: 'Why it was returned' },
  cancelled: { zh: '取消原因', en: 'Why it was cancelled' },
})

/** What is to be done, and what became of it. */
export function TaskMatter({ task }: { readonly task: FragmentType<typeof SiteTaskMatterFragment> }) {
  const say = useMessages(texts)
  const { status, instruction, evidenceNote, reason } = readFragment(SiteTaskMatterFragment, task)
  return (
    <>
      <Panel title={say('instruction')}>
        <Prose large>{instruction}</Prose>
      </Panel>
      {evidenceNote && (
        <Panel title={say('evidence')}>
          <Prose said>{evidenceNote}</Prose>
        </Panel>
      )}
      {reason && (
        <Panel title={say(status === 'CANCELLED' ? 'cancelled' : 'returned')}>
          <Prose said>{reason}</Prose>
        </Panel>
      )}
    </>
  )
}
