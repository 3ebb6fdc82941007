import type { MigrationInterface, QueryRunner } from 'typeorm'

/** That the next step of a reception was taken, and days of the year that somebody is greeted on. */
export class NextSteps1764004110000 implements MigrationInterface {
  readonly name = 'NextSteps1764004110000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE reception
        ADD next_done_at timestamptz(3),
        ADD next_done_by_id uuid,
        ADD next_outcome text,
        ADD FOREIGN KEY (org_id, next_done_by_id) REFERENCES staff (org_id, id);
      CREATE INDEX reception_next_idx ON reception (org_id, next_on, id) WHERE next_on IS NOT NULL AND next_done_at IS NULL;
      CREATE INDEX reception_next_done_by_idx ON reception (org_id, next_done_by_id);
      CREATE INDEX client_contact_birthday_idx ON client_contact
        (org_id, ((extract(month from birthday) * 100 + extract(day from birthday))::integer)) WHERE birthday IS NOT NULL;
      CREATE INDEX client_occupancy_moved_in_idx ON client_occupancy
        (org_id, ((extract(month from moved_in_on) * 100 + extract(day from moved_in_on))::integer)) WHERE moved_in_on IS NOT NULL;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX client_occupancy_moved_in_idx, client_contact_birthday_idx;
      ALTER TABLE reception DROP next_outcome, DROP next_done_by_id, DROP next_done_at;
    `)
  }
}
