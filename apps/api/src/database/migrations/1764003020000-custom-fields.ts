import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Lines of the archive that an organization adds, and what clients have under them. */
export class FilingFields1764003020000 implements MigrationInterface {
  readonly name = 'FilingFields1764003020000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE custom_field (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        key text NOT NULL,
        label_zh text NOT NULL,
        label_en text NOT NULL,
        type text NOT NULL,
        class text NOT NULL,
        kinds text[] NOT NULL,
        choices jsonb NOT NULL,
        is_required boolean NOT NULL DEFAULT false,
        unit text,
        least text,
        most text,
        position integer NOT NULL DEFAULT 0,
        retired_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX custom_field_key_key ON custom_field (org_id, key);

      CREATE TABLE client_field_value (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        field_id uuid NOT NULL,
        class text NOT NULL,
        internal_value text,
        internal_ordinal bigint,
        personal_value text,
        personal_ordinal bigint,
        sealed_value text,
        set_by_id uuid NOT NULL,
        set_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, field_id) REFERENCES custom_field (org_id, id),
        FOREIGN KEY (org_id, set_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX client_field_value_key ON client_field_value (org_id, client_id, field_id);
      CREATE INDEX client_field_value_field_idx ON client_field_value (org_id, field_id);
      CREATE INDEX client_field_value_set_by_idx ON client_field_value (org_id, set_by_id);
    `)
    await secureTenantTable(queryRunner, 'custom_field')
    await secureTenantTable(queryRunner, 'client_field_value', { removable: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE client_field_value, custom_field')
  }
}
