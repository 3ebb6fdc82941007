import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath } from '@steward/portal'
import { AppLink, Instant, Panel, Timeline } from '@steward/ui'

export const ClientOriginFragment = graphql(/* GraphQL */ `
  fragment ClientOrigin on Client {
    id
    leads {
      id
      number
      openedAt
      convertedAt
      referrer
      referrerClient {
        id
        name
      }
      source {
        id
        name
      }
      campaign {
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
  title: { zh: '从哪里来', en: 'Where they came from' },
  converted: { zh: '由线索 {{number}} 转来', en: 'Converted from lead {{number}}' },
  referred: { zh: '{{name}} 介绍', en: 'sent by {{name}}' },
  opened: { zh: '线索登记于', en: 'opened as a lead' },
})

/** The leads that became this client: source, campaign, who sent them and when. Nothing where they came without one. */
export function ClientOrigin({ client }: { readonly client: FragmentType<typeof ClientOriginFragment> }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { leads } = readFragment(ClientOriginFragment, client)
  if (leads.length === 0) return null
  return (
    <Panel title={say('title')}>
      <Timeline
        label={say('title')}
        entries={leads.map((lead) => {
          const by = lead.referrerClient?.name ?? lead.referrer
          return {
            key: lead.id,
            at: lead.convertedAt ?? undefined,
            title: (
              <AppLink to={path(`leads/${lead.id}`)}>{say('converted', { number: lead.number })}</AppLink>
            ),
            by: lead.assignee?.name,
            tone: 'good' as const,
            children: (
              <span className="st-quiet">
                {[lead.source?.name, lead.campaign?.name, by && say('referred', { name: by })]
                  .filter(Boolean)
                  .join(' · ')}
                {' · '}
                {say('opened')} <Instant at={lead.openedAt} show="absolute" />
              </span>
            ),
          }
        })}
      />
    </Panel>
  )
}
