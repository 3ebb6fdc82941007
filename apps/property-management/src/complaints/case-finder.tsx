import { graphql } from '@steward/graphql-client'
import type { PortalFinder } from '@steward/portal'
import { ComplaintIcon } from '@steward/ui'

const SiteCasesByNumber = graphql(/* GraphQL */ `
  query SiteCasesByNumber($number: String!) {
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

/** A case of my territory by the beginning of its number. */
export const caseFinder: PortalFinder = {
  key: 'cases',
  title: { zh: '投诉', en: 'Cases' },
  icon: <ComplaintIcon />,
  permission: 'complaint:readFacts',
  wants: (typed) => /^\d[\d-]*$/.test(typed),
  async find(number, { client }) {
    const { data } = await client.query({
      query: SiteCasesByNumber,
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
