import { useQuery } from '@apollo/client/react'
import { graphql, readFragment } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath } from '@steward/portal'
import { AppLink, Panel } from '@steward/ui'
import { ActList } from './act-list.tsx'
import { AuditEntryParts } from './audit-entry-parts.ts'

const History = graphql(/* GraphQL */ `
  query SubjectHistory($subject: ID!) {
    auditEntries(first: 5, filter: { subject: $subject }) {
      edges {
        node {
          id
          ...AuditEntryParts
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '最近变动', en: 'Latest changes' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '还没有变动记录。', en: 'Nothing has been changed yet.' },
})

/** The last changes of one record, beside it. */
export function SubjectHistory({ subject }: { readonly subject: string }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { data } = useQuery(History, { variables: { subject }, fetchPolicy: 'cache-and-network' })
  const entries = readFragment(
    AuditEntryParts,
    data?.auditEntries.edges.map(({ node }) => node),
  )
  if (!entries) return null
  return (
    <Panel
      title={say('title')}
      actions={<AppLink to={path(`audit?subject=${subject}`)}>{say('all')}</AppLink>}
    >
      {entries.length === 0 ? (
        <p className="st-quiet">{say('none')}</p>
      ) : (
        <ActList label={say('title')} entries={entries} />
      )}
    </Panel>
  )
}
