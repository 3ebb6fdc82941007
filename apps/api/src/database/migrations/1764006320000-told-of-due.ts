import type { MigrationInterface, QueryRunner } from 'typeorm'
import { RUNTIME_ROLE } from './secure.ts'

/** Of a grading that is due and of a yearly test that is overdue people are told once; what is due goes with the client into a merge. */
export class ToldOfDue1764006320000 implements MigrationInterface {
  readonly name = 'ToldOfDue1764006320000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE grading_due ADD COLUMN told_at timestamptz(3);
      GRANT UPDATE (told_at, client_id) ON grading_due TO ${RUNTIME_ROLE};
      ALTER TABLE key_account ADD COLUMN test_told_on date;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE key_account DROP COLUMN test_told_on;
      REVOKE UPDATE (client_id) ON grading_due FROM ${RUNTIME_ROLE};
      ALTER TABLE grading_due DROP COLUMN told_at;
    `)
  }
}
