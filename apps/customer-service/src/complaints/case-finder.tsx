import { graphql } from '@steward/graphql-client'
import type { PortalFinder } from '@steward/portal'
import { ComplaintIcon } from '@steward/ui'

const CasesByNumber = graphql(/* GraphQL */ `
  query CasesByNumber($number: String!) {
    complaints(first: 6, filter: { number: $number }) {
      edges {
        node {
          id
          number
          summary
        }
      }
    }
  }
`)

/** A case by the beginning of its number, which clients and colleagues read out. */
export const caseFinder: PortalFinder = {
  key: 'cases',
  title: { zh: '投诉', en: 'Cases' },
  icon: <ComplaintIcon />,
  permission: 'complaint:read',
  wants: (typed) => /^\d[\d-]*$/.test(typed),
  async find(number, { client }) {
    const { data } = await client.query({
      query: CasesByNumber,
      variables: { number },
      fetchPolicy: 'network-only',
    })
    return (data?.complaints.edges ?? []).map(({ node }) => ({
      key: node.id,
      label: node.number,
      note: node.summary ?? undefined,
      path: `complaints/${node.id}`,
    }))
  },
}
