import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Custody of what client information was read from, and who opened it. */
export class ImportSources1764003310000 implements MigrationInterface {
  readonly name = 'ImportSources1764003310000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE import_source (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        received_from text,
        medium text NOT NULL,
        custodian_id uuid NOT NULL,
        project_id uuid,
        file_id uuid,
        status text NOT NULL,
        received_at timestamptz(3) NOT NULL,
        received_by_id uuid NOT NULL,
        destroy_by date NOT NULL,
        verified_at timestamptz(3),
        verified_by_id uuid,
        verification text,
        destruction_revision_id uuid,
        destroyed_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, custodian_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, received_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, verified_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, file_id) REFERENCES import_file (org_id, id),
        FOREIGN KEY (org_id, destruction_revision_id) REFERENCES document_revision (org_id, id)
      );
      CREATE INDEX import_source_received_idx ON import_source (org_id, received_at, id);
      CREATE INDEX import_source_custodian_idx ON import_source (org_id, custodian_id);
      CREATE INDEX import_source_project_idx ON import_source (org_id, project_id);
      CREATE UNIQUE INDEX import_source_file_key ON import_source (org_id, file_id);
      CREATE INDEX import_source_verified_by_idx ON import_source (org_id, verified_by_id);
      CREATE INDEX import_source_received_by_idx ON import_source (org_id, received_by_id);
      CREATE INDEX import_source_destruction_idx ON import_source (org_id, destruction_revision_id);
    `)
    await secureTenantTable(queryRunner, 'import_source')

    await queryRunner.query(`
      CREATE TABLE import_source_opening (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        source_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        occasion text NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, source_id) REFERENCES import_source (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX import_source_opening_source_idx ON import_source_opening (org_id, source_id, at, id);
      CREATE INDEX import_source_opening_staff_idx ON import_source_opening (org_id, staff_id);
    `)
    await secureTenantTable(queryRunner, 'import_source_opening', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'import_source')
    await queryRunner.query('DROP TABLE import_source_opening, import_source')
  }
}
