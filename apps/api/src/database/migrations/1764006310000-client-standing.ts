import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, openToWorker, secureTenantTable } from './secure.ts'

/** Where each client stands, reckoned at night: what funnel, RFM and shares of the whole company are read from; and backtests, which the worker runs. */
export class ClientStanding1764006310000 implements MigrationInterface {
  readonly name = 'ClientStanding1764006310000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE client_standing (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        measured_on date NOT NULL,
        step text,
        complained boolean NOT NULL,
        grumbled boolean NOT NULL,
        last_paid_on date NOT NULL,
        times integer NOT NULL,
        minor bigint NOT NULL,
        PRIMARY KEY (org_id, id)
      );
      CREATE INDEX client_standing_step_idx ON client_standing (org_id, step, last_paid_on, id);
      CREATE INDEX client_standing_paid_idx ON client_standing (org_id, last_paid_on, id);

      CREATE TABLE standing_figures (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        as_of date NOT NULL,
        reckoned_at timestamptz(3) NOT NULL,
        figures jsonb NOT NULL,
        PRIMARY KEY (org_id, id)
      );

      CREATE TABLE standing_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        after uuid,
        measured_on date,
        sums jsonb,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id)
      );

      CREATE TABLE silence_backtest (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        measure text NOT NULL,
        until date NOT NULL,
        last date NOT NULL,
        status text NOT NULL,
        result jsonb,
        requested_by_id uuid NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, requested_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX silence_backtest_requested_idx ON silence_backtest (org_id, requested_at, id);
      CREATE INDEX silence_backtest_requested_by_idx ON silence_backtest (org_id, requested_by_id);
    `)
    await secureTenantTable(queryRunner, 'client_standing')
    await secureTenantTable(queryRunner, 'standing_figures')
    await secureTenantTable(queryRunner, 'standing_due')
    await openToWorker(queryRunner, 'standing_due')
    await secureTenantTable(queryRunner, 'silence_backtest')
    // Who was founded before is reckoned as soon as the worker comes to it.
    await forEachOrganization(queryRunner, async (orgId) => {
      await queryRunner.query('INSERT INTO standing_due (org_id, id, due_at) VALUES ($1, $1, now())', [orgId])
      return 1
    })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE silence_backtest, standing_due, standing_figures, client_standing')
  }
}
