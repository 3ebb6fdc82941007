import { STATUS_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Panel, StagePath } from '@steward/ui'
import { wayOf } from './stages.ts'

export const ComplaintStagesFragment = graphql(/* GraphQL */ `
  fragment ComplaintStages on Complaint {
    id
    status
    track
    events {
      id
      from
      to
    }
  }
`)

const texts = messages({ way: { zh: '办理进度', en: 'Progress' } })

/** How far the case has come on its track. */
export function ComplaintStages({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintStagesFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { status, track, events } = readFragment(ComplaintStagesFragment, complaint)
  if (!track) return null
  // Newest first: the step that led here.
  const left = events.find((event) => event.to === status && event.from !== status)?.from
  const { stages, finished } = wayOf(status, track, left)
  return (
    <Panel>
      <StagePath
        label={say('way')}
        stages={stages.map((key) => ({ key, label: sayWord(STATUS_LABELS[key]) }))}
        current={status}
        finished={finished}
      />
    </Panel>
  )
}
