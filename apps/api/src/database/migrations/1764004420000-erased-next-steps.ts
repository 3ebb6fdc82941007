import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'

const BEFORE = 'UPDATE reception SET words'
const AFTER = 'UPDATE reception SET next_outcome = NULL, words'

/** What came of a next step tells of the person as the step does. */
export class ErasedNextSteps1764004420000 implements MigrationInterface {
  readonly name = 'ErasedNextSteps1764004420000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) => source.replace(BEFORE, AFTER))
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) => source.replace(AFTER, BEFORE))
  }
}
