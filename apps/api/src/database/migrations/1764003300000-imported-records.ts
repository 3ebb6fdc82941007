import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, secureTenantTable } from './secure.ts'

/** Imports of clients and units: keys of files, saved mappings, likely duplicates, and what each row wrote. */
export class ImportedRecords1764003300000 implements MigrationInterface {
  readonly name = 'ImportedRecords1764003300000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE import_run
        ADD COLUMN spec jsonb,
        ADD COLUMN duplicate_choice text NOT NULL DEFAULT 'LEAVE_OUT',
        ADD COLUMN dry_run_id uuid,
        ADD COLUMN undoes_id uuid,
        ADD COLUMN outline text,
        ADD COLUMN applied_at timestamptz(3),
        ADD COLUMN undone_at timestamptz(3),
        ADD COLUMN rows_duplicate integer NOT NULL DEFAULT 0,
        ADD FOREIGN KEY (org_id, dry_run_id) REFERENCES import_run (org_id, id),
        ADD FOREIGN KEY (org_id, undoes_id) REFERENCES import_run (org_id, id);
      CREATE INDEX import_run_dry_run_idx ON import_run (org_id, dry_run_id);
      CREATE INDEX import_run_undoes_idx ON import_run (org_id, undoes_id);
      ALTER TABLE building ADD COLUMN withdrawn_at timestamptz(3);
      ALTER TABLE unit ADD COLUMN withdrawn_at timestamptz(3);
    `)
    await forEachOrganization(queryRunner, async (orgId) => {
      const [, rows] = (await queryRunner.query(
        `UPDATE import_run SET kind = 'COMPLAINTS' WHERE org_id = $1 AND kind = 'complaints'`,
        [orgId],
      )) as [unknown, number]
      return rows
    })

    await queryRunner.query(`
      CREATE TABLE import_file_key (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        file_id uuid NOT NULL,
        sealed_key text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, file_id) REFERENCES import_file (org_id, id)
      );
      CREATE UNIQUE INDEX import_file_key_file_key ON import_file_key (org_id, file_id);
    `)
    await secureTenantTable(queryRunner, 'import_file_key', { appendOnly: true, removable: true })

    await queryRunner.query(`
      CREATE TABLE import_mapping (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        spec jsonb NOT NULL,
        saved_by_id uuid NOT NULL,
        saved_at timestamptz(3) NOT NULL,
        retired_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, saved_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX import_mapping_name_key ON import_mapping (org_id, kind, name);
      CREATE INDEX import_mapping_saved_by_idx ON import_mapping (org_id, saved_by_id);
    `)
    await secureTenantTable(queryRunner, 'import_mapping')

    await queryRunner.query(`
      CREATE TABLE import_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        rows_by_one integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX import_policy_kind_key ON import_policy (org_id, kind);
    `)
    await secureTenantTable(queryRunner, 'import_policy')

    await queryRunner.query(`
      CREATE TABLE import_duplicate (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        run_id uuid NOT NULL,
        line integer NOT NULL,
        ground text NOT NULL,
        client_id uuid NOT NULL,
        name_masked text,
        choice text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, run_id) REFERENCES import_run (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id)
      );
      CREATE INDEX import_duplicate_run_idx ON import_duplicate (org_id, run_id, line, id);
      CREATE INDEX import_duplicate_client_idx ON import_duplicate (org_id, client_id);
    `)
    await secureTenantTable(queryRunner, 'import_duplicate')

    await queryRunner.query(`
      CREATE TABLE imported_row (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        run_id uuid NOT NULL,
        kind text NOT NULL,
        source text NOT NULL,
        line integer NOT NULL,
        identity text NOT NULL,
        key text NOT NULL,
        hash text NOT NULL,
        record_id uuid NOT NULL,
        made boolean NOT NULL,
        record_version integer NOT NULL,
        before jsonb,
        part_ids uuid[] NOT NULL DEFAULT '{}',
        undone_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, run_id) REFERENCES import_run (org_id, id),
        FOREIGN KEY (org_id, undone_by_id) REFERENCES import_run (org_id, id)
      );
      CREATE INDEX imported_row_run_idx ON imported_row (org_id, run_id, line);
      CREATE INDEX imported_row_identity_idx ON imported_row (org_id, kind, source, identity);
      CREATE INDEX imported_row_record_idx ON imported_row (org_id, record_id);
      CREATE INDEX imported_row_undone_idx ON imported_row (org_id, undone_by_id);
    `)
    await secureTenantTable(queryRunner, 'imported_row')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE imported_row, import_duplicate, import_policy, import_mapping, import_file_key;
      ALTER TABLE unit DROP COLUMN withdrawn_at;
      ALTER TABLE building DROP COLUMN withdrawn_at;
      ALTER TABLE import_run
        DROP COLUMN spec, DROP COLUMN duplicate_choice, DROP COLUMN dry_run_id, DROP COLUMN undoes_id,
        DROP COLUMN outline, DROP COLUMN applied_at, DROP COLUMN undone_at, DROP COLUMN rows_duplicate;
    `)
  }
}
