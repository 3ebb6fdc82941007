import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, openToWorker, secureTenantTable } from './secure.ts'

/** What an organization begins with; it keeps its own list from there. */
const SOURCES = `
  insert into lead_source (org_id, id, name, counts_as)
  select $1::uuid, gen_random_uuid(), name, counts_as from (values
    ('客户介绍', 'REFERRAL'), ('上门', 'WALK_IN'), ('来电', 'CALL'), ('网络', 'WEB'), ('活动', 'CAMPAIGN'),
    ('开发商名单', 'DEVELOPER'), ('合作方推荐', 'PARTNER')) as usual (name, counts_as)
  returning id`

/** Leads: who may become a client, whose they are, where they come from, and how they go round. */
export class Leads1764003200000 implements MigrationInterface {
  readonly name = 'Leads1764003200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE client ADD COLUMN referrer_client_id uuid,
        ADD FOREIGN KEY (org_id, referrer_client_id) REFERENCES client (org_id, id);
      CREATE INDEX client_referrer_client_idx ON client (org_id, referrer_client_id);

      CREATE TABLE lead_source (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        counts_as text NOT NULL,
        retired_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX lead_source_name_key ON lead_source (org_id, name);

      CREATE TABLE campaign (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        source_id uuid NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        cost_minor bigint,
        retired_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, source_id) REFERENCES lead_source (org_id, id)
      );
      CREATE UNIQUE INDEX campaign_name_key ON campaign (org_id, name);
      CREATE INDEX campaign_source_idx ON campaign (org_id, source_id);

      CREATE TABLE lead (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        phone text,
        phone_masked text,
        phone_tail text,
        email text,
        email_masked text,
        need text,
        project_id uuid,
        source_id uuid NOT NULL,
        campaign_id uuid,
        referrer_client_id uuid,
        referrer text,
        status text NOT NULL,
        assignee_id uuid,
        assigned_at timestamptz(3),
        pooled_at timestamptz(3),
        touched_at timestamptz(3) NOT NULL,
        returns_at timestamptz(3),
        next_step text,
        next_step_on date,
        opened_by_id uuid NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        contacted_at timestamptz(3),
        qualified_at timestamptz(3),
        converted_at timestamptz(3),
        lost_at timestamptz(3),
        loss_reason text,
        client_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, source_id) REFERENCES lead_source (org_id, id),
        FOREIGN KEY (org_id, campaign_id) REFERENCES campaign (org_id, id),
        FOREIGN KEY (org_id, referrer_client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, assignee_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, opened_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id)
      );
      CREATE UNIQUE INDEX lead_number_key ON lead (org_id, number);
      CREATE INDEX lead_opened_idx ON lead (org_id, opened_at, id);
      CREATE INDEX lead_assignee_idx ON lead (org_id, assignee_id, status);
      CREATE INDEX lead_pool_idx ON lead (org_id, pooled_at);
      CREATE INDEX lead_phone_tail_idx ON lead (org_id, phone_tail);
      CREATE INDEX lead_source_idx ON lead (org_id, source_id);
      CREATE INDEX lead_campaign_idx ON lead (org_id, campaign_id);
      CREATE INDEX lead_client_idx ON lead (org_id, client_id);
      CREATE INDEX lead_referrer_client_idx ON lead (org_id, referrer_client_id);
      CREATE INDEX lead_opened_by_idx ON lead (org_id, opened_by_id);
      CREATE INDEX lead_project_idx ON lead (org_id, project_id);

      CREATE TABLE lead_event (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        lead_id uuid NOT NULL,
        action text NOT NULL,
        from_status text,
        to_status text NOT NULL,
        at timestamptz(3) NOT NULL,
        by_id uuid,
        assignee_id uuid,
        channel text,
        note text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, lead_id) REFERENCES lead (org_id, id),
        FOREIGN KEY (org_id, by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, assignee_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX lead_event_lead_idx ON lead_event (org_id, lead_id, at);
      CREATE INDEX lead_event_by_idx ON lead_event (org_id, by_id, at);
      CREATE INDEX lead_event_assignee_idx ON lead_event (org_id, assignee_id);

      CREATE TABLE lead_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        step text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES lead (org_id, id)
      );

      CREATE TABLE lead_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        return_after_days integer NOT NULL,
        warn_before_days integer NOT NULL,
        claims_a_day integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX lead_policy_key ON lead_policy (org_id);
    `)
    await queryRunner.query(`
      ALTER TABLE client_reveal ADD COLUMN lead_id uuid,
        ADD FOREIGN KEY (org_id, lead_id) REFERENCES lead (org_id, id);
      CREATE INDEX client_reveal_lead_idx ON client_reveal (org_id, lead_id);
    `)
    for (const table of ['lead_source', 'campaign', 'lead', 'lead_due', 'lead_policy'])
      await secureTenantTable(queryRunner, table)
    await secureTenantTable(queryRunner, 'lead_event', { appendOnly: true })
    await openToWorker(queryRunner, 'lead_due')
    await forEachOrganization(queryRunner, async (orgId) => {
      const rows = (await queryRunner.query(SOURCES, [orgId])) as readonly unknown[]
      return rows.length
    })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE client_reveal DROP COLUMN lead_id;
      DROP TABLE lead_policy, lead_due, lead_event, lead, campaign, lead_source;
      ALTER TABLE client DROP COLUMN referrer_client_id;
    `)
  }
}
