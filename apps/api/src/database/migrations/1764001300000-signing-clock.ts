import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

/** When an awaited signature is told of again, and one level higher. */
export class SigningClock1764001300000 implements MigrationInterface {
  readonly name = 'SigningClock1764001300000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE signing_step ADD COLUMN escalate_after_minutes integer[] NOT NULL DEFAULT '{}';
      CREATE TABLE signing_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        level integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES signing_step (org_id, id)
      );
    `)
    await secureTenantTable(queryRunner, 'signing_due')
    await openToWorker(queryRunner, 'signing_due')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'signing_due')
    await queryRunner.query(`
      DROP TABLE signing_due;
      ALTER TABLE signing_step DROP COLUMN escalate_after_minutes;
    `)
  }
}
