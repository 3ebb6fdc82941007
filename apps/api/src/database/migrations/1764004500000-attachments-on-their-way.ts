import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, secureTenantTable } from './secure.ts'

/** Contents are stored before their row: when the worker looks whether it stands. */
export class AttachmentsOnTheirWay1764004500000 implements MigrationInterface {
  readonly name = 'AttachmentsOnTheirWay1764004500000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE attachment_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id)
      );
    `)
    await secureTenantTable(queryRunner, 'attachment_due')
    await openToWorker(queryRunner, 'attachment_due')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE attachment_due')
  }
}
