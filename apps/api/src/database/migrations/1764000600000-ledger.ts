import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** The chain of all signatures, its signed checkpoints, and who outside has seen them. */
export class Ledger1764000600000 implements MigrationInterface {
  readonly name = 'Ledger1764000600000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_entry (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        at bigint NOT NULL,
        prev bytea NOT NULL,
        body text NOT NULL,
        sig bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES sign_off (org_id, id)
      );
      CREATE UNIQUE INDEX ledger_entry_seq_key ON ledger_entry (org_id, seq);

      CREATE TABLE ledger_head (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        size bigint NOT NULL,
        at bigint NOT NULL,
        prev bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX ledger_head_key ON ledger_head (org_id);

      CREATE TABLE ledger_checkpoint (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        size bigint NOT NULL,
        at timestamptz(3) NOT NULL,
        note text NOT NULL,
        edge text NOT NULL,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX ledger_checkpoint_key ON ledger_checkpoint (org_id, size);

      CREATE TABLE ledger_witnessing (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        checkpoint_id uuid NOT NULL,
        witness text NOT NULL,
        at timestamptz(3) NOT NULL,
        cosignature text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, checkpoint_id) REFERENCES ledger_checkpoint (org_id, id)
      );
      CREATE UNIQUE INDEX ledger_witnessing_key ON ledger_witnessing (org_id, checkpoint_id, witness);
    `)
    for (const table of ['ledger_entry', 'ledger_checkpoint', 'ledger_witnessing'])
      await secureTenantTable(queryRunner, table, { appendOnly: true })
    await secureTenantTable(queryRunner, 'ledger_head')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'ledger_entry')
    await queryRunner.query('DROP TABLE ledger_witnessing, ledger_checkpoint, ledger_head, ledger_entry')
  }
}
