import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who shall visit a client who has gone silent. */
export class SilenceVisits1764007900000 implements MigrationInterface {
  readonly name = 'SilenceVisits1764007900000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE silence_alert
        ADD COLUMN visitor_id uuid,
        ADD COLUMN visit_proposed_by_id uuid,
        ADD FOREIGN KEY (org_id, visitor_id) REFERENCES staff (org_id, id),
        ADD FOREIGN KEY (org_id, visit_proposed_by_id) REFERENCES staff (org_id, id);
      CREATE INDEX silence_alert_visitor_idx ON silence_alert (org_id, visitor_id);
      CREATE INDEX silence_alert_visit_proposed_by_idx ON silence_alert (org_id, visit_proposed_by_id);
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE silence_alert DROP COLUMN visitor_id, DROP COLUMN visit_proposed_by_id',
    )
  }
}
