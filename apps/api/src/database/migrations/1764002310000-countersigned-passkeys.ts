import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who said whose a passkey is. Those that are there already wait for it. */
export class CountersignedPasskeys1764002310000 implements MigrationInterface {
  readonly name = 'CountersignedPasskeys1764002310000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE second_factor
        ADD COLUMN countersigned_at timestamptz(3),
        ADD COLUMN countersigned_by_id uuid,
        ADD COLUMN countersignature_id uuid,
        ADD FOREIGN KEY (org_id, countersigned_by_id) REFERENCES staff (org_id, id);
      CREATE INDEX second_factor_countersigner_idx ON second_factor (org_id, countersigned_by_id);
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE second_factor DROP COLUMN countersignature_id, DROP COLUMN countersigned_by_id, DROP COLUMN countersigned_at;
    `)
  }
}
