import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Promises to clients, their pauses, what the clock will do about them, and the policy that makes them. */
export class Promises1763900100000 implements MigrationInterface {
  readonly name = 'Promises1763900100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE complaint
        ADD COLUMN outside_deadline_at timestamptz(3),
        ADD COLUMN promise_policy_revision integer,
        ADD COLUMN next_due_at timestamptz(3);
      CREATE INDEX complaint_next_due_idx ON complaint (org_id, next_due_at, id);
    `)
    // What the clock does by itself is nobody's.
    await queryRunner.query('ALTER TABLE complaint_event ALTER COLUMN by_id DROP NOT NULL')

    await queryRunner.query(`
      CREATE TABLE promise (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        what text,
        client_id uuid,
        channel text NOT NULL,
        owner_id uuid NOT NULL,
        department_id uuid,
        made_by_id uuid,
        made_at timestamptz(3) NOT NULL,
        basis text NOT NULL,
        started_at timestamptz(3) NOT NULL,
        budget_minutes integer,
        stated_at timestamptz(3),
        due_at timestamptz(3) NOT NULL,
        explanation jsonb NOT NULL,
        warn_before_minutes integer NOT NULL,
        escalate_after_minutes integer[] NOT NULL,
        pause_cap_minutes integer NOT NULL,
        paused_at timestamptz(3),
        paused_until timestamptz(3),
        broken_at timestamptz(3),
        escalation_level smallint NOT NULL DEFAULT 0,
        fulfilled_at timestamptz(3),
        fulfilled_by_id uuid,
        fulfilled_by text,
        answer text,
        answer_channel text,
        supersedes_id uuid,
        assent text,
        settled_at timestamptz(3),
        task_id uuid,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, task_id) REFERENCES complaint_task (org_id, id),
        FOREIGN KEY (org_id, supersedes_id) REFERENCES promise (org_id, id),
        FOREIGN KEY (org_id, fulfilled_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, made_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, owner_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id)
      );
      CREATE UNIQUE INDEX promise_supersedes_key ON promise (org_id, supersedes_id);
      CREATE INDEX promise_client_idx ON promise (org_id, client_id);
      CREATE INDEX promise_complaint_idx ON promise (org_id, complaint_id);
      CREATE INDEX promise_department_idx ON promise (org_id, department_id);
      CREATE INDEX promise_fulfilled_by_idx ON promise (org_id, fulfilled_by_id);
      CREATE INDEX promise_made_by_idx ON promise (org_id, made_by_id);
      CREATE INDEX promise_owner_idx ON promise (org_id, owner_id);
      CREATE INDEX promise_task_idx ON promise (org_id, task_id);
      CREATE INDEX promise_updated_by_idx ON promise (org_id, updated_by_id);
    `)
    await secureTenantTable(queryRunner, 'promise')

    await queryRunner.query(`
      CREATE TABLE promise_pause (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        promise_id uuid NOT NULL,
        reason text NOT NULL,
        note text,
        from_at timestamptz(3) NOT NULL,
        until_at timestamptz(3) NOT NULL,
        to_at timestamptz(3),
        by_id uuid NOT NULL,
        resumed_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, resumed_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, promise_id) REFERENCES promise (org_id, id)
      );
      CREATE INDEX promise_pause_by_idx ON promise_pause (org_id, by_id);
      CREATE INDEX promise_pause_promise_idx ON promise_pause (org_id, promise_id);
      CREATE INDEX promise_pause_resumed_by_idx ON promise_pause (org_id, resumed_by_id);
    `)
    await secureTenantTable(queryRunner, 'promise_pause')

    await queryRunner.query(`
      CREATE TABLE promise_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        promise_id uuid NOT NULL,
        step text NOT NULL,
        due_at timestamptz(3) NOT NULL,
        fired_at timestamptz(3),
        cancelled_at timestamptz(3),
        not_before timestamptz(3),
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, promise_id) REFERENCES promise (org_id, id)
      );
      CREATE UNIQUE INDEX promise_due_step_key ON promise_due (org_id, promise_id, step);
      CREATE INDEX promise_due_pending_idx ON promise_due (org_id, due_at) WHERE fired_at IS NULL AND cancelled_at IS NULL;
    `)
    await secureTenantTable(queryRunner, 'promise_due')
    await openToWorker(queryRunner, 'promise_due')

    await queryRunner.query(`
      CREATE TABLE promise_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        revision integer NOT NULL,
        rules jsonb NOT NULL,
        set_by_id uuid,
        set_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, set_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX promise_policy_revision_key ON promise_policy (org_id, revision);
      CREATE INDEX promise_policy_set_by_idx ON promise_policy (org_id, set_by_id);
    `)
    // A revision is what cases refer to: it stays as it was.
    await secureTenantTable(queryRunner, 'promise_policy', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'promise')
    await queryRunner.query('DROP TABLE promise_policy, promise_due, promise_pause, promise')
    await queryRunner.query('ALTER TABLE complaint_event ALTER COLUMN by_id SET NOT NULL')
    await queryRunner.query(
      'ALTER TABLE complaint DROP COLUMN outside_deadline_at, DROP COLUMN promise_policy_revision, DROP COLUMN next_due_at',
    )
  }
}
