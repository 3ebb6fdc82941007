import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a step asks to be proven by, frozen with it: among the columns that the application's role may not change. */
export class StepProofs1764001400000 implements MigrationInterface {
  readonly name = 'StepProofs1764001400000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE signing_step ADD COLUMN level text')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE signing_step DROP COLUMN level')
  }
}
