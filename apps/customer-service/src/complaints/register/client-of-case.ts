import { useQuery } from '@apollo/client/react'
import { graphql, readFragment, type ClientHitFragment } from '@steward/graphql-client'
import { ClientHit } from '../../clients/client-lookup.ts'

const ClientOfCase = graphql(/* GraphQL */ `
  query ClientOfCase($id: ID!) {
    client(id: $id) {
      id
      ...ClientHit
    }
    complaints(first: 3, filter: { client: $id, open: true }) {
      edges {
        node {
          id
          number
          summary
          status
          registeredAt
        }
      }
      totalCount
    }
  }
`)

/** The client that a case is registered for, and what of theirs is still open: the same matter is not registered twice. */
export function useClientOfCase(id: string | undefined) {
  const { data } = useQuery(ClientOfCase, { variables: { id: id ?? '' }, skip: !id })
  const client: ClientHitFragment | null | undefined = readFragment(ClientHit, data?.client)
  const open = data?.complaints.edges.map(({ node }) => node) ?? []
  return { client: id ? (client ?? undefined) : undefined, open: id ? open : [] }
}

/** The units that a client owns or uses now. */
export const unitsNow = ({ occupancies }: Pick<ClientHitFragment, 'occupancies'>) =>
  occupancies.flatMap(({ toOn, unit }) => (toOn === null && unit ? [unit] : []))
