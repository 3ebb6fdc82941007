import { useApolloClient } from '@apollo/client/react'
import { MOST_IN_BULK } from '@steward/domain'
import { graphql, type ClientFilter } from '@steward/graphql-client'

const ClientsInBulk = graphql(/* GraphQL */ `
  query ClientsInBulk($filter: ClientFilter, $first: Int!, $after: String) {
    clients(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          code
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const PAGE = 100

export interface BulkClient {
  readonly id: string
  readonly code: string
  readonly name: string | null
}

/** What is worked on: those that were chosen one by one, or all that a filter keeps, also those that no page has shown. */
export type BulkTarget = readonly BulkClient[] | { readonly matching: ClientFilter }

/** All that a filter keeps, also those that no page has shown; as many as are worked on at once. */
export function useClientsInBulk(): (filter: ClientFilter) => Promise<readonly BulkClient[]> {
  const client = useApolloClient()
  return async (filter) => {
    const found: BulkClient[] = []
    for (let after: string | null = null; found.length < MOST_IN_BULK;) {
      const { data }: { data?: Page | undefined } = await client.query({
        query: ClientsInBulk,
        variables: { filter, first: PAGE, ...(after ? { after } : {}) },
        fetchPolicy: 'no-cache',
      })
      if (!data) break
      found.push(...data.clients.edges.map(({ node }) => node))
      after = data.clients.pageInfo.endCursor
      if (!data.clients.pageInfo.hasNextPage) break
    }
    return found.slice(0, MOST_IN_BULK)
  }
}

interface Page {
  readonly clients: {
    readonly edges: readonly { readonly node: BulkClient }[]
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
  }
}
