import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A row of the outbox says which level an escalation tells: two of one promise may wait for the relay at once. */
export class EscalationLevel1764000300000 implements MigrationInterface {
  readonly name = 'EscalationLevel1764000300000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE outbox ADD COLUMN level smallint')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE outbox DROP COLUMN level')
  }
}
