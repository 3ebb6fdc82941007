import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Views that others share, pinned by each person for themselves. */
export class SavedViewPins1764002100000 implements MigrationInterface {
  readonly name = 'SavedViewPins1764002100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE saved_view_pin (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        saved_view_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, saved_view_id) REFERENCES saved_view (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX saved_view_pin_key ON saved_view_pin (org_id, staff_id, saved_view_id);
      CREATE INDEX saved_view_pin_view_idx ON saved_view_pin (org_id, saved_view_id);
    `)
    await secureTenantTable(queryRunner, 'saved_view_pin', { removable: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE saved_view_pin')
  }
}
