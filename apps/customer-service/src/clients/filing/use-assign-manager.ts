import { useApolloClient } from '@apollo/client/react'
import { MOST_ASSIGNED_AT_ONCE, MOST_IN_BULK } from '@steward/domain'
import { graphql, type ClientFilter } from '@steward/graphql-client'
import { useAct } from '@steward/portal'
import { useState } from 'react'

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

const AssignManagerOfClients = graphql(/* GraphQL */ `
  mutation AssignManagerOfClients($input: AssignManagerOfClientsInput!) {
    assignManagerOfClients(input: $input) {
      ... on ManagerAssignment {
        assignedIds
        left {
          clientId
          message
        }
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
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

export interface BulkProgress {
  readonly done: number
  /** Undefined while they are still being counted. */
  readonly of: number | undefined
  readonly assigned: number
  readonly left: readonly (BulkClient & { readonly message: string })[]
  readonly ended: boolean
}

/** Names one key account manager for many clients: several acts in a row, each on record; who is left says why. */
export function useAssignManager() {
  const client = useApolloClient()
  const assign = useAct(AssignManagerOfClients)
  const [progress, setProgress] = useState<BulkProgress>()
  const all = async (filter: ClientFilter): Promise<readonly BulkClient[]> => {
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
  const run = async (target: BulkTarget, managerId: string | undefined): Promise<void> => {
    let now: BulkProgress = { done: 0, of: undefined, assigned: 0, left: [], ended: false }
    const tell = (next: Partial<BulkProgress>) => {
      now = { ...now, ...next }
      setProgress(now)
    }
    tell({})
    const those = 'matching' in target ? await all(target.matching) : target
    tell({ of: those.length })
    for (let at = 0; at < those.length; at += MOST_ASSIGNED_AT_ONCE) {
      const some = those.slice(at, at + MOST_ASSIGNED_AT_ONCE)
      const { done, refused } = await assign({
        clientIds: some.map(({ id }) => id),
        ...(managerId ? { managerId } : {}),
      })
      const why = (id: string) =>
        done ? done.left.find(({ clientId }) => clientId === id)?.message : (refused?.message ?? '')
      tell({
        done: at + some.length,
        assigned: now.assigned + (done?.assignedIds.length ?? 0),
        left: [
          ...now.left,
          ...some.flatMap((it) => {
            const message = why(it.id)
            return message === undefined ? [] : [{ ...it, message }]
          }),
        ],
      })
    }
    tell({ ended: true })
  }
  return { progress, run, forget: () => setProgress(undefined) }
}

interface Page {
  readonly clients: {
    readonly edges: readonly { readonly node: BulkClient }[]
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
  }
}
