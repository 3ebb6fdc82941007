import { clientSearch } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import type { PortalFinder } from '@steward/portal'
import { BuildingIcon } from '@steward/ui'
import { placeOf } from './place.ts'

const UnitsByLabel = graphql(/* GraphQL */ `
  query UnitsByLabel($label: String!) {
    units(first: 6, filter: { label: $label }) {
      edges {
        node {
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
  }
`)

/** The door number in what was typed, in the one form in which it is stored. */
const labelIn = (typed: string): string | undefined => clientSearch(typed).unit?.labels[0]

/** A unit by its door number as people say it, whether anybody lives there or not: 3-1202, 3栋1202. */
export const unitFinder: PortalFinder = {
  key: 'units',
  title: { zh: '房号', en: 'Units' },
  icon: <BuildingIcon />,
  permission: 'project:read',
  wants: (typed) => labelIn(typed) !== undefined,
  async find(typed, { client }) {
    const { data } = await client.query({
      query: UnitsByLabel,
      variables: { label: labelIn(typed) ?? typed },
      fetchPolicy: 'network-only',
    })
    return (data?.units.edges ?? []).map(({ node }) => ({
      key: node.id,
      label: node.label,
      note: placeOf({ project: node.project, building: node.building }),
      path: `projects/units/${node.id}`,
    }))
  },
}
