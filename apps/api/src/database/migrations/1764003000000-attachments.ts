import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Files that hang on a client: their contents lie in the storage, not here. */
export class Attachments1764003000000 implements MigrationInterface {
  readonly name = 'Attachments1764003000000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE attachment (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        name text NOT NULL,
        note text,
        format text NOT NULL,
        classification text NOT NULL,
        size_bytes integer NOT NULL,
        sha256 text NOT NULL,
        sealed_key text,
        added_by_id uuid NOT NULL,
        added_at timestamptz(3) NOT NULL,
        removed_by_id uuid,
        removed_at timestamptz(3),
        removal_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, added_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, removed_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX attachment_client_idx ON attachment (org_id, client_id);
      CREATE INDEX attachment_added_by_idx ON attachment (org_id, added_by_id);
      CREATE INDEX attachment_removed_by_idx ON attachment (org_id, removed_by_id);
      CREATE INDEX attachment_kept_idx ON attachment (org_id) INCLUDE (size_bytes) WHERE removed_at IS NULL;
    `)
    await secureTenantTable(queryRunner, 'attachment')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE attachment')
  }
}
