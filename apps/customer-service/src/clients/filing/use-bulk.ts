import { MOST_ASSIGNED_AT_ONCE } from '@steward/domain'
import { useState } from 'react'
import { useClientsInBulk, type BulkClient, type BulkTarget } from './use-clients-in-bulk.ts'

export interface BulkProgress {
  readonly done: number
  /** Undefined while they are still being counted. */
  readonly of: number | undefined
  readonly changed: number
  readonly left: readonly (BulkClient & { readonly message: string })[]
  readonly ended: boolean
}

/** What came of some of them: who changed, and who was left and why; or why none of them was. */
export type BulkOutcome =
  | {
      readonly changedIds: readonly string[]
      readonly left: readonly { readonly clientId: string; readonly message: string }[]
    }
  | { readonly refused: string }

/** One act on many clients: several in a row, each on record; who is left says why. */
export function useBulk() {
  const all = useClientsInBulk()
  const [progress, setProgress] = useState<BulkProgress>()
  const run = async (
    target: BulkTarget,
    act: (clientIds: string[]) => Promise<BulkOutcome>,
  ): Promise<void> => {
    let now: BulkProgress = { done: 0, of: undefined, changed: 0, left: [], ended: false }
    const tell = (next: Partial<BulkProgress>) => {
      now = { ...now, ...next }
      setProgress(now)
    }
    tell({})
    const those = 'matching' in target ? await all(target.matching) : target
    tell({ of: those.length })
    for (let at = 0; at < those.length; at += MOST_ASSIGNED_AT_ONCE) {
      const some = those.slice(at, at + MOST_ASSIGNED_AT_ONCE)
      const outcome = await act(some.map(({ id }) => id))
      const why = (id: string) =>
        'refused' in outcome ? outcome.refused : outcome.left.find(({ clientId }) => clientId === id)?.message
      tell({
        done: at + some.length,
        changed: now.changed + ('refused' in outcome ? 0 : outcome.changedIds.length),
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
  return { progress, run }
}
