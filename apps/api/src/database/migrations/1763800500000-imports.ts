import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Files brought in, and what was wrong with their rows. */
export class Imports1763800500000 implements MigrationInterface {
  readonly name = 'Imports1763800500000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE import_file (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        size_bytes integer NOT NULL,
        hash text NOT NULL,
        uploaded_by_id uuid NOT NULL,
        uploaded_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, uploaded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX import_file_staff_idx ON import_file (org_id, uploaded_by_id);
    `)
    await secureTenantTable(queryRunner, 'import_file', { appendOnly: true })

    await queryRunner.query(`
      CREATE TABLE import_run (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        mapping text NOT NULL,
        file_id uuid NOT NULL,
        encoding text,
        dry_run boolean NOT NULL,
        locale text NOT NULL,
        status text NOT NULL,
        refusal_code text,
        refusal_zh text,
        refusal_en text,
        progress smallint NOT NULL DEFAULT 0,
        rows_read integer NOT NULL DEFAULT 0,
        rows_new integer NOT NULL DEFAULT 0,
        rows_changed integer NOT NULL DEFAULT 0,
        rows_unchanged integer NOT NULL DEFAULT 0,
        rows_refused integer NOT NULL DEFAULT 0,
        rows_warned integer NOT NULL DEFAULT 0,
        categories_new integer NOT NULL DEFAULT 0,
        departments_new integer NOT NULL DEFAULT 0,
        refused_file_id uuid,
        cancel_requested boolean NOT NULL DEFAULT false,
        started_by_id uuid NOT NULL,
        started_at timestamptz(3) NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, file_id) REFERENCES import_file (org_id, id),
        FOREIGN KEY (org_id, started_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX import_run_file_idx ON import_run (org_id, file_id);
      CREATE INDEX import_run_staff_idx ON import_run (org_id, started_by_id);
      CREATE INDEX import_run_started_idx ON import_run (org_id, started_at, id);
    `)
    await secureTenantTable(queryRunner, 'import_run')

    await queryRunner.query(`
      CREATE TABLE import_issue (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        run_id uuid NOT NULL,
        line integer NOT NULL,
        column_name text,
        value text,
        level text NOT NULL,
        reason text NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, run_id) REFERENCES import_run (org_id, id)
      );
      CREATE INDEX import_issue_run_idx ON import_issue (org_id, run_id, line, id);
    `)
    await secureTenantTable(queryRunner, 'import_issue', { appendOnly: true })

    await queryRunner.query(`
      CREATE TABLE import_count (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        run_id uuid NOT NULL,
        dimension text NOT NULL,
        value text,
        name_zh text,
        name_en text,
        rows integer NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, run_id) REFERENCES import_run (org_id, id)
      );
      CREATE INDEX import_count_run_idx ON import_count (org_id, run_id, dimension, rows);
    `)
    await secureTenantTable(queryRunner, 'import_count', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE import_count, import_issue, import_run, import_file')
  }
}
