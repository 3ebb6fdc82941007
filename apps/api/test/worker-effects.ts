/** Consumers and a sweep of tests: each effect is a row of a table without any key, so that a second one would be seen. */
import type { EntityManager } from 'typeorm'
import type { TestDatabase } from './database.ts'
import { eachItem } from '../src/worker/each-item.ts'
import type { OutboxConsumer } from '../src/worker/outbox-consumers.ts'
import type { Sweep } from '../src/worker/sweeps.ts'

interface Due {
  readonly orgId: string
  readonly id: string
}

/** Tables of the test alone, in a database of its own. */
export const makeEffectTables = (database: TestDatabase): Promise<void> =>
  database.asSuperuser(async (client) => {
    await client.query(`
      create table effect (org_id text not null, cause uuid not null, how text not null, at timestamptz not null default clock_timestamp());
      create table test_due (org_id uuid not null, id uuid not null, due_at timestamptz not null, fired_at timestamptz);
      grant all on effect, test_due to steward_worker`)
  })

/** The organization comes from row security's setting: an effect under another one's would be seen. */
const effect = (manager: Pick<EntityManager, 'query'>, cause: string, how: string) =>
  manager.query(
    `insert into effect (org_id, cause, how) values (current_setting('app.org_id', true), $1, $2)`,
    [cause, how],
  )

export const TEST_CONSUMERS: readonly OutboxConsumer[] = [
  {
    name: 'test-rows',
    kinds: ['changed'],
    effect: 'rows',
    apply: (manager, row) => effect(manager, row.id, 'rows'),
  },
  {
    name: 'test-poison',
    kinds: ['changed'],
    wants: ({ verb }) => verb === 'poison',
    effect: 'rows',
    apply: async (manager, row) => {
      await effect(manager, row.id, 'poison')
      await manager.query('select 1/0')
    },
  },
  {
    name: 'test-job',
    kinds: ['changed'],
    effect: 'job',
    run: async (row, { dataSource }) => void (await effect(dataSource, row.id, 'job')),
  },
]

export const TEST_SWEEP: Sweep = {
  name: 'test',
  everyMilliseconds: 50,
  sweep: ({ dataSource }, limit) =>
    dataSource.transaction(async (manager) => {
      const due = (await manager.query(
        `select org_id as "orgId", id from test_due where fired_at is null and due_at <= clock_timestamp()
          order by due_at limit $1 for update skip locked`,
        [limit],
      )) as Due[]
      await eachItem(manager, due, async ({ orgId, id }) => {
        await effect(manager, id, 'due')
        await manager.query(
          'update test_due set fired_at = clock_timestamp() where org_id = $1 and id = $2',
          [orgId, id],
        )
      })
      return due.length
    }),
}
