import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Views of lists that people name, keep and share. */
export class SavedViews1764000500000 implements MigrationInterface {
  readonly name = 'SavedViews1764000500000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE saved_view (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        place text NOT NULL,
        name text NOT NULL,
        query text NOT NULL,
        sharing text NOT NULL,
        owner_id uuid NOT NULL,
        department_id uuid,
        position integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, owner_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id)
      );
      CREATE UNIQUE INDEX saved_view_name_key ON saved_view (org_id, owner_id, place, name);
      CREATE INDEX saved_view_department_idx ON saved_view (org_id, department_id);
    `)
    await secureTenantTable(queryRunner, 'saved_view', { removable: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE saved_view')
  }
}
