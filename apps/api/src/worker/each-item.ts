import type { EntityManager } from 'typeorm'

export interface Failure<T> {
  readonly item: T
  readonly error: unknown
}

/**
 * Does the items of one batch inside the open transaction of `manager`, each under its own organization's row security and each
 * for itself: when one fails, what it wrote is rolled back and the others go on.
 * @returns those that failed; the caller puts them off, or they would be claimed again at once
 */
export async function eachItem<T extends { readonly orgId: string }>(
  manager: EntityManager,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<Failure<T>[]> {
  const failures: Failure<T>[] = []
  for (const item of items) {
    await manager.query('SAVEPOINT item')
    try {
      await enterTenant(manager, item.orgId)
      await work(item)
      await manager.query('RELEASE SAVEPOINT item')
    } catch (error) {
      // A connection that is gone cannot go on: this throws, and the whole batch is done again by whoever claims it next.
      await manager.query('ROLLBACK TO SAVEPOINT item')
      failures.push({ item, error })
    }
  }
  await manager.query(`SELECT set_config('app.org_id', '', true)`)
  return failures
}

/** From here to the end of the transaction row security shows that organization. */
export const enterTenant = (manager: EntityManager, orgId: string): Promise<unknown> =>
  manager.query(`SELECT set_config('app.org_id', $1, true)`, [orgId])

/** Waits before trying again what has failed that often: 1 s, 2 s, 4 s … 10 minutes. */
export const backOffSeconds = (attempts: number): number => Math.min(600, 2 ** Math.max(0, attempts - 1))
