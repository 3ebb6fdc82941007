import { TIMELINE_LABELS, type ComplaintEventAction } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Lines, Panel, Timeline } from '@steward/ui'

export const SiteCaseCourseFragment = graphql(/* GraphQL */ `
  fragment SiteCaseCourse on Complaint {
    id
    events {
      id
      action
      at
      note
      by {
        id
        name
      }
    }
  }
`)

const texts = messages({ course: { zh: '经过', en: 'So far' } })

/** `LOG_CONTACT_ATTEMPT` → `logContactAttempt`: the published name of a verb, as the domain has it. */
const verbOf = (published: string): string =>
  published.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What happened to the case, newest first. */
export function ComplaintCourse({
  complaint,
}: {
  readonly complaint: FragmentType<typeof SiteCaseCourseFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { events } = readFragment(SiteCaseCourseFragment, complaint)
  if (events.length === 0) return null
  return (
    <Panel title={say('course')}>
      <Timeline
        label={say('course')}
        entries={events.map(({ id, action, at, by, note }) => ({
          key: id,
          at,
          title: sayWord(TIMELINE_LABELS[verbOf(action) as ComplaintEventAction]),
          by: by?.name,
          children: note && <Lines most={3}>{note}</Lines>,
        }))}
      />
    </Panel>
  )
}
