import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'

const BEFORE = 'WHERE length(w.word) >= 2)'
const AFTER = `WHERE length(w.word) >= CASE WHEN w.word ~ '^[ -~]*$' THEN 4 ELSE 2 END)`

/** Two letters stand in half of all addresses: what somebody else has saved is not taken for a view of a person named Li. */
export class ErasedNames1764004600000 implements MigrationInterface {
  readonly name = 'ErasedNames1764004600000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) => source.replace(BEFORE, () => AFTER))
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) => source.replace(AFTER, BEFORE))
  }
}
