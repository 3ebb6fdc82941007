import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How many people a site's office has: what the signature policy may go by. */
export class SiteTiers1764003900000 implements MigrationInterface {
  readonly name = 'SiteTiers1764003900000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE project ADD COLUMN tier text NOT NULL DEFAULT 'MEDIUM'")
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE project DROP COLUMN tier')
  }
}
