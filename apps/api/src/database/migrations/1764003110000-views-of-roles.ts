import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Views of lists can be given to everybody in a role. */
export class ViewsOfRoles1764003110000 implements MigrationInterface {
  readonly name = 'ViewsOfRoles1764003110000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE saved_view ADD COLUMN shared_role text')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE saved_view DROP COLUMN shared_role')
  }
}
