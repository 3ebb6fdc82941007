import { useQuery } from '@apollo/client/react'
import type { Role } from '@steward/domain'
import { graphql } from '@steward/graphql-client'

/** Names that fit into a sentence; the rest is a number. */
export const MOST_NAMED = 8

const PeopleConcerned = graphql(/* GraphQL */ `
  query PeopleConcerned($role: Role!, $named: Int!) {
    everybody: staff(first: 1, filter: { role: $role, active: true }) {
      totalCount
    }
    without: staff(first: $named, filter: { role: $role, active: true, hasSecondFactor: false }) {
      totalCount
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

export interface PeopleConcerned {
  readonly everybody: number
  /** Those who have no second factor yet. */
  readonly without: number
  readonly names: readonly string[]
  readonly ids: readonly string[]
}

/** How many active people hold a role, and who of them has no second factor; undefined while it is asked. */
export function usePeopleConcerned(role: Role | undefined): PeopleConcerned | undefined {
  const { data } = useQuery(PeopleConcerned, {
    variables: { role: role ?? 'ADMIN', named: MOST_NAMED },
    skip: role === undefined,
    fetchPolicy: 'cache-and-network',
  })
  if (!data || role === undefined) return undefined
  const people = data.without.edges.map(({ node }) => node)
  return {
    everybody: data.everybody.totalCount,
    without: data.without.totalCount,
    names: people.map(({ name }) => name),
    ids: people.map(({ id }) => id),
  }
}
