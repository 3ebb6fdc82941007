import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** What clients and communities cost, who bears which share, and what is assumed where money is not on record. */
export class Costs1764004400000 implements MigrationInterface {
  readonly name = 'Costs1764004400000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE cost_event (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        cost_class text NOT NULL,
        client_id uuid,
        project_id uuid,
        building_id uuid,
        share_rule text,
        share_weight bigint,
        occurred_on date NOT NULL,
        labour_minutes integer NOT NULL DEFAULT 0,
        labour_role text,
        material_minor bigint NOT NULL DEFAULT 0,
        outside_minor bigint NOT NULL DEFAULT 0,
        purpose text NOT NULL,
        complaint_id uuid,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        voided_at timestamptz(3),
        void_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        CONSTRAINT cost_event_bearer_check CHECK (num_nonnulls(client_id, share_rule) < 2
          AND (share_rule IS NULL) = (share_weight IS NULL) AND coalesce(share_weight, 1) > 0),
        CONSTRAINT cost_event_sum_check CHECK (labour_minutes >= 0 AND material_minor >= 0 AND outside_minor >= 0
          AND (labour_minutes = 0 OR labour_role IS NOT NULL)),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, building_id) REFERENCES building (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id),
        FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX cost_event_number_key ON cost_event (org_id, number);
      CREATE INDEX cost_event_occurred_idx ON cost_event (org_id, occurred_on, id);
      CREATE INDEX cost_event_client_idx ON cost_event (org_id, client_id, occurred_on);
      CREATE INDEX cost_event_project_idx ON cost_event (org_id, project_id);
      CREATE INDEX cost_event_building_idx ON cost_event (org_id, building_id);
      CREATE INDEX cost_event_complaint_idx ON cost_event (org_id, complaint_id);
      CREATE INDEX cost_event_recorded_by_idx ON cost_event (org_id, recorded_by_id);

      CREATE TABLE cost_share (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        cost_event_id uuid NOT NULL,
        client_id uuid NOT NULL,
        weight bigint NOT NULL,
        PRIMARY KEY (org_id, id),
        CONSTRAINT cost_share_weight_check CHECK (weight > 0),
        FOREIGN KEY (org_id, cost_event_id) REFERENCES cost_event (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id)
      );
      CREATE INDEX cost_share_event_idx ON cost_share (org_id, cost_event_id);
      CREATE INDEX cost_share_client_idx ON cost_share (org_id, client_id);

      CREATE TABLE value_assumption (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        revision integer NOT NULL,
        rates jsonb NOT NULL,
        service_margin_basis_points integer NOT NULL,
        expected_years integer NOT NULL,
        discount_basis_points integer NOT NULL,
        reason text NOT NULL,
        set_by_id uuid NOT NULL,
        set_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, set_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX value_assumption_revision_key ON value_assumption (org_id, revision);
      CREATE INDEX value_assumption_set_by_idx ON value_assumption (org_id, set_by_id);
    `)
    for (const table of ['cost_event', 'cost_share']) await secureTenantTable(queryRunner, table)
    await secureTenantTable(queryRunner, 'value_assumption', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'cost_event', 'value_assumption')
    await queryRunner.query('DROP TABLE value_assumption, cost_share, cost_event')
  }
}
