import type { MigrationInterface, QueryRunner } from 'typeorm'
import { WORKER_ROLE, openToWorker, secureTenantTable } from './secure.ts'

/** What has happened and is to be told, and the schema in which the job queue keeps house by itself. */
export class Outbox1763899900000 implements MigrationInterface {
  readonly name = 'Outbox1763899900000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE outbox (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        version integer,
        verb text NOT NULL,
        actor_id uuid,
        at timestamptz(3) NOT NULL,
        relayed_at timestamptz(3),
        attempts integer NOT NULL DEFAULT 0,
        not_before timestamptz(3),
        PRIMARY KEY (org_id, id)
      );
      CREATE INDEX outbox_pending_idx ON outbox (org_id, id) WHERE relayed_at IS NULL;
    `)
    await secureTenantTable(queryRunner, 'outbox', { appendOnly: true })
    await openToWorker(queryRunner, 'outbox')

    // The queue makes and upgrades its own tables; its bookkeeping must be there, or it would want to make the schema too.
    await queryRunner.query(`
      CREATE SCHEMA graphile_worker;
      CREATE TABLE graphile_worker.migrations (
        id int PRIMARY KEY,
        ts timestamptz DEFAULT now() NOT NULL,
        breaking boolean NOT NULL DEFAULT false
      );
      GRANT USAGE, CREATE ON SCHEMA graphile_worker TO ${WORKER_ROLE};
      GRANT SELECT, INSERT, UPDATE ON graphile_worker.migrations TO ${WORKER_ROLE};
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA graphile_worker CASCADE')
    await queryRunner.query('DROP TABLE outbox')
  }
}
