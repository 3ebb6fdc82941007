import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When a failed job is tried again by itself: the queue's own tables are the worker's alone. */
export class NextTry1764000400001 implements MigrationInterface {
  readonly name = 'NextTry1764000400001'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE failed_job ADD COLUMN next_try_at timestamptz(3)')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE failed_job DROP COLUMN next_try_at')
  }
}
