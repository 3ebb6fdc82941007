import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Who keeps checkpoints outside the database, and how each of them fares. */
export class LedgerWitnesses1764001110000 implements MigrationInterface {
  readonly name = 'LedgerWitnesses1764001110000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_witness (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        url text,
        public_key text,
        mail_address text,
        rhythm text,
        status text NOT NULL,
        appointed_at timestamptz(3) NOT NULL,
        appointed_by_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, appointed_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX ledger_witness_staff_idx ON ledger_witness (org_id, appointed_by_id);

      CREATE TABLE ledger_witness_state (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        witness_id uuid NOT NULL,
        chain text NOT NULL,
        seen_size bigint NOT NULL DEFAULT 0,
        seen_at timestamptz(3),
        tried_at timestamptz(3),
        attempts integer NOT NULL DEFAULT 0,
        failure text,
        failing_since timestamptz(3),
        next_try_at timestamptz(3) NOT NULL,
        told_kid text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, witness_id) REFERENCES ledger_witness (org_id, id)
      );
      CREATE UNIQUE INDEX ledger_witness_state_key ON ledger_witness_state (org_id, witness_id, chain);
    `)
    for (const table of ['ledger_witness', 'ledger_witness_state'])
      await secureTenantTable(queryRunner, table)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'ledger_witness')
    await queryRunner.query('DROP TABLE ledger_witness_state, ledger_witness')
  }
}
