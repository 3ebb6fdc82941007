import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** The words that clients are filed by, and who bears them. */
export class FilingTags1764003010000 implements MigrationInterface {
  readonly name = 'FilingTags1764003010000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE tag (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        tone text NOT NULL,
        kinds text[] NOT NULL,
        retired_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX tag_name_key ON tag (org_id, name_zh);

      CREATE TABLE client_tag (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        tag_id uuid NOT NULL,
        tagged_by_id uuid NOT NULL,
        tagged_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, tag_id) REFERENCES tag (org_id, id),
        FOREIGN KEY (org_id, tagged_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX client_tag_key ON client_tag (org_id, tag_id, client_id);
      CREATE INDEX client_tag_client_idx ON client_tag (org_id, client_id);
      CREATE INDEX client_tag_tagged_by_idx ON client_tag (org_id, tagged_by_id);
    `)
    await secureTenantTable(queryRunner, 'tag')
    await secureTenantTable(queryRunner, 'client_tag', { removable: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE client_tag, tag')
  }
}
