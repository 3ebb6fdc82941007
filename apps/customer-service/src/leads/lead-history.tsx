import { CONTACT_CHANNEL_LABELS, LEAD_EVENT_LABELS, LEAD_EVENTS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Panel, Prose, StatusTag, Timeline, type Tone } from '@steward/ui'

export const LeadHistoryFragment = graphql(/* GraphQL */ `
  fragment LeadHistory on Lead {
    id
    events {
      id
      action
      at
      channel
      note
      by {
        id
        name
      }
      assignee {
        id
        name
      }
    }
  }
`)

const texts = messages({
  title: { zh: '跟进记录', en: 'What was done' },
  given: { zh: '给 {{name}}', en: 'to {{name}}' },
  had: { zh: '原负责人 {{name}}', en: 'it was {{name}}’s' },
})

const TONES: Readonly<Record<string, Tone>> = {
  CONTACT: 'primary',
  QUALIFY: 'seal',
  CONVERT: 'good',
  LOSE: 'bad',
  RELEASE: 'warn',
  RETURN: 'warn',
}

/** The contact log, and who had it when; the newest first. */
export function LeadHistory({ lead }: { readonly lead: FragmentType<typeof LeadHistoryFragment> }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { events } = readFragment(LeadHistoryFragment, lead)
  return (
    <Panel title={say('title')}>
      <Timeline
        label={say('title')}
        entries={events.map(({ id, action, at, by, assignee, channel, note }) => {
          const word = LEAD_EVENTS.find((it) => it.toUpperCase() === action)!
          const isGiven = action === 'ASSIGN' && assignee
          const wasTheirs =
            (action === 'RELEASE' || action === 'RETURN') && assignee && assignee.id !== by?.id
          return {
            key: id,
            at,
            by: by?.name,
            tone: TONES[action] ?? 'neutral',
            title: (
              <>
                {sayWord(LEAD_EVENT_LABELS[word])}
                {isGiven && ` ${say('given', { name: assignee.name })}`}
                {wasTheirs && ` · ${say('had', { name: assignee.name })}`}{' '}
                {channel && <StatusTag tone="info">{sayWord(CONTACT_CHANNEL_LABELS[channel])}</StatusTag>}
              </>
            ),
            children: note && <Prose>{note}</Prose>,
          }
        })}
      />
    </Panel>
  )
}
