import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'

/** Names of people and places for the bare ids that entries keep; asked once. */
const AuditNames = graphql(/* GraphQL */ `
  query AuditNames {
    departments {
      id
      name
    }
    projects {
      id
      name
      buildings {
        id
        name
      }
    }
    staff(first: 100, orderBy: NAME) {
      edges {
        node {
          id
          name
          disabledAt
        }
      }
    }
  }
`)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Entries keep UUIDs, screens know published ids: both end in the same 32 digits. */
const digitsOf = (id: string): string => id.slice(-36).replaceAll('-', '').slice(-32)

/** The name behind an id that an entry keeps; its first digits where nobody of these bears it, undefined where it is no id. */
export function useNames() {
  const { data } = useQuery(AuditNames, { fetchPolicy: 'cache-first' })
  const staff = data?.staff.edges.map(({ node }) => node) ?? []
  const known = [
    ...staff,
    ...(data?.departments ?? []),
    ...(data?.projects ?? []).flatMap((project) => [
      project,
      ...project.buildings.map(({ id, name }) => ({ id, name: `${project.name} ${name}` })),
    ]),
  ]
  const names = new Map(known.map(({ id, name }) => [digitsOf(id), name]))
  return {
    staff,
    nameOf: (value: string): string | undefined =>
      UUID.test(value) ? (names.get(digitsOf(value)) ?? `#${value.slice(-6)}`) : undefined,
  }
}
