import type { MigrationInterface, QueryRunner } from 'typeorm'
import { eraseClient } from './1764004310000-erasure.ts'

const GONE = `
  UPDATE archive_confirmation SET note = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE spot_check_entry SET note = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE cost_event SET purpose = '〔已删除〕', void_reason = NULL WHERE org_id = org AND client_id = ANY (theirs);
  -- Who was merged with whom: the tables come with another migration.
  IF to_regclass('public.client_merge') IS NOT NULL THEN
    subjects := array(SELECT g.id FROM client_merge g WHERE g.org_id = org AND (g.survivor_id = ANY (theirs) OR g.merged_id = ANY (theirs)));
    DELETE FROM commitment_salt WHERE org_id = org AND owner_id IN (
      SELECT a.id FROM audit_entry a WHERE a.org_id = org AND a.subject_id = ANY (subjects)
      UNION ALL SELECT s.id FROM sign_off s WHERE s.org_id = org AND s.subject_id = ANY (subjects)
      UNION ALL SELECT g.id FROM signing g WHERE g.org_id = org AND g.subject_id = ANY (subjects));
    UPDATE audit_entry SET reason = NULL WHERE org_id = org AND reason IS NOT NULL AND subject_id = ANY (subjects);
    UPDATE sign_off SET comment = NULL WHERE org_id = org AND comment IS NOT NULL AND subject_id = ANY (subjects);
    UPDATE client_merge SET reason = '〔已删除〕', note = NULL, reversal_reason = NULL WHERE org_id = org AND id = ANY (subjects);
    UPDATE client_merge_row SET before = NULL WHERE org_id = org AND merge_id = ANY (subjects);
  END IF;`
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
