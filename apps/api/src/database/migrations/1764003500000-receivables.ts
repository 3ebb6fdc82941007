import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** What clients owe and what they have paid. The checks hold against raw SQL: nothing is settled twice, no payment gives more than it has. */
export class Receivables1764003500000 implements MigrationInterface {
  readonly name = 'Receivables1764003500000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE unit ADD area_hundredths integer;

      CREATE TABLE receivable (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        client_id uuid NOT NULL,
        unit_id uuid,
        project_id uuid,
        building_id uuid,
        kind text NOT NULL,
        period text,
        amount_minor bigint NOT NULL,
        settled_minor bigint NOT NULL DEFAULT 0,
        state text NOT NULL DEFAULT 'OPEN',
        due_on date NOT NULL,
        settled_on date,
        note text,
        charge_key text,
        registered_by_id uuid,
        registered_at timestamptz(3) NOT NULL,
        voided_at timestamptz(3),
        void_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        CONSTRAINT receivable_settled_check CHECK (amount_minor > 0 AND settled_minor BETWEEN 0 AND amount_minor),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, unit_id) REFERENCES unit (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, building_id) REFERENCES building (org_id, id),
        FOREIGN KEY (org_id, registered_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX receivable_number_key ON receivable (org_id, number);
      CREATE UNIQUE INDEX receivable_charge_key ON receivable (org_id, charge_key) WHERE state <> 'VOID';
      CREATE INDEX receivable_client_idx ON receivable (org_id, client_id, due_on);
      CREATE INDEX receivable_unit_idx ON receivable (org_id, unit_id);
      CREATE INDEX receivable_project_idx ON receivable (org_id, project_id, due_on);
      CREATE INDEX receivable_building_idx ON receivable (org_id, building_id);
      CREATE INDEX receivable_registered_by_idx ON receivable (org_id, registered_by_id);
      CREATE INDEX receivable_open_idx ON receivable (org_id, due_on, id) WHERE state = 'OPEN';
      CREATE INDEX receivable_due_idx ON receivable (org_id, due_on, id);

      CREATE TABLE payment (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        client_id uuid NOT NULL,
        amount_minor bigint NOT NULL,
        credit_minor bigint NOT NULL,
        received_on date NOT NULL,
        method text NOT NULL,
        payer text,
        reference text,
        note text,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        reversed_at timestamptz(3),
        reversal_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        CONSTRAINT payment_credit_check CHECK (amount_minor > 0 AND credit_minor BETWEEN 0 AND amount_minor),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX payment_number_key ON payment (org_id, number);
      CREATE INDEX payment_client_idx ON payment (org_id, client_id, received_on);
      CREATE INDEX payment_received_idx ON payment (org_id, received_on, id);
      CREATE INDEX payment_recorded_by_idx ON payment (org_id, recorded_by_id);

      CREATE TABLE payment_allocation (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        payment_id uuid NOT NULL,
        receivable_id uuid NOT NULL,
        amount_minor bigint NOT NULL,
        at timestamptz(3) NOT NULL,
        withdrawn_at timestamptz(3),
        PRIMARY KEY (org_id, id),
        CONSTRAINT payment_allocation_amount_check CHECK (amount_minor > 0),
        FOREIGN KEY (org_id, payment_id) REFERENCES payment (org_id, id),
        FOREIGN KEY (org_id, receivable_id) REFERENCES receivable (org_id, id)
      );
      CREATE INDEX payment_allocation_payment_idx ON payment_allocation (org_id, payment_id);
      CREATE INDEX payment_allocation_receivable_idx ON payment_allocation (org_id, receivable_id);
    `)
    for (const table of ['receivable', 'payment', 'payment_allocation'])
      await secureTenantTable(queryRunner, table)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'payment_allocation', 'payment', 'receivable')
    await queryRunner.query(`
      DROP TABLE payment_allocation, payment, receivable;
      ALTER TABLE unit DROP area_hundredths`)
  }
}
