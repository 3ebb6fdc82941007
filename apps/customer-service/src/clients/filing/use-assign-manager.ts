import { MOST_ASSIGNED_AT_ONCE } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { useAct } from '@steward/portal'
import { useState } from 'react'
import { useClientsInBulk, type BulkClient, type BulkTarget } from './use-clients-in-bulk.ts'

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
  const all = useClientsInBulk()
  const assign = useAct(AssignManagerOfClients)
  const [progress, setProgress] = useState<BulkProgress>()
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
