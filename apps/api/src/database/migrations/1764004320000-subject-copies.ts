import type { MigrationInterface, QueryRunner } from 'typeorm'
import { eraseClient } from './1764004310000-erasure.ts'

const GONE = `
  UPDATE archive_confirmation SET note = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE spot_check_entry SET note = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE cost_event SET purpose = '〔已删除〕', void_reason = NULL WHERE org_id = org AND client_id = ANY (theirs);`
const ROWS = `
    UNION ALL SELECT id FROM archive_confirmation WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM spot_check_entry WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM cost_event WHERE org_id = org AND client_id = ANY (theirs)`

/**
 * Of a request for a copy: the request for the use of client information by which it is made. An erasure knows of checks of archives and of
 * costs; names of tables in a function are looked up when it runs.
 */
export class SubjectCopies1764004320000 implements MigrationInterface {
  readonly name = 'SubjectCopies1764004320000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE subject_request ADD COLUMN export_request_id uuid,
        ADD FOREIGN KEY (org_id, export_request_id) REFERENCES export_request (org_id, id);
      CREATE INDEX subject_request_export_request_idx ON subject_request (org_id, export_request_id);
    `)
    await queryRunner.query(eraseClient({ words: GONE, rows: ROWS }))
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(eraseClient())
    await queryRunner.query('ALTER TABLE subject_request DROP COLUMN export_request_id')
  }
}
