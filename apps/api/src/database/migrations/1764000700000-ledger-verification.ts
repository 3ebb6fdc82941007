import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** What came of verifying the ledger: by whom, how far, with which findings. */
export class LedgerVerification1764000700000 implements MigrationInterface {
  readonly name = 'LedgerVerification1764000700000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_verification (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        asked_by_id uuid NOT NULL,
        asked_at timestamptz(3) NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        entries_total integer NOT NULL DEFAULT 0,
        entries_checked integer NOT NULL DEFAULT 0,
        finished_at timestamptz(3),
        outcome text,
        finding_count integer NOT NULL DEFAULT 0,
        findings jsonb NOT NULL DEFAULT '[]',
        notes jsonb NOT NULL DEFAULT '[]',
        root_key text,
        checkpointed_size integer,
        witnessed_size integer,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, asked_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX ledger_verification_asked_idx ON ledger_verification (org_id, asked_at, id);
      CREATE INDEX ledger_verification_staff_idx ON ledger_verification (org_id, asked_by_id);
    `)
    await secureTenantTable(queryRunner, 'ledger_verification')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'ledger_verification')
    await queryRunner.query('DROP TABLE ledger_verification')
  }
}
