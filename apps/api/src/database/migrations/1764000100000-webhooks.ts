import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, secureTenantTable } from './secure.ts'

/** What partners' endpoints are told, and how that fares. */
export class Webhooks1764000100000 implements MigrationInterface {
  readonly name = 'Webhooks1764000100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE webhook_endpoint (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        partner_id uuid NOT NULL,
        url text NOT NULL,
        description text,
        events text[] NOT NULL,
        status text NOT NULL,
        pause_reason text,
        failing_since timestamptz(3),
        last_delivered_at timestamptz(3),
        overlap_until timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        created_by_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, partner_id) REFERENCES partner (org_id, id),
        FOREIGN KEY (org_id, created_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX webhook_endpoint_partner_idx ON webhook_endpoint (org_id, partner_id);
      CREATE INDEX webhook_endpoint_staff_idx ON webhook_endpoint (org_id, created_by_id);

      CREATE TABLE webhook_secret (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        sealed text NOT NULL,
        sealed_before text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES webhook_endpoint (org_id, id)
      );

      CREATE TABLE webhook_message (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        cause_id uuid NOT NULL,
        event text NOT NULL,
        complaint_id uuid,
        body text NOT NULL,
        status text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        delivered_at timestamptz(3),
        last_failure text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, endpoint_id) REFERENCES webhook_endpoint (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id)
      );
      CREATE UNIQUE INDEX webhook_message_once_key ON webhook_message (org_id, endpoint_id, cause_id);
      CREATE INDEX webhook_message_log_idx ON webhook_message (org_id, endpoint_id, created_at, id);
      CREATE INDEX webhook_message_pending_idx ON webhook_message (org_id, endpoint_id, due_at) WHERE status = 'PENDING';
      CREATE INDEX webhook_message_age_idx ON webhook_message (org_id, created_at);
      CREATE INDEX webhook_message_complaint_idx ON webhook_message (org_id, complaint_id);

      CREATE TABLE webhook_attempt (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        message_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        http_status integer,
        failure text,
        duration_ms integer NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, message_id) REFERENCES webhook_message (org_id, id)
      );
      CREATE INDEX webhook_attempt_message_idx ON webhook_attempt (org_id, message_id, at);

      CREATE TABLE webhook_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES webhook_endpoint (org_id, id)
      );
    `)
    for (const table of ['webhook_endpoint', 'webhook_secret', 'webhook_message', 'webhook_due'])
      await secureTenantTable(queryRunner, table)
    await secureTenantTable(queryRunner, 'webhook_attempt', { appendOnly: true })
    // The worker drains what is due, and prunes the log of all organizations.
    for (const table of ['webhook_due', 'webhook_message', 'webhook_attempt'])
      await openToWorker(queryRunner, table)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE webhook_due, webhook_attempt, webhook_message, webhook_secret, webhook_endpoint',
    )
  }
}
