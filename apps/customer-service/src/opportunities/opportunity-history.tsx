import { CONTACT_CHANNEL_LABELS, OPPORTUNITY_EVENT_LABELS, OPPORTUNITY_EVENTS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Panel, Prose, StatusTag, Timeline, type Tone } from '@steward/ui'

export const OpportunityHistoryFragment = graphql(/* GraphQL */ `
  fragment OpportunityHistory on Opportunity {
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
})

const TONES: Readonly<Record<string, Tone>> = {
  CONTACT: 'primary',
  QUOTE: 'warn',
  AGREE: 'seal',
  WIN: 'good',
  LOSE: 'bad',
  STEP_BACK: 'warn',
  UNSETTLE: 'warn',
}

const enumName = (action: string) => action.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

/** What was said and decided, by whom; the newest first. */
export function OpportunityHistory({
  opportunity,
}: {
  readonly opportunity: FragmentType<typeof OpportunityHistoryFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { events } = readFragment(OpportunityHistoryFragment, opportunity)
  return (
    <Panel title={say('title')}>
      <Timeline
        label={say('title')}
        entries={events.map(({ id, action, at, by, assignee, channel, note }) => {
          const word = OPPORTUNITY_EVENTS.find((it) => enumName(it) === action)!
          return {
            key: id,
            at,
            by: by?.name,
            tone: TONES[action] ?? 'neutral',
            title: (
              <>
                {sayWord(OPPORTUNITY_EVENT_LABELS[word])}
                {action === 'ASSIGN' && assignee && ` ${say('given', { name: assignee.name })}`}{' '}
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
