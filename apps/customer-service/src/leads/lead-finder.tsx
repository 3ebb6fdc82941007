import { graphql } from '@steward/graphql-client'
import type { PortalFinder } from '@steward/portal'
import { LeadIcon } from '@steward/ui'

const LeadsByWords = graphql(/* GraphQL */ `
  query LeadsByWords($search: String!) {
    leads(first: 6, filter: { search: $search }, orderBy: RECENTLY_TOUCHED) {
      edges {
        node {
          id
          number
          name
        }
      }
    }
  }
`)

/** A lead by part of the name or by its number, from every page. */
export const leadFinder: PortalFinder = {
  key: 'leads',
  title: { zh: '线索', en: 'Leads' },
  icon: <LeadIcon />,
  permission: 'lead:readName',
  wants: (typed) => typed.trim() !== '',
  async find(search, { client }) {
    const { data } = await client.query({
      query: LeadsByWords,
      variables: { search },
      fetchPolicy: 'network-only',
    })
    return (data?.leads.edges ?? []).map(({ node }) => ({
      key: node.id,
      label: node.name ?? node.number,
      note: node.number,
      path: `leads/${node.id}`,
    }))
  },
}
