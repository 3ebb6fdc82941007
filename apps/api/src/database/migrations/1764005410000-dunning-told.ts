import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, openToWorker, secureTenantTable } from './secure.ts'

/** Each morning who collects is told which steps of dunning have become due, each step of a charge once. */
export class DunningTold1764005410000 implements MigrationInterface {
  readonly name = 'DunningTold1764005410000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE dunning_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id)
      );
      CREATE TABLE dunning_told (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        receivable_id uuid NOT NULL,
        step text NOT NULL,
        told_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, receivable_id) REFERENCES receivable (org_id, id)
      );
      CREATE UNIQUE INDEX dunning_told_key ON dunning_told (org_id, receivable_id, step);
    `)
    await secureTenantTable(queryRunner, 'dunning_due')
    await openToWorker(queryRunner, 'dunning_due')
    await secureTenantTable(queryRunner, 'dunning_told', { appendOnly: true })
    await forEachOrganization(queryRunner, async (orgId) => {
      await queryRunner.query('INSERT INTO dunning_due (org_id, id, due_at) VALUES ($1, $1, now())', [orgId])
      return 1
    })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE dunning_told, dunning_due')
  }
}
