import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openDirectoryTable, openToWorker, secureTenantTable } from './secure.ts'

/** The worker's signs of life, and the jobs that fail. */
export class Worker1763900200000 implements MigrationInterface {
  readonly name = 'Worker1763900200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE worker_heartbeat (
        id uuid NOT NULL,
        lock_key integer NOT NULL,
        pool_id text NOT NULL,
        started_at timestamptz(3) NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        loops jsonb NOT NULL,
        PRIMARY KEY (id)
      );
    `)
    await openDirectoryTable(queryRunner, 'worker_heartbeat', { removable: true })

    await queryRunner.query(`
      CREATE TABLE failed_job (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        outbox_id uuid NOT NULL,
        consumer text NOT NULL,
        kind text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        reason text NOT NULL,
        attempts integer NOT NULL,
        first_failed_at timestamptz(3) NOT NULL,
        last_failed_at timestamptz(3) NOT NULL,
        gave_up_at timestamptz(3),
        retry_requested_at timestamptz(3),
        settled_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX failed_job_key ON failed_job (org_id, outbox_id, consumer);
      CREATE INDEX failed_job_last_idx ON failed_job (org_id, last_failed_at, id);
      CREATE INDEX failed_job_retry_idx ON failed_job (org_id, id) WHERE retry_requested_at IS NOT NULL;
    `)
    await secureTenantTable(queryRunner, 'failed_job')
    await openToWorker(queryRunner, 'failed_job')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE failed_job, worker_heartbeat')
  }
}
