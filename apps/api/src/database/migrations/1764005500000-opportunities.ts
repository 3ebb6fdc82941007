import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { openToWorker, secureTenantTable } from './secure.ts'

const ADDED = [
  {
    before: '  UPDATE receivable SET note = NULL',
    line: `  UPDATE opportunity_event SET note = NULL FROM opportunity o WHERE opportunity_event.org_id = org AND o.org_id = org
    AND o.id = opportunity_event.opportunity_id AND o.client_id = ANY (theirs);
  UPDATE opportunity SET title = '〔已删除〕', need = NULL, next_step = NULL WHERE org_id = org AND client_id = ANY (theirs);
`,
  },
  {
    before: '    UNION ALL SELECT id FROM payment WHERE',
    line: `    UNION ALL SELECT id FROM opportunity WHERE org_id = org AND client_id = ANY (theirs)
`,
  },
] as const

/** Opportunities: what clients may buy, how far it came, and what waits for a touch. */
export class Opportunities1764005500000 implements MigrationInterface {
  readonly name = 'Opportunities1764005500000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE opportunity (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        client_id uuid NOT NULL,
        project_id uuid,
        title text NOT NULL,
        need text,
        origin text NOT NULL,
        lead_id uuid,
        reception_id uuid,
        complaint_id uuid,
        status text NOT NULL,
        assignee_id uuid NOT NULL,
        expected_minor bigint,
        expected_close_on date,
        next_step text,
        next_step_on date,
        touched_at timestamptz(3) NOT NULL,
        stalls_at timestamptz(3),
        stalled_at timestamptz(3),
        opened_by_id uuid NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        proposed_at timestamptz(3),
        quoted_at timestamptz(3),
        agreed_at timestamptz(3),
        won_at timestamptz(3),
        lost_at timestamptz(3),
        loss_reason text,
        won_minor bigint,
        contract_on date,
        contract_number text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, lead_id) REFERENCES lead (org_id, id),
        FOREIGN KEY (org_id, reception_id) REFERENCES reception (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id),
        FOREIGN KEY (org_id, assignee_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, opened_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX opportunity_number_key ON opportunity (org_id, number);
      CREATE INDEX opportunity_opened_idx ON opportunity (org_id, opened_at, id);
      CREATE INDEX opportunity_status_idx ON opportunity (org_id, status, expected_close_on, id);
      CREATE INDEX opportunity_assignee_idx ON opportunity (org_id, assignee_id, status);
      CREATE INDEX opportunity_client_idx ON opportunity (org_id, client_id);
      CREATE INDEX opportunity_project_idx ON opportunity (org_id, project_id);
      CREATE INDEX opportunity_lead_idx ON opportunity (org_id, lead_id);
      CREATE INDEX opportunity_reception_idx ON opportunity (org_id, reception_id);
      CREATE INDEX opportunity_complaint_idx ON opportunity (org_id, complaint_id);
      CREATE INDEX opportunity_opened_by_idx ON opportunity (org_id, opened_by_id);

      CREATE TABLE opportunity_event (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        opportunity_id uuid NOT NULL,
        action text NOT NULL,
        from_status text,
        to_status text NOT NULL,
        at timestamptz(3) NOT NULL,
        by_id uuid,
        assignee_id uuid,
        channel text,
        note text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, opportunity_id) REFERENCES opportunity (org_id, id),
        FOREIGN KEY (org_id, by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, assignee_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX opportunity_event_opportunity_idx ON opportunity_event (org_id, opportunity_id, at);
      CREATE INDEX opportunity_event_by_idx ON opportunity_event (org_id, by_id, at);
      CREATE INDEX opportunity_event_assignee_idx ON opportunity_event (org_id, assignee_id);

      CREATE TABLE opportunity_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES opportunity (org_id, id)
      );

      CREATE TABLE opportunity_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        need_chance integer NOT NULL,
        proposal_chance integer NOT NULL,
        quotation_chance integer NOT NULL,
        signing_chance integer NOT NULL,
        need_days integer NOT NULL,
        proposal_days integer NOT NULL,
        quotation_days integer NOT NULL,
        signing_days integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX opportunity_policy_key ON opportunity_policy (org_id);
    `)
    for (const table of ['opportunity', 'opportunity_due', 'opportunity_policy'])
      await secureTenantTable(queryRunner, table)
    await secureTenantTable(queryRunner, 'opportunity_event', { appendOnly: true })
    await openToWorker(queryRunner, 'opportunity_due')
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query('DROP TABLE opportunity_policy, opportunity_due, opportunity_event, opportunity')
  }
}
