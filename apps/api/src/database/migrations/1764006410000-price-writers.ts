import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization } from './secure.ts'

/** Nobody approves prices that they wrote: who wrote any is kept. Of forms that stand by it is who drafted and who submitted them. */
export class PriceWriters1764006410000 implements MigrationInterface {
  readonly name = 'PriceWriters1764006410000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE price_form ADD COLUMN writer_ids uuid[] NOT NULL DEFAULT '{}'`)
    await forEachOrganization(queryRunner, async (orgId) => {
      await queryRunner.query(
        'UPDATE price_form SET writer_ids = array_remove(ARRAY[drafted_by_id, prepared_by_id], NULL) WHERE org_id = $1',
        [orgId],
      )
      return 1
    })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE price_form DROP COLUMN writer_ids')
  }
}
