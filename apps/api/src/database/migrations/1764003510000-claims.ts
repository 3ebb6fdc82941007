import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Statements of account with what is said of each line; steps of dunning, what holds them, and their policy. */
export class Claims1764003510000 implements MigrationInterface {
  readonly name = 'Claims1764003510000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE reconciliation (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        client_id uuid NOT NULL,
        ordinal integer NOT NULL,
        as_of_on date NOT NULL,
        state text NOT NULL,
        open_minor bigint NOT NULL,
        credit_minor bigint NOT NULL,
        issued_by_id uuid NOT NULL,
        issued_at timestamptz(3) NOT NULL,
        channel text,
        sent_at timestamptz(3),
        confirmed_by text,
        confirmed_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, issued_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX reconciliation_number_key ON reconciliation (org_id, number);
      CREATE UNIQUE INDEX reconciliation_ordinal_key ON reconciliation (org_id, client_id, ordinal);
      CREATE INDEX reconciliation_issued_idx ON reconciliation (org_id, issued_at, id);
      CREATE INDEX reconciliation_issued_by_idx ON reconciliation (org_id, issued_by_id);

      CREATE TABLE reconciliation_line (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        reconciliation_id uuid NOT NULL,
        receivable_id uuid NOT NULL,
        position integer NOT NULL,
        amount_minor bigint NOT NULL,
        settled_minor bigint NOT NULL,
        dispute_reason text,
        disputed_at timestamptz(3),
        verdict text,
        answer text,
        answered_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, reconciliation_id) REFERENCES reconciliation (org_id, id),
        FOREIGN KEY (org_id, receivable_id) REFERENCES receivable (org_id, id)
      );
      CREATE INDEX reconciliation_line_statement_idx ON reconciliation_line (org_id, reconciliation_id, position);
      CREATE INDEX reconciliation_line_receivable_idx ON reconciliation_line (org_id, receivable_id);

      CREATE TABLE dunning_step (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        step text NOT NULL,
        after_days integer NOT NULL,
        wording_zh text NOT NULL,
        wording_en text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX dunning_step_key ON dunning_step (org_id, step);

      CREATE TABLE dunning_hold (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        receivable_id uuid NOT NULL,
        complaint_id uuid,
        reason text NOT NULL,
        held_by_id uuid NOT NULL,
        held_at timestamptz(3) NOT NULL,
        lifted_by_id uuid,
        lifted_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, receivable_id) REFERENCES receivable (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id),
        FOREIGN KEY (org_id, held_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, lifted_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX dunning_hold_receivable_idx ON dunning_hold (org_id, receivable_id);
      CREATE INDEX dunning_hold_complaint_idx ON dunning_hold (org_id, complaint_id);
      CREATE INDEX dunning_hold_held_by_idx ON dunning_hold (org_id, held_by_id);
      CREATE INDEX dunning_hold_lifted_by_idx ON dunning_hold (org_id, lifted_by_id);

      CREATE TABLE dunning_notice (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        receivable_id uuid NOT NULL,
        step text NOT NULL,
        outcome text NOT NULL,
        taken_by_id uuid NOT NULL,
        taken_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, receivable_id) REFERENCES receivable (org_id, id),
        FOREIGN KEY (org_id, taken_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX dunning_notice_key ON dunning_notice (org_id, receivable_id, step);
      CREATE INDEX dunning_notice_taken_by_idx ON dunning_notice (org_id, taken_by_id);
    `)
    for (const table of ['reconciliation', 'reconciliation_line', 'dunning_step', 'dunning_hold'])
      await secureTenantTable(queryRunner, table)
    await secureTenantTable(queryRunner, 'dunning_notice', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'dunning_notice', 'reconciliation_line')
    await queryRunner.query(
      'DROP TABLE dunning_notice, dunning_hold, dunning_step, reconciliation_line, reconciliation',
    )
  }
}
