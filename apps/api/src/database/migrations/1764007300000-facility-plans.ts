import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, secureTenantTable } from './secure.ts'

/** Machines in revisions of plans, when a revision was last written, and the rule on overruns as a row of the organization. */
export class FacilityPlans1764007300000 implements MigrationInterface {
  readonly name = 'FacilityPlans1764007300000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE plan_revision ADD COLUMN equipment_ids uuid[] NOT NULL DEFAULT '{}', ADD COLUMN written_at timestamptz(3);
    `)
    await forEachOrganization(queryRunner, async (orgId) => {
      await queryRunner.query('UPDATE plan_revision SET written_at = drafted_at WHERE org_id = $1', [orgId])
      return 1
    })
    await queryRunner.query(`
      ALTER TABLE plan_revision ALTER COLUMN written_at SET NOT NULL;
      ALTER TABLE plan_task ADD FOREIGN KEY (org_id, equipment_id) REFERENCES equipment (org_id, id);

      CREATE TABLE plan_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        allowed_overrun_basis_points integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX plan_policy_key ON plan_policy (org_id);
    `)
    await secureTenantTable(queryRunner, 'plan_policy')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE plan_policy;
      ALTER TABLE plan_task DROP CONSTRAINT plan_task_org_id_equipment_id_fkey;
      ALTER TABLE plan_revision DROP COLUMN equipment_ids, DROP COLUMN written_at;
    `)
  }
}
