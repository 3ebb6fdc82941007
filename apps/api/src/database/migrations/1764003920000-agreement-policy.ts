import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** From which sum on a settlement agreement is owed. */
export class AgreementPolicy1764003920000 implements MigrationInterface {
  readonly name = 'AgreementPolicy1764003920000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE agreement_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        money_from_minor bigint NOT NULL,
        works_from_minor bigint NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX agreement_policy_key ON agreement_policy (org_id);
    `)
    await secureTenantTable(queryRunner, 'agreement_policy')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE agreement_policy')
  }
}
