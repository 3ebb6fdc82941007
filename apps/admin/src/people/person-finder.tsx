import { graphql } from '@steward/graphql-client'
import type { PortalFinder } from '@steward/portal'
import { PersonIcon } from '@steward/ui'

const PeopleByName = graphql(/* GraphQL */ `
  query PeopleByName($search: String!) {
    staff(first: 6, filter: { search: $search }, orderBy: NAME) {
      edges {
        node {
          id
          name
          position
          department {
            id
            name
          }
        }
      }
    }
  }
`)

/** A colleague by name, sign-in name or position. */
export const personFinder: PortalFinder = {
  key: 'people',
  title: { zh: '人员', en: 'People' },
  icon: <PersonIcon />,
  permission: 'staff:read',
  wants: (typed) => typed !== '',
  async find(search, { client }) {
    const { data } = await client.query({
      query: PeopleByName,
      variables: { search },
      fetchPolicy: 'network-only',
    })
    return (data?.staff.edges ?? []).map(({ node }) => ({
      key: node.id,
      label: node.name,
      note: [node.position, node.department?.name].filter(Boolean).join(' · ') || undefined,
      path: `people/${node.id}`,
    }))
  },
}
