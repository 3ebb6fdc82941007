import type { Client, QueryResult } from 'pg'
import type { DataSource, EntityManager, QueryRunner } from 'typeorm'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * One transaction in which row security shows the rows of `orgId` and no others. BEGIN and the setting share a round
 * trip; the setting is local to the transaction, so a pooled connection carries it no further.
 *
 * All work inside goes through the given manager: the data source's own would wait for another connection, in vain
 * once the pool is exhausted.
 */
export async function withTenant<T>(
  dataSource: DataSource,
  orgId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  if (!UUID.test(orgId)) throw new TypeError('orgId is not a UUID')
  const runner = dataSource.createQueryRunner()
  try {
    const client = (await runner.connect()) as Client
    await client.query(`BEGIN; SELECT set_config('app.org_id', '${orgId}', true)`)
    markBegun(runner)
    const result = await work(runner.manager).catch((error: unknown) => rollBack(client, error))
    await commit(client)
    return result
  } finally {
    await runner.release()
  }
}

/** Tells TypeORM that a transaction is open, so that a `save()` nests a savepoint and does not commit ours. */
function markBegun(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 })
}

async function rollBack(client: Client, reason: unknown): Promise<never> {
  // A connection that cannot even roll back must not return to the pool with its transaction open.
  await client.query('ROLLBACK').catch(() => client.end())
  throw reason
}

/** PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement had failed and somebody swallowed that. */
async function commit(client: Client): Promise<void> {
  const { command }: QueryResult = await client
    .query('COMMIT')
    .catch((error: unknown) => rollBack(client, error))
  if (command !== 'COMMIT')
    throw new Error('The transaction had failed and was rolled back instead of committed.')
}
