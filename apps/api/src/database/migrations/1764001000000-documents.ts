import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

const HEAD = `
        title text NOT NULL,
        executing_department_id uuid,
        supervising_department_id uuid,
        editing_department_id uuid,`
const HEAD_KEYS = `
        FOREIGN KEY (org_id, executing_department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, supervising_department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, editing_department_id) REFERENCES department (org_id, id),`
const headIndexes = (table: string) => `
      CREATE INDEX ${table}_executing_idx ON ${table} (org_id, executing_department_id);
      CREATE INDEX ${table}_supervising_idx ON ${table} (org_id, supervising_department_id);
      CREATE INDEX ${table}_editing_idx ON ${table} (org_id, editing_department_id);`

/** Controlled documents with their revisions, and when an approved one becomes effective. */
export class Documents1764001000000 implements MigrationInterface {
  readonly name = 'Documents1764001000000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE controlled_document (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        kind text NOT NULL,${HEAD}
        control_status text NOT NULL,
        complaint_id uuid,
        effective_revision_id uuid,
        open_revision_id uuid,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),${HEAD_KEYS}
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX controlled_document_number_key ON controlled_document (org_id, number);
      CREATE INDEX controlled_document_kind_idx ON controlled_document (org_id, kind, number);
      CREATE INDEX controlled_document_complaint_idx ON controlled_document (org_id, complaint_id);
      CREATE INDEX controlled_document_updated_idx ON controlled_document (org_id, updated_at, id);
      CREATE INDEX controlled_document_updated_by_idx ON controlled_document (org_id, updated_by_id);
      ${headIndexes('controlled_document')}
    `)
    await secureTenantTable(queryRunner, 'controlled_document')

    await queryRunner.query(`
      CREATE TABLE document_revision (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        document_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        ordinal integer NOT NULL,
        label text NOT NULL,
        mark text,
        change_count integer NOT NULL,
        base_id uuid,${HEAD}
        change_reason text,
        content jsonb NOT NULL,
        effective_on date,
        drafted_by_id uuid,
        drafted_at timestamptz(3) NOT NULL,
        prepared_by_id uuid,
        submitted_at timestamptz(3),
        approved_at timestamptz(3),
        effective_at timestamptz(3),
        ended_at timestamptz(3),
        end_reason text,
        rejected_by_id uuid,
        rejected_at timestamptz(3),
        rejected_reason text,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),${HEAD_KEYS}
        FOREIGN KEY (org_id, document_id) REFERENCES controlled_document (org_id, id),
        FOREIGN KEY (org_id, base_id) REFERENCES document_revision (org_id, id),
        FOREIGN KEY (org_id, drafted_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, prepared_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, rejected_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX document_revision_key ON document_revision (org_id, document_id, ordinal);
      CREATE INDEX document_revision_base_idx ON document_revision (org_id, base_id);
      CREATE INDEX document_revision_drafted_by_idx ON document_revision (org_id, drafted_by_id);
      CREATE INDEX document_revision_prepared_by_idx ON document_revision (org_id, prepared_by_id);
      CREATE INDEX document_revision_rejected_by_idx ON document_revision (org_id, rejected_by_id);
      CREATE INDEX document_revision_updated_by_idx ON document_revision (org_id, updated_by_id);
      ${headIndexes('document_revision')}
    `)
    await secureTenantTable(queryRunner, 'document_revision')

    await queryRunner.query(`
      CREATE TABLE document_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES document_revision (org_id, id)
      );
    `)
    await secureTenantTable(queryRunner, 'document_due')
    await openToWorker(queryRunner, 'document_due')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'controlled_document')
    await queryRunner.query('DROP TABLE document_due, document_revision, controlled_document')
  }
}
