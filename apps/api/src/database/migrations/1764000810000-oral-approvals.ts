import type { MigrationInterface, QueryRunner } from 'typeorm'
import { RUNTIME_ROLE } from './secure.ts'

/** Approved by word: until when the signature is owed, and by whom. */
export class OralApprovals1764000810000 implements MigrationInterface {
  readonly name = 'OralApprovals1764000810000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE complaint ADD COLUMN approval_owed_until timestamptz(3);
      ALTER TABLE signing_step ADD COLUMN asked_staff_id uuid;
      ALTER TABLE signing_step ADD FOREIGN KEY (org_id, asked_staff_id) REFERENCES staff (org_id, id);
      CREATE INDEX signing_step_asked_idx ON signing_step (org_id, asked_staff_id);
      GRANT UPDATE (asked_staff_id) ON signing_step TO ${RUNTIME_ROLE};
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE signing_step DROP COLUMN asked_staff_id;
      ALTER TABLE complaint DROP COLUMN approval_owed_until;
    `)
  }
}
