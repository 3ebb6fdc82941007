import { graphql } from '@steward/graphql-client'

/** R1: what an agent opens when a client calls. */
export const ClientPageBenchQuery = graphql(/* GraphQL */ `
  query ClientPageBench($client: ID!) {
    client(id: $client) {
      id
      code
      name
      phoneMasked
      occupancies {
        unit {
          id
          label
        }
      }
    }
    complaints(first: 5, filter: { client: $client }) {
      edges {
        node {
          id
          number
          status
          severity
          summary
          registeredAt
          latestEvent {
            id
            action
            at
          }
          signOffs {
            id
            meaning
            role
            at
          }
        }
      }
    }
  }
`)

/** R2: a page of the queue. */
export const QueueBenchQuery = graphql(/* GraphQL */ `
  query QueueBench($after: String) {
    complaints(
      first: 50
      after: $after
      orderBy: NEWEST
      filter: { status: [INVESTIGATING], severity: [2, 3] }
    ) {
      edges {
        node {
          id
          number
          status
          severity
          summary
          registeredAt
          client {
            id
            name
          }
          assignee {
            id
            name
          }
          latestEvent {
            id
            action
            at
          }
        }
        cursor
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
