import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Roots of subtrees, so that a proof need not read the whole ledger. */
export class LedgerNodes1764003910000 implements MigrationInterface {
  readonly name = 'LedgerNodes1764003910000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_node (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        chain text NOT NULL,
        level integer NOT NULL,
        position bigint NOT NULL,
        root bytea NOT NULL,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX ledger_node_key ON ledger_node (org_id, chain, level, position);
    `)
    await secureTenantTable(queryRunner, 'ledger_node', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ledger_node')
  }
}
