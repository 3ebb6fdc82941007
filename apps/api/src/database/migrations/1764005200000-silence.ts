import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Silence: what is fitted, what is raised, by which rule, and when clients are looked at next. */
export class Silence1764005200000 implements MigrationInterface {
  readonly name = 'Silence1764005200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE silence_model (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        as_of date NOT NULL,
        r text NOT NULL,
        alpha text NOT NULL,
        a text NOT NULL,
        b text NOT NULL,
        log_likelihood text NOT NULL,
        clients integer NOT NULL,
        repeating integer NOT NULL,
        is_used boolean NOT NULL,
        fitted_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id)
      );
      CREATE INDEX silence_model_fitted_idx ON silence_model (org_id, fitted_at, id);

      CREATE TABLE silence_alert (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        basis text NOT NULL,
        status text NOT NULL,
        raised_on date NOT NULL,
        last_event_on date NOT NULL,
        silent_on date NOT NULL,
        usual_gap_days integer,
        score integer,
        threshold integer,
        model_id uuid,
        complaint_ids uuid[] NOT NULL,
        visit_by date NOT NULL,
        acknowledged_by_id uuid,
        acknowledged_at timestamptz(3),
        visit_id uuid,
        visited_at timestamptz(3),
        outcome text,
        note text,
        closed_by_id uuid,
        closed_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, model_id) REFERENCES silence_model (org_id, id),
        FOREIGN KEY (org_id, acknowledged_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, visit_id) REFERENCES reception (org_id, id),
        FOREIGN KEY (org_id, closed_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX silence_alert_raised_idx ON silence_alert (org_id, raised_on, id);
      CREATE INDEX silence_alert_visit_by_idx ON silence_alert (org_id, visit_by, id);
      CREATE INDEX silence_alert_client_idx ON silence_alert (org_id, client_id, raised_on, id);
      CREATE INDEX silence_alert_model_idx ON silence_alert (org_id, model_id);
      CREATE INDEX silence_alert_acknowledged_by_idx ON silence_alert (org_id, acknowledged_by_id);
      CREATE INDEX silence_alert_visit_idx ON silence_alert (org_id, visit_id);
      CREATE INDEX silence_alert_closed_by_idx ON silence_alert (org_id, closed_by_id);

      CREATE TABLE silence_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        after uuid,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id)
      );

      CREATE TABLE silence_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        least_gaps integer NOT NULL,
        rhythm_threshold integer NOT NULL,
        model_threshold integer NOT NULL,
        least_days integer NOT NULL,
        complaints integer NOT NULL,
        complaint_window_days integer NOT NULL,
        quiet_days integer NOT NULL,
        lost_after_days integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX silence_policy_key ON silence_policy (org_id);
    `)
    await secureTenantTable(queryRunner, 'silence_model', { appendOnly: true })
    await secureTenantTable(queryRunner, 'silence_alert')
    await secureTenantTable(queryRunner, 'silence_due')
    await openToWorker(queryRunner, 'silence_due')
    await secureTenantTable(queryRunner, 'silence_policy')
    // Who was founded before is looked at as soon as the worker comes to it.
    await forEachOrganization(queryRunner, async (orgId) => {
      await queryRunner.query('INSERT INTO silence_due (org_id, id, due_at) VALUES ($1, $1, now())', [orgId])
      return 1
    })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'silence_alert', 'silence_model')
    await queryRunner.query('DROP TABLE silence_policy, silence_due, silence_alert, silence_model')
  }
}
