import { CLIENT_RELATION_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Day, Inline, Panel, Stack, StatusTag } from '@steward/ui'

export const ClientOccupanciesFragment = graphql(/* GraphQL */ `
  fragment ClientOccupancies on Client {
    id
    occupancies {
      relation
      fromOn
      toOn
      unit {
        id
        label
        building {
          id
          name
        }
        project {
          id
          name
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '房屋', en: 'Units' },
  since: { zh: '自', en: 'since' },
  former: { zh: '已结束', en: 'former' },
})

/** Which units the client owns or uses, from when to when; the present ones first, as the server orders them. */
export function ClientOccupancies({
  client,
}: {
  readonly client: FragmentType<typeof ClientOccupanciesFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { occupancies } = readFragment(ClientOccupanciesFragment, client)
  const seen = occupancies.filter(({ unit }) => unit !== null)
  if (seen.length === 0) return null
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        {seen.map(({ unit, relation, fromOn, toOn }) => (
          <Inline key={`${unit?.id}-${fromOn}`} gap={3}>
            <span className={toOn ? 'st-quiet' : 'st-strong'}>
              {[unit?.project?.name, unit?.building?.name, unit?.label].filter(Boolean).join(' · ')}
            </span>
            <StatusTag tone={toOn ? 'neutral' : 'primary'}>
              {toOn ? say('former') : sayWord(CLIENT_RELATION_LABELS[relation])}
            </StatusTag>
            <span className="st-quiet st-small">
              {toOn ? (
                <>
                  <Day on={fromOn} /> – <Day on={toOn} />
                </>
              ) : (
                <>
                  {say('since')} <Day on={fromOn} />
                </>
              )}
            </span>
          </Inline>
        ))}
      </Stack>
    </Panel>
  )
}
