import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath } from '@steward/portal'
import { AppLink, EmptyState, Inline, Instant, Panel, Stack } from '@steward/ui'
import { SeverityMark, StatusMark } from '../complaints/marks.tsx'

export const MostUrgentFragment = graphql(/* GraphQL */ `
  fragment MostUrgent on Query {
    urgent: complaints(first: 5, filter: { awaitingMe: true }, orderBy: MOST_SEVERE) {
      edges {
        node {
          id
          number
          summary
          severity
          status
          registeredAt
          client {
            id
            name
          }
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '最急的五件', en: 'The five most urgent' },
  all: { zh: '全部待办', en: 'All that waits' },
  none: { zh: '没有等您办理的事', en: 'Nothing waits for you' },
  noneHint: { zh: '可以看看本部门的，或做一次回访。', en: 'Look at your department’s, or call a client.' },
})

/** The first five of my work list: the most severe, and among those the oldest. */
export function MostUrgent({ data }: { readonly data: FragmentType<typeof MostUrgentFragment> }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { edges } = readFragment(MostUrgentFragment, data).urgent
  const all = `${path('complaints')}?view=waiting&order=MOST_SEVERE`
  return (
    <Panel title={say('title')} actions={edges.length > 0 && <AppLink to={all}>{say('all')}</AppLink>}>
      {edges.length === 0 ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <Stack gap={4}>
          {edges.map(({ node: { id, number, summary, severity, status, registeredAt, client } }) => (
            <Stack key={id} gap={1}>
              <AppLink to={path(`complaints/${id}`)} className="st-strong st-clip">
                {summary ?? number}
              </AppLink>
              <Inline gap={3}>
                <SeverityMark severity={severity} />
                <StatusMark status={status} />
                <span className="st-quiet st-small">
                  {[number, client?.name].filter(Boolean).join(' · ')} · <Instant at={registeredAt} />
                </span>
              </Inline>
            </Stack>
          ))}
        </Stack>
      )}
    </Panel>
  )
}
