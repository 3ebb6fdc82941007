import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Look-ups by the end of a phone number, on record. */
export class PhoneLookups1764002200100 implements MigrationInterface {
  readonly name = 'PhoneLookups1764002200100'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE phone_lookup (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        tail text NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX phone_lookup_staff_idx ON phone_lookup (org_id, staff_id, at);
    `)
    await secureTenantTable(queryRunner, 'phone_lookup', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE phone_lookup')
  }
}
