import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** The secret address of a person's calendar; one that is good at a time. */
export class CalendarFeeds1764007200010 implements MigrationInterface {
  readonly name = 'CalendarFeeds1764007200010'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE calendar_feed (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        secret_hash bytea NOT NULL,
        made_at timestamptz(3) NOT NULL,
        fetched_at timestamptz(3),
        revoked_at timestamptz(3),
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX calendar_feed_secret_key ON calendar_feed (org_id, secret_hash);
      CREATE INDEX calendar_feed_staff_idx ON calendar_feed (org_id, staff_id);
      CREATE UNIQUE INDEX calendar_feed_staff_key ON calendar_feed (org_id, staff_id) WHERE revoked_at IS NULL;
    `)
    await secureTenantTable(queryRunner, 'calendar_feed')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE calendar_feed')
  }
}
